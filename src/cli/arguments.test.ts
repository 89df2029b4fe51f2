import { describe, expect, test } from 'vitest';
import {
  asMisuse,
  kmOption,
  readArguments,
  requiredKm,
  requireNoMore,
  toNumber
} from './arguments';
import { Misuse } from './command';

const km = { from: { type: 'string' } } as const;

describe('negative numbers', () => {
  test('are positions, not options', () => {
    expect(readArguments(['-73.9', '-.5'], {}).positionals).toEqual(['-73.9', '-.5']);
  });

  test('are values of options, with or without an equals sign', () => {
    expect(kmOption(readArguments(['--from', '-5'], km), 'from')).toBe(-5);
    expect(kmOption(readArguments(['--from=-5'], km), 'from')).toBe(-5);
  });
});

test('an option that there is not, and one without its value, are refused', () => {
  expect(() => readArguments(['--form', '5'], km)).toThrow(Misuse);
  expect(() => readArguments(['--from'], km)).toThrow(/--from/);
  expect(() => readArguments(['-x'], km)).toThrow(/-x/);
});

test('what is too much or missing is named', () => {
  expect(() => requireNoMore(readArguments(['1', '2', '3'], {}), 2)).toThrow('“3” is one argument');
  expect(() => requiredKm(readArguments([], km), 'from')).toThrow('--from is missing');
});

test.each(['', 'ten', '5km', 'NaN', '1e999'])('“%s” is no number of km', (text) => {
  expect(() => kmOption(readArguments([`--from=${text}`], km), 'from')).toThrow(`“${text}”`);
});

test.each([
  ['12', 12],
  [' -0.5 ', -0.5],
  ['+3.', 3],
  ['.25', 0.25],
  ['1e3', 1000],
  ['', NaN],
  ['0x10', NaN],
  ['Infinity', NaN],
  ['1,5', NaN]
])('“%s” is read as %d', (text, number) => {
  expect(toNumber(text)).toBe(number);
});

test('only values out of range count as a call that is not right', () => {
  const outOfRange = () => asMisuse(() => [].at(0) ?? 'x'.repeat(-1));
  expect(outOfRange).toThrow(Misuse);
  expect(() => asMisuse(() => JSON.parse('{'))).toThrow(SyntaxError);
});
