import type { MultiPolygon, Position } from 'geojson';
import { readGeoJson } from './geojson';
import { readKml } from './kml';
import type { RawFile } from './raw-file';
import { counted, RingReader } from './ring-reader';
import { Unreadable } from './unreadable';

/** One of the things that a file tells apart: a feature, a placemark, a bare geometry. */
export interface ImportedPart {
  name: string;
  polygons: MultiPolygon;
}

/** The polygons of a file. */
export interface ImportedPolygons {
  /** What its only part is called, else what the file calls itself, else the file's name. */
  name: string;
  /** All parts' polygons in one; they may overlap if the file's do. */
  polygons: MultiPolygon;
  parts: ImportedPart[];
  /** What was mended, left out or looks odd, in sentences for the reader. */
  notes: string[];
}

/** The largest file that is read, in MB (1,000,000 characters). */
export const LARGEST_FILE_MB = 50;

/**
 * Reads the polygons of a text in GeoJSON (RFC 7946) or KML (OGC 07-147r2), told apart by their
 * content. Rings come out closed and by the right-hand rule, positions as [lon, lat] without
 * heights; how edges run is left as it is. Throws an Error with a sentence that begins with
 * `fileName` and says what is wrong and where: for another format, what is not sound, no polygon at
 * all, more than 50 MB, 1,000,000 vertices or 32 levels of nesting.
 */
export function readPolygons(text: string, fileName: string): ImportedPolygons {
  try {
    return importedFrom(text, fileName);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Error(`${fileName} ${error.message}`, { cause: error });
  }
}

function importedFrom(text: string, fileName: string): ImportedPolygons {
  if (text.length > LARGEST_FILE_MB * 1e6) {
    throw new Unreadable(`is larger than ${LARGEST_FILE_MB} MB: simplify it first.`);
  }
  const rings = new RingReader();
  const file = readerFor(text)(text.replace(/^\uFEFF/, ''), rings);
  const filled = file.parts.filter(({ polygons }) => polygons.length > 0);
  const only = filled.length === 1 ? filled[0].name : undefined;
  // A number alone is an id, which tells a reader nothing.
  const ownName = only !== undefined && /\p{L}/u.test(only) ? only : undefined;
  const name = ownName ?? file.name ?? fileName.replace(/\.(geojson|json|kml)$/i, '');
  const notes = [...rings.notes(), ...leftOutNote(file.leftOut), ...file.notes];
  if (filled.length === 0) {
    throw new Unreadable(['holds no Polygon or MultiPolygon.', ...notes].join(' '));
  }
  const parts = filled.map((part, i) => ({
    name: part.name ?? (filled.length === 1 ? name : `Part ${i + 1}`),
    polygons: multiPolygon(part.polygons)
  }));
  const polygons = multiPolygon(parts.flatMap((part) => part.polygons.coordinates));
  return { name, polygons, parts, notes };
}

type Reader = (text: string, rings: RingReader) => RawFile;

/** The format's reader, by how the text begins. */
function readerFor(text: string): Reader {
  const [start] = /\S{1,2}/.exec(text.replace(/^\uFEFF/, '')) ?? [''];
  if (start.startsWith('<')) return readKml;
  if (start.startsWith('{') || start.startsWith('[')) return readGeoJson;
  if (start === '') throw new Unreadable('is empty.');
  if (start === 'PK') {
    throw new Unreadable('is a zip file, as KMZ is: unzip it and take the .kml file in it.');
  }
  throw new Unreadable(
    'is neither GeoJSON, which begins with “{”, nor KML, which begins with “<”.'
  );
}

function leftOutNote(count: number): string[] {
  return count > 0 ? [`Left out: ${counted(count, 'point or line', 'points and lines')}.`] : [];
}

const multiPolygon = (coordinates: Position[][][]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates
});
