import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPolygons } from './polygons';

const ring = [
  [68, 33],
  [69, 33],
  [69, 34],
  [68, 33]
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const feature = (geometry: unknown, properties: unknown = {}) => ({
  type: 'Feature',
  properties,
  geometry
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const read = (value: unknown) => readPolygons(JSON.stringify(value), 'zone.geojson');

const tuples = (positions: number[][]) => positions.map((position) => position.join()).join(' ');
const boundary = (kind: string, positions: number[][]) =>
  `<${kind}BoundaryIs><LinearRing><coordinates>\n${tuples(positions)}\n</coordinates></LinearRing></${kind}BoundaryIs>`;
const kmlPolygon = (outer: number[][], ...inner: number[][][]) =>
  `<Polygon>${boundary('outer', outer)}${inner.map((hole) => boundary('inner', hole)).join('')}</Polygon>`;
const kml = (body: string) =>
  `<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`;
const readKml = (body: string) => readPolygons(kml(body), 'zone.kml');

describe('GeoJSON', () => {
  test('all polygons come out, from whatever they are wrapped in, and the rest is told', () => {
    const multi = { type: 'MultiPolygon', coordinates: [[ring], [ring]] };
    const point = { type: 'Point', coordinates: [68, 33] };
    const geometries = { type: 'GeometryCollection', geometries: [point, multi] };
    const whole = collection(
      feature(polygon, { NAME: 'North' }),
      feature(null),
      feature(point),
      collection(feature(geometries))
    );
    expect(read(polygon)).toMatchObject({ name: 'zone', parts: [{ name: 'zone' }], notes: [] });
    const { polygons, parts, notes } = read(whole);
    expect(polygons.coordinates).toEqual([[ring], [ring], [ring]]);
    expect(parts.map(({ name }) => name)).toEqual(['North', 'Part 2']);
    expect(parts[1].polygons).toEqual(multi);
    expect(notes).toEqual(['Left out: 2 points and lines.']);
  });

  test('names stay text, whatever they hold', () => {
    const text =
      '{"type":"Feature","geometry":' +
      JSON.stringify(polygon) +
      ',"properties":{"__proto__":{"name":"x"},"constructor":1,"name":" <b>\\u0000a\\nb</b> "}}';
    const [part] = readPolygons(text, 'a.json').parts;
    expect(part.name).toBe('<b> a b</b>');
    expect(read({ ...feature(polygon), id: 7 }).parts[0].name).toBe('7');
  });

  test('a lone feature gives its name; several are known by the file, as an id alone is', () => {
    const named = feature(polygon, { name: 'North' });
    expect(read(named).name).toBe('North');
    expect(read({ ...collection(named), name: 'layer 1' }).name).toBe('North');
    expect(read({ ...collection(named, named), name: 'layer 1' }).name).toBe('layer 1');
    expect(read(collection(named, named)).name).toBe('zone');
    expect(read({ ...feature(polygon), id: 7 }).name).toBe('zone');
  });

  test('heights and vertices given twice are left out', () => {
    const coordinates = [[ring[0], ...ring].map((position) => [...position, 1200])];
    expect(read({ type: 'Polygon', coordinates }).polygons.coordinates).toEqual([[ring]]);
  });

  test.each([
    [{ type: 'Point', coordinates: [68, 33] }, 'zone.geojson holds no Polygon'],
    [{}, 'not sound at type'],
    [[], 'not sound at'],
    [{ type: 'FeatureCollection' }, 'not sound at features'],
    [{ type: 'Topology', objects: {} }, '“Topology” is no GeoJSON type'],
    [{ type: 'Polygon', coordinates: [] }, 'coordinates: has no ring'],
    [{ type: 'Polygon', coordinates: ring }, 'coordinates.0.0: is no position'],
    [{ type: 'Polygon', coordinates: 'POLYGON' }, 'coordinates: is no list of rings'],
    [feature({ type: 'Polygon', coordinates: [[[200, 30], ...ring]] }), 'geometry.coordinates.0.0'],
    [
      feature({ type: 'Polygon', coordinates: [[['68', '33'], ...ring]] }),
      'no position in degrees'
    ],
    [{ type: 'Polygon', coordinates: [[[5e5, 3.6e6], ...ring]] }, 'save the file in WGS 84']
  ])('%j is refused', (value, message) => {
    expect(() => read(value)).toThrow(message);
  });
});

describe('KML', () => {
  const hole = [
    [68.6, 33.2],
    [68.8, 33.2],
    [68.8, 33.4],
    [68.6, 33.2]
  ];

  test('polygons of placemarks come out with their holes and names, at any depth', () => {
    const square = kmlPolygon(
      ring.map((it) => [...it, 5]),
      hole
    );
    const { name, parts, polygons, notes } = readKml(
      `<name>My zones</name><Folder><name>Inner</name>
       <Placemark><name><![CDATA[A & <b>]]></name>${square}</Placemark></Folder>
       <Placemark><name>B &amp; C</name><description><![CDATA[<p>hello]]></description>
         <MultiGeometry><Point><coordinates>68,33</coordinates></Point>
         <MultiGeometry>${kmlPolygon(ring)}${kmlPolygon(ring)}</MultiGeometry></MultiGeometry>
       </Placemark>`
    );
    expect(name).toBe('My zones');
    expect(parts.map((part) => part.name)).toEqual(['A & <b>', 'B & C']);
    expect(polygons.coordinates).toEqual([[ring, hole.toReversed()], [ring], [ring]]);
    expect(notes).toEqual(['Left out: 1 point or line.']);
  });

  test('a lone placemark gives its name', () => {
    const placemark = `<Placemark><name>North</name>${kmlPolygon(ring)}</Placemark>`;
    expect(readKml(`<name>My zones</name>${placemark}`).name).toBe('North');
  });

  test('prefixes and older namespaces make no difference, nor does the name of the file', () => {
    const text = kml(`<Placemark>${kmlPolygon(ring)}</Placemark>`)
      .replaceAll('</', '</k:')
      .replaceAll(/<(?=[a-zA-Z])/g, '<k:')
      .replace('xmlns=', 'xmlns:k=')
      .replace('opengis.net/kml/2.2', 'earth.google.com/kml/2.0');
    expect(
      readPolygons(`\uFEFF\n${text}`.replace('<?xml version="1.0"?>\n', ''), 'x.txt')
    ).toMatchObject({
      name: 'x.txt',
      polygons: { coordinates: [[ring]] }
    });
  });

  test('a link to another file is not followed, and told', () => {
    const link = '<NetworkLink><Link><href>https://example.org/a.kml</href></Link></NetworkLink>';
    expect(readKml(`${link}<Placemark>${kmlPolygon(ring)}</Placemark>`).notes).toEqual([
      'Not followed: 1 link to another file. Open that file itself.'
    ]);
    expect(() => readKml(link)).toThrow(/holds no Polygon.*Not followed: 1 link/);
  });

  test('entities are not expanded', () => {
    const laughs =
      '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
      '<kml><Placemark><name>&b;</name></Placemark></kml>';
    expect(() => readPolygons(laughs, 'a.kml')).toThrow('a.kml declares XML entities');
    const undeclared = '<Placemark>\n<name>&constructor;</name></Placemark>';
    expect(() => readKml(undeclared)).toThrow(/not sound XML, line 3: undefined entity/);
  });

  test.each([
    ['<Placemark><Polygon></Placemark>', 'zone.kml is not sound XML, line 2'],
    ['<Placemark><Polygon/></Placemark>', 'is a Polygon of 0 outer boundaries'],
    [`<Placemark><name>N</name>${kmlPolygon([[68]])}</Placemark>`, 'Placemark “N”, line 2'],
    [`<Placemark>${kmlPolygon([[68, 33, 0, 69]])}</Placemark>`, 'is no position in degrees'],
    [`<Placemark>${boundary('outer', ring)}</Placemark>`, 'holds no Polygon'],
    [`${'<Folder>'.repeat(40)}${'</Folder>'.repeat(40)}`, 'nests deeper than 32 levels']
  ])('%s is refused', (body, message) => {
    expect(() => readKml(body)).toThrow(message);
  });
});

describe('either format', () => {
  test('gives the same polygons for the same rings', () => {
    const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const rings = fc.array(fc.tuple(degrees(60, 75), degrees(29, 38)), { minLength: 3 });
    fc.assert(
      fc.property(rings, (positions) => {
        const outer = [...positions, positions[0]];
        const attempt = (reader: () => unknown) => {
          try {
            return reader();
          } catch {
            return 'nothing';
          }
        };
        const json = attempt(() => read({ type: 'Polygon', coordinates: [outer] }).polygons);
        const other = attempt(
          () => readKml(`<Placemark>${kmlPolygon(outer)}</Placemark>`).polygons
        );
        expect(other).toEqual(json);
      }),
      { numRuns: 50 }
    );
  });

  test('turns rings by the right-hand rule', () => {
    const turned = { type: 'Polygon', coordinates: [ring.toReversed()] };
    expect(read(turned).polygons.coordinates).toEqual([[ring]]);
  });

  test('closes an open ring, and tells how far its ends were apart', () => {
    const open = { type: 'Polygon', coordinates: [ring.slice(0, -1)] };
    const { polygons, notes } = read(open);
    expect(polygons.coordinates).toEqual([[ring]]);
    expect(notes).toEqual([
      'Closed with a straight edge: 1 open ring; the longest edge is 140 km, at coordinates.0.'
    ]);
  });

  test('leaves out rings that enclose nothing, holes as well as polygons', () => {
    const flat = [ring[0], ring[1], ring[0]];
    const { polygons, notes } = read(
      collection(feature({ type: 'Polygon', coordinates: [flat] }), feature(polygon), {
        ...feature({ type: 'Polygon', coordinates: [ring, flat] })
      })
    );
    expect(polygons.coordinates).toEqual([[ring], [ring]]);
    expect(notes).toEqual(['Left out: 2 rings with no ground inside.']);
    expect(() => read({ type: 'Polygon', coordinates: [flat] })).toThrow(/no Polygon.*1 ring with/);
  });

  test('suspects exchanged coordinates, and tells what lies elsewhere', () => {
    const exchanged = ring.map(([lon, lat]) => [lat, lon]);
    expect(read({ type: 'Polygon', coordinates: [exchanged] }).notes).toEqual([
      expect.stringContaining('longitude comes first')
    ]);
    const elsewhere = ring.map(([lon, lat]) => [lon - 60, lat + 10]);
    expect(read({ type: 'Polygon', coordinates: [elsewhere] }).notes).toEqual([
      'All positions lie far from the line.'
    ]);
  });

  test.each([
    ['', 'is empty'],
    [' \n', 'is empty'],
    ['PK\u0003\u0004', 'take the .kml file'],
    ['lon,lat', 'neither GeoJSON'],
    ['null', 'neither GeoJSON'],
    ['{"type":', 'standard input is no JSON'],
    ['<gpx></gpx>', 'its first element is <gpx>'],
    ['<!DOCTYPE html><html><br></html>', 'its first element is <html>']
  ])('tells what “%s” is', (text, message) => {
    expect(() => readPolygons(text, 'standard input')).toThrow(message);
  });

  test('has its limits told: size, vertices, nesting', () => {
    expect(() => readPolygons(' '.repeat(50e6 + 1), 'a')).toThrow('larger than 50 MB');
    const many = `{"type":"Polygon","coordinates":[[${'[68,33],'.repeat(1e6)}[68,33]]]}`;
    expect(() => readPolygons(many, 'a')).toThrow('more than 1,000,000 vertices');
    let nested: unknown = polygon;
    for (let i = 0; i < 40; i++) nested = { type: 'GeometryCollection', geometries: [nested] };
    expect(() => read(nested)).toThrow('nests deeper than 32 levels');
    expect(() => readPolygons('['.repeat(1e6), 'a')).toThrow('is no JSON');
  });
});
