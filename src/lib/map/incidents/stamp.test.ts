import { expect, test } from 'vitest';
import type { Rgb } from './colours';
import { LOOKS, type Look } from './mark';
import { markStamp, pixelOf, type Stamp } from './stamp';

const TEAL: Rgb = [0, 0.5, 0.5];
const PAPER: Rgb = [1, 1, 0.9];
const shape = (look: Exclude<Look, 'absent'>, rim = 0) => ({
  look,
  radius: 6,
  rim,
  leastEdge: 1.3
});
const at = ({ dx, dy, alpha, colour }: Stamp, x: number, y: number) => {
  const k = dx.findIndex((it, i) => it === x && dy[i] === y);
  return { alpha: alpha[k], colour: colour[k] };
};

test('a solid mark has the area of its radius, and its colour all over', () => {
  const stamp = markStamp(shape('solid'), TEAL, PAPER);
  const area = stamp.alpha.reduce((sum, share) => sum + share, 0);
  // Its edge lies on the ground, which makes it firmer there.
  expect(area).toBeGreaterThan(Math.PI * 6 ** 2);
  expect(area).toBeLessThan(Math.PI * 6.25 ** 2);
  expect(at(stamp, 0, 0)).toEqual({ alpha: 1, colour: pixelOf(TEAL) });
});

test('every look but a solid one shows its ground inside of an edge of its own colour', () => {
  for (const look of LOOKS) {
    if (look === 'absent' || look === 'solid') continue;
    const stamp = markStamp(shape(look), TEAL, PAPER);
    const between = at(stamp, 0, look === 'ringed' ? 4 : 2);
    const edge = at(stamp, 0, 5);
    expect(between.colour & 255, look).toBeGreaterThan(80);
    expect(edge.colour & 255, look).toBeLessThan(48);
  }
});

test('a hollow mark lets through what lies below it, more than a pale one does', () => {
  const [hollow, pale] = (['hollow', 'pale'] as const).map(
    (look) => at(markStamp(shape(look), TEAL, PAPER), 0, 0).alpha
  );
  expect(hollow).toBeLessThan(0.45);
  expect(pale).toBeGreaterThan(0.9);
});

test('a rim of the ground lies around a mark', () => {
  const stamp = markStamp(shape('solid', 2), TEAL, PAPER);
  expect(stamp.reach).toBe(9);
  expect(at(stamp, 0, 8).colour).toBe(pixelOf(PAPER));
  expect(at(stamp, 0, 7).alpha).toBeGreaterThan(0.8);
});
