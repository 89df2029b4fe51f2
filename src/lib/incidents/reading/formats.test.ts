import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { cellsOf, dayOf, imported } from '../../../../tests/fixtures/incidents/importing';
import { acledCsv, ucdpCsv } from '../../../../tests/fixtures/incidents/rows';
import { xlsxOf } from '../../../../tests/fixtures/incidents/xlsx';
import { openSheet } from './formats';
import { sourceOf } from './source';

const formatOf = async (content: string | Uint8Array, name = 'file') =>
  (await openSheet(sourceOf(name, content))).format;

const column = (table: Awaited<ReturnType<typeof imported>>['table'], name: string) => {
  const found = table.columns.find((other) => other.name === name);
  return found ? cellsOf(found) : null;
};

const utf16 = (text: string, isBig: boolean) => {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !isBig);
  return bytes;
};

describe('encodings', () => {
  const text = 'place;lat;lon\nCafé ښار;33,1;69,2\nZhob;31,3;69,4\n';
  const places = ['Café ښار', 'Zhob'];

  test.each([
    ['UTF-8', strToU8(text), 'CSV, semicolons'],
    ['UTF-8 with a byte order mark', strToU8(`\uFEFF${text}`), 'CSV, semicolons'],
    ['UTF-16 LE', utf16(`\uFEFF${text}`, false), 'CSV, semicolons, UTF-16 LE'],
    ['UTF-16 BE', utf16(`\uFEFF${text}`, true), 'CSV, semicolons, UTF-16 BE'],
    ['UTF-16 LE without a mark', utf16(text, false), 'CSV, semicolons, UTF-16 LE']
  ])('%s is read as it is', async (_, bytes, format) => {
    expect(await formatOf(bytes)).toBe(format);
    const { table, report } = await imported(bytes);
    expect(column(table, 'place')).toEqual(places);
    expect([...table.lonLat]).toEqual([69.2, 33.1, 69.4, 31.3]);
    expect(report.notes).toEqual([]);
  });

  test('what is no UTF-8 is read as Windows-1252, and told', async () => {
    const bytes = Uint8Array.from('name,lat,lon\nCafé “Z”,33.1,69.2\n', (letter) => {
      const western: Record<string, number> = { '“': 0x93, '”': 0x94 };
      return western[letter] ?? letter.charCodeAt(0);
    });
    expect(await formatOf(bytes)).toBe('CSV, Windows-1252');
    const { table, report } = await imported(bytes);
    expect(column(table, 'name')).toEqual(['Café “Z”']);
    expect(report.notes[0]).toContain('Windows-1252');
  });

  test('one bad line in a UTF-8 file does not spoil the others', async () => {
    const [good, bad] = [strToU8('name,lat,lon\nŽob,33.1,69.2\n'), [0x43, 0x61, 0x66, 0xe9]];
    const { table, report } = await imported(
      Uint8Array.from([...good, ...bad, ...strToU8(',33.2,69.3\nŽob,33.3,69.4\n')])
    );
    expect(column(table, 'name')).toEqual(['Žob', 'Café', 'Žob']);
    expect(report.notes).toEqual([
      'Lines that are no sound UTF-8 were read as Windows-1252: 1. Look at their accents.'
    ]);
  });
});

describe('delimiters', () => {
  test.each([
    [',', 'CSV'],
    [';', 'CSV, semicolons'],
    ['\t', 'TSV'],
    ['|', 'CSV, bars']
  ])('%j is found', async (delimiter, format) => {
    const rows = [
      ['name', 'lat', 'lon', 'notes'],
      ['A', '33.1', '69.1', '"a, b; c | d"']
    ];
    const text = rows.map((cells) => cells.join(delimiter)).join('\r\n');
    expect(await formatOf(text)).toBe(format);
    expect(column((await imported(text)).table, 'notes')).toEqual(['a, b; c | d']);
  });

  test('Excel’s line “sep=;” and old line ends are known', async () => {
    expect(await formatOf('sep=;\nlat;lon\n33;69\n')).toBe('CSV, semicolons');
    const { table } = await imported('lat,lon,name\r33.1,69.1,A\r33.2,69.2,B\r');
    expect(column(table, 'name')).toEqual(['A', 'B']);
  });
});

describe('GeoJSON', () => {
  const point = (coordinates: unknown, properties: unknown = {}) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates }
  });
  const features = [
    point([69.1, 33.1], { name: 'A', date: '2024-01-02', deaths: 3 }),
    point([69.2, 33.2, 1200], { name: 'B', extra: { deep: [1] } }),
    { type: 'Feature', properties: { name: 'C' }, geometry: null },
    { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[1, 2]] } }
  ];

  test.each([
    ['a collection', JSON.stringify({ type: 'FeatureCollection', features, crs: { a: [{}] } })],
    ['a list', JSON.stringify(features)],
    ['lines', features.map((feature) => JSON.stringify(feature)).join('\n')],
    ['a sequence', features.map((feature) => `\u001e${JSON.stringify(feature)}\n`).join('')]
  ])('%s: points come in, what is no point is refused with why', async (_, text) => {
    const { table, report } = await imported(text, 'a.geojson');
    expect(report).toMatchObject({ read: 4, imported: 3, refusedCount: 1 });
    expect(report.refused[0]).toMatchObject({
      fileRow: 4,
      why: 'It is a LineString; only points are incidents.'
    });
    expect([...table.lonLat]).toEqual([69.1, 33.1, 69.2, 33.2, NaN, NaN]);
    expect(column(table, 'extra')).toEqual(['', '{"deep":[1]}', '']);
    expect(table.firstDay[0]).toBe(dayOf('2024-01-02'));
    expect(table.deaths?.best[0]).toBe(3);
  });

  test('one record that is no JSON takes no other with it; Python’s NaN is a blank', async () => {
    const text = '[{"lat":33,"lon":69,"n":"NaN"},{"lat":33,"lon":},{"lat":34,"lon":70,"n":NaN}]';
    const { table, report } = await imported(text, 'a.json');
    expect(report).toMatchObject({ read: 3, imported: 2, refusedCount: 1 });
    expect(report.refused[0]).toMatchObject({ fileRow: 2 });
    expect(report.refused[0].why).toContain('no sound JSON');
    expect([...table.lonLat]).toEqual([69, 33, 70, 34]);
  });

  test('features without a geometry are placed by their properties', async () => {
    const bare = { type: 'Feature', properties: { lat: 33.1, lon: 69.1 }, geometry: null };
    const { table } = await imported(JSON.stringify([bare]), 'a.json');
    expect([...table.lonLat]).toEqual([69.1, 33.1]);
  });

  test('plain records are a table like any other', async () => {
    const records = [{ event_date: '2024-01-02', latitude: '33.1', longitude: '69.1' }];
    const { table } = await imported(JSON.stringify({ status: 200, data: records }), 'a.json');
    expect([...table.lonLat]).toEqual([69.1, 33.1]);
    expect(table.columns.map(({ name }) => name)).toEqual(['event_date', 'latitude', 'longitude']);
  });
});

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>All</name><Folder><name>North</name>
<Placemark><name>A &amp; B</name><description><![CDATA[<b>bold</b>]]></description>
  <TimeStamp><when>2024-01-02</when></TimeStamp>
  <ExtendedData><Data name="deaths"><value>3</value></Data></ExtendedData>
  <Point><coordinates> 69.1,33.1,0 </coordinates></Point></Placemark>
<Placemark><name>Line</name><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>
</Folder></Document></kml>`;

describe('KML, KMZ and GPX', () => {
  test.each([
    ['KML', KML],
    ['KMZ', zipSync({ 'doc.kml': strToU8(KML), 'files/icon.png': strToU8('x') })]
  ])('%s: placemarks with their folder, data and time', async (format, content) => {
    expect(await formatOf(content, `a.${format.toLowerCase()}`)).toBe(format);
    const { table, report } = await imported(content, `a.${format.toLowerCase()}`);
    expect(report).toMatchObject({ read: 2, imported: 1, refusedCount: 1, notes: [] });
    expect(report.refused[0].why).toBe('It is a LineString; only points are incidents.');
    expect([...table.lonLat]).toEqual([69.1, 33.1]);
    expect(table.firstDay[0]).toBe(dayOf('2024-01-02'));
    expect(column(table, 'name')).toEqual(['A & B']);
    expect(column(table, 'description')).toEqual(['<b>bold</b>']);
    expect(column(table, 'folder')).toEqual(['North']);
    expect(table.deaths?.best[0]).toBe(3);
  });

  test('GPX: waypoints; tracks are told', async () => {
    const gpx =
      '<?xml version="1.0"?><gpx version="1.1"><wpt lat="33.1" lon="69.1"><time>2024-01-02T03:04:05Z</time>' +
      '<name>A</name><link href="https://example.org/a"><text>more</text></link></wpt>' +
      '<trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk></gpx>';
    const { table, report } = await imported(gpx, 'a.gpx');
    expect([...table.lonLat]).toEqual([69.1, 33.1]);
    expect(table.firstDay[0]).toBe(dayOf('2024-01-02'));
    expect(column(table, 'link')).toEqual(['https://example.org/a']);
    expect(report.notes).toEqual(['Tracks and routes were left out: 1.']);
  });
});

describe('zip files', () => {
  test('the table in it is read, the others are named', async () => {
    const content = zipSync({
      'readme.txt': strToU8('Read me'),
      'data/acled.csv': strToU8(acledCsv),
      'data/ucdp.csv': strToU8(ucdpCsv),
      '__MACOSX/data/._acled.csv': strToU8('x')
    });
    const { report } = await imported(content, 'a.zip');
    expect(report.imported).toBe(3);
    expect(report.notes).toEqual([
      'Read from the zip file: data/acled.csv.',
      'Also in it and not read: data/ucdp.csv, readme.txt.'
    ]);
  });
});

describe('XLSX', () => {
  const rows = [
    ['Incidents of a made-up year', null, null],
    ['Place', 'Date', 'Lat', 'Lon', 'Killed'],
    ['Example', { date: 45_793 }, 33.1, 69.2, 4],
    [null, null, null, null],
    ['=Other', { date: 45_794.5 }, '33°12′N', '69°30′E', { formula: '2+3', value: '5' }]
  ];

  test('the first sheet with rows is read: texts, numbers, dates and reckoned formulas', async () => {
    const { table, report } = await imported(
      xlsxOf({ Cover: [['Made up']], Data: rows, Notes: [['x'], ['y']] }),
      'a.xlsx'
    );
    expect(report.notes).toEqual([
      'The sheet “Data” was read; not read: “Cover”, “Notes”.',
      'Above the header a line was passed over: “Incidents of a made-up year”'
    ]);
    expect([...table.firstDay]).toEqual([dayOf('2025-05-16'), dayOf('2025-05-17')]);
    expect([...table.lonLat]).toEqual([69.2, 33.1, 69.5, 33.2]);
    expect([...(table.deaths?.best ?? [])]).toEqual([4, 5]);
    expect([...table.fileRow]).toEqual([3, 5]);
    expect(column(table, 'Place')).toEqual(['Example', '=Other']);
    expect(column(table, 'Date')).toEqual(['2025-05-16', '2025-05-17 12:00:00']);
  });

  test('day numbers of the 1904 system are 1,462 less', async () => {
    const shifted = rows.map((cells) =>
      cells.map((cell) =>
        cell !== null && typeof cell === 'object' && 'date' in cell
          ? { date: cell.date - 1462 }
          : cell
      )
    );
    const { table } = await imported(xlsxOf({ Data: shifted }, { is1904: true }), 'a.xlsx');
    expect([...table.firstDay]).toEqual([dayOf('2025-05-16'), dayOf('2025-05-17')]);
  });
});
