import { decimals } from '../decimals';

/** A unit of length that the reader chose. */
export interface LengthUnit {
  id: 'km' | 'mi' | 'nmi';
  /** As it stands behind a number. */
  label: string;
  /** How many of it make a kilometre. */
  perKm: number;
}

export const KILOMETRES: LengthUnit = { id: 'km', label: 'km', perKm: 1 };

/** A number with so many decimals, without the unit. */
export function numberText(value: number, digits: number): string {
  return decimals(value, digits, digits);
}

/** Widths are shown to a tenth, those below 1 to a hundredth, none as 0. */
export function widthNumber(km: number, unit: LengthUnit): string {
  const value = km * unit.perKm;
  return value === 0 ? '0' : numberText(value, value < 1 ? 2 : 1);
}

/** “9.9 km”; where the width is null, “cannot be told”. */
export function widthText(km: number | null, unit: LengthUnit): string {
  return km === null ? 'cannot be told' : `${widthNumber(km, unit)}\u202f${unit.label}`;
}

/** Chainages are shown to the whole unit. */
export function chainageNumber(km: number, unit: LengthUnit): string {
  return numberText(km * unit.perKm, 0);
}

/** “1,204 km” */
export function chainageText(km: number, unit: LengthUnit): string {
  return `${chainageNumber(km, unit)}\u202f${unit.label}`;
}
