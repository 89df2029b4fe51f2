import { cellText } from '../cells-text';
import type { Column, LocatedTable } from '../table';

/** A cell that is written: a number stays one, null is a blank cell. */
export type OutCell = string | number | null;

export interface OutColumn {
  header: string;
  cell(row: number): OutCell;
  /** Where cells repeat: the text of each code, and the code of each row. */
  repeated?: { names: readonly string[]; codes: Uint32Array };
}

/** Which rows lie in the zone of a proposal. */
export interface ZoneColumn {
  /** Of the proposal; '' where there is but one zone. */
  name: string;
  /** ‘yes’, ‘no’, or ‘uncertain’ where the incident’s own uncertainty crosses the edge. */
  answer(row: number): 'yes' | 'no' | 'uncertain';
}

/**
 * The columns of a table as it is written: the file's own, and what the line tells. Names that the
 * file repeats get a number; its columns with the names of those that are added give way to them.
 */
export function outColumns(table: LocatedTable, zones: readonly ZoneColumn[]): OutColumn[] {
  const added = [...lineColumns(table), ...zones.map(zoneColumn)];
  const taken = new Set(added.map(({ header }) => header));
  const own = table.columns.filter(({ name }) => !taken.has(name)).map(ownColumn);
  return numbered([...own, ...added]);
}

function ownColumn(column: Column): OutColumn {
  const header = column.name;
  if (column.kind === 'number') {
    return { header, cell: (row) => numberOrNull(column.values[row]) };
  }
  if (column.kind === 'text') return { header, cell: (row) => asWritten(cellText(column, row)) };
  const cells = column.names.map(asWritten);
  return {
    header,
    cell: (row) => cells[column.codes[row]],
    repeated: { names: column.names, codes: column.codes }
  };
}

/** A text that is a number, exactly as a number is written, stays a number. */
function asWritten(text: string): OutCell {
  if (text === '') return null;
  return /^-?\d/.test(text) && String(Number(text)) === text ? Number(text) : text;
}

function lineColumns({ located, radiusKm }: LocatedTable): OutColumn[] {
  const territoryOf = (row: number) => located.territories[located.territory[row]];
  return [
    { header: 'chainage_km', cell: (row) => rounded(located.chainageKm[row], radiusKm[row]) },
    { header: 'offset_km', cell: (row) => rounded(located.offsetKm[row], radiusKm[row]) },
    { header: 'side', cell: (row) => sideOf(located.offsetKm[row]) },
    { header: 'uncertainty_km', cell: (row) => numberOrNull(radiusKm[row]) },
    { header: 'country', cell: (row) => territoryOf(row).country || null },
    {
      header: 'province',
      cell: (row) => (territoryOf(row).id.includes('-') ? territoryOf(row).name : null)
    }
  ];
}

const zoneColumn = ({ name, answer }: ZoneColumn): OutColumn => ({
  header: name === '' ? 'zone' : `zone: ${name}`,
  cell: answer
});

const numberOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

function sideOf(offsetKm: number): string | null {
  if (Number.isNaN(offsetKm)) return null;
  return offsetKm === 0 ? 'line' : offsetKm > 0 ? 'afghan' : 'pakistan';
}

/** Digits that the position's own uncertainty allows: metres, hundreds of metres or kilometres. */
function rounded(km: number, radiusKm: number): number | null {
  if (Number.isNaN(km)) return null;
  const unit = radiusKm >= 10 ? 1 : radiusKm >= 1 ? 10 : 1000;
  return Math.round(km * unit) / unit + 0;
}

/** Names that stand more than once get a number, as “Source (2)”. */
function numbered(columns: OutColumn[]): OutColumn[] {
  const used = new Set<string>();
  return columns.map((column) => {
    let header = column.header;
    for (let i = 2; used.has(header); i++) header = `${column.header} (${i})`;
    used.add(header);
    return { ...column, header };
  });
}
