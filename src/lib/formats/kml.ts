import type { Position } from 'geojson';
import { SaxesParser } from 'saxes';
import type { RawFile } from './raw-file';
import { counted, type RingReader } from './ring-reader';
import { nameFrom, requireDepth, Unreadable, unsoundAt } from './unreadable';

/** The text of a ring's coordinates, and the line of the file on which it begins. */
interface RingText {
  text: string;
  line: number;
}

interface PolygonText {
  outer: RingText[];
  inner: RingText[];
  line: number;
}

interface Placemark {
  name: string | undefined;
  polygons: PolygonText[];
  line: number;
}

const OTHER_GEOMETRIES = new Set(['Point', 'LineString', 'Track', 'Model']);

/**
 * Reads the polygons of a KML text: each Placemark's Polygons with their inner boundaries, at
 * whatever depth of folders and MultiGeometries. Other files that it names are not opened; entities
 * that it declares are refused. Throws an Unreadable.
 */
export function readKml(text: string, rings: RingReader): RawFile {
  const file: RawFile = { name: undefined, parts: [], leftOut: 0, notes: [] };
  const open: string[] = [];
  let placemark: Placemark | undefined;
  let polygon: PolygonText | undefined;
  let links = 0;
  /** The text of the element that is open, and where it began. */
  let content = { text: '', line: 1 };

  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', ({ message }) => {
    throw new Unreadable(`is not sound XML, line ${message.replace(/:\d+/, '')}`);
  });
  parser.on('doctype', (declaration) => {
    if (!declaration.includes('<!ENTITY')) return;
    throw new Unreadable('declares XML entities, which are not read: save it as plain KML.');
  });
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    open.push(name);
    requireDepth(open.length, `line ${parser.line}`);
    if (open.length === 1 && name !== 'kml') {
      throw new Unreadable(`is XML, but its first element is <${nameFrom(name)}>, not <kml>.`);
    }
    content = { text: '', line: parser.line };
    if (name === 'Placemark') placemark = { name: undefined, polygons: [], line: parser.line };
    else if (name === 'Polygon') polygon = { outer: [], inner: [], line: parser.line };
    else if (name === 'NetworkLink') links++;
    else if (placemark && OTHER_GEOMETRIES.has(name)) file.leftOut++;
  });
  const addText = (more: string) => (content.text += more);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const name = open.pop();
    const parent = open[open.length - 1];
    if (name === 'coordinates' && polygon) {
      if (open.includes('outerBoundaryIs')) polygon.outer.push(content);
      else if (open.includes('innerBoundaryIs')) polygon.inner.push(content);
    } else if (name === 'name' && parent === 'Placemark' && placemark) {
      placemark.name = nameFrom(content.text);
    } else if (name === 'name' && (parent === 'Document' || parent === 'Folder')) {
      file.name ??= nameFrom(content.text);
    } else if (name === 'Polygon') {
      if (polygon) placemark?.polygons.push(polygon);
      polygon = undefined;
    } else if (name === 'Placemark' && placemark) {
      file.parts.push({ name: placemark.name, polygons: polygonsOf(placemark, rings) });
      placemark = undefined;
    }
    content = { text: '', line: parser.line };
  });
  parser.write(text).close();

  if (links > 0) {
    file.notes.push(
      `Not followed: ${counted(links, 'link')} to another file. Open that file itself.`
    );
  }
  return file;
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function polygonsOf({ name, polygons, line }: Placemark, rings: RingReader): Position[][][] {
  const title = name === undefined ? `the Placemark on line ${line}` : `Placemark “${name}”`;
  return polygons.flatMap(({ outer, inner, line }) => {
    if (outer.length !== 1) {
      throw unsoundAt(`${title}, line ${line}`, `is a Polygon of ${outer.length} outer boundaries`);
    }
    const texts = [...outer, ...inner];
    const read = rings.polygon(
      texts.map(({ text }) => positionsIn(text)),
      (ring) => `${title}, line ${texts[ring].line}, coordinates`
    );
    return read ? [read] : [];
  });
}

/** The tuples “lon,lat” or “lon,lat,height” of a text; those that are not so hold NaN. */
function positionsIn(text: string): Position[] {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  return trimmed.split(/\s+/).map((tuple) => {
    const parts = tuple.split(',');
    const isTuple =
      (parts.length === 2 || parts.length === 3) && parts[0] !== '' && parts[1] !== '';
    return isTuple ? [Number(parts[0]), Number(parts[1])] : [NaN, NaN];
  });
}
