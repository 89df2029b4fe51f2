import type { FeatureCollection } from 'geojson';
import type { Cell } from '../../engine/incidents/protocol';
import { collection, feature } from '../features';
import { PIE_PX } from './pie';

/** A count in few signs, for a cluster: 940, 1.2k, 34k, 1.1M. */
export function shortCount(count: number): string {
  const whole = Math.round(count);
  if (whole < 1000) return String(whole);
  if (whole < 9950) return `${Number((whole / 1000).toFixed(1))}k`;
  if (whole < 999_500) return `${Math.round(whole / 1000)}k`;
  return `${Number((whole / 1e6).toFixed(1))}M`;
}

const NICE = [1, 2, 5];
const MOST_CLASSES = 5;

/**
 * Where the classes of a scale of counts begin: at round numbers, each some times the last, no more
 * than five of them. Empty for no counts.
 */
export function countClasses(counts: readonly number[]): number[] {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const round: number[] = [];
  for (let power = 1; power <= most; power *= 10) {
    round.push(...NICE.map((nice) => nice * power).filter((start) => start <= most));
  }
  const stride = Math.ceil(round.length / MOST_CLASSES);
  return round.filter((_, i) => i % stride === 0);
}

/** The class of a count: the last that begins at or below it. */
export function classOf(count: number, classes: readonly number[]): number {
  return Math.max(
    0,
    classes.findLastIndex((start) => start <= count)
  );
}

/** “1–4”, “5–19”, “20 and more”: what each class holds. */
export function classLabels(classes: readonly number[]): string[] {
  return classes.map((start, i) => {
    const next = classes.at(i + 1);
    if (next === undefined) return `${start.toLocaleString('en')} and more`;
    return next - 1 === start
      ? start.toLocaleString('en')
      : `${start.toLocaleString('en')}–${(next - 1).toLocaleString('en')}`;
  });
}

/** The radius of a cluster in pixels: it grows with the number of digits. */
export function clusterRadiusPx(count: number): number {
  return Math.min(30, 11 + 5 * Math.log10(Math.max(1, count)));
}

/** Clusters as points; `iconOf` names the picture of a cell’s shares. */
export function clusterFeatures(
  cells: readonly Cell[],
  iconOf: (cell: Cell) => string
): FeatureCollection {
  return collection(
    cells.map((cell) =>
      feature(
        { type: 'Point', coordinates: cell.position },
        {
          icon: iconOf(cell),
          count: cell.count,
          label: shortCount(cell.count),
          scale: (2 * clusterRadiusPx(cell.count)) / PIE_PX,
          order: -cell.count
        }
      )
    )
  );
}

export function hexagonFeatures(
  cells: readonly Cell[],
  classes: readonly number[]
): FeatureCollection {
  return collection(
    cells.flatMap(({ ring, count }) =>
      ring
        ? feature(
            { type: 'Polygon', coordinates: [ring] },
            { count, class: classOf(count, classes) }
          )
        : []
    )
  );
}

/** Points whose weights have 1 at the 95th percentile: a few crowded cells do not drown the rest. */
export function heatFeatures(cells: readonly Cell[]): FeatureCollection {
  const counts = cells.map(({ count }) => count).sort((a, b) => a - b);
  const full = counts.at(Math.floor(0.95 * (counts.length - 1))) ?? 1;
  return collection(
    cells.map(({ position, count }) =>
      feature({ type: 'Point', coordinates: position }, { weight: Math.min(1.5, count / full) })
    )
  );
}
