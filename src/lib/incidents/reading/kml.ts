import type { Format } from './format';
import { rootElement } from './head';
import { RecordTable } from './record-table';
import type { Row } from './sheet';
import type { XmlHandlers } from './xml';

/** KML (OGC 07-147r2): each Placemark with a Point is an incident. */
export const kml: Format = {
  id: 'kml',
  label: 'KML',
  extensions: ['kml'],
  recognises: ({ text }) => rootElement(text) === 'kml',
  async open(bytes) {
    const { openXml } = await import('./xml-sheet');
    const table = new RecordTable(true);
    const links = { count: 0 };
    return openXml(
      bytes,
      'KML',
      table,
      (take) => handlers(table, links, take),
      () => {
        const left = 'Links to other files were not followed: ';
        return links.count > 0 ? [`${left}${links.count}.`] : [];
      }
    );
  }
};

/** What a Placemark says beside its data, by the name of its element. */
const FIELDS = new Set(['name', 'description', 'Snippet', 'address', 'phoneNumber']);
const TIMES = new Set(['when', 'begin', 'end']);
const OTHER_GEOMETRIES = new Set(['LineString', 'LinearRing', 'Polygon', 'Model', 'Track']);

interface Placemark {
  fields: Map<string, string>;
  points: string[];
  others: Set<string>;
}

function handlers(
  table: RecordTable,
  links: { count: number },
  take: (row: Row) => void
): XmlHandlers {
  const folders: string[] = [];
  let placemark: Placemark | null = null;
  let dataName = '';
  return {
    open(name, attributes) {
      if (name === 'Placemark') placemark = { fields: new Map(), points: [], others: new Set() };
      else if (name === 'Folder') folders.push('');
      else if (name === 'NetworkLink') links.count++;
      else if (name === 'Data' || name === 'SimpleData') dataName = attributes.get('name') ?? name;
      else if (OTHER_GEOMETRIES.has(name)) placemark?.others.add(name);
    },
    close(name, text, path) {
      const parent = path[path.length - 1];
      const value = text.trim();
      if (name === 'Folder') folders.pop();
      else if (name === 'name' && parent === 'Folder') folders[folders.length - 1] = value;
      if (!placemark) return;
      if (name === 'Placemark') {
        take(rowOf(placemark, folders, table));
        placemark = null;
      } else if (name === 'coordinates' && parent === 'Point') placemark.points.push(value);
      else if (name === 'value' && parent === 'Data') placemark.fields.set(dataName, value);
      else if (name === 'SimpleData') placemark.fields.set(dataName, value);
      else if (TIMES.has(name) && parent.startsWith('Time')) placemark.fields.set(name, value);
      else if (FIELDS.has(name) && parent === 'Placemark') placemark.fields.set(name, value);
    }
  };
}

function rowOf({ fields, points, others }: Placemark, folders: string[], table: RecordTable): Row {
  const folder = folders.filter((name) => name !== '').join(' / ');
  if (folder !== '') fields.set('folder', folder);
  if (others.size > 0 && points.length === 0) {
    const kinds = [...others].join(', ');
    return table.row(fields, null, `It is a ${kinds}; only points are incidents.`);
  }
  if (points.length > 1) {
    return table.row(fields, null, `It has ${points.length} points; an incident has one.`);
  }
  if (points.length === 0 || points[0] === '') return table.row(fields, null, null);
  const [lon, lat = ''] = points[0].split(',').map((part) => part.trim());
  return table.row(fields, [lon, lat], null);
}
