import type { Decision, ImportReport, Suspicion } from '../report';
import { NO_DAY, PRECISIONS, type IncidentTable } from '../table';
import { takeRows } from '../take-rows';
import type { Imported } from './import-sheet';

export type Decisions = Partial<Record<Suspicion, Decision>>;

const DROPPED: Record<Suspicion, string> = {
  swapped: 'Latitude and longitude seemed swapped',
  zero: 'A position at 0',
  centroid: 'A country’s centroid for a position',
  duplicate: 'The same as a row before',
  'odd-date': 'A date before 1800 or in the future'
};
const MENDED: Partial<Record<Suspicion, string>> = {
  swapped: 'Latitude and longitude were exchanged: swapped, the position lies among the others',
  zero: 'A position at 0 was taken for none: kept in the list, not on the map',
  centroid: 'A country’s centroid was taken for “somewhere in the country”: kept in the list',
  'odd-date': 'A date before 1800 or in the future was taken for none'
};

/** What is done with each kind of suspects: as decided, else what comes first among its choices. */
export function decisionsOf(report: ImportReport, decided: Decisions): Decisions {
  return Object.fromEntries(
    report.suspects.map(({ suspicion, choices }) => [suspicion, decided[suspicion] ?? choices[0]])
  );
}

/**
 * The table and report of an import once its suspects are decided on. To be asked with the import
 * as it was, and with all decisions, each time that one changes; what is not decided is done as the
 * first of its choices says. The import itself stays as it is; what did not change is shared.
 */
export function decide({ table, report }: Imported, decided: Decisions = {}): Imported {
  const decisions = decisionsOf(report, decided);
  const repaired = [...report.repaired];
  const dropped = [...report.dropped];
  const isDropped = new Uint8Array(table.rows);
  let mended = table;
  for (const { suspicion, rows } of report.suspects) {
    const how = MENDED[suspicion];
    if (decisions[suspicion] === 'mend' && how !== undefined) {
      mended = mend(mended, suspicion, rows);
      repaired.push({ how, rows: rows.length, firstFileRow: table.fileRow[rows[0]] });
    } else if (decisions[suspicion] === 'drop') {
      const fresh = rows.filter((row) => isDropped[row] === 0);
      for (const row of fresh) isDropped[row] = 1;
      if (fresh.length > 0) dropped.push({ why: DROPPED[suspicion], rows: fresh.length });
    }
  }
  const kept = Uint32Array.from(rowsNot(isDropped));
  const left = kept.length === table.rows ? mended : takeRows(mended, kept);
  return { table: left, report: { ...report, repaired, dropped, imported: left.rows } };
}

function* rowsNot(flags: Uint8Array): Generator<number> {
  for (let row = 0; row < flags.length; row++) if (flags[row] === 0) yield row;
}

function mend(table: IncidentTable, suspicion: Suspicion, rows: Uint32Array): IncidentTable {
  switch (suspicion) {
    case 'swapped': {
      const lonLat = table.lonLat.slice();
      for (const row of rows) {
        lonLat[2 * row] = table.lonLat[2 * row + 1];
        lonLat[2 * row + 1] = table.lonLat[2 * row];
      }
      return { ...table, lonLat };
    }
    case 'zero': {
      const lonLat = table.lonLat.slice();
      for (const row of rows) lonLat.fill(NaN, 2 * row, 2 * row + 2);
      return { ...table, lonLat };
    }
    case 'centroid': {
      const precision = table.precision.slice();
      const radiusKm = table.radiusKm.slice();
      for (const row of rows) {
        precision[row] = PRECISIONS.indexOf('unplaced');
        radiusKm[row] = NaN;
      }
      return { ...table, precision, radiusKm };
    }
    case 'odd-date': {
      const [firstDay, lastDay] = [table.firstDay.slice(), table.lastDay.slice()];
      const lasted = table.lasted.slice();
      for (const row of rows) {
        firstDay[row] = lastDay[row] = NO_DAY;
        lasted[row] = 0;
      }
      return { ...table, firstDay, lastDay, lasted };
    }
    case 'duplicate':
      return table;
  }
}
