import type { LonLat } from '../geodesy/position';
import type { Leg } from '../geodesy/ruler';
import type { Side } from './side';
import type { Station } from './station';
import type { StationedPath } from './stationed-path';

/** A unit of length to write in. */
export interface LengthUnit {
  /** As it stands behind a number. */
  label: string;
  /** How many make a kilometre. */
  perKm: number;
}

export interface RulerTextOptions {
  unit?: LengthUnit;
  /** Whether the path is meant as a polygon. */
  closed?: boolean;
}

/** Vertices are written to 1 m, and so are lengths: what is clicked or typed is hardly better known. */
const DEGREE_DIGITS = 5;
const VERTEX_KM = 1e-3;

const SIDE_TEXTS: Record<Side, string> = {
  afghan: 'from the line, Afghan side',
  pakistan: 'from the line, Pakistani side',
  line: 'on the line'
};

/**
 * A measured path in lines of plain text: each vertex with its coordinates (latitude first, to be
 * read back by `parsePosition`) and station, each leg with its length and bearings, then the sums.
 * Lengths are written to about 1 m, areas to what 1 m along the perimeter makes.
 */
export function rulerText(path: StationedPath, options: RulerTextOptions = {}): string {
  const { unit = { label: 'km', perKm: 1 }, closed = false } = options;
  const { legs, lengthKm, closingLeg } = path.measure;
  const isPolygon = closed && closingLeg !== null;
  const steps = isPolygon ? [...legs, closingLeg] : legs;
  const vertices = path.positions.flatMap((position, i) => [
    `${i + 1}. ${latLon(position)}`,
    `   ${stationText(path.stations[i], unit)}`,
    ...(i < steps.length
      ? [`   to ${((i + 1) % path.positions.length) + 1}: ${legText(steps[i], unit)}`]
      : [])
  ]);
  const sums = isPolygon ? polygonLines(path, unit) : [`Length ${lengthText(lengthKm, unit)}`];
  return [...vertices, ...sums, 'Geodesics on WGS 84; bearings clockwise from north', ''].join(
    '\n'
  );
}

function latLon([lon, lat]: LonLat): string {
  return `${lat.toFixed(DEGREE_DIGITS)}, ${lon.toFixed(DEGREE_DIGITS)}`;
}

function stationText({ chainageKm, offsetKm, side }: Station, unit: LengthUnit): string {
  const chainage = `chainage ${lengthText(chainageKm, unit)}`;
  if (side === 'line') return `${chainage}, ${SIDE_TEXTS.line}`;
  return `${chainage}, ${lengthText(Math.abs(offsetKm), unit)} ${SIDE_TEXTS[side]}`;
}

function legText(
  { distanceKm, initialBearingDeg, finalBearingDeg }: Leg,
  unit: LengthUnit
): string {
  const length = lengthText(distanceKm, unit);
  if (initialBearingDeg === null || finalBearingDeg === null) return length;
  return `${length}, bearing ${degrees(initialBearingDeg)}, at its end ${degrees(finalBearingDeg)}`;
}

function polygonLines({ measure }: StationedPath, unit: LengthUnit): string[] {
  const { areaKm2, perimeterKm } = measure;
  if (perimeterKm === null) return [];
  const perimeter = `Perimeter ${lengthText(perimeterKm, unit)}`;
  if (areaKm2 === null) return [perimeter, 'Area none: the polygon crosses or touches itself'];
  const digits = digitsOf(perimeterKm * VERTEX_KM * unit.perKm ** 2);
  const area = (areaKm2 * unit.perKm ** 2).toFixed(digits);
  return [perimeter, `Area ${area} ${unit.label}²`];
}

function lengthText(km: number, { label, perKm }: LengthUnit): string {
  return `${(km * perKm).toFixed(digitsOf(VERTEX_KM * perKm))} ${label}`;
}

/** The decimals of a number that is known to `step`. */
function digitsOf(step: number): number {
  return Math.min(9, Math.max(0, Math.round(-Math.log10(step))));
}

/** A bearing to a tenth of a degree, never 360.0. */
function degrees(bearing: number): string {
  return `${((Math.round(bearing * 10) % 3600) / 10).toFixed(1)}°`;
}
