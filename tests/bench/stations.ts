import { lineString, nearestPointOnLine } from '@turf/turf';
import { createBorder } from '../../src/lib/border/border';
import { destination, distanceKm } from '../../src/lib/geodesy/geodesic';
import type { LonLat } from '../../src/lib/geodesy/position';
import { readLine } from '../fixtures/line';
import { randomFrom } from '../fixtures/random';
import { readTruth, type TruthRow } from '../fixtures/stations/truth';

export const title = 'Stations: positions up to 100 km from the full line, on one core';

/** turf looks at every segment for every position, so it gets few and the time is scaled. */
const OUR_POSITIONS = 1_000_000;
const TURF_POSITIONS = 60;
const FARTHEST_KM = 100;

interface Answer {
  distanceKm: number;
  foot: LonLat;
}

interface Figures {
  preparedMs: number;
  perSecond: number;
  truth: TruthRow[];
  answers: Answer[];
}

/** Prints speed and accuracy of this app's stations and of turf.nearestPointOnLine side by side. */
export async function run(): Promise<void> {
  const line = readLine();
  const truth = readTruth().filter(
    ({ kind, distanceKm }) => kind === 'near' && distanceKm < FARTHEST_KM
  );
  const ours = measureBorder(line, truth);
  const turf = measureTurf(line, truth.slice(0, TURF_POSITIONS));
  console.table({
    'border.stations': row(ours, turf),
    'turf.nearestPointOnLine': row(turf, turf)
  });
  console.log(
    `${line.length} vertices. Distance error: the distance told, against GeographicLib at ` +
      `${ours.truth.length} positions (turf: ${turf.truth.length}). Foot error: how much farther the ` +
      'foot is than the nearest point of the line.'
  );
}

function row({ preparedMs, perSecond, truth, answers }: Figures, reference: Figures) {
  const distanceErrors = truth.map((row, i) => Math.abs(answers[i].distanceKm - row.distanceKm));
  const footErrors = truth.map(
    (row, i) => distanceKm(row.position, answers[i].foot) - row.distanceKm
  );
  return {
    'prepared in ms': Math.round(preparedMs),
    'stations/s': Number(perSecond.toPrecision(3)),
    ratio: Number((perSecond / reference.perSecond).toPrecision(3)),
    'worst distance error m': inMetres(Math.max(...distanceErrors)),
    'worst foot error m': inMetres(Math.max(...footErrors))
  };
}

/** Metres to two digits, and not below the micrometre to which the truth is written down. */
function inMetres(km: number): number {
  return Math.max(1e-6, Number((km * 1000).toPrecision(2)));
}

function measureBorder(line: LonLat[], truth: TruthRow[]): Figures {
  const [border, preparedMs] = timed(() => createBorder(line));
  const random = randomFrom(1);
  const lonLat = new Float64Array(2 * OUR_POSITIONS);
  for (let i = 0; i < OUR_POSITIONS; i++) {
    const vertex = line[Math.floor(random() * line.length)];
    lonLat.set(destination(vertex, 360 * random(), FARTHEST_KM * random()), 2 * i);
  }
  const [, ms] = timed(() => border.stations(lonLat));
  return {
    preparedMs,
    perSecond: (OUR_POSITIONS / ms) * 1000,
    truth,
    answers: truth.map(({ position }) => {
      const { offsetKm, foot } = border.station(position);
      return { distanceKm: Math.abs(offsetKm), foot };
    })
  };
}

function measureTurf(line: LonLat[], truth: TruthRow[]): Figures {
  const [feature, preparedMs] = timed(() => lineString(line));
  const [nearest, ms] = timed(() =>
    truth.map(({ position }) => nearestPointOnLine(feature, position))
  );
  return {
    preparedMs,
    perSecond: (truth.length / ms) * 1000,
    truth,
    answers: nearest.map(({ properties, geometry }) => ({
      distanceKm: properties.pointDistance,
      foot: [geometry.coordinates[0], geometry.coordinates[1]]
    }))
  };
}

function timed<T>(work: () => T): [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}
