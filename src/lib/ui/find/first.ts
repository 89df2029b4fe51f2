import { USUAL_TOLERANCE, type Stated, type StatedKind } from '../../project/finds';

/** How long a stretch is at first, in km, and the line until it is known. */
const FIRST_KM = 200;
const FALLBACK_LENGTH_KM = 2600;

/** A statement before the reader fills it in: of the line about where they look, or its middle. */
export function firstOf(
  kind: StatedKind,
  lineKm: number | null,
  chainageKm: number | undefined
): Stated {
  const extent = { as: 'about' as const, km: 20, tolerance: USUAL_TOLERANCE };
  const lengthKm = Math.floor(lineKm ?? FALLBACK_LENGTH_KM);
  const wantedKm = (chainageKm ?? lengthKm / 2) - FIRST_KM / 2;
  const fromKm = Math.round(Math.max(0, Math.min(lengthKm - FIRST_KM, wantedKm)));
  switch (kind) {
    case 'distance':
      return { kind, from: null, extent };
    case 'offset':
      return { kind, side: 'either', extent };
    case 'stretch':
      return { kind, fromKm, toKm: fromKm + FIRST_KM };
    case 'province':
      return { kind, id: null };
  }
}
