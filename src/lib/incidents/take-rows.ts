import type { Column, IncidentTable } from './table';

/** Some rows of a table, in the given order, as a table of their own. */
export function takeRows(table: IncidentTable, rows: Uint32Array): IncidentTable {
  const lonLat = new Float64Array(2 * rows.length);
  rows.forEach((row, i) => {
    lonLat[2 * i] = table.lonLat[2 * row];
    lonLat[2 * i + 1] = table.lonLat[2 * row + 1];
  });
  const { deaths } = table;
  return {
    rows: rows.length,
    lonLat,
    radiusKm: Float32Array.from(rows, (row) => table.radiusKm[row]),
    precision: Uint8Array.from(rows, (row) => table.precision[row]),
    firstDay: Int32Array.from(rows, (row) => table.firstDay[row]),
    lastDay: Int32Array.from(rows, (row) => table.lastDay[row]),
    lasted: Uint8Array.from(rows, (row) => table.lasted[row]),
    deaths: deaths && {
      best: Float32Array.from(rows, (row) => deaths.best[row]),
      low: Float32Array.from(rows, (row) => deaths.low[row]),
      high: Float32Array.from(rows, (row) => deaths.high[row])
    },
    fileRow: Uint32Array.from(rows, (row) => table.fileRow[row]),
    columns: table.columns.map((column) => takeCells(column, rows)),
    roles: { ...table.roles }
  };
}

function takeCells(column: Column, rows: Uint32Array): Column {
  if (column.kind === 'number') {
    return { ...column, values: Float64Array.from(rows, (row) => column.values[row]) };
  }
  if (column.kind === 'category') {
    return { ...column, codes: Uint32Array.from(rows, (row) => column.codes[row]) };
  }
  const startOf = (row: number) => (row === 0 ? 0 : column.ends[row - 1]);
  const ends = new Uint32Array(rows.length);
  let used = 0;
  rows.forEach((row, i) => (ends[i] = used += column.ends[row] - startOf(row)));
  const bytes = new Uint8Array(used);
  rows.forEach((row, i) =>
    bytes.set(column.bytes.subarray(startOf(row), column.ends[row]), i === 0 ? 0 : ends[i - 1])
  );
  return { ...column, bytes, ends };
}
