import { outColumns, type ZoneColumn } from '../../incidents/writing/columns';
import { MEDIA_TYPES, write } from '../../incidents/writing/write';
import { CERTAINTIES } from '../../zones/row-membership';
import type { HeldTable } from './held-table';
import type { Pauses } from './pauses';
import type { ExportFormat } from './protocol';
import type { TableZones, ZoneLookup } from './zone-lookup';

const ANSWERS = { inside: 'yes', outside: 'no', uncertain: 'uncertain' } as const;
/** Pieces are handed to the browser in parcels, which it may put on disk. */
const PARCEL_BYTES = 16_000_000;

/** A table as a file, with a column for each zone. */
export async function exportHeld(
  { table, selection }: HeldTable,
  { format, onlyFiltered }: { format: ExportFormat; onlyFiltered: boolean },
  zones: { all: ZoneLookup['all']; of: TableZones },
  pauses: Pauses
): Promise<Blob> {
  const rows = onlyFiltered ? selection.chosen().rows : selection.under([]).rows;
  const zoneColumns: ZoneColumn[] = [];
  for (const { id, name } of [...zones.all]) {
    const certainties = await zones.of.certainties(id);
    zoneColumns.push({ name, answer: (row) => ANSWERS[CERTAINTIES[certainties[row]]] });
    await pauses.step({ doing: 'writing', share: 0, rows: rows.length });
  }
  const columns = outColumns(table, zoneColumns);
  const parcels: Blob[] = [];
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  for (const { bytes, share } of write(format, { table, columns, rows })) {
    pieces.push(bytes);
    held += bytes.length;
    if (held > PARCEL_BYTES) {
      parcels.push(new Blob(pieces));
      pieces = [];
      held = 0;
    }
    await pauses.step({ doing: 'writing', share, rows: rows.length });
  }
  return new Blob([...parcels, ...pieces], { type: MEDIA_TYPES[format] });
}
