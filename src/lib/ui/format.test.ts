import { expect, test } from 'vitest';
import { degreeDigits, km, km2, kmRounded, kmWithin, latLon, metres } from './format';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

test('a distance from a place is no more precise than its position', () => {
  expect(plain(kmWithin(17.64, 2))).toBe('18 ± 2 km');
  expect(plain(kmWithin(17.64, 8))).toBe('18 ± 8 km');
  expect(plain(kmWithin(17.64, 0.5))).toBe('17.6 ± 0.5 km');
  expect(plain(kmWithin(84.2, 40))).toBe('80 ± 40 km');
  expect(plain(kmRounded(1234.5, 500))).toBe('1,200 km');
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
  expect(plain(km(2790.2167))).toBe('2,790 km');
  expect(plain(km(12.34, 1))).toBe('12.3 km');
  expect(plain(km2(45303.4))).toBe('45,303 km²');
  expect(plain(km2(3.14159))).toBe('3.14 km²');
  expect(plain(km2(0))).toBe('0 km²');
  expect(plain(metres(0.005))).toBe('5 m');
  expect(plain(metres(0.01234))).toBe('12 m');
});
