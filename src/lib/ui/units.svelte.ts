import type { UnitId } from '../project/document';

/** A unit of length to read and write in; everything is computed in kilometres. */
export interface Unit {
  id: UnitId;
  /** As it stands behind a number. */
  label: string;
  /** In full, for those who hear it. */
  name: string;
  /** How many make a kilometre: 1 mi = 1.609344 km (1959 agreement), 1 nmi = 1.852 km (SI brochure). */
  perKm: number;
}

export const units: Record<UnitId, Unit> = {
  km: { id: 'km', label: 'km', name: 'kilometres', perKm: 1 },
  mi: { id: 'mi', label: 'mi', name: 'miles', perKm: 1 / 1.609344 },
  nmi: { id: 'nmi', label: 'nmi', name: 'nautical miles', perKm: 1 / 1.852 }
};

let current = $state<UnitId>('km');

/** The unit that the reader chose; what shows a length follows it. */
export function unit(): Unit {
  return units[current];
}

export function setUnit(id: UnitId): void {
  current = id;
}
