import { expect, test } from 'vitest';
import { cornersOf, frameAround, shows } from './picture-frame';

const turned = (deg: number, scale: number) => ({
  ex: scale * Math.cos((deg * Math.PI) / 180),
  ey: scale * Math.sin((deg * Math.PI) / 180)
});

test('the corners of a picture lie where the map shows them, turned or not', () => {
  for (const deg of [0, 30, 200]) {
    const { ex, ey } = turned(deg, 16_384);
    const affine = { x0: 0.69, y0: 0.4, ox: 310, oy: 205, ex, ey };
    const frame = { ...frameAround({ width: 1200, height: 800 }, 8192), ratio: 2, affine };
    const corners = cornersOf({ ...frame, zoom: 5, kmPerPixel: 1 });
    const onPage = [0, 1, 2, 3].map((i) => {
      const [dx, dy] = [corners[2 * i], corners[2 * i + 1]];
      return [310 + ex * dx - ey * dy, 205 + ey * dx + ex * dy].map(Math.round);
    });
    // A view of 600 x 400 pixels of the page, and a fifth more on each side.
    expect(onPage).toEqual([
      [-120, -80],
      [720, -80],
      [-120, 480],
      [720, 480]
    ]);
  }
});

test('a picture keeps within what a graphics card can hold, and never shows less than the view', () => {
  expect(frameAround({ width: 4000, height: 2000 }, 4096)).toEqual({
    width: 4096,
    height: 2800,
    corner: [48, 400]
  });
  expect(frameAround({ width: 5000, height: 1000 }, 4096).width).toBe(5000);
});

test('a picture shows what lies in the view and a fifth beyond, no more', () => {
  // 70° E on the equator stands at 100, 50 in a view of 200 x 100 pixels, 10 pixels to a degree.
  const affine = { x0: 250 / 360, y0: 0.5, ox: 100, oy: 50, ex: 3600, ey: 0 };
  const frame = { ...frameAround({ width: 200, height: 100 }, 8192), ratio: 1, affine };
  const picture = { ...frame, zoom: 4, kmPerPixel: 11 };
  for (const lon of [60, 70, 80, 83.9, 56.1]) expect(shows(picture, [lon, 0]), `${lon}`).toBe(true);
  for (const lon of [84.1, 55.9]) expect(shows(picture, [lon, 0]), `${lon}`).toBe(false);
  expect(shows(picture, [70, 6.9])).toBe(true);
  expect(shows(picture, [70, -7.1])).toBe(false);
});
