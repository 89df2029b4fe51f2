import { isOnMap } from '../../incidents/mercator';
import { decisionsOf } from '../../incidents/reading/decide';
import { NO_DAY, type LocatedTable } from '../../incidents/table';
import type { HeldTable } from './held-table';
import type { TableFacts } from './protocol';

/** What the page is told of a table; whether it is kept is told by who keeps it. */
export function factsOf(held: HeldTable): Omit<TableFacts, 'keptBytes' | 'keptProblem'> {
  const { origin, table, report, imported, decisions } = held;
  const decided = decisionsOf(imported.report, decisions);
  return {
    id: origin.id,
    name: origin.name,
    format: origin.format,
    mapping: origin.mapping,
    rows: table.rows,
    columns: table.columns.map((column) => ({
      name: column.name,
      kind: column.kind,
      distinct: column.kind === 'category' ? column.names.length : null
    })),
    roles: table.roles,
    hasDeaths: table.deaths !== null,
    days: daysOf(table),
    onMap: countOnMap(table),
    report: {
      read: report.read,
      imported: report.imported,
      dropped: report.dropped,
      repaired: report.repaired,
      refusedCount: report.refusedCount,
      notes: report.notes,
      suspects: imported.report.suspects.map(({ suspicion, rows, choices }) => ({
        suspicion,
        rows: rows.length,
        choices,
        decided: decided[suspicion] ?? choices[0],
        byReader: suspicion in decisions
      }))
    }
  };
}

function daysOf({ firstDay, lastDay }: LocatedTable): TableFacts['days'] {
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < firstDay.length; row++) {
    if (firstDay[row] === NO_DAY) continue;
    if (firstDay[row] < first) first = firstDay[row];
    if (lastDay[row] > last) last = lastDay[row];
  }
  return first <= last ? { first, last } : null;
}

function countOnMap(table: LocatedTable): number {
  let count = 0;
  for (let row = 0; row < table.rows; row++) if (isOnMap(table, row)) count++;
  return count;
}
