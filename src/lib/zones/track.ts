import type { Border } from '../border/border';
import { areaSumsKm2, areaUnderKm2 } from '../geodesy/area';
import { flatPath, type FlatPath } from '../geodesy/flat-path';
import type { LonLat } from '../geodesy/position';
import type { LineRun } from './outline';
import type { PlaneLine } from './plane-line';
import { firstAbove } from './search';
import { significance } from '../geodesy/significance';

/** The stretches mostly stay while a width changes, so this many runs are kept. */
const RECENT_RUNS = 16;
/** Chainages this near, 1 µm, are the same. */
const SAME_CHAINAGE_KM = 1e-9;

/** A run along the line as a path, and the area it adds to a ring (see `areaUnderKm2`). */
export interface TrackRun {
  path: FlatPath;
  areaKm2: number;
}

/** The line as the part of outlines that runs along it. */
export interface Track {
  /** A run at full detail. It is shared between answers: do not change it. */
  exact(run: LineRun): TrackRun;
  /** A run simplified by a tolerance in km, with edges of no more than some length where it can be. */
  simplified(run: LineRun, toleranceKm: number, longestKm: number): FlatPath;
}

export function createTrack({ line, lengthKm, positionAt }: Border, { x, y }: PlaneLine): Track {
  const { chainageKm, positions } = line;
  const sums = areaSumsKm2(flatPath(positions));
  const significanceKm = significance(x, y);

  const recent = new Map<string, TrackRun>();

  /** A run's beginning and end in the line's direction, and the vertices between them. */
  function spanOf({ fromKm, toKm }: LineRun) {
    const clamp = (km: number) => Math.min(lengthKm, Math.max(0, km));
    const low = clamp(Math.min(fromKm, toKm));
    const high = clamp(Math.max(fromKm, toKm));
    const first = firstAbove(chainageKm, low + SAME_CHAINAGE_KM);
    const end = Math.max(first, firstAbove(chainageKm, high - SAME_CHAINAGE_KM));
    return { begin: positionAt(low), finish: positionAt(high), first, end };
  }

  const directed = (run: LineRun, path: LonLat[]) =>
    flatPath(run.fromKm < run.toKm ? path : path.reverse());

  function exactRun(run: LineRun): TrackRun {
    const { begin, finish, first, end } = spanOf(run);
    const path = [begin].concat(positions.slice(first, end), [finish]);
    const areaKm2 =
      end > first
        ? areaUnderKm2(flatPath([begin, positions[first]])) +
          (sums[end - 1] - sums[first]) +
          areaUnderKm2(flatPath([positions[end - 1], finish]))
        : areaUnderKm2(flatPath(path));
    const sign = run.fromKm < run.toKm ? 1 : -1;
    return { path: directed(run, path), areaKm2: sign * areaKm2 };
  }

  return {
    exact(run) {
      const key = `${run.fromKm} ${run.toKm}`;
      const known = recent.get(key) ?? exactRun(run);
      recent.set(key, known);
      if (recent.size > RECENT_RUNS) recent.clear();
      return known;
    },
    simplified(run, toleranceKm, longestKm) {
      const { begin, finish, first, end } = spanOf(run);
      const path = [begin];
      let fromKm = Math.min(run.fromKm, run.toKm);
      for (let i = first; i < end; i++) {
        const isTooFar = (chainageKm[i + 1] ?? Infinity) - fromKm > longestKm;
        if (significanceKm[i] <= toleranceKm && !isTooFar) continue;
        path.push(positions[i]);
        fromKm = chainageKm[i];
      }
      path.push(finish);
      return directed(run, path);
    }
  };
}
