import type { Chosen } from './mask';
import type { ZoneCount } from './summary';
import { NO_DAY, type LocatedTable } from './table';

/** Which rows are in a zone, and which may or may not be for their own uncertainty: 1 or 0. */
export interface ZoneFlags {
  inside: Uint8Array;
  uncertain: Uint8Array;
}

const none = (): ZoneCount => ({
  incidents: 0,
  deathsBest: 0,
  deathsLow: 0,
  deathsHigh: 0,
  uncertain: 0
});

/**
 * What chosen incidents a zone holds. With `splitDay`, also what lies before it and from it on: an
 * incident whose days lie on both sides counts on each by its share of days, and one without a date
 * on neither.
 */
export function countInZone(
  table: LocatedTable,
  { rows, share }: Chosen,
  flags: ZoneFlags,
  splitDay: number | null
): { count: ZoneCount; before?: ZoneCount; from?: ZoneCount } {
  const count = none();
  const before = none();
  const from = none();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (flags.inside[row] === 0 && flags.uncertain[row] === 0) continue;
    const whole = share ? share[i] : 1;
    add(count, table, flags, row, whole);
    if (splitDay === null || table.firstDay[row] === NO_DAY) continue;
    const early = shareBefore(splitDay, table.firstDay[row], table.lastDay[row]);
    if (early > 0) add(before, table, flags, row, whole * early);
    if (early < 1) add(from, table, flags, row, whole * (1 - early));
  }
  for (const one of [count, before, from]) tidy(one);
  return splitDay === null ? { count } : { count, before, from };
}

function shareBefore(day: number, first: number, last: number): number {
  return Math.max(0, Math.min(1, (day - first) / (last - first + 1)));
}

function add(
  to: ZoneCount,
  { deaths }: LocatedTable,
  { inside, uncertain }: ZoneFlags,
  row: number,
  share: number
): void {
  if (uncertain[row] === 1) to.uncertain += share;
  if (inside[row] === 0) return;
  to.incidents += share;
  if (!deaths) return;
  const best = deaths.best[row];
  const known = (number: number) => (Number.isNaN(number) ? best : number) || 0;
  to.deathsBest += share * known(best);
  to.deathsLow += share * known(deaths.low[row]);
  to.deathsHigh += share * known(deaths.high[row]);
}

/** Shares add up to 3 rather than to 2.9999999999. */
function tidy(count: ZoneCount): void {
  for (const key of Object.keys(count) as (keyof ZoneCount)[]) {
    count[key] = Math.round(count[key] * 1e6) / 1e6;
  }
}
