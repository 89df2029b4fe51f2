import type { Mapping } from '../../incidents/mapping';
import { isSameKind, merge } from '../../incidents/merge';
import { importSheet, type Imported } from '../../incidents/reading/import-sheet';
import { MOST_REFUSED, type ImportReport } from '../../incidents/report';
import { suspectsOf } from '../../incidents/reading/suspects';
import type { HeldTable } from './held-table';
import { inSentence, type Looks } from './looks';
import type { Pauses } from './pauses';
import type { Tables } from './tables';

/**
 * Imports a file that was looked at: as a table of its own, or into one of the same kind. Throws an
 * Error with a sentence for the reader, and a Cancelled once it is not wanted.
 */
export async function importLook(
  looks: Looks,
  tables: Tables,
  { lookId, mapping, into }: { lookId: string; mapping: Mapping; into: string | null },
  pauses: Pauses
): Promise<HeldTable> {
  const fileName = looks.fileName(lookId);
  const sheet = await looks.sheet(lookId);
  const imported = await inSentence(fileName, async () => {
    const steps = importSheet(sheet, mapping, { now: new Date() });
    try {
      for (;;) {
        const { done, value } = await steps.next();
        if (done) return value;
        await pauses.step({ doing: 'reading', ...value });
      }
    } finally {
      await steps.return(undefined as never);
    }
  });
  const held = into === null ? null : await tables.get(into);
  if (held) {
    const both = mergeInto(held, imported, sheet.header, fileName);
    return tables.hold(held.origin, both, held.decisions, pauses);
  }
  const origin = {
    id: tables.newId(),
    name: fileName.replace(/\.[a-z0-9]{1,8}$/i, ''),
    format: sheet.format,
    header: [...sheet.header],
    mapping
  };
  return tables.hold(origin, imported, {}, pauses);
}

/** Both imports as one, as if their files had been one. */
function mergeInto(
  { imported: first, origin }: HeldTable,
  second: Imported,
  header: readonly string[],
  fileName: string
): Imported {
  if (!isSameKind(first.table, second.table)) {
    throw new Error(
      `“${fileName}” has other columns than “${origin.name}”: import it as a table of its own.`
    );
  }
  const { table, dropped } = merge(first.table, second.table);
  const [a, b] = [first.report, second.report];
  return {
    table,
    report: {
      read: a.read + b.read,
      imported: table.rows,
      dropped: [...a.dropped, ...b.dropped, ...dropped],
      repaired: [...a.repaired, ...b.repaired],
      refused: [...a.refused, ...laidOutAs(origin.header, header, b.refused)].slice(
        0,
        MOST_REFUSED
      ),
      refusedCount: a.refusedCount + b.refusedCount,
      suspects: suspectsOf(table, new Date()),
      notes: [...new Set([...a.notes, ...b.notes])]
    }
  };
}

/** Refused rows with their cells in the order of another file's columns of the same names. */
function laidOutAs(
  header: readonly string[],
  own: readonly string[],
  refused: ImportReport['refused']
): ImportReport['refused'] {
  if (header.every((name, i) => name === own[i])) return refused;
  const places = header.map((name) => own.indexOf(name));
  return refused.map((row) => ({ ...row, cells: places.map((place) => row.cells[place] ?? '') }));
}
