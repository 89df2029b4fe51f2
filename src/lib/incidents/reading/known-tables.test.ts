import { describe, expect, test } from 'vitest';
import { cellsOf, dayOf, imported } from '../../../../tests/fixtures/incidents/importing';
import {
  acledCsv,
  csvOf,
  gdeltTsv,
  gtdCsv,
  ucdpCsv,
  ucdpRows
} from '../../../../tests/fixtures/incidents/rows';
import { NO_DAY, PRECISIONS } from '../table';
import { openSheet } from './formats';
import { GDELT_COLUMNS, UCDP_COLUMNS } from './recognise/profile-columns';
import { recognise } from './recognise/recognise';
import { sourceOf } from './source';

const profileOf = async (text: string, name = 'file.csv') =>
  recognise(await openSheet(sourceOf(name, text))).profile;

const days = (first: string, last = first) => [dayOf(first), dayOf(last)];

describe('UCDP GED', () => {
  test('positions, days, precision and deaths come out as its codebook has them', async () => {
    expect(await profileOf(ucdpCsv)).toBe('ucdp-ged');
    const { table, report } = await imported(ucdpCsv);
    expect(report).toMatchObject({ read: 3, imported: 3, refusedCount: 0, notes: [] });
    expect([...table.lonLat.subarray(0, 2)]).toEqual([69.9, 33.1]);
    expect([...table.precision].map((code) => PRECISIONS[code])).toEqual([
      'exact',
      'region',
      'unplaced'
    ]);
    expect([...table.lasted]).toEqual([1, 0, 0]);
    expect([table.firstDay[0], table.lastDay[0]]).toEqual(days('2012-03-04', '2012-03-06'));
    expect([table.firstDay[1], table.lastDay[1]]).toEqual(days('2012-05-01', '2012-05-31'));
    expect([...(table.deaths?.best ?? [])]).toEqual([1003, 3, 0]);
    expect([...(table.deaths?.high ?? [])]).toEqual([1010, 4, 0]);
    expect(report.repaired.map(({ how }) => how)).toContain(
      'Separators between thousands were left out in “best”'
    );
  });

  test('its texts stay as they are, over several lines and with quotation marks', async () => {
    const { table } = await imported(ucdpCsv);
    const headline = table.columns.find(({ name }) => name === 'source_headline');
    expect(headline && cellsOf(headline)[1]).toBe('Another,\nover two lines, with "quotes"');
    expect([...table.fileRow]).toEqual([2, 3, 4]);
  });

  test('a second header of #hashtags is passed over, and told', async () => {
    const [header, ...rows] = ucdpCsv.split('\n');
    const tags = UCDP_COLUMNS.map((_, i) => (i % 3 === 0 ? '' : '#event+x'));
    const { report } = await imported([header, tags.join(), ...rows].join('\n'));
    expect(report.read).toBe(3);
    expect(report.notes).toEqual(['A second header of #hashtags was passed over.']);
  });

  test('a copy without a header is known by its 49 columns', async () => {
    const bare = csvOf(UCDP_COLUMNS, ucdpRows).slice(csvOf(UCDP_COLUMNS, []).length);
    expect(await profileOf(bare)).toBe('ucdp-ged');
    const { table } = await imported(bare);
    expect([...table.fileRow]).toEqual([1, 2, 3]);
  });

  test('a copy out of a shapefile, with its names cut and its dates as spans, is known too', async () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {
            id: '900001',
            source_art: 'Example Wire',
            source_dat: null,
            side_a: 'A',
            side_b: 'B',
            date_start: '2001-11-10',
            date_end: '2001-11-11',
            deaths_a: 30,
            deaths_b: '6'
          },
          geometry: { type: 'Point', coordinates: [69.75, 36.66667] }
        }
      ]
    });
    const { profile, mapping } = recognise(await openSheet(sourceOf('a.geojson', text)));
    expect(profile).toBe('ucdp-ged');
    expect(mapping.roles).toMatchObject({ id: 2, source: 3 });
    const { table } = await imported(text, 'a.geojson');
    expect([...table.lonLat]).toEqual([69.75, 36.66667]);
    expect([table.firstDay[0], table.lastDay[0]]).toEqual(days('2001-11-10', '2001-11-11'));
    expect([...table.lasted]).toEqual([0]);
    expect([...(table.deaths?.best ?? [])]).toEqual([36]);
  });
});

test('ACLED: a day, a week around it, or its month, as time_precision says', async () => {
  expect(await profileOf(`\uFEFF${acledCsv}`)).toBe('acled');
  const { table } = await imported(`\uFEFF${acledCsv}`);
  expect([table.firstDay[0], table.lastDay[0]]).toEqual(days('2025-05-16'));
  expect([table.firstDay[1], table.lastDay[1]]).toEqual(days('2025-05-14', '2025-05-20'));
  expect([table.firstDay[2], table.lastDay[2]]).toEqual(days('2025-05-01', '2025-05-31'));
  expect([...table.precision].map((code) => PRECISIONS[code])).toEqual(['exact', 'near', 'region']);
  expect([...table.radiusKm]).toEqual([5, 25, 100]);
  expect([...(table.deaths?.best ?? [])]).toEqual([4, 0, 1]);
  expect(table.columns[table.roles.id ?? -1].name).toBe('event_id_cnty');
});

test('GTD: 0 for the day is a month, 0 for the month a year', async () => {
  expect(await profileOf(gtdCsv)).toBe('gtd');
  const { table } = await imported(gtdCsv);
  expect([table.firstDay[0], table.lastDay[0]]).toEqual(days('2012-05-01', '2012-05-31'));
  expect([table.firstDay[1], table.lastDay[1]]).toEqual(days('2013-01-01', '2013-12-31'));
  expect(table.firstDay).not.toContain(NO_DAY);
  expect(table.deaths?.best[1]).toBeNaN();
});

test('GDELT: 61 columns without a header, with tabs though it is called .CSV', async () => {
  expect(await profileOf(gdeltTsv, '20240305.export.CSV')).toBe('gdelt');
  const { table, report } = await imported(gdeltTsv, '20240305.export.CSV');
  expect([...table.lonLat]).toEqual([69.92, 33.33, 70, 30]);
  expect([...table.precision].map((code) => PRECISIONS[code])).toEqual(['near', 'unplaced']);
  expect(table.firstDay[0]).toBe(dayOf('2024-03-05'));
  expect(report.notes).toEqual(['The file has no header: its columns were named as in GDELT 2.0.']);
});

test('GDELT 1.0: 58 columns, or 57 before April 2013, have no district codes', async () => {
  const old = gdeltTsv
    .trimEnd()
    .split('\n')
    .map((row) => row.split('\t').filter((_, i) => !GDELT_COLUMNS[i].endsWith('_ADM2Code')));
  for (const width of [58, 57]) {
    const tsv = old.map((cells) => cells.slice(0, width).join('\t')).join('\n');
    expect(await profileOf(tsv, '20130905.export.CSV')).toBe('gdelt');
    const { table, report } = await imported(tsv, '20130905.export.CSV');
    expect([...table.lonLat]).toEqual([69.92, 33.33, 70, 30]);
    expect([...table.precision].map((code) => PRECISIONS[code])).toEqual(['near', 'unplaced']);
    expect(table.firstDay[0]).toBe(dayOf('2024-03-05'));
    expect(table.columns).toHaveLength(width);
    expect(table.roles.link === undefined).toBe(width === 57);
    expect(report.notes).toEqual([
      'The file has no header: its columns were named as in GDELT 1.0.'
    ]);
  }
});
