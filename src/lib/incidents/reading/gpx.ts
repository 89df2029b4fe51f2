import type { Format } from './format';
import { rootElement } from './head';
import { RecordTable } from './record-table';
import type { Row } from './sheet';
import type { XmlHandlers } from './xml';

/** GPX 1.0 and 1.1: each waypoint is an incident; tracks and routes are left out and told. */
export const gpx: Format = {
  id: 'gpx',
  label: 'GPX',
  extensions: ['gpx'],
  recognises: ({ text }) => rootElement(text) === 'gpx',
  async open(bytes) {
    const { openXml } = await import('./xml-sheet');
    const table = new RecordTable(true);
    const left = { count: 0 };
    return openXml(
      bytes,
      'GPX',
      table,
      (take) => handlers(table, left, take),
      () => (left.count > 0 ? [`Tracks and routes were left out: ${left.count}.`] : [])
    );
  }
};

function handlers(
  table: RecordTable,
  left: { count: number },
  take: (row: Row) => void
): XmlHandlers {
  let point: [string, string] | null = null;
  let fields = new Map<string, string>();
  return {
    open(name, attributes) {
      if (name === 'trk' || name === 'rte') left.count++;
      else if (name === 'wpt') {
        point = [attributes.get('lon') ?? '', attributes.get('lat') ?? ''];
        fields = new Map();
      } else if (point && name === 'link') fields.set('link', attributes.get('href') ?? '');
    },
    close(name, text) {
      if (!point) return;
      if (name === 'wpt') {
        take(table.row(fields, point, null));
        point = null;
      } else if (text.trim() !== '') fields.set(name === 'text' ? 'link text' : name, text.trim());
    }
  };
}
