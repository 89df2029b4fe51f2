import type { FeatureCollection, LineString, Position } from 'geojson';
import geodesic from 'geographiclib-geodesic';
import { feature } from 'topojson-client';
import type { GeometryCollection, LineString as TopoLine, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { readFile } from './testing';
import { findCrossings } from './tools/crossings.mjs';

const topology = readFile<Topology<{ line: TopoLine }>>('line-osm-2026.topojson');
const full = feature(topology, topology.objects.line).geometry.coordinates;

function lengthKm(line: Position[]): number {
  return line.slice(1).reduce((sum, [lon, lat], i) => {
    const [lon0, lat0] = line[i];
    return sum + (geodesic.Geodesic.WGS84.Inverse(lat0, lon0, lat, lon).s12 ?? NaN) / 1000;
  }, 0);
}

describe('the full-detail line', () => {
  it('has every vertex of OpenStreetMap and its length on WGS84', () => {
    expect(full).toHaveLength(34_639);
    expect(lengthKm(full)).toBeCloseTo(2790.217, 3);
  });

  it('runs from the Iran tripoint to the China tripoint', () => {
    expect(full[0][0]).toBeCloseTo(60.872855, 6);
    expect(full[0][1]).toBeCloseTo(29.858546, 6);
    expect(full[full.length - 1][0]).toBeCloseTo(74.564626, 6);
    expect(full[full.length - 1][1]).toBeCloseTo(37.030852, 6);
  });

  it('decodes to whole microdegrees, the grid of its source: the error is below 1 mm', () => {
    const farthest = full
      .flat()
      .map((degrees) => Math.abs(degrees - Math.round(degrees * 1e6) / 1e6))
      .reduce((a, b) => Math.max(a, b));
    expect(farthest * 111_320_000).toBeLessThan(1);
  });

  it('neither crosses nor touches itself', () => {
    const grid = full.map(([lon, lat]): [number, number] => [
      Math.round(lon * 1e6),
      Math.round(lat * 1e6)
    ]);
    expect(findCrossings([grid])).toEqual([]);
  });

  it('is one object in a TopoJSON that any reader takes', () => {
    const { type } = feature(topology, topology.objects.line as unknown as GeometryCollection);
    expect(type).toBe('Feature');
    expect(topology.transform).toEqual({ scale: [1e-6, 1e-6], translate: [0, 0] });
  });
});

describe('the line at other scales', () => {
  const scales = [
    { file: 'line-ne-10m.geojson', km: 2245.68, endKm: 3 },
    { file: 'line-ne-50m.geojson', km: 2054.63, endKm: 4 },
    { file: 'line-ne-110m.geojson', km: 2022.8, endKm: 60 },
    { file: 'line-osm-2022.geojson', km: 2768.1, endKm: 0.01 }
  ];

  it.each(scales)('$file is $km km long and runs the same way', ({ file, km, endKm }) => {
    const { features } = readFile<FeatureCollection<LineString>>(file);
    expect(features).toHaveLength(1);
    const line = features[0].geometry.coordinates;
    expect(lengthKm(line)).toBeCloseTo(km, 1);
    expect(lengthKm([line[0], full[0]])).toBeLessThan(endKm);
    expect(lengthKm([line[line.length - 1], full[full.length - 1]])).toBeLessThan(endKm);
  });
});
