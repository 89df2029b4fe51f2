import type { Station } from '../border/station';
import type { LonLat } from '../geodesy/position';
import { decimals } from './decimals';
import { unit } from './units.svelte';

const LOCALE = 'en';

function number(value: number, digits: number): string {
  return decimals(value, digits, digits);
}

const NARROW_SPACE = '\u202f';
const FEET_PER_KM = 1000 / 0.3048;

function withUnit(text: string): string {
  return `${text}${NARROW_SPACE}${unit().label}`;
}

/** A length with so many decimals, in the reader's unit. */
export function length(km: number, digits = 0): string {
  return withUnit(number(km * unit().perKm, digits));
}

/** A short length to two significant digits: in feet for those who read miles, else in metres. */
export function shortLength(km: number): string {
  const [perKm, label] = unit().id === 'mi' ? [FEET_PER_KM, 'ft'] : [1000, 'm'];
  return `${Number((km * perKm).toPrecision(2)).toLocaleString(LOCALE)}${NARROW_SPACE}${label}`;
}

/** A length with the decimals that it was given with, or two digits in another unit. */
export function lengthAsGiven(km: number): string {
  const value = km * unit().perKm;
  const given = unit().id === 'km' ? value : Number(value.toPrecision(2));
  return withUnit(given.toLocaleString(LOCALE));
}

/** A width as the reader sets it: to a hundredth of the unit, without idle zeros. */
export function width(km: number): string {
  return withUnit(widthNumber(km));
}

/** The same without its unit. */
export function widthNumber(km: number): string {
  return decimals(km * unit().perKm, 0, 2);
}

/** A width for those who hear it: “12.5 kilometres”. */
export function spokenWidth(km: number): string {
  return `${widthNumber(km)} ${unit().name}`;
}

/** An area in the reader's unit squared, to the whole or, below 10, to a hundredth. */
export function area(km2: number): string {
  const value = km2 * unit().perKm ** 2;
  return `${withUnit(number(value, value > 0 && value < 10 ? 2 : 0))}²`;
}

/** The step, a power of ten, that a length may carry whose position is known to `uncertaintyKm`. */
export function stepFor(uncertaintyKm: number): number {
  return 10 ** Math.floor(Math.log10(uncertaintyKm));
}

function digitsOf(step: number): number {
  return Math.max(0, -Math.round(Math.log10(step)));
}

function rounded(km: number, uncertaintyKm: number): string {
  const step = stepFor(uncertaintyKm * unit().perKm);
  return number(Math.round((km * unit().perKm) / step) * step, digitsOf(step));
}

/** A length no more precise than the position that it is measured from: “17 km” for one known to 2 km. */
export function lengthRounded(km: number, uncertaintyKm: number): string {
  return withUnit(rounded(km, uncertaintyKm));
}

/** The same with its uncertainty: “17 ± 2 km”. */
export function lengthWithin(km: number, uncertaintyKm: number): string {
  return `${rounded(km, uncertaintyKm)} ± ${lengthAsGiven(uncertaintyKm)}`;
}

function degrees(value: number, digits: number, positive: string, negative: string): string {
  return `${number(Math.abs(value), digits)}°\u202f${value < 0 ? negative : positive}`;
}

/** “33.0006° N, 70.0712° E” */
export function latLon([lon, lat]: LonLat, digits = 4): string {
  return `${degrees(lat, digits, 'N', 'S')}, ${degrees(lon, digits, 'E', 'W')}`;
}

/** The decimals of a degree that a position known to `uncertaintyKm` may carry. */
export function degreeDigits(uncertaintyKm: number): number {
  return Math.max(0, Math.round(2 - Math.log10(stepFor(uncertaintyKm))));
}

export const SIDE_NAMES: Record<Station['side'], string> = {
  afghan: 'Afghan side',
  pakistan: 'Pakistani side',
  line: 'on the line'
};
