import type { Bin } from './summary';
import type { LocatedTable } from './table';

/** The bars of one chart while they are counted, in columns. */
export class Bins {
  readonly #afghan: Float64Array;
  readonly #pakistan: Float64Array;
  readonly #neither: Float64Array;
  readonly #deaths: Float64Array;
  readonly #table: LocatedTable;

  constructor(table: LocatedTable, count: number) {
    this.#table = table;
    [this.#afghan, this.#pakistan, this.#neither, this.#deaths] = [
      new Float64Array(count),
      new Float64Array(count),
      new Float64Array(count),
      new Float64Array(count)
    ];
  }

  /** Counts a share of a row's incident in a bin. */
  add(bin: number, row: number, share: number): void {
    const offsetKm = this.#table.located.offsetKm[row];
    const side = offsetKm > 0 ? this.#afghan : offsetKm < 0 ? this.#pakistan : this.#neither;
    side[bin] += share;
    const deaths = this.#table.deaths ? this.#table.deaths.best[row] : NaN;
    if (deaths > 0) this.#deaths[bin] += share * deaths;
  }

  /** How much a bin holds, on both sides and neither. */
  total(bin: number): number {
    return this.#afghan[bin] + this.#pakistan[bin] + this.#neither[bin];
  }

  /** A bin's bar. */
  bar(bin: number, what: { label: string; from: number; to: number }): Bin {
    return {
      ...what,
      afghan: tidy(this.#afghan[bin]),
      pakistan: tidy(this.#pakistan[bin]),
      neither: tidy(this.#neither[bin]),
      deathsBest: tidy(this.#deaths[bin])
    };
  }
}

/** Shares add up to 3 rather than to 2.9999999999. */
const tidy = (sum: number) => Math.round(sum * 1e6) / 1e6;
