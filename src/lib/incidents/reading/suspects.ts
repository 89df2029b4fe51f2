import { isNearLine } from '../../formats/region';
import type { Suspicion, SuspectGroup } from '../report';
import { NO_DAY, PRECISIONS, type IncidentTable } from '../table';
import { duplicatesOf } from './duplicates';
import { dayNumber } from './values/days';

const CHOICES: Record<Suspicion, SuspectGroup['choices']> = {
  swapped: ['mend', 'keep', 'drop'],
  zero: ['mend', 'keep', 'drop'],
  centroid: ['mend', 'keep', 'drop'],
  duplicate: ['keep', 'drop'],
  'odd-date': ['keep', 'mend', 'drop']
};

/** The rows of a table that look wrong, by kind; a row may be in several. */
export function suspectsOf(table: IncidentTable, now: Date): SuspectGroup[] {
  const found: Record<Suspicion, Uint32Array> = {
    swapped: rowsWhere(table, swappedTest(table)),
    zero: rowsWhere(table, (row) => atZero(table, row)),
    centroid: rowsWhere(table, (row) => atCentroid(table, row)),
    duplicate: duplicatesOf(table),
    'odd-date': rowsWhere(table, oddDateTest(table, now))
  };
  return (Object.keys(CHOICES) as Suspicion[])
    .filter((suspicion) => found[suspicion].length > 0)
    .map((suspicion) => ({ suspicion, rows: found[suspicion], choices: [...CHOICES[suspicion]] }));
}

function rowsWhere({ rows }: IncidentTable, test: (row: number) => boolean): Uint32Array {
  const found: number[] = [];
  for (let row = 0; row < rows; row++) if (test(row)) found.push(row);
  return Uint32Array.from(found);
}

const atZero = ({ lonLat }: IncidentTable, row: number) =>
  lonLat[2 * row] === 0 || lonLat[2 * row + 1] === 0;

/**
 * A position seems swapped where it is far from the others and, swapped, is among them: “among” is
 * the box that holds the middle nine tenths of all positions and half as much again around it; in
 * a table of which nearly all lies in the country around the line, as it stands or swapped, it is
 * that country too.
 */
function swappedTest(table: IncidentTable): (row: number) => boolean {
  const { lonLat } = table;
  const box = boxOfMost(table);
  const isLocal = isAroundLine(table);
  return (row) => {
    const [lon, lat] = [lonLat[2 * row], lonLat[2 * row + 1]];
    if (Number.isNaN(lon) || Math.abs(lon) > 90) return false;
    if (isLocal && isNearLine(lon, lat)) return false;
    if (isLocal && isNearLine(lat, lon)) return true;
    return box !== null && !within(box, lon, lat) && within(box, lat, lon);
  };
}

function isAroundLine({ rows, lonLat }: IncidentTable): boolean {
  let placed = 0;
  let near = 0;
  for (let row = 0; row < rows; row++) {
    const [lon, lat] = [lonLat[2 * row], lonLat[2 * row + 1]];
    if (Number.isNaN(lon) || lon === 0 || lat === 0) continue;
    placed++;
    if (isNearLine(lon, lat) || isNearLine(lat, lon)) near++;
  }
  return near > 0.8 * placed;
}

type Box = [west: number, south: number, east: number, north: number];

const within = ([west, south, east, north]: Box, lon: number, lat: number) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

function boxOfMost({ rows, lonLat }: IncidentTable): Box | null {
  const step = Math.max(1, Math.floor(rows / 20_000));
  const lons: number[] = [];
  const lats: number[] = [];
  for (let row = 0; row < rows; row += step) {
    if (Number.isNaN(lonLat[2 * row])) continue;
    lons.push(lonLat[2 * row]);
    lats.push(lonLat[2 * row + 1]);
  }
  if (lons.length < 10) return null;
  const [west, east] = middle(lons);
  const [south, north] = middle(lats);
  return [west, south, east, north];
}

/** The interval of the middle nine tenths, and half its length, at least 1°, on either side. */
function middle(values: number[]): [number, number] {
  const sorted = Float64Array.from(values).sort();
  const low = sorted[Math.floor(sorted.length * 0.05)];
  const high = sorted[Math.floor((sorted.length - 1) * 0.95)];
  const spare = Math.max(1, (high - low) / 2);
  return [low - spare, high + spare];
}

/** What geocoders give for a whole country: as Google's list of countries has them, and round degrees. */
const CENTROIDS: readonly (readonly [lon: number, lat: number])[] = [
  [69.345116, 30.375321],
  [67.709953, 33.93911],
  [53.688046, 32.427908],
  [78.96288, 20.593684],
  [71.276093, 38.861034],
  [59.556278, 38.969719],
  [64.585262, 41.377491],
  [104.195397, 35.86166],
  [70, 30],
  [65, 33],
  [66, 33]
];
/** Some 15 m: a file may round to four decimals. */
const CENTROID_DEGREES = 0.00015;

function atCentroid({ lonLat, precision }: IncidentTable, row: number): boolean {
  if (PRECISIONS[precision[row]] === 'unplaced') return false;
  const [lon, lat] = [lonLat[2 * row], lonLat[2 * row + 1]];
  return CENTROIDS.some(
    ([cLon, cLat]) =>
      Math.abs(lon - cLon) <= CENTROID_DEGREES && Math.abs(lat - cLat) <= CENTROID_DEGREES
  );
}

function oddDateTest({ firstDay, lastDay }: IncidentTable, now: Date): (row: number) => boolean {
  const earliest = dayNumber(1800, 1, 1);
  const today = Math.floor(now.getTime() / 86_400_000);
  return (row) =>
    firstDay[row] !== NO_DAY &&
    (firstDay[row] < earliest || firstDay[row] > today + 1 || lastDay[row] < earliest);
}
