import { Unreadable } from '../../formats/unreadable';
import { csv } from './csv';
import type { Format, Head } from './format';
import { gpx } from './gpx';
import { headOf, rootElement } from './head';
import { json } from './json';
import { kml } from './kml';
import type { Sheet } from './sheet';
import { Bytes, type ByteSource } from './source';
import { zip } from './zip';

/** The formats in the order in which they are tried: what is any text comes last. */
export const FORMATS: readonly Format[] = [zip, kml, gpx, json, csv];

/** What a file dialog offers. */
export const EXTENSIONS = [...new Set(FORMATS.flatMap(({ extensions }) => extensions))].map(
  (extension) => `.${extension}`
);

/**
 * Opens a file of incidents, told by its content. The message of an Unreadable, which it throws for
 * what is not sound or too large, is the end of a sentence that begins with the file's name.
 */
export async function openSheet(source: ByteSource): Promise<Sheet> {
  const bytes = await Bytes.open(source);
  try {
    const head = headOf(bytes);
    refuseOthers(head);
    const format = FORMATS.find((known) => known.recognises(head));
    if (!format) {
      throw new Unreadable(
        'is neither a text nor a format that is read here: bring CSV, XLSX, GeoJSON, KML, KMZ or GPX.'
      );
    }
    return await format.open(bytes);
  } catch (error) {
    await bytes.close();
    throw error;
  }
}

/** What other files begin with, and what is to be done with them. */
const OTHERS: readonly (readonly [start: string, advice: string])[] = [
  ['\xd0\xcf\x11\xe0', 'is an Excel file of before 2007: save it as .xlsx or CSV.'],
  [
    'PAR1',
    'is Parquet, of which parts are read: give it as a file or by its address, not in a zip or a stream.'
  ],
  ['%PDF', 'is a PDF: copy its table into a spreadsheet and save that as CSV.'],
  ['\x1f\x8b', 'is packed with gzip: unpack it first.'],
  ['7z\xbc\xaf', 'is packed with 7-Zip: unpack it first.'],
  ['Rar!', 'is packed with RAR: unpack it first.'],
  ['SQLite format 3', 'is a database (GeoPackage is one too): save its table as CSV or GeoJSON.'],
  ['\x00\x00\x27\x0a', 'is a shapefile: save it as GeoJSON.']
];

function refuseOthers({ bytes, text }: Head): void {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const other = OTHERS.find(([sign]) => start.startsWith(sign));
  if (other) throw new Unreadable(other[1]);
  const root = rootElement(text);
  if (root?.toLowerCase() === 'html') {
    throw new Unreadable('is a web page: save its table as CSV.');
  }
  if (root !== null && root !== 'kml' && root !== 'gpx') {
    throw new Unreadable(`is XML of <${root}>: of XML only KML and GPX are read.`);
  }
}
