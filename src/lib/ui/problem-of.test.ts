import { expect, test } from 'vitest';
import { problemOf } from './problem-of';

test('a sentence of ours is told as it is', () => {
  expect(problemOf(new RangeError('Give a width from 0 to 100 km.'))).toBe(
    'Give a width from 0 to 100 km.'
  );
});

test("a browser's own error is told as a fault of the app, with its words", () => {
  expect(problemOf(new TypeError('x is not a function'))).toMatch(
    /^The app has a fault here \(“x is not a function”\)\. What you made is kept/
  );
  expect(problemOf('quota')).toContain('“quota”');
});
