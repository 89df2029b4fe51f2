import { expect, test } from 'vitest';
import {
  area,
  degreeDigits,
  latLon,
  length,
  lengthRounded,
  lengthWithin,
  shortLength,
  spokenWidth,
  width
} from './format';
import { setUnit } from './units.svelte';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

test('a distance from a place is no more precise than its position', () => {
  expect(plain(lengthWithin(17.64, 2))).toBe('18 ± 2 km');
  expect(plain(lengthWithin(17.64, 8))).toBe('18 ± 8 km');
  expect(plain(lengthWithin(17.64, 0.5))).toBe('17.6 ± 0.5 km');
  expect(plain(lengthWithin(84.2, 40))).toBe('80 ± 40 km');
  expect(plain(lengthRounded(1234.5, 500))).toBe('1,200 km');
});

test('a position carries no more decimals than it is known to', () => {
  expect(degreeDigits(0.5)).toBe(3);
  expect(degreeDigits(2)).toBe(2);
  expect(degreeDigits(40)).toBe(1);
  expect(degreeDigits(500)).toBe(0);
  expect(plain(latLon([69.87, 32.935], degreeDigits(8)))).toBe('32.94° N, 69.87° E');
});

test('positions south and west are named so', () => {
  expect(plain(latLon([-73.968, -40.7], 1))).toBe('40.7° S, 74.0° W');
});

test('numbers carry their unit', () => {
  expect(plain(length(2790.2167))).toBe('2,790 km');
  expect(plain(length(12.34, 1))).toBe('12.3 km');
  expect(plain(area(45303.4))).toBe('45,303 km²');
  expect(plain(area(3.14159))).toBe('3.14 km²');
  expect(plain(area(0))).toBe('0 km²');
  expect(plain(shortLength(0.005))).toBe('5 m');
  expect(plain(shortLength(0.01234))).toBe('12 m');
});

test('lengths, widths and areas follow the unit that the reader chose', () => {
  setUnit('mi');
  expect(plain(length(16.09344, 1))).toBe('10.0 mi');
  expect(plain(area(258.9988))).toBe('100 mi²');
  expect(plain(shortLength(0.005))).toBe('16 ft');
  setUnit('nmi');
  expect(plain(width(18.52))).toBe('10 nmi');
  expect(spokenWidth(9.26)).toBe('5 nautical miles');
  setUnit('km');
  expect(plain(width(12.5))).toBe('12.5 km');
});
