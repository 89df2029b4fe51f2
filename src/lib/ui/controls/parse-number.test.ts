import { expect, test } from 'vitest';
import { parseNumber } from './parse-number';

const width = (text: string) => parseNumber(text, 0.05, 100, 'km');

test.each([
  ['0', 0],
  ['100', 100],
  [' 12.5 ', 12.5],
  ['12,5', 12.5],
  ['.5', 0.5],
  ['7.', 7]
])('a width typed as “%s” is read', (text, value) => {
  expect(width(text)).toEqual({ ok: true, value });
});

test.each([
  ['', 'Write 0, or a number from 0.05 to 100 km.'],
  ['wide', '“wide” is not a number. Write one like 12.5.'],
  ['1e2', '“1e2” is not a number. Write one like 12.5.'],
  ['10km', '“10km” is not a number. Write one like 12.5.'],
  ['-1', 'Not below 0.'],
  ['0.01', 'At least 0.05 km, or 0.'],
  ['100.01', 'At most 100 km.'],
  ['NaN', '“NaN” is not a number. Write one like 12.5.']
])('a width typed as “%s” is refused with a reason', (text, problem) => {
  expect(width(text)).toEqual({ ok: false, problem });
});
