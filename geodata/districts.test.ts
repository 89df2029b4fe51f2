import type { FeatureCollection, MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { contains, readFile, ringArea } from './testing';
import { findCrossings } from './tools/crossings.mjs';

const { features } =
  readFile<FeatureCollection<MultiPolygon, { name: string; schematic: boolean }>>(
    'districts.geojson'
  );

describe('the schematic districts', () => {
  it.each([
    ['Swat', [72.36, 34.77]],
    ['North Waziristan', [70.07, 33.0]],
    ['South Waziristan', [69.57, 32.3]],
    ['Peshawar', [71.58, 34.01]]
  ])('have the seat of %s in it', (name, seat) => {
    const found = features.filter(({ geometry }) => contains(geometry, seat));
    expect(found.map(({ properties }) => properties.name)).toContain(name);
  });

  it('are marked schematic, every one', () => {
    expect(features).toHaveLength(144);
    expect(features.every(({ properties }) => properties.schematic)).toBe(true);
  });

  it('are valid: right-handed, closed, not crossing themselves', () => {
    const wrong = features.filter(({ geometry }) =>
      geometry.coordinates.flat().some((ring) => {
        const grid = ring.map(([lon, lat]): [number, number] => [
          Math.round(lon * 1e3),
          Math.round(lat * 1e3)
        ]);
        return ringArea(ring) <= 0 || findCrossings([grid]).length > 0;
      })
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
