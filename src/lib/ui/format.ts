import type { Station } from '../border/station';
import type { LonLat } from '../geodesy/position';

const LOCALE = 'en';

function number(value: number, digits: number): string {
  return value.toLocaleString(LOCALE, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits
  });
}

/** A length in km with so many decimals, with a thin space before the unit. */
export function km(value: number, digits = 0): string {
  return `${number(value, digits)}\u202fkm`;
}

/** A short length in metres, to two significant digits. */
export function metres(valueKm: number): string {
  return `${Number((valueKm * 1000).toPrecision(2)).toLocaleString(LOCALE)}\u202fm`;
}

/** A length in km with the decimals that it was given with. */
export function kmAsGiven(value: number): string {
  return `${value.toLocaleString(LOCALE)}\u202fkm`;
}

/** An area in km², to the km² or, below 10, to a hundredth. */
export function km2(value: number): string {
  return `${number(value, value > 0 && value < 10 ? 2 : 0)}\u202fkm²`;
}

/** The decimals that a length may carry whose position is only known to `uncertaintyKm`. */
export function stepFor(uncertaintyKm: number): number {
  return 10 ** Math.floor(Math.log10(uncertaintyKm));
}

function digitsOf(step: number): number {
  return Math.max(0, -Math.round(Math.log10(step)));
}

function rounded(value: number, step: number): string {
  return number(Math.round(value / step) * step, digitsOf(step));
}

/** A length no more precise than the position that it is measured from: “17 km” for one known to 2 km. */
export function kmRounded(value: number, uncertaintyKm: number): string {
  return `${rounded(value, stepFor(uncertaintyKm))}\u202fkm`;
}

/** The same with its uncertainty: “17 ± 2 km”. */
export function kmWithin(value: number, uncertaintyKm: number): string {
  return `${rounded(value, stepFor(uncertaintyKm))} ± ${kmAsGiven(uncertaintyKm)}`;
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
