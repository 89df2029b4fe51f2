import { readFileSync } from 'node:fs';
import geographiclib from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../../../tests/fixtures/line';
import { createBorder } from '../../border/border';
import { territoryIndex } from '../../border/territory';
import { readBorders } from '../../geodata/borders';
import { readDistricts } from '../../geodata/districts';
import { readScaledLine } from '../../geodata/lines';
import type { LonLat } from '../../geodesy/position';
import { readAddedText } from '../added-text';
import { makeLibrary, ownLibrary } from '../library';
import type { Finding, Measured } from './finding';
import { findings } from './measure';
import { bandOf, factorsFor, spotVerdict, togetherAt, verdictOf } from './verdict';

const read = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../../geodata/files/${name}`, import.meta.url), 'utf8')
  ) as unknown;
const line = readLine();
const borders = readBorders(read('borders.topojson'), line);
const districts = readDistricts(read('districts.geojson'));
const territoryAt = territoryIndex(borders.countries, borders.provinces);
const scales = ['line-osm-2022', 'line-ne-10m', 'line-ne-50m', 'line-ne-110m'].map((id) => ({
  id,
  title: id,
  border: createBorder(
    readScaledLine(read(`${id}.geojson`), id).features[0].geometry.coordinates.map(
      ([lon, lat]): LonLat => [lon, lat]
    )
  )
}));

const ground = {
  library: ownLibrary,
  lines: [{ id: 'line-osm-2026', title: 'full', border: createBorder(line) }, ...scales],
  rulersFor: () => ({ dividerKm: 0.2, toleranceKm: 0.138 }),
  district: (id: string) => districts.features.find(({ properties }) => properties.id === id),
  provinceAt: (position: LonLat) => territoryAt(position)?.province ?? null
};
const all = finish(findings(ground));

const MILE_KM = 1.609344;
const usual = { tolerance: 0.1, roadFactor: 1.4 };
const nowhereReached = { straight: [], road: [] };

function finish<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function of<Of extends Measured['of']>(id: string, kind: Of): Extract<Measured, { of: Of }> {
  const measured = all.find((finding) => finding.id === id)?.measured;
  if (measured?.of !== kind) throw new Error(`${id} is not measured as ${kind}.`);
  return measured as Extract<Measured, { of: Of }>;
}

const miles = (km: number) => km / MILE_KM;

describe('the findings', () => {
  it('are one for each claim of the texts, with its paragraph', () => {
    expect(all.map(({ id, text, par }: Finding) => `${text}${par} ${id}`)).toEqual([
      'A17 line-length',
      'B22 site-to-miranshah',
      'B22 site-to-line',
      'B22 site-both',
      'B22 site-in-north-waziristan',
      'B17 swat-waziristan-in-kpk',
      'B22 copper-share'
    ]);
  });

  it('confirm the earlier figures: the village 11 and 9 to 10 miles, the lease 16.7 and 12', () => {
    const toTown = of('site-to-miranshah', 'distance').readings;
    const toLine = of('site-to-line', 'offset').readings;
    const [village, , lease] = toTown.map(({ middleKm }) => miles(middleKm));
    expect([village, lease].map((mi) => mi.toFixed(1))).toEqual(['11.2', '16.7']);
    const [villageOff, , leaseOff] = toLine.map(({ middleKm }) => miles(middleKm));
    expect([villageOff, leaseOff].map((mi) => mi.toFixed(1))).toEqual(['9.4', '12.1']);
  });

  it('list every candidate and the position that is drawn', () => {
    expect(of('site-to-line', 'offset').readings.map(({ candidate }) => candidate)).toEqual([
      'Muhammad Khel village',
      'Boya',
      'mining lease EL-101, centroid',
      'Datta Khel',
      null
    ]);
  });

  it('hold for a distance between two discs what GeographicLib gives at their far edges', () => {
    const { from, readings } = of('site-to-miranshah', 'distance');
    const { WGS84 } = geographiclib.Geodesic;
    for (const { at, uncertaintyKm, range } of readings) {
      const { azi1 = NaN, azi2 = NaN } = WGS84.Inverse(at[1], at[0], from.at[1], from.at[0]);
      const edges = ([a, b]: [number, number]) => {
        const p = WGS84.Direct(at[1], at[0], azi1, a * uncertaintyKm * 1000);
        const q = WGS84.Direct(from.at[1], from.at[0], azi2, b * from.uncertaintyKm * 1000);
        const { s12 = NaN } = WGS84.Inverse(
          p.lat2 ?? NaN,
          p.lon2 ?? NaN,
          q.lat2 ?? NaN,
          q.lon2 ?? NaN
        );
        return s12 / 1000;
      };
      expect(range.leastKm).toBeCloseTo(edges([1, -1]), 6);
      expect(range.mostKm).toBeCloseTo(edges([-1, 1]), 6);
    }
  });

  it('say that 17 miles can hold and that 22 miles does not, for any candidate', () => {
    expect(verdictOf(of('site-to-miranshah', 'distance'), usual)).toBe('only');
    expect(verdictOf(of('site-to-line', 'offset'), usual)).toBe('fails');
    const both = of('site-both', 'together');
    expect(verdictOf(both, usual, nowhereReached)).toBe('fails');
    expect(both.meetings.map(({ fromSpotsKm }) => Math.round(fromSpotsKm[0]))).toEqual([44, 20]);
  });

  it('change with the tolerance that the reader sets', () => {
    const toLine = of('site-to-line', 'offset');
    expect(verdictOf(toLine, { ...usual, tolerance: 0.25 })).toBe('fails');
    expect(verdictOf(toLine, { ...usual, tolerance: 0.3 })).toBe('only');
    expect(verdictOf(toLine, { ...usual, tolerance: 0.8 })).toBe('holds');
    const both = of('site-both', 'together');
    const everyReached = { straight: both.spots.map(() => true), road: [] };
    expect(togetherAt(both, 2, { ...usual, tolerance: 0.3 }, everyReached).straight).toBe(
      'somewhere'
    );
    expect(togetherAt(both, 2, { ...usual, tolerance: 0.3 }, nowhereReached).straight).toBe(
      'nowhere'
    );
  });

  it('tell which road factor would make a distance hold', () => {
    const band = bandOf({ value: 22, unit: 'mi', about: true }, 0.1);
    const lease = of('site-to-line', 'offset').readings[2];
    const factors = factorsFor(lease.range, band);
    expect(factors?.least).toBeCloseTo(19.8 / miles(lease.range.mostKm), 9);
    expect(factorsFor({ leastKm: 50, mostKm: 60 }, band)).toBeNull();
  });

  it('find the offset by every map of the line', () => {
    const { others } = of('site-to-line', 'offset');
    expect(others.map(({ id }) => id)).toEqual(scales.map(({ id }) => id));
    const village = others.map(({ readings }) => miles(readings[0].middleKm).toFixed(1));
    expect(village).toEqual(['9.4', '9.1', '10.5', '14.2']);
  });

  it('take a figure without “about” to its last digit', () => {
    const band = bandOf({ value: 2640, unit: 'km', about: false }, 0.1);
    expect(band).toEqual({ leastKm: 2635, mostKm: 2645 });
    expect(verdictOf(of('line-length', 'length'), usual)).toBe('only');
    expect(spotVerdict({ leastKm: 2641, mostKm: 2644 }, band)).toBe('everywhere');
  });

  it('place every candidate in North Waziristan, farther inside than its outline may be off', () => {
    const { readings, outlineErrorKm } = of('site-in-north-waziristan', 'district');
    expect(Math.min(...readings.map(({ range }) => range.leastKm))).toBeGreaterThan(outlineErrorKm);
    expect(verdictOf(of('site-in-north-waziristan', 'district'), usual)).toBe('holds');
  });

  it('place Waziristan in the tribal areas, which were merged in 2018', () => {
    const { places } = of('swat-waziristan-in-kpk', 'provinces');
    expect(places.map(({ shares }) => shares[0].id)).toEqual(['PK-KP', 'PK-TA', 'PK-TA']);
    expect(verdictOf(of('swat-waziristan-in-kpk', 'provinces'), usual)).toBe('only');
  });

  it('measure a claim of an added text, from a crossing too', () => {
    const file = new URL('../examples/example-text.json', import.meta.url);
    const library = makeLibrary([readAddedText(readFileSync(file, 'utf8'), 'example-text.json')]);
    const [{ measured, placeName }] = finish(findings({ ...ground, library }));
    if (measured?.of !== 'distance') throw new Error('The example’s claim is a distance.');
    expect([placeName, measured.from.name]).toEqual(['Jalalabad', 'Torkham']);
    expect(Math.round(measured.readings[0].middleKm)).toBe(68);
    expect(verdictOf(measured, usual)).toBe('only');
  });

  it('leave the share of copper untested', () => {
    expect(of('copper-share', 'share').share).toBeCloseTo(0.4286, 4);
    expect(verdictOf(of('copper-share', 'share'), usual)).toBe('untestable');
    expect(verdictOf(null, usual)).toBe('untestable');
  });
});
