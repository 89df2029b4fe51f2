import { lineString, simplify } from '@turf/turf';
import type { Position } from 'geojson';
import type { Border } from '../../src/lib/border/border';
import type { LonLat } from '../../src/lib/geodesy/position';
import { fitProjection } from '../../src/lib/geodesy/projection';
import type { Zone } from '../../src/lib/zones/zone';
import { readLine } from '../fixtures/line';
import { sampleEdges } from '../fixtures/zones/boundary';
import { readCountries } from '../fixtures/zones/countries';
import { clipperBuffer, geosBuffer, turfBuffer, type Rival } from '../fixtures/zones/rivals';
import { asShipped } from './support/as-shipped';
import { createYardstick, timeUndisturbed } from './support/undisturbed';

export const title =
  'Zones: both sides of the whole line, cut at frontiers; round ends beside the others, on one core';

/** The others take seconds to minutes each; BENCH_ALL=1 asks for every width and all of them. */
const isFull = Boolean(process.env.BENCH_ALL);
const WIDTHS_KM = isFull ? [0.5, 1, 2, 5, 10, 20, 30, 50, 100] : [1, 5, 10, 100];
const TURF_WIDTHS_KM = isFull ? WIDTHS_KM : [100];
/** Clipper takes minutes for the widest. */
const CLIPPER_WIDTHS_KM = isFull ? WIDTHS_KM : [1, 5, 10];
/** So many that nobody disturbed, if they can be had in this time. */
const OUR_RUNS = { runs: 25, mostMs: 10_000 };
/** As under a slider that has moved for a moment: the code is compiled by then. */
const WARM_UPS = 10;
const LEAST_MOVE = 1e-6;
/** Widths of the two levels for narrow zones (`zones/levels.ts`). */
const NARROW_KM = [0.5, 1];
/** How long to wait for nobody to disturb the preparation, which is timed once. */
const QUIET_WAIT_MS = 20_000;
const STRETCHES = [{ fromKm: 700, toKm: 1700 }];
const SAMPLES = 3000;

interface Measured {
  ms: number;
  /** Of runs that no other user of the machine disturbed. */
  undisturbedMs?: number | undefined;
  undisturbedRuns?: number;
  rings: Position[][];
}

/** Prints time and accuracy of our zones, turf's, GEOS's and Clipper's side by side. */
export async function run(): Promise<void> {
  const shipped = await asShipped<typeof import('./support/zone-engine')>(
    'tests/bench/support/zone-engine.ts'
  );
  const { createBorder, createZoneEngine } = shipped;
  const line = readLine();
  const border = createBorder(line);
  const countries = readCountries(line);
  const yardstick = createYardstick();
  yardstick.awaitQuiet(QUIET_WAIT_MS);
  const slowdowns = [yardstick.slowdown()];
  const prepared = timed(() => createZoneEngine(border, countries));
  const engine = prepared.result;
  slowdowns.push(yardstick.slowdown());
  yardstick.awaitQuiet(QUIET_WAIT_MS);
  slowdowns.push(yardstick.slowdown());
  const narrowMs = NARROW_KM.reduce((sum, afghanKm) => {
    const short = { afghanKm, pakistanKm: 0, stretches: [{ fromKm: 0, toKm: 1 }] };
    return sum + timed(() => engine.flatFootprint(short)).ms;
  }, 0);
  slowdowns.push(yardstick.slowdown());
  const dense = border.line.positions;
  const projection = fitProjection(dense, 110);
  const geos = await geosBuffer(projection);
  const clipper = await clipperBuffer(projection);

  /** As flat rings, which is how the page has it from the worker; or as GeoJSON, as the others give it. */
  const ours = (widthKm: number, zonePart: Partial<Zone> = {}, asGeoJson = false): Measured => {
    const make = asGeoJson ? engine.footprint : engine.flatFootprint;
    const zone = { afghanKm: widthKm, pakistanKm: widthKm, caps: 'round' as const, ...zonePart };
    // Each a little narrower than the last, as under a slider: what stays the same is not drawn anew.
    const moved = (i: number) => 1 - i * LEAST_MOVE;
    const draw = (i: number) =>
      make({
        ...zone,
        afghanKm: zone.afghanKm * moved(i),
        pakistanKm: zone.pakistanKm * moved(i)
      });
    for (let i = 0; i < WARM_UPS; i++) draw(i);
    const { medianMs, ...undisturbed } = timeUndisturbed(
      yardstick,
      (run) => draw(WARM_UPS + run),
      OUR_RUNS
    );
    const { afghan, pakistan } = engine.footprint(zone);
    const rings = [...afghan.coordinates, ...pakistan.coordinates].flat();
    return { ms: medianMs, ...undisturbed, rings };
  };
  const once = (rival: Rival, path: readonly LonLat[], widthKm: number): Measured => {
    const { result, ms } = timed(() => rival(path, widthKm));
    return { ms, rings: result };
  };

  for (const widthKm of WIDTHS_KM) {
    const own = ours(widthKm, {}, true);
    const coarse = coarseEnough(line, widthKm, own.ms);
    const rivals: [string, Measured][] = [
      ['this app, cut at frontiers', untested(ours(widthKm, { caps: 'flat' }))],
      ['this app, one side, cut', untested(ours(widthKm, { caps: 'flat', pakistanKm: 0 }))],
      ['this app, a stretch of 1,000 km', untested(ours(widthKm, { stretches: STRETCHES }))],
      ['this app, round ends', untested(ours(widthKm))],
      ['this app, one side, round ends', ours(widthKm, { pakistanKm: 0 })],
      ['this app, as GeoJSON', own],
      [`turf.buffer, ${coarse.path.length} vertices`, coarse.measured],
      ['geos-wasm', once(geos, dense, widthKm)]
    ];
    if (CLIPPER_WIDTHS_KM.includes(widthKm)) {
      rivals.push(['clipper2-wasm', once(clipper, dense, widthKm)]);
    }
    if (TURF_WIDTHS_KM.includes(widthKm)) {
      rivals.push([`turf.buffer, ${line.length} vertices`, once(turfBuffer, line, widthKm)]);
    }
    console.log(`\n${widthKm} km a side`);
    console.table(
      Object.fromEntries(
        rivals.map(([name, measured]) => [name, row(measured, own, border, widthKm)])
      )
    );
  }
  console.log(
    `Prepared in ${Math.round(prepared.ms)} ms, the levels for narrow zones in another ` +
      `${Math.round(narrowMs)} ms at their first use (for zones of 1 km of the line); before and ` +
      `after each, a yardstick took ${slowdowns.map((times) => times.toFixed(2)).join(', ')} times as long as it ` +
      'does undisturbed. Undisturbed: runs before and after which the yardstick told that nobody else used the ' +
      'core. Error: how far the outline is from the line, against its width, at some ' +
      `${SAMPLES} positions; the line is the full one for all.`
  );
}

function timed<T>(work: () => T): { result: T; ms: number } {
  const start = performance.now();
  const result = work();
  return { result, ms: performance.now() - start };
}

/** turf.buffer on the line simplified until it takes about as long as we do. */
function coarseEnough(line: LonLat[], widthKm: number, ms: number) {
  for (let toleranceDeg = 0.01; ; toleranceDeg *= 1.6) {
    const options = { tolerance: toleranceDeg, highQuality: false };
    const path = simplify(lineString(line), options).geometry.coordinates as LonLat[];
    turfBuffer(path, widthKm); // warms up
    const { result, ms: turfMs } = timed(() => turfBuffer(path, widthKm));
    if (turfMs < 1.3 * ms || path.length < 4)
      return { path, measured: { ms: turfMs, rings: result } };
  }
}

/** Where edges lie across the line, their distance from it tells nothing: see the tests for these. */
const untested = (measured: Measured): Measured => ({ ...measured, rings: [] });

function row(
  { ms, undisturbedMs, undisturbedRuns, rings }: Measured,
  own: Measured,
  border: Border,
  widthKm: number
) {
  const times = {
    ms: Number(ms.toPrecision(3)),
    ...(undisturbedRuns !== undefined && {
      'undisturbed ms': undisturbedMs ? Number(undisturbedMs.toPrecision(3)) : 'none',
      'of runs': undisturbedRuns
    }),
    'times our GeoJSON': Number((ms / own.ms).toPrecision(3))
  };
  if (rings.length === 0) return times;
  const isOnLine = new Set(border.line.positions.map(String));
  const alongLine = (from: Position, to: Position) =>
    isOnLine.has(String(from)) && isOnLine.has(String(to));
  const all = { type: 'MultiPolygon' as const, coordinates: rings.map((ring) => [ring]) };
  const errors = sampleEdges(all, SAMPLES, alongLine)
    .map((position) => border.station(position))
    .filter(({ atEnd }) => atEnd === null) // our two sides part in the middle of a round end
    .map(({ offsetKm }) => Math.abs(offsetKm) / widthKm - 1);
  const squares = errors.reduce((sum, error) => sum + error ** 2, 0);
  return {
    ...times,
    'worst error %': percent(errors.reduce((worst, error) => Math.max(worst, Math.abs(error)), 0)),
    'RMS error %': percent(Math.sqrt(squares / errors.length)),
    vertices: rings.reduce((sum, ring) => sum + ring.length, 0)
  };
}

const percent = (share: number) => Number((100 * share).toPrecision(2));
