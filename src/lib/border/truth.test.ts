import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { randomFrom } from '../../../tests/fixtures/random';
import { createOracle } from '../../../tests/fixtures/stations/oracle';
import { around } from '../../../tests/fixtures/stations/points';
import { readTruth, type TruthRow } from '../../../tests/fixtures/stations/truth';
import { distanceKm } from '../geodesy/geodesic';
import { createBorder } from './border';

const line = readLine();
const border = createBorder(line);
const truth = readTruth();

const MM = 1e-6;

function rows(kind: string, nearestKm = 0, farthestKm = 301): TruthRow[] {
  return truth.filter(
    (row) => row.kind === kind && row.distanceKm >= nearestKm && row.distanceKm < farthestKm
  );
}

function worst(of: TruthRow[], error: (row: TruthRow) => number): number {
  return Math.max(...of.map(error));
}

function distanceErrorKm({ position, distanceKm }: TruthRow): number {
  return Math.abs(Math.abs(border.station(position).offsetKm) - distanceKm);
}

/** How much farther the foot is than the nearest point of the line. */
function footErrorKm({ position, distanceKm: nearestKm }: TruthRow): number {
  return Math.abs(distanceKm(position, border.station(position).foot) - nearestKm);
}

/** How far the foot is off along the line, where it is not on another branch equally near. */
function chainageErrorKm({ position, chainageKm }: TruthRow): number {
  return Math.abs(border.station(position).chainageKm - chainageKm);
}

test.each([
  ['near', 2000],
  ['close', 200],
  ['end', 200],
  ['bend', 400],
  ['tie', 200],
  ['line', 150],
  ['joint', 150]
])('%s: distance and foot are right to a millimetre at all %d positions', (kind, count) => {
  const within = rows(kind);
  expect(within).toHaveLength(count);
  expect(worst(within, distanceErrorKm)).toBeLessThan(MM);
  expect(worst(within, footErrorKm)).toBeLessThan(MM);
});

test.each(['near', 'close', 'end', 'bend', 'line', 'joint'])(
  '%s: the chainage is right to 0.1 m within 100 km of the line, to half a metre within 300 km',
  (kind) => {
    expect(worst(rows(kind, 0, 100), chainageErrorKm)).toBeLessThan(100 * MM);
    expect(worst(rows(kind), chainageErrorKm)).toBeLessThan(0.0005);
  }
);

test('at a tie the foot may be on either branch, and lies on the line at its chainage', () => {
  for (const { position } of rows('tie')) {
    const { chainageKm, foot } = border.station(position);
    expect(distanceKm(border.positionAt(chainageKm), foot)).toBeLessThan(MM);
  }
});

test('up to 10,000 km away the distance is right to 0.1 m', () => {
  const far = rows('far', 300, 10_000);
  expect(far.length).toBeGreaterThan(150);
  expect(worst(far, distanceErrorKm)).toBeLessThan(0.0001);
});

test('at the other end of the earth the distance is right to 1 %', () => {
  const farthest = rows('far', 10_000, Infinity);
  expect(farthest.length).toBeGreaterThan(100);
  expect(worst(farthest, (row) => distanceErrorKm(row) / row.distanceKm)).toBeLessThan(0.01);
});

test('positions that are in no file agree with the oracle too', () => {
  const oracle = createOracle(line);
  const random = randomFrom(2026);
  const fresh = Array.from({ length: 40 }, () => around(line, 300, random));
  const rows = fresh.map((position) => ({ kind: 'fresh', position, ...oracle(position) }));
  expect(worst(rows, distanceErrorKm)).toBeLessThan(MM);
});
