import { Bins } from './bins';
import { cellText } from './cells-text';
import type { Condition } from './filter';
import type { Chosen } from './mask';
import { summariseTime } from './summarise-time';
import type { Axis, DistanceCurve, Summary } from './summary';
import type { LocatedTable } from './table';

/** So many bars are drawn at the most: narrower bins are made wider. */
const MOST_BINS = 5_000;

/** Counts chosen rows along an axis; what is in no bin is told with why. */
export function summarise(table: LocatedTable, chosen: Chosen, axis: Axis): Summary {
  switch (axis.of) {
    case 'chainage':
      return alongNumbers(table, chosen, axis, table.located.chainageKm, Infinity);
    case 'distance':
      return alongNumbers(table, chosen, axis, table.located.offsetKm.map(Math.abs), axis.mostKm);
    case 'time':
      return summariseTime(table, chosen, axis);
    case 'values':
      return byKeys(table, chosen, axis, keysOfColumn(table, chosen, axis.column), axis.most);
    case 'territory': {
      const { territory, territories } = table.located;
      const keys = { codes: territory, labels: territories.map(({ name }) => name), none: 0 };
      const why = 'without a position, or beyond the region';
      return byKeys(table, chosen, axis, { ...keys, why }, axis.most);
    }
    case 'deaths':
      return byDeaths(table, chosen, axis);
  }
}

/** Whether a condition is on an axis's own quantity: its chart then shows all that can be chosen. */
export function isOn(axis: Axis, condition: Condition): boolean {
  if (axis.of !== 'values') return condition.by === axis.of;
  const onColumn = condition.by === 'values' || condition.by === 'range';
  return onColumn && condition.column === axis.column;
}

/**
 * How far the chosen incidents are from the line, sorted. Of `known` those nearer than they are known
 * to are left out: their distance is no fact. Of all, each counts where it is put, as in a zone.
 */
export function distanceCurve(
  { located, radiusKm }: LocatedTable,
  { rows }: Chosen,
  of: 'known' | 'all' = 'known'
): DistanceCurve {
  const known = rows.filter((row) =>
    isDistanceKnown(located.offsetKm[row], of === 'all' ? NaN : radiusKm[row])
  );
  const offsets = Float32Array.from(known, (row) => located.offsetKm[row]).sort();
  const firstAfghan = offsets.findIndex((km) => km >= 0);
  const middle = firstAfghan < 0 ? offsets.length : firstAfghan;
  return {
    afghanKm: offsets.slice(middle),
    pakistanKm: offsets.slice(0, middle).reverse().map(Math.abs)
  };
}

/** A distance smaller than an incident's own uncertainty is not a fact. */
const isDistanceKnown = (offsetKm: number, radiusKm: number) =>
  !Number.isNaN(offsetKm) && !(radiusKm > Math.abs(offsetKm));

/** What was in no bin, by why, in the order in which it was met. */
class LeftOut {
  readonly #counts = new Map<string, number>();

  add(why: string): void {
    this.#counts.set(why, (this.#counts.get(why) ?? 0) + 1);
  }

  list(): Summary['leftOut'] {
    return [...this.#counts].map(([why, count]) => ({ why, count }));
  }
}

function alongNumbers(
  table: LocatedTable,
  { rows, share }: Chosen,
  axis: Extract<Axis, { of: 'chainage' | 'distance' }>,
  values: Float32Array,
  most: number
): Summary {
  const reach = Math.min(
    most,
    rows.reduce((end, row) => Math.max(end, values[row] || 0), 0)
  );
  const binKm = Math.max(axis.binKm, reach / MOST_BINS);
  const count = rows.length === 0 ? 0 : Math.floor(reach / binKm) + 1;
  const bins = new Bins(table, count);
  const leftOut = new LeftOut();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const value = values[row];
    if (Number.isNaN(value)) leftOut.add('without a position');
    else if (axis.of === 'distance' && table.radiusKm[row] > value) {
      leftOut.add('nearer to the line than their position is known');
    } else if (value > most) leftOut.add(`farther than ${most} km`);
    else bins.add(Math.min(count - 1, Math.floor(value / binKm)), row, share ? share[i] : 1);
  }
  return {
    axis: { ...axis, binKm },
    bins: Array.from({ length: count }, (_, i) => {
      const [from, to] = [i * binKm, (i + 1) * binKm];
      return bins.bar(i, { label: `${plain(from)}–${plain(to)} km`, from, to });
    }),
    leftOut: leftOut.list()
  };
}

const plain = (km: number) => String(Math.round(km * 1000) / 1000);

/** A category for each row: the code of none, if there is one, and what rows with it lack. */
interface Keys {
  codes: ArrayLike<number>;
  labels: readonly string[];
  none: number;
  why: string;
}

function keysOfColumn({ columns, rows }: LocatedTable, chosen: Chosen, index: number): Keys {
  const column = columns[index];
  const why = 'blank';
  if (column.kind === 'category') {
    return { codes: column.codes, labels: column.names, none: column.names.indexOf(''), why };
  }
  const numbers = new Map<string, number>();
  const codes = new Uint32Array(rows);
  for (const row of chosen.rows) {
    const text = cellText(column, row);
    let code = numbers.get(text);
    if (code === undefined) numbers.set(text, (code = numbers.size));
    codes[row] = code;
  }
  return { codes, labels: [...numbers.keys()], none: numbers.get('') ?? -1, why };
}

/** The most frequent keys, each with its bar; the others are told together. */
function byKeys(
  table: LocatedTable,
  { rows, share }: Chosen,
  axis: Axis,
  { codes, labels, none, why }: Keys,
  most: number
): Summary {
  const bins = new Bins(table, labels.length);
  const held = new Uint32Array(labels.length);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]];
    held[code]++;
    bins.add(code, rows[i], share ? share[i] : 1);
  }
  const present = Array.from(labels, (_, code) => code)
    .filter((code) => held[code] > 0 && code !== none)
    .sort((a, b) => bins.total(b) - bins.total(a) || labels[a].localeCompare(labels[b]));
  const others = present.slice(most).reduce((sum, code) => sum + held[code], 0);
  const blank = none >= 0 ? held[none] : 0;
  return {
    axis,
    bins: present
      .slice(0, most)
      .map((code, i) => bins.bar(code, { label: labels[code], from: i, to: i + 1 })),
    leftOut: [
      ...(blank > 0 ? [{ why, count: blank }] : []),
      ...(others > 0
        ? [{ why: `with one of ${present.length - most} rarer values`, count: others }]
        : [])
    ]
  };
}

/** Where the classes of deaths begin. */
const DEATHS_FROM = [0, 1, 2, 5, 10, 25, 50, 100, 500];

function byDeaths(table: LocatedTable, { rows, share }: Chosen, axis: Axis): Summary {
  const bins = new Bins(table, DEATHS_FROM.length);
  const leftOut = new LeftOut();
  const best = table.deaths?.best;
  for (let i = 0; i < rows.length; i++) {
    const deaths = best ? best[rows[i]] : NaN;
    if (!(deaths >= 0)) leftOut.add('without a number of deaths');
    else {
      const after = DEATHS_FROM.findIndex((from) => from > deaths);
      bins.add((after < 0 ? DEATHS_FROM.length : after) - 1, rows[i], share ? share[i] : 1);
    }
  }
  return {
    axis,
    bins: DEATHS_FROM.map((from, i) => {
      const to = DEATHS_FROM[i + 1] ?? Infinity;
      return bins.bar(i, { label: classLabel(from, to), from, to });
    }),
    leftOut: leftOut.list()
  };
}

function classLabel(from: number, to: number): string {
  if (to === Infinity) return `${from} and more`;
  return to === from + 1 ? String(from) : `${from}–${to - 1}`;
}
