import { Unreadable } from '../../formats/unreadable';
import { csv } from './csv';
import type { Format } from './format';
import { gpx } from './gpx';
import { headOf } from './head';
import { json } from './json';
import { kml } from './kml';
import { MOST_PACKED_BYTES } from './limits';
import type { Sheet } from './sheet';
import { Bytes } from './source';
import type { ZipEntry } from './zip-entries';

/** What may be in a zip file. */
const INNER: readonly Format[] = [kml, gpx, json, csv];

/** A zip file that holds a table (KMZ is one that holds KML), or is one: XLSX. */
export const zip: Format = {
  id: 'zip',
  label: 'XLSX, KMZ or zip',
  extensions: ['xlsx', 'xlsm', 'kmz', 'zip'],
  recognises: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] < 8,
  async open(bytes) {
    const whole = await bytes.whole(MOST_PACKED_BYTES);
    const { zipEntries } = await import('./zip-entries');
    const entries = zipEntries(whole);
    if (entries.some(({ name }) => name === 'xl/workbook.xml')) {
      const { openXlsx } = await import('./xlsx');
      return openXlsx(entries);
    }
    return openInner(bytes.name, entries);
  }
};

const isHidden = (name: string) => name.endsWith('/') || /(^|\/)(\.|__MACOSX\/)/.test(name);
const extensionOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

const isPlainText = ({ name }: ZipEntry) => extensionOf(name) === 'txt';

async function openInner(zipName: string, all: ZipEntry[]): Promise<Sheet> {
  const entries = all.filter(({ name }) => !isHidden(name));
  const readable = INNER.flatMap(({ extensions }) =>
    entries.filter(({ name }) => extensions.includes(extensionOf(name)))
  );
  // What comes with data, such as a readme, is a text too: last.
  readable.sort((a, b) => Number(isPlainText(a)) - Number(isPlainText(b)));
  const entry = readable[0];
  if (readable.length === 0) throw nothingIn(entries);
  const { inflated } = await import('./zip-entries');
  const meter = { share: 0 };
  const bytes = await Bytes.from(entry.name, inflated(entry, meter), () => meter.share);
  const head = headOf(bytes);
  const format = INNER.find((known) => known.recognises(head));
  if (!format) throw nothingIn(entries);
  const sheet = await format.open(bytes);
  const others = readable.filter((other) => other !== entry).map(({ name }) => name);
  const notes = [
    `Read from the zip file: ${entry.name}.`,
    ...(others.length > 0 ? [`Also in it and not read: ${listed(others)}.`] : [])
  ];
  const isKmz = format === kml && /\.kmz$/i.test(zipName);
  return {
    ...sheet,
    format: isKmz ? 'KMZ' : `${sheet.format}, zipped`,
    notes: () => [...(isKmz && others.length === 0 ? [] : notes), ...sheet.notes()]
  };
}

const listed = (names: string[]) =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');

function nothingIn(entries: ZipEntry[]): Unreadable {
  const names = entries.map(({ name }) => name);
  if (names.some((name) => extensionOf(name) === 'shp')) {
    return new Unreadable('holds a shapefile: save it as GeoJSON.');
  }
  if (names.some((name) => ['zip', 'kmz', 'xlsx', 'gz', '7z', 'rar'].includes(extensionOf(name)))) {
    return new Unreadable('holds another packed file, which is not opened: unpack it first.');
  }
  if (names.length === 0) return new Unreadable('is a zip file without a file in it.');
  return new Unreadable(
    `is a zip file without a table: it holds ${listed(names)}. CSV, GeoJSON, KML or GPX would be read.`
  );
}
