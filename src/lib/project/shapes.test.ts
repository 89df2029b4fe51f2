import { expect, test } from 'vitest';
import { nameApart } from './shapes';

test('shapes of one name are told apart by a number that none has yet', () => {
  expect(nameApart('North', [])).toBe('North');
  expect(nameApart('North', ['South'])).toBe('North');
  expect(nameApart('North', ['North'])).toBe('North (2)');
  expect(nameApart('North', ['North', 'North (2)'])).toBe('North (3)');
});
