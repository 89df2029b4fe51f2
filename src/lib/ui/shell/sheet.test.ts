import { expect, test } from 'vitest';
import { nextStop, restingStop } from './sheet';

test('a sheet let go without speed rests at the nearest stop', () => {
  expect(restingStop(0.2, 0)).toBe('peek');
  expect(restingStop(0.4, 0)).toBe('half');
  expect(restingStop(0.8, 0)).toBe('full');
});

test('a flick goes on to the next stop in its direction', () => {
  expect(restingStop(0.2, 1)).toBe('half');
  expect(restingStop(0.55, 1)).toBe('full');
  expect(restingStop(0.45, -1)).toBe('peek');
  expect(restingStop(0.95, 1)).toBe('full');
  expect(restingStop(0.1, -1)).toBe('peek');
});

test('tapping the handle goes up and then starts again at the bottom', () => {
  expect(nextStop('peek')).toBe('half');
  expect(nextStop('half')).toBe('full');
  expect(nextStop('full')).toBe('peek');
});
