import type { Feature, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type {
  GeometryCollection,
  MultiPolygon as TopoPolygon,
  Topology
} from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { contains, gridArcs, readFile, ringArea } from './testing';
import { findCrossings } from './tools/crossings.mjs';

const world =
  readFile<Topology<{ land: TopoPolygon; countries: GeometryCollection<{ name: string }> }>>(
    'world.topojson'
  );
const land = feature(world, world.objects.land).geometry;
const countries = feature(world, world.objects.countries).features as Feature<
  MultiPolygon,
  { name: string }
>[];

describe('the world', () => {
  it.each([
    ['Istanbul', '792', [28.9, 41.05]],
    ['Doha', '634', [51.45, 25.28]],
    ['New York', '840', [-73.9, 40.85]],
    ['Kabul', '004', [69.17, 34.53]]
  ] as [string, string, Position][])('has %s on land and in its country', (_, id, position) => {
    expect(contains(land, position)).toBe(true);
    const found = countries.filter(({ geometry }) => contains(geometry, position));
    expect(found.map((c) => c.id)).toEqual([id]);
  });

  it('has sea where there is sea', () => {
    expect(contains(land, [65, 20])).toBe(false);
    expect(contains(land, [51, 42])).toBe(false);
  });

  it('has right-handed polygons that stay within -180 to 180 and do not jump', () => {
    const rings = [land, ...countries.map(({ geometry }) => geometry)].flatMap(({ coordinates }) =>
      coordinates.flatMap((polygon) => polygon.map((ring, i) => ({ ring, isOuter: i === 0 })))
    );
    const wrong = rings.filter(
      ({ ring, isOuter }) =>
        ringArea(ring) > 0 !== isOuter || ring[0].join() !== ring[ring.length - 1].join()
    );
    expect(wrong).toEqual([]);
    expect(rings.every(({ ring }) => ring.every(([lon]) => Math.abs(lon) <= 180))).toBe(true);
    const jumps = rings.flatMap(({ ring }) =>
      ring.slice(1).filter((p, i) => Math.abs(p[0] - ring[i][0]) > 180 && p[1] > -89)
    );
    expect(jumps).toEqual([]);
  });

  it('has no arc that crosses another', () => {
    expect(findCrossings(gridArcs(world))).toEqual([]);
  });

  it('leaves the boundaries that borders.topojson has to that file', () => {
    const { boundaries } = world.objects as unknown as Record<string, GeometryCollection>;
    const decoded = feature(world, boundaries) as unknown as Feature<{
      type: 'MultiLineString';
      coordinates: Position[][];
    }>;
    const within = (west: number, south: number, east: number, north: number): Position[] =>
      decoded.geometry.coordinates
        .flat()
        .filter(([lon, lat]) => lon > west && lon < east && lat > south && lat < north);
    const afghanistanAndPakistan = within(60.4, 24.5, 73.3, 38.4);
    const siachen = within(75.5, 33, 79.5, 36.5);
    expect([...afghanistanAndPakistan, ...siachen]).toEqual([]);
  });
});
