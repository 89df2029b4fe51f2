import * as mgrs from 'mgrs';
import { readAngle } from '../../../formats/angle';
import { parsePosition, plainly } from '../../../formats/coordinates';
import type { LonLat } from '../../../geodesy/position';
import type { NumberStyle } from './numbers';
import { readNumber } from './numbers';

/** Node takes the package’s CommonJS copy, whose functions lie under `default`. */
const { toPoint } = 'default' in mgrs ? (mgrs.default as typeof mgrs) : mgrs;

const LONGEST = 120;

/**
 * One coordinate in degrees: a number, or degrees, minutes and seconds in the usual writings
 * (33°45′12″N, 33 45 12 N, 33-45-12N, 334512N); NaN for anything else, also for a letter of the other
 * axis.
 */
export function readCoordinate(
  cell: string | number,
  axis: 'lon' | 'lat',
  style: NumberStyle
): number {
  const number = readNumber(cell, style);
  if (!Number.isNaN(number) || typeof cell === 'number') return number;
  if (cell.length > LONGEST) return NaN;
  const text = spaced(plainly(cell));
  const angle = readAngle(text) ?? readAngle(text.replace(/(\d),(\d)/, '$1.$2'));
  return angle && (angle.axis === null || angle.axis === axis) ? angle.degrees : NaN;
}

/** Writings of an angle that `readAngle` does not know, as one that it does. */
function spaced(text: string): string {
  const packed = /^([NSEW])? ?(\d{2,3})(\d{2})(\d{2}(?:\.\d+)?) ?([NSEW])?$/.exec(text);
  if (packed && (packed[1] ?? packed[5])) {
    const [, before = '', degrees, minutes, seconds, behind = ''] = packed;
    return `${before}${degrees} ${minutes} ${seconds}${behind}`;
  }
  return text
    .replace(/(?<=M ?[\d.]+) ?S(?= ?[NSEW]?$)/, '"')
    .replace(/(?<=\d) ?(?:D|DEG|DEGREES)\.? ?(?=\d|$| )/g, '° ')
    .replace(/(?<=\d) ?(?:M|MIN|MINUTES)\.? ?(?=\d|$| )/g, "' ")
    .replace(/(?<=\d) ?(?:SEC|SECONDS)\.? ?(?=[NSEW]|$)/g, '"')
    .replace(/(?<=\d)[-:](?=\d)/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

const PAIR = /^[([]? ?([-+]?\d+(?:\.\d+)?)°?(?: ?[,;/] ?| )([-+]?\d+(?:\.\d+)?)°? ?[)\]]?$/;
const WKT = /^(?:SRID ?= ?\d+ ?; ?)?POINT ?Z? ?\( ?([-+]?[\d.]+) ([-+]?[\d.]+)(?: [-+\d.]+)? ?\)?$/;
const MGRS = /^(?:[1-9]|[1-5]\d|60)[C-HJ-NP-X][A-HJ-NP-Z]{2}(?:\d\d){1,5}$/;

/**
 * A position in one text: two numbers in the given order, degrees with minutes and seconds, MGRS (the
 * centre of its square) or a WKT point. Null where there is none; what is out of range is given as
 * it stands.
 */
export function readPosition(cell: string | number, order: 'lat-lon' | 'lon-lat'): LonLat | null {
  if (typeof cell === 'number' || cell.length > LONGEST) return null;
  const text = plainly(cell);
  const wkt = WKT.exec(text);
  if (wkt) return finitePair(Number(wkt[1]), Number(wkt[2]));
  const grid = text.replace(/ /g, '');
  if (MGRS.test(grid)) return fromMgrs(grid);
  const pair = PAIR.exec(text);
  if (pair) {
    const [first, second] = [Number(pair[1]), Number(pair[2])];
    return order === 'lat-lon' ? finitePair(second, first) : finitePair(first, second);
  }
  const parsed = parsePosition(spacedPair(text));
  if (!parsed.ok) return null;
  const [lon, lat] = parsed.position;
  return order === 'lat-lon' || /[NSEW]/.test(text) ? [lon, lat] : [lat, lon];
}

/** 33-45-12N 070-04-16E with spaces, as `parsePosition` knows it. */
const spacedPair = (text: string) => text.replace(/(?<=\d)-(?=\d)/g, ' ');

const finitePair = (lon: number, lat: number): LonLat | null =>
  Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null;

function fromMgrs(grid: string): LonLat | null {
  try {
    const [lon, lat] = toPoint(grid);
    return finitePair(lon, lat);
  } catch {
    return null;
  }
}
