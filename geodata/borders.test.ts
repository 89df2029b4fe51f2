import type { Feature, MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, LineString, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { areaKm2, contains, gridArcs, readBorders, readFile, ringArea } from './testing';
import { findCrossings } from './tools/crossings.mjs';
import { fillLineArcs } from './tools/fill-line.mjs';

interface ProvinceProperties {
  name: string;
  nameLocal: { ps?: string; fa?: string; ur?: string };
  country: 'AF' | 'PK';
  kind: string;
  label: Position;
  disputed?: true;
}

const borders = readBorders();
const lineFile = readFile<Topology<{ line: LineString }>>('line-osm-2026.topojson');
const line = feature(lineFile, lineFile.objects.line).geometry.coordinates;

function featuresOf<G extends MultiPolygon | MultiLineString, P>(name: string): Feature<G, P>[] {
  const decoded = feature(borders, borders.objects[name] as GeometryCollection);
  return decoded.features as unknown as Feature<G, P>[];
}

const countries = featuresOf<MultiPolygon, { name: string }>('countries');
const provinces = featuresOf<MultiPolygon, ProvinceProperties>('provinces');
const boundaries = featuresOf<MultiLineString, { pair: string; disputed: boolean }>('boundaries');

const edgeKey = (a: Position, b: Position): string => `${a.join()};${b.join()}`;

/** Directed edges of all rings, without those that run both ways. */
function outerEdges(shapes: Feature<MultiPolygon>[]): Set<string> {
  const edges = new Set<string>();
  for (const { geometry } of shapes) {
    for (const ring of geometry.coordinates.flat()) {
      for (let i = 1; i < ring.length; i++) {
        if (!edges.delete(edgeKey(ring[i], ring[i - 1]))) edges.add(edgeKey(ring[i - 1], ring[i]));
      }
    }
  }
  return edges;
}

const country = (id: string): Feature<MultiPolygon> => {
  const found = countries.find((c) => c.id === id);
  if (!found) throw new Error(`no country ${id}`);
  return found;
};

const provinceAt = (position: Position): (string | number | undefined)[] =>
  provinces.filter(({ geometry }) => contains(geometry, position)).map(({ id }) => id);

describe('the countries', () => {
  it('has Afghanistan on the left of every edge of the line and Pakistan on its right', () => {
    const [afghan, pakistani] = ['AF', 'PK'].map((id) => outerEdges([country(id)]));
    const strays = line
      .slice(1)
      .filter((b, i) => !afghan.has(edgeKey(line[i], b)) || !pakistani.has(edgeKey(b, line[i])));
    expect(strays).toEqual([]);
  });

  it.each([
    ['AF', 641_747],
    ['PK', 873_229],
    ['IR', 1_623_474],
    ['TJ', 141_432]
  ])('%s covers %i km2, sea left out', (id, km2) => {
    expect(areaKm2(country(id).geometry)).toBeCloseTo(km2, -1);
  });

  it('end at the coast: Karachi is in Pakistan, the sea off it in no country', () => {
    expect(contains(country('PK').geometry, [67.01, 24.86])).toBe(true);
    const offKarachi = countries.filter(({ geometry }) => contains(geometry, [66.6, 24.6]));
    expect(offKarachi).toEqual([]);
  });
});

describe('the provinces', () => {
  it.each([
    ['AF', 34],
    ['PK', 8]
  ] as const)('tile %s: no gap, no overlap, the same outline', (id, count) => {
    const own = provinces.filter(({ properties }) => properties.country === id);
    expect(own).toHaveLength(count);
    expect(outerEdges(own)).toEqual(outerEdges([country(id)]));
    const sum = own.reduce((total, { geometry }) => total + areaKm2(geometry), 0);
    expect(sum).toBeCloseTo(areaKm2(country(id).geometry), 5);
  });

  it.each([
    ['AF-PAN', 'Panjshir', [69.5167, 35.3117]],
    ['AF-PAR', 'Parwan', [69.1687, 35.0136]],
    ['AF-DAY', 'Daykundi', [66.1309, 33.7218]],
    ['AF-URU', 'Uruzgan', [65.8686, 32.6268]],
    ['AF-PIA', 'Paktia', [69.2258, 33.5974]],
    ['AF-PKA', 'Paktika', [68.7879, 33.1757]]
  ])('%s, %s, has its own seat in it', (id, name, seat) => {
    expect(provinceAt(seat)).toEqual([id]);
    expect(provinces.find((p) => p.id === id)?.properties.name).toBe(name);
  });

  it('give the right province on each side of the line', () => {
    const torkham = [71.0947, 34.1238];
    const spinBoldak = [66.4, 31.0058];
    const chaman = [66.4526, 30.9177];
    expect(provinceAt([torkham[0] - 0.05, torkham[1] + 0.02])).toEqual(['AF-NAN']);
    expect(provinceAt(spinBoldak)).toEqual(['AF-KAN']);
    expect(provinceAt(chaman)).toEqual(['PK-BA']);
  });

  it('say that F.A.T.A. is of before 2018, and whose status is disputed', () => {
    const fata = provinces.find(({ id }) => id === 'PK-TA')?.properties;
    expect(fata?.name).toContain('until 2018');
    expect(fata?.kind).toBe('former territory');
    const disputed = provinces.filter(({ properties }) => properties.disputed).map(({ id }) => id);
    expect(disputed).toEqual(['PK-GB', 'PK-JK']);
  });

  it('carry a name in a local script and a place for it inside', () => {
    const faulty = provinces.filter(
      ({ properties: { nameLocal, label }, geometry }) =>
        !(nameLocal.fa && nameLocal.ur) || !contains(geometry, label)
    );
    expect(faulty.map(({ id }) => id)).toEqual([]);
    const withoutPashto = provinces.filter(
      ({ properties: p }) => p.country === 'AF' && !p.nameLocal.ps
    );
    expect(withoutPashto).toEqual([]);
  });
});

describe('the boundaries', () => {
  const find = (pair: string, disputed: boolean): Position[] =>
    boundaries
      .filter(({ properties: p }) => p.pair === pair && p.disputed === disputed)
      .flatMap(({ geometry }) => geometry.coordinates.flat());

  it('are all there but the line itself', () => {
    const pairs = new Set(boundaries.map(({ properties }) => properties.pair));
    for (const pair of ['AF-IR', 'AF-TM', 'AF-UZ', 'AF-TJ', 'AF-CN', 'PK-IR', 'PK-IN', 'PK-CN']) {
      expect(pairs).toContain(pair);
    }
    expect(pairs).not.toContain('AF-PK');
  });

  it('are disputed in Kashmir and along Aksai Chin, and not in Sindh, Punjab and Sikkim', () => {
    expect(Math.max(...find('PK-IN', false).map(([, lat]) => lat))).toBeLessThan(32.7);
    expect(Math.min(...find('PK-IN', true).map(([, lat]) => lat))).toBeGreaterThan(32.2);
    expect(find('PK-CN', false)).toEqual([]);
    expect(find('CN-IN', false).every(([lon]) => lon > 88 && lon < 89)).toBe(true);
    expect(find('CN-IN', true).some(([lon]) => lon < 79)).toBe(true);
  });
});

describe('the file', () => {
  it('has right-handed, closed rings', () => {
    const wrong = [...countries, ...provinces].flatMap(({ geometry }) =>
      geometry.coordinates.flatMap((polygon) =>
        polygon.filter(
          (ring, i) =>
            ring.length < 4 ||
            ringArea(ring) > 0 !== (i === 0) ||
            ring[0].join() !== ring[ring.length - 1].join()
        )
      )
    );
    expect(wrong).toEqual([]);
  });

  it('has no arc that crosses itself, another or the line', () => {
    expect(findCrossings(gridArcs(borders))).toEqual([]);
  });

  it('does not take the line of another build', () => {
    const stored = readFile<Topology & { lineNodes: number[] }>('borders.topojson');
    const shorter = { ...lineFile, arcs: [lineFile.arcs[0].slice(0, -1)] };
    expect(() => fillLineArcs(stored, shorter)).toThrow('another');
    const coarser: Topology = {
      ...lineFile,
      transform: { scale: [1e-5, 1e-5], translate: [0, 0] }
    };
    expect(() => fillLineArcs(stored, coarser)).toThrow('one grid');
  });
});
