import { destination } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import type { Border } from './border';

/** What a length may be, in km. */
export interface IntervalKm {
  leastKm: number;
  mostKm: number;
}

export interface OffsetsOverDisc {
  /** The signed offset at the centre. */
  offsetKm: number;
  /** The point of the line nearest to the centre. */
  foot: LonLat;
  /** What the distance to the line, whatever the side, ranges over within the disc. */
  distance: IntervalKm;
  /** Whether the disc reaches across the line, so that no side can be told. */
  straddles: boolean;
}

/** The greatest distance is found to within this. */
const TOLERANCE_KM = 0.02;

/**
 * What the distance to the line ranges over while a position lies anywhere in the disc of
 * `radiusKm` around `center`. The least is exact: towards the foot the distance falls by each step
 * taken. The greatest is right to 20 m: squares of the disc are halved
 * while their middle's distance and their own size leave room for more (the distance never grows by
 * more than the step taken, and a geodesic disc drawn in a plane only stretches steps).
 */
export function offsetOverDisc(border: Border, center: LonLat, radiusKm: number): OffsetsOverDisc {
  const { offsetKm, foot } = border.station(center);
  const atCentreKm = Math.abs(offsetKm);
  return {
    offsetKm,
    foot,
    distance: {
      leastKm: Math.max(0, atCentreKm - radiusKm),
      mostKm: greatestKm(border, center, radiusKm, atCentreKm)
    },
    straddles: atCentreKm <= radiusKm
  };
}

/** A square of the plane around the centre, by its middle and half its side, in km. */
type Square = [x: number, y: number, half: number];

function greatestKm(border: Border, center: LonLat, radiusKm: number, atCentreKm: number): number {
  let greatest = atCentreKm;
  let open: Square[] = [[0, 0, radiusKm]];
  while (open.length > 0) {
    const kept: Square[] = [];
    const bounds = open.map(([x, y, half]) => {
      const distanceKm = distanceAt(x, y);
      greatest = Math.max(greatest, distanceKm);
      return distanceKm + half * Math.SQRT2;
    });
    open.forEach((square, i) => {
      if (bounds[i] > greatest + TOLERANCE_KM) kept.push(square);
    });
    open = kept.flatMap(quarters).filter(([x, y, half]) => {
      return Math.hypot(x, y) <= radiusKm + half * Math.SQRT2;
    });
  }
  return greatest;

  /** At a point of the plane, or the nearest to it within the disc. */
  function distanceAt(x: number, y: number): number {
    const km = Math.min(radiusKm, Math.hypot(x, y));
    const bearingDeg = (Math.atan2(x, y) * 180) / Math.PI;
    return Math.abs(border.station(destination(center, bearingDeg, km)).offsetKm);
  }
}

function quarters([x, y, half]: Square): Square[] {
  const quarter = half / 2;
  return [
    [x - quarter, y - quarter, quarter],
    [x + quarter, y - quarter, quarter],
    [x - quarter, y + quarter, quarter],
    [x + quarter, y + quarter, quarter]
  ];
}
