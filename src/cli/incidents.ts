import { readFileSync } from 'node:fs';
import { createAreaGrid } from '../lib/border/area-grid';
import { createBorder, type Border } from '../lib/border/border';
import { readPolygons } from '../lib/formats/polygons';
import { Unreadable } from '../lib/formats/unreadable';
import { locate } from '../lib/incidents/locating';
import type { Bounds } from '../lib/incidents/parquet/positions';
import { decide } from '../lib/incidents/reading/decide';
import { importSheet } from '../lib/incidents/reading/import-sheet';
import { recognise } from '../lib/incidents/reading/recognise/recognise';
import type { ImportReport } from '../lib/incidents/report';
import { spatialOrder } from '../lib/incidents/spatial-order';
import type { LocatedTable } from '../lib/incidents/table';
import { outColumns, type ZoneColumn } from '../lib/incidents/writing/columns';
import { EXPORT_FORMATS, write, type ExportFormat } from '../lib/incidents/writing/write';
import { CERTAINTIES, createRowMembership } from '../lib/zones/row-membership';
import { requireZone, type Zone } from '../lib/zones/zone';
import {
  asMisuse,
  kmOption,
  readArguments,
  requireNoMore,
  toNumber,
  type Arguments
} from './arguments';
import { FAULT, Misuse, OK, type Command, type Streams } from './command';
import { loadLine, loadBorders } from './data';
import { openIncidents } from './incident-source';

const help = `durand incidents FILE [--format csv|geojson|xlsx] [--bbox W,S,E,N]
                 [--within KM] [--zone FILE | --afghan KM --pakistan KM]
                 [--from KM --to KM] [--inside]

Says of every incident of a table where it lies by the Durand Line, and writes
the table with the columns chainage_km, offset_km (positive on the Afghan side),
side, uncertainty_km, country and province added.

  FILE             CSV, TSV, GeoJSON, NDJSON and what else the map imports, known
                   by its content; ACLED, UCDP GED, GTD and GDELT by their
                   columns. Parquet and GeoParquet by path or http(s) address:
                   only the parts that are needed are read. - for standard input
  --format         csv (default), geojson, or xlsx of up to 1,048,575 rows
  --bbox W,S,E,N   only incidents in this box of longitudes and latitudes
  --within KM      only incidents so near to the line
  --afghan KM --pakistan KM
                   add the column “zone”: yes, no, or uncertain where the
                   incident's own uncertainty crosses the edge of a zone of these
                   widths
  --from KM --to KM  the chainages where that zone begins and ends
  --zone FILE      the same for the polygons of a GeoJSON or KML file
  --inside         only incidents in the zone, those that are uncertain too

Texts that a spreadsheet would take for formulas get an apostrophe in front.
What was read, mended, refused and suspected is told on standard error. The exit
code is 1 if rows were refused; all others are written.

  durand incidents acled.csv > located.csv
  durand incidents ged.csv --afghan 10 --pakistan 10 --inside --format geojson
  durand incidents https://example.org/events.parquet --bbox 69,33,70,34
  zcat events.csv.gz | durand incidents - --within 50 --format xlsx > near.xlsx
`;

export const incidents: Command = {
  help,
  async run(argv, streams) {
    const args = readArguments(argv, {
      format: { type: 'string' },
      bbox: { type: 'string' },
      within: { type: 'string' },
      zone: { type: 'string' },
      afghan: { type: 'string' },
      pakistan: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      inside: { type: 'boolean' }
    });
    requireNoMore(args, 1);
    const [file] = args.positionals;
    if (file === undefined) throw new Misuse('FILE is missing; give - for standard input.');
    const format = formatOf(args);
    const bounds = boundsOf(args);
    const withinKm = kmOption(args, 'within') ?? Infinity;

    const line = loadLine();
    const border = createBorder(line);
    const ground = loadBorders(line);
    const zoneOn = zoneColumnOf(args, border, ground);
    if (args.values.inside === true && !zoneOn) throw new Misuse('--inside needs a zone.');

    const { table: read, report } = await readIncidents(file, bounds, streams);
    const located = finish(locate(read, border, ground.territories));
    const table: LocatedTable = { ...read, located };
    const zone = zoneOn?.(table);
    const isWanted = (row: number) =>
      isInBounds(table, row, bounds) &&
      (withinKm === Infinity || Math.abs(located.offsetKm[row]) <= withinKm) &&
      (args.values.inside !== true || zone?.answer(row) !== 'no');
    const rows = Uint32Array.from({ length: table.rows }, (_, row) => row).filter(isWanted);
    const columns = outColumns(table, zone ? [zone] : []);
    for (const { bytes } of write(format, { table, columns, rows })) await streams.write(bytes);
    tellReport(report, rows.length, streams);
    return report.refusedCount > 0 ? FAULT : OK;
  }
};

function formatOf({ values }: Arguments): ExportFormat {
  const format = EXPORT_FORMATS.find((known) => known === (values.format ?? 'csv'));
  if (format) return format;
  throw new Misuse(`--format is “${values.format}”: give csv, geojson or xlsx.`);
}

function boundsOf({ values }: Arguments): Bounds | null {
  if (typeof values.bbox !== 'string') return null;
  const numbers = values.bbox.split(',').map(toNumber);
  const [west, south, east, north] = numbers;
  if (numbers.length === 4 && west < east && south < north) return [west, south, east, north];
  throw new Misuse(`--bbox is “${values.bbox}”: give W,S,E,N in degrees, W below E and S below N.`);
}

function isInBounds({ lonLat }: LocatedTable, row: number, bounds: Bounds | null): boolean {
  if (!bounds) return true;
  const [west, south, east, north] = bounds;
  const [lon, lat] = [lonLat[2 * row], lonLat[2 * row + 1]];
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

async function readIncidents(file: string, bounds: Bounds | null, streams: Streams) {
  try {
    const sheet = await openIncidents(file, bounds, streams);
    const { mapping, doubts } = recognise(sheet);
    if (mapping.position.as === 'none') {
      throw new Unreadable(
        'has no columns that were known for positions: name them “longitude” and “latitude”.'
      );
    }
    for (const doubt of doubts) streams.tell(`durand incidents: ${doubt}`);
    const steps = importSheet(sheet, mapping, { now: new Date() });
    for (;;) {
      const { done, value } = await steps.next();
      if (done) return decide(value);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw new Error(`${file} ${error.message}`, { cause: error });
    throw error;
  }
}

/** The column of the zone that was asked for, once the incidents are located; null for none. */
function zoneColumnOf(
  args: Arguments,
  border: Border,
  ground: ReturnType<typeof loadBorders>
): ((table: LocatedTable) => ZoneColumn) | null {
  const { zone: file } = args.values;
  const [afghanKm, pakistanKm] = [kmOption(args, 'afghan'), kmOption(args, 'pakistan')];
  const hasWidths = afghanKm !== undefined || pakistanKm !== undefined;
  if (typeof file === 'string') {
    if (hasWidths) throw new Misuse('Give --zone, or --afghan and --pakistan, not both.');
    return polygonColumn(file);
  }
  if (!hasWidths) return null;
  const { fromKm = 0, toKm = border.lengthKm } = {
    fromKm: kmOption(args, 'from'),
    toKm: kmOption(args, 'to')
  };
  const zone: Zone = {
    afghanKm: afghanKm ?? 0,
    pakistanKm: pakistanKm ?? 0,
    stretches: [{ fromKm, toKm }]
  };
  asMisuse(() => requireZone(zone, border.lengthKm));
  const membership = createRowMembership(border, zone, ground.countries, ground.provinces);
  const answers = { inside: 'yes', outside: 'no', uncertain: 'uncertain' } as const;
  return ({ lonLat, located, radiusKm }) => {
    const order = spatialOrder(lonLat);
    const found = finish(membership.certainties({ lonLat, ...located }, radiusKm, order));
    return { name: '', answer: (row) => answers[CERTAINTIES[found[row]]] };
  };
}

function polygonColumn(file: string): (table: LocatedTable) => ZoneColumn {
  const { polygons } = readPolygons(readFileSync(file, 'utf8'), file);
  const grid = createAreaGrid([polygons]);
  return ({ lonLat }) => ({
    name: '',
    answer: (row) => (grid.at(lonLat[2 * row], lonLat[2 * row + 1]) === 0 ? 'yes' : 'no')
  });
}

const MOST_REFUSED_TOLD = 20;

function tellReport(report: ImportReport, written: number, { tell }: Streams): void {
  const say = (text: string) => tell(`durand incidents: ${text}`);
  say(`${report.read} rows read, ${report.imported} taken, ${written} written.`);
  for (const note of report.notes) say(note);
  for (const { how, rows } of report.repaired) say(`${how}: ${rows}.`);
  for (const { why, rows } of report.dropped) say(`Left out: ${why}: ${rows}.`);
  for (const { suspicion, rows } of report.suspects)
    say(`Suspected (${suspicion}): ${rows.length}.`);
  for (const { fileRow, why } of report.refused.slice(0, MOST_REFUSED_TOLD)) {
    say(`row ${fileRow} refused: ${why}`);
  }
  const untold = report.refusedCount - MOST_REFUSED_TOLD;
  if (untold > 0) say(`${untold} more were refused.`);
}

function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
