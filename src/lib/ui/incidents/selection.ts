import type { LonLat } from '../../geodesy/position';
import type { Condition } from '../../incidents/filter';
import type { Session } from '../session.svelte';
import { closed } from './outline';

/** Puts a condition in place of one of its kind, on the table at work. */
export function narrowBy(session: Session, condition: Condition): void {
  const { incidents } = session;
  const { chosen } = incidents;
  if (!chosen) return;
  const others = incidents.filterOf(chosen.id).filter(({ by }) => by !== condition.by);
  incidents.setFilter(chosen.id, [...others, condition]);
}

/**
 * Narrows the table at work to its incidents within an outline, among those that are drawn; says how
 * many there are. Where there are none all stays as it was.
 */
export async function selectWithin(session: Session, corners: readonly LonLat[]): Promise<void> {
  const { engine, chosen } = session.incidents;
  if (!engine || !chosen || corners.length < 3) return;
  const rows = await engine.rowsWithin(chosen.id, closed(corners));
  const count = rows.length.toLocaleString('en');
  if (rows.length === 0) {
    session.said = `None of the incidents of ${chosen.name} that are shown lie in there.`;
    return;
  }
  narrowBy(session, { by: 'rows', rows });
  session.said = `${count} ${rows.length === 1 ? 'incident' : 'incidents'} selected.`;
}
