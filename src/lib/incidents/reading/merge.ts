import { joinColumns } from '../join-columns';
import { MOST_REFUSED, type ImportReport } from '../report';
import type { Column, Deaths, IncidentTable, Role } from '../table';
import { takeRows } from '../take-rows';
import { repeatsFrom } from './duplicates';
import type { Imported } from './import-sheet';
import { suspectsOf } from './suspects';
import { Tally } from './sheet';

/**
 * An import with the rows of another below it, both as they were imported, before `decide`. Columns are
 * the same by name; rows of the second that the first has already (the same id, or the same days,
 * place and text) are dropped and counted. Suspects are those of all rows.
 */
export function mergeImports(first: Imported, second: Imported, now: Date): Imported {
  const whole = below(first.table, second.table);
  const repeats = new Set(repeatsFrom(whole, first.table.rows));
  const kept = Uint32Array.from({ length: whole.rows }, (_, row) => row).filter(
    (row) => !repeats.has(row)
  );
  const table = repeats.size === 0 ? whole : takeRows(whole, kept);
  const report = mergeReports(first.report, second.report, repeats.size);
  return { table, report: { ...report, imported: table.rows, suspects: suspectsOf(table, now) } };
}

function below(a: IncidentTable, b: IncidentTable): IncidentTable {
  const namesB = placesByName(b.columns);
  const pairs: [Column | null, Column | null][] = [];
  for (const [key, index] of placesByName(a.columns)) {
    const other = namesB.get(key);
    pairs[index] = [a.columns[index], other === undefined ? null : b.columns[other]];
    namesB.delete(key);
  }
  for (const index of namesB.values()) pairs.push([null, b.columns[index]]);
  const columns = pairs.map(([above, under]) =>
    joinColumns((above ?? under)?.name ?? '', above, a.rows, under, b.rows)
  );
  return {
    rows: a.rows + b.rows,
    lonLat: joined(Float64Array, a.lonLat, b.lonLat),
    radiusKm: joined(Float32Array, a.radiusKm, b.radiusKm),
    precision: joined(Uint8Array, a.precision, b.precision),
    firstDay: joined(Int32Array, a.firstDay, b.firstDay),
    lastDay: joined(Int32Array, a.lastDay, b.lastDay),
    lasted: joined(Uint8Array, a.lasted, b.lasted),
    deaths: joinedDeaths(a, b),
    fileRow: joined(Uint32Array, a.fileRow, b.fileRow),
    columns,
    roles: { ...rolesIn(columns, b), ...a.roles }
  };
}

type Numbers = Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array;

function joined<T extends Numbers>(make: new (length: number) => T, a: T, b: T): T {
  const both = new make(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function joinedDeaths(a: IncidentTable, b: IncidentTable): Deaths | null {
  if (!a.deaths && !b.deaths) return null;
  const unknown = (rows: number) => new Float32Array(rows).fill(NaN);
  const both = (which: keyof Deaths) =>
    joined(
      Float32Array,
      a.deaths?.[which] ?? unknown(a.rows),
      b.deaths?.[which] ?? unknown(b.rows)
    );
  return { best: both('best'), low: both('low'), high: both('high') };
}

/** Columns by their names, told apart by which of a name they are. */
function placesByName(columns: readonly Column[]): Map<string, number> {
  const places = new Map<string, number>();
  columns.forEach(({ name }, index) => {
    let which = 1;
    while (places.has(`${which} ${name}`)) which++;
    places.set(`${which} ${name}`, index);
  });
  return places;
}

function rolesIn(columns: readonly Column[], { roles, columns: own }: IncidentTable) {
  const found: Partial<Record<Role, number>> = {};
  for (const [role, index] of Object.entries(roles) as [Role, number][]) {
    found[role] = columns.findIndex(({ name }) => name === own[index].name);
  }
  return found;
}

function mergeReports(a: ImportReport, b: ImportReport, repeats: number): ImportReport {
  const repaired = new Tally();
  for (const { how, rows, firstFileRow } of [...a.repaired, ...b.repaired]) {
    repaired.add(how, firstFileRow, rows);
  }
  const again = repeats > 0 ? [{ why: 'In the table already', rows: repeats }] : [];
  return {
    read: a.read + b.read,
    imported: a.imported + b.imported - repeats,
    dropped: [...a.dropped, ...b.dropped, ...again],
    repaired: repaired.list(),
    refused: [...a.refused, ...b.refused].slice(0, MOST_REFUSED),
    refusedCount: a.refusedCount + b.refusedCount,
    suspects: [],
    notes: [...new Set([...a.notes, ...b.notes])]
  };
}
