import type { Condition } from '../../../../incidents/filter';
import type { Session } from '../../../session.svelte';

type Interval = { from: number; to: number };

/** The interval that the filter holds of a quantity; null where it holds none, or is open. */
export function chosenRange(
  { incidents }: Session,
  table: string,
  by: 'chainage' | 'distance' | 'deaths'
): Interval | null {
  const found = incidents.filterOf(table).find((one) => one.by === by);
  if (!found || !('range' in found)) return null;
  const { least, most } = found.range;
  return least === null && most === null ? null : { from: least ?? 0, to: most ?? Infinity };
}

/** Puts a condition in place of the one of its kind, or takes that away. */
export function putCondition(
  { incidents }: Session,
  table: string,
  by: Condition['by'],
  condition: Condition | null
): void {
  const others = incidents.filterOf(table).filter((one) => one.by !== by);
  incidents.setFilter(table, condition ? [...others, condition] : others);
}
