import { parseNumber, type ParsedNumber } from '../controls/parse-number';
import type { LengthUnit } from './length-unit';

/** The decimals that a length is shown and read with in a field. */
const DIGITS = 2;
const GRAIN = 10 ** DIGITS;

/** What a field accepts, in km. */
export interface Limits {
  lowKm: number;
  highKm: number;
  /** Whether 0 is accepted too, for none. */
  orZero: boolean;
}

/** A length as a field shows it, in the reader's unit. */
export function cellText(km: number, unit: LengthUnit): string {
  return String(Number((km * unit.perKm).toFixed(DIGITS)));
}

/** Reads a length in the reader's unit and gives it in km, or says what to write instead. */
export function readCell(text: string, { lowKm, highKm, orZero }: Limits, unit: LengthUnit) {
  // The limits as they can be written, never outside of the true ones.
  const low = Math.ceil(lowKm * unit.perKm * GRAIN - 1e-6) / GRAIN;
  const high = Math.floor(highKm * unit.perKm * GRAIN + 1e-6) / GRAIN;
  const parsed: ParsedNumber = parseNumber(
    text,
    orZero ? low : 0,
    orZero ? high : Infinity,
    unit.label
  );
  if (orZero || (parsed.ok && parsed.value >= low && parsed.value <= high)) {
    return parsed.ok ? { ok: true as const, value: parsed.value / unit.perKm } : parsed;
  }
  return { ok: false as const, problem: `Write a number from ${low} to ${high} ${unit.label}.` };
}
