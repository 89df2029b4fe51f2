import { isLonLat, type LonLat } from '../geodesy/position';
import { isNearLine } from './region';
import { readAngle, type Angle } from './angle';

/** A position as read from what a person typed, or a sentence that says what to do. */
export type ParsedPosition =
  { ok: true; position: LonLat; hint: string | null } | { ok: false; problem: string };

/** What is to be said of a line, counted from 1. */
export interface LineNote {
  line: number;
  text: string;
}

/** The positions of several lines, and what is to be said of those that hold none or look odd. */
export interface ParsedPositions {
  positions: LonLat[];
  problems: LineNote[];
  hints: LineNote[];
}

const EXAMPLE = 'Write latitude and longitude, as 33.0006, 70.0712 or 33°00′02″N 70°04′16″E.';
const LONGEST = 200;

/**
 * Reads a position as people write it: latitude first unless the letters N, S, E, W say otherwise;
 * in degrees, with minutes and seconds if need be; with points or commas for decimals. A reading
 * that is far from the line, but near it with the coordinates exchanged, comes with a hint. What
 * cannot be read, can be read in two ways, or lies out of range is refused with a sentence.
 */
export function parsePosition(text: string): ParsedPosition {
  const plain = plainly(text);
  if (plain === '' || text.length > LONGEST) return { ok: false, problem: EXAMPLE };
  const readings = decimalReadings(plain).map(readPair).filter(isPair);
  const distinct = readings.filter(
    (pair, i) => readings.findIndex((other) => isSame(pair, other)) === i
  );
  if (distinct.length === 0) {
    return { ok: false, problem: `“${text.trim()}” is no position. ${EXAMPLE}` };
  }
  if (distinct.length > 1) {
    const options = distinct.map(written).join(' or ');
    return { ok: false, problem: `“${text.trim()}” can be read in two ways. Write ${options}.` };
  }
  return checked(distinct[0]);
}

/** Reads the positions of a text, one a line; empty lines count, but hold none and are no problem. */
export function parsePositions(text: string): ParsedPositions {
  const found: ParsedPositions = { positions: [], problems: [], hints: [] };
  text.split(/\r\n|\r|\n/).forEach((content, i) => {
    if (content.trim() === '') return;
    const parsed = parsePosition(content);
    if (!parsed.ok) {
      found.problems.push({ line: i + 1, text: parsed.problem });
      return;
    }
    found.positions.push(parsed.position);
    if (parsed.hint !== null) found.hints.push({ line: i + 1, text: parsed.hint });
  });
  return found;
}

/** Every kind of sign for the same thing as one, in capitals, with single spaces. */
export function plainly(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[°º˚ᵒ]/g, '°')
    .replace(/[″“”„‟ʺ＂〃]|[′'’‘‛ʹʼ´`＇]{2}/g, '"')
    .replace(/[′’‘‛ʹʼ´`＇]/g, "'")
    .replace(/[−–‒﹣－]/g, '-')
    .replace(/٫/g, ',')
    .replace(/[،，]/g, ', ')
    .replace(/[؛；]/g, ';')
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .replace(/^ ?[([]|[)\]] ?$/g, '')
    .trim()
    .toUpperCase();
}

/** The text with its commas between digits as separators, and as decimal points. */
function decimalReadings(text: string): string[] {
  return text.includes('.') ? [text] : [text, text.replace(/(?<=\d),(?=\d)/g, '.')];
}

/** The two angles of a text, latitude first; null if it is no pair. */
function readPair(text: string): [lat: number, lon: number] | null {
  const halves = splitInTwo(text);
  if (!halves) return null;
  const [first, second] = halves.map(readAngle);
  return first && second ? inOrder(first, second) : null;
}

const isPair = (pair: [number, number] | null) => pair !== null;
const isSame = (a: [number, number], b: [number, number]) => a[0] === b[0] && a[1] === b[1];

function inOrder(first: Angle, second: Angle): [lat: number, lon: number] | null {
  if (first.axis !== null && first.axis === second.axis) return null;
  const isLonFirst = first.axis === 'lon' || second.axis === 'lat';
  return isLonFirst ? [second.degrees, first.degrees] : [first.degrees, second.degrees];
}

/** Parts a text between its two angles; null if there is no telling where. */
function splitInTwo(text: string): [string, string] | null {
  const parts = text.split(/[;/]/.test(text) ? /[;/]/ : ',');
  if (parts.length > 1) return parts.length === 2 ? [parts[0], parts[1]] : null;
  const at = byLetters(text) ?? byDegreeSigns(text) ?? byCount(text);
  return at === undefined ? null : [text.slice(0, at), text.slice(at)];
}

/** Before a letter that leads the second angle, or behind one that ends the first. */
function byLetters(text: string): number | undefined {
  const leading = /^[NSEW]/.test(text) ? /(?<!^)[NSEW]/.exec(text) : / [NSEW](?=\d)/.exec(text);
  if (leading) return leading.index;
  const trailing = /(?<!^)[NSEW](?=.*\d)/.exec(text);
  return trailing ? trailing.index + 1 : undefined;
}

/** Before the number of the second degree sign. */
function byDegreeSigns(text: string): number | undefined {
  const [, second] = text.matchAll(/[-+]?[\d.]+ ?°/g);
  return second?.index;
}

/** In the middle of 2, 4 or 6 numbers with spaces between. */
function byCount(text: string): number | undefined {
  const numbers = [...text.matchAll(/(?<=^| )[NSEW]?[-+]?[\d.]+/g)];
  return numbers.length % 2 === 0 ? numbers[numbers.length / 2]?.index : undefined;
}

function checked([lat, lon]: [number, number]): ParsedPosition {
  if (isLonLat(lon, lat)) {
    const isExchanged = !isNearLine(lon, lat) && isNearLine(lat, lon);
    const hint = isExchanged
      ? `${written([lat, lon])} is far from the line. If longitude came first, write ` +
        `${written([lon, lat])}.`
      : null;
    return { ok: true, position: [lon, lat], hint };
  }
  const fault =
    Math.abs(lat) > 90
      ? `The latitude ${lat} is not from -90 to 90.`
      : `The longitude ${lon} is not from -180 to 180.`;
  const advice = isLonLat(lat, lon)
    ? ` If longitude came first, write ${written([lon, lat])}.`
    : '';
  return { ok: false, problem: fault + advice };
}

/** A pair as it can be written without doubt. */
function written([lat, lon]: [number, number]): string {
  return `${lettered(lat, 'N', 'S')} ${lettered(lon, 'E', 'W')}`;
}

function lettered(degrees: number, positive: string, negative: string): string {
  return `${Number(Math.abs(degrees).toFixed(7))}${degrees < 0 ? negative : positive}`;
}
