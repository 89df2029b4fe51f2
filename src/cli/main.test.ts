import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, MultiPolygon } from 'geojson';
import { afterAll, describe, expect, test } from 'vitest';
import { validityChecker } from '../../tests/fixtures/zones/geos';
import { areaKm2 } from '../lib/geodesy/area';
import { loadBorder } from './data';
import { run } from './main';

const border = loadBorder();
const SLOW = { timeout: 60_000 };

/** Runs `durand` with arguments and lines of input; what it printed and told, and its exit code. */
async function durand(args: string[], lines: string[] = []) {
  let [printed, told] = ['', ''];
  async function* input() {
    yield* lines;
  }
  const exitCode = await run(args, {
    input: input(),
    bytes: () => new Blob([lines.join('\n')]).stream(),
    async write(bytes) {
      printed += Buffer.from(bytes).toString('latin1');
    },
    print: (text) => (printed += text),
    tell: (message) => (told += `${message}\n`)
  });
  return { exitCode, printed, told };
}

const jsonLines = (printed: string) =>
  printed
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe('durand', () => {
  test('prints its help when asked, and tells it when called without a command', async () => {
    const asked = await durand(['--help']);
    expect(asked).toMatchObject({ exitCode: 0, told: '' });
    expect(asked.printed).toMatch(/station.*zone.*profile/s);
    expect(await durand([])).toMatchObject({
      exitCode: 2,
      printed: '',
      told: `${asked.printed}\n`
    });
  });

  test.each(['station', 'zone', 'profile', 'incidents', 'text'])(
    '%s --help tells how to call it',
    async (name) => {
      const { exitCode, printed, told } = await durand([name, '--help']);
      expect({ exitCode, told }).toEqual({ exitCode: 0, told: '' });
      expect(printed).toMatch(new RegExp(`^durand ${name} `));
    }
  );

  test.each([
    [['fly'], 'no command “fly”'],
    [['station', '71'], '“71” stands alone'],
    [['station', '71', '34', '5'], '“5” is one argument too many'],
    [['station', 'east', '34'], '“east,34” is no position'],
    [['station', '71', '134'], 'lat from -90 to 90'],
    [['station', '--fast'], '--fast'],
    [['zone'], '--afghan is missing'],
    [['zone', '--afghan', '10'], '--pakistan is missing'],
    [['zone', '--afghan', 'wide', '--pakistan', '0'], '--afghan is “wide”'],
    [['zone', '--afghan', '0', '--pakistan', '0'], 'Both widths are 0'],
    [['zone', '--afghan', '500', '--pakistan', '0'], '500 km: give 0, or 0.1 to 100 km'],
    [['zone', '--afghan', '-5', '--pakistan', '0'], '-5 km: give 0'],
    [['zone', '--afghan', '5', '--pakistan', '5', '--caps', 'oval'], 'give flat or round'],
    [['zone', '--afghan', '5', '--pakistan', '5', '--from', '9', '--to', '8'], 'from 9 to 8 km'],
    [['zone', '--afghan', '5', '--pakistan', '5', '--keep-out', '71,34'], 'give LON,LAT,KM'],
    [['zone', '--afghan', '5', '--pakistan', '5', '--keep-out', '71,34,x'], 'is “71,34,x”'],
    [['zone', '--afghan', '5', '--pakistan', '5', '--keep-out', '71,34,900'], '900 km: give 0.1'],
    [['zone', '--afghan', '5', '--pakistan', '5', '--province', 'Khost'], 'the id “Khost”'],
    [['zone', '--afghan', '5', '--pakistan', '5', 'x'], '“x” is one argument too many'],
    [['profile'], 'FILE is missing']
  ])('%j is refused as a call that is not right', async (args, message) => {
    const { exitCode, printed, told } = await durand(args);
    expect({ exitCode, printed }).toEqual({ exitCode: 2, printed: '' });
    expect(told).toContain(message);
  });
});

describe('durand station', () => {
  test('prints the station of a position, west and south too', async () => {
    const { exitCode, printed, told } = await durand(['station', '71.09', '34.12']);
    expect({ exitCode, told }).toEqual({ exitCode: 0, told: '' });
    const { chainageKm, offsetKm, side, foot } = border.station([71.09, 34.12]);
    const [answer] = jsonLines(printed);
    expect(Object.keys(answer)).toEqual(['chainageKm', 'offsetKm', 'side', 'foot']);
    expect(answer.side).toBe(side);
    expect(answer.chainageKm).toBeCloseTo(chainageKm, 5);
    expect(answer.offsetKm).toBeCloseTo(offsetKm, 5);
    expect(answer.foot[0]).toBeCloseTo(foot[0], 7);
    const [west] = jsonLines((await durand(['station', '-73.9', '-40.7'])).printed);
    expect(west.offsetKm).toBeCloseTo(border.station([-73.9, -40.7]).offsetKm, 5);
  });

  test('answers each line, and tells the bad ones by their number without ending', async () => {
    const lines = ['71,34', 'lon,lat', '', '71;34', '71,', '71,34,5', '71,95', ' -73.9 , 40.7'];
    const { exitCode, printed, told } = await durand(['station'], lines);
    expect(exitCode).toBe(1);
    expect(jsonLines(printed)).toHaveLength(2);
    expect(told.match(/line \d/g)).toEqual(['line 2', 'line 4', 'line 5', 'line 6', 'line 7']);
  });

  test('is content with no lines', async () => {
    expect(await durand(['station'])).toEqual({ exitCode: 0, printed: '', told: '' });
  });
});

describe('durand zone', SLOW, async () => {
  const whyInvalid = await validityChecker();
  const zone = async (...args: string[]) => {
    const { exitCode, printed, told } = await durand(['zone', ...args]);
    expect({ exitCode, told }).toEqual({ exitCode: 0, told: '' });
    return JSON.parse(printed) as Feature<MultiPolygon, Record<string, number>>;
  };

  test('prints one valid Feature with its figures', async () => {
    const { type, geometry, properties } = await zone('--afghan', '10', '--pakistan', '5');
    expect(type).toBe('Feature');
    expect(whyInvalid(geometry)).toBe('Valid Geometry');
    expect(properties.lengthKm).toBeCloseTo(border.lengthKm, 5);
    expect(properties.areaKm2).toBeCloseTo(
      properties.areaAfghanKm2 + properties.areaPakistanKm2,
      2
    );
    expect(areaKm2(geometry) / properties.areaKm2).toBeCloseTo(1, 6);
    expect(properties.areaAfghanKm2).toBeGreaterThan(properties.areaPakistanKm2);
  });

  test('can be one-sided and limited to a stretch', async () => {
    const limits = ['--from', '100', '--to', '200'];
    const { properties } = await zone('--afghan', '0', '--pakistan', '2', ...limits);
    expect(properties).toMatchObject({ fromKm: 100, toKm: 200, lengthKm: 100, areaAfghanKm2: 0 });
    expect(properties.areaPakistanKm2).toBeGreaterThan(190);
    expect(properties.areaPakistanKm2).toBeLessThan(210);
  });

  test('can leave out circles and keep to provinces', async () => {
    const widths = ['--afghan', '20', '--pakistan', '20'];
    const khost = await zone(...widths, '--province', 'AF-KHO');
    const more = await zone(...widths, '--province', 'AF-KHO', '--province', 'PK-TA');
    expect(khost.properties).toMatchObject({ areaPakistanKm2: 0, provinces: ['AF-KHO'] });
    expect(more.properties.areaAfghanKm2).toBe(khost.properties.areaAfghanKm2);
    const [lon, lat] = border.positionAt(1450);
    const circle = ['--keep-out', `${lon},${lat},5`];
    const fewer = await zone(...widths, ...circle, '--keep-out', '-60,-30,10');
    expect(fewer.properties).toMatchObject({
      keepOut: [
        { at: [lon, lat], radiusKm: 5 },
        { at: [-60, -30], radiusKm: 10 }
      ]
    });
    expect(whyInvalid(fewer.geometry)).toBe('Valid Geometry');
    const takenKm2 = (await zone(...widths)).properties.areaKm2 - fewer.properties.areaKm2;
    expect(takenKm2 / (25 * Math.PI)).toBeCloseTo(1, 3);
  });

  test('with round ends is larger than with flat ones', async () => {
    const widths = ['--afghan', '20', '--pakistan', '20', '--from', '2700'];
    const [flat, round] = [await zone(...widths), await zone(...widths, '--caps', 'round')];
    expect(round.properties.areaKm2).toBeGreaterThan(flat.properties.areaKm2 + 300);
    expect(whyInvalid(round.geometry)).toBe('Valid Geometry');
  });
});

describe('durand profile', SLOW, () => {
  const folder = mkdtempSync(join(tmpdir(), 'durand-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const fileOf = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  test('prints the widths of a zone at every step as CSV', async () => {
    const limits = ['--from', '100', '--to', '160'];
    const zone = await durand(['zone', '--afghan', '3', '--pakistan', '1', ...limits]);
    const file = fileOf('zone.geojson', zone.printed);
    const options = ['--every', '20', '--from', '90', '--to', '150'];
    const { exitCode, printed, told } = await durand(['profile', file, ...options]);
    expect({ exitCode, told }).toEqual({ exitCode: 0, told: '' });
    const [header, ...rows] = printed.trimEnd().split('\n');
    const columns = header.split(',');
    expect(columns.slice(0, 4)).toEqual(['chainageKm', 'afghanKm', 'pakistanKm', 'totalKm']);
    const table = rows.map((row) => row.split(',').map(Number));
    expect(table.map(([chainageKm]) => chainageKm)).toEqual([90, 110, 130, 150]);
    expect(table[0][3]).toBe(0);
    for (const row of table.slice(1)) {
      expect(row[columns.indexOf('afghanStationKm')]).toBeCloseTo(3, 2);
      expect(row[columns.indexOf('pakistanStationKm')]).toBeCloseTo(1, 2);
    }
    expect(await durand(['profile', '-', ...options], [zone.printed])).toMatchObject({ printed });
  });

  test('reads KML too, and tells what it mended', async () => {
    const ring = (last: string) =>
      `<kml><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>
      60,29 75,29 75,38 60,38 ${last}
      </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`;
    const options = ['--every', '500', '--to', '1000'];
    const whole = await durand(['profile', fileOf('whole.kml', ring('60,29')), ...options]);
    expect(whole).toMatchObject({ exitCode: 0, told: '' });
    expect(whole.printed.split('\n')).toHaveLength(5);
    const open = await durand(['profile', fileOf('open.kml', ring('')), ...options]);
    expect(open).toMatchObject({ exitCode: 0, printed: whole.printed });
    expect(open.told).toMatch(/^durand profile: Closed with a straight edge: 1 open ring/);
  });

  test.each([
    ['a file that is not there', () => join(folder, 'none.geojson'), 'cannot be read'],
    ['a file of another kind', () => fileOf('a.csv', 'lon,lat'), 'neither GeoJSON'],
    ['a file without polygons', () => fileOf('b.geojson', '{"type":"Feature"}'), 'not sound']
  ])('refuses %s', async (_, file, message) => {
    const { exitCode, printed, told } = await durand(['profile', file()]);
    expect({ exitCode, printed }).toEqual({ exitCode: 1, printed: '' });
    expect(told).toContain(message);
  });

  test('refuses steps and limits that make no sense', async () => {
    const ring = '[[[60,29],[75,29],[75,38],[60,38],[60,29]]]';
    const file = fileOf('c.geojson', `{"type":"Polygon","coordinates":${ring}}`);
    for (const option of ['--every=0', '--every=x', '--from=-1', '--to=9999', '--gap=-1']) {
      expect(await durand(['profile', file, option])).toMatchObject({ exitCode: 2, printed: '' });
    }
  });
});

describe('durand text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'durand-text-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const example = readFileSync(
    new URL('../lib/texts/examples/example-text.json', import.meta.url),
    'utf8'
  );

  test('says of a sound file what is in it', async () => {
    const { exitCode, printed, told } = await durand(['text', '-'], example.split('\n'));
    expect({ exitCode, told }).toEqual({ exitCode: 0, told: '' });
    expect(jsonLines(printed)).toMatchObject([
      { file: 'standard input', id: 'example', paragraphs: 8, places: 1, events: 2, claims: 1 }
    ]);
  });

  test('tells each fault with file, path and what to do, and goes on to the next file', async () => {
    const bad = join(folder, 'bad.json');
    const good = join(folder, 'good.json');
    writeFileSync(good, example);
    writeFileSync(bad, example.replace('"of": "jalalabad"', '"of": "atlantis"'));
    const { exitCode, printed, told } = await durand([
      'text',
      bad,
      good,
      join(folder, 'none.json')
    ]);
    expect(exitCode).toBe(1);
    expect(jsonLines(printed)).toHaveLength(1);
    expect(told).toContain(`${bad}: annotations[0].of "atlantis": no place or area`);
    expect(told).toContain(`${bad}: 1 fault`);
    expect(told).toMatch(/none\.json cannot be read/);
  });

  test('without a file is a call that is not right', async () => {
    expect(await durand(['text'])).toMatchObject({ exitCode: 2, printed: '' });
  });
});
