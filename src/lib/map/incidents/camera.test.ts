import { expect, test } from 'vitest';
import { shifted, worldCopies } from './camera';

const apply = (m: ArrayLike<number>, x: number, y: number) =>
  [0, 1].map((row) => m[row] * x + m[4 + row] * y + m[12 + row]);

test('positions given less an offset land where the whole positions do', () => {
  const matrix = [3, 0.5, 0, 0, -0.2, 4, 0, 0, 0, 0, 1, 0, 0.7, -0.3, 0, 1];
  const whole = apply(matrix, 0.69, 0.41);
  const apart = apply(shifted(matrix, 0.6, 0.4), 0.09, 0.01);
  whole.forEach((value, i) => expect(apart[i]).toBeCloseTo(value, 6));
});

test('at zoom 16 a mark stands to a tenth of a pixel where it belongs', () => {
  const scale = (512 * 2 ** 16) / 720;
  const [x, y] = [0.6923456789, 0.4034567891];
  const [cx, cy] = [x + 0.3 / 720, y - 0.2 / 450].map((value) => value);
  const matrix = [scale, 0, 0, 0, 0, -scale, 0, 0, 0, 0, 1, 0, -scale * x, scale * y, 0, 1];
  const origin = [0.68, 0.41];
  const centre = [Math.fround(x - origin[0]), Math.fround(y - origin[1])];
  const moved = shifted(matrix, origin[0] + centre[0], origin[1] + centre[1]);
  const at = [Math.fround(cx - origin[0]), Math.fround(cy - origin[1])];
  const drawn = apply(moved, Math.fround(at[0] - centre[0]), Math.fround(at[1] - centre[1]));
  const right = apply(matrix, cx, cy);
  drawn.forEach((value, i) => expect(Math.abs(value - right[i]) * 720).toBeLessThan(0.1));
});

test('each copy of the world in view is drawn, and one is enough close up', () => {
  expect(worldCopies(60, 75)).toEqual([0]);
  expect(worldCopies(-200, 190)).toEqual([-1, 0, 1]);
  expect(worldCopies(170, 190)).toEqual([0, 1]);
});
