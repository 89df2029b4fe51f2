import type { FeatureCollection, MultiPolygon } from 'geojson';
import * as v from 'valibot';
import { catalogEntry } from './catalog';
import { readBy } from './read';

export type DistrictProperties = { id: string; name: string };

/** Schematic outlines: to see roughly where a district lies, never to measure with. */
export type Districts = FeatureCollection<MultiPolygon, DistrictProperties>;

const DistrictsSchema = v.object({
  features: v.array(
    v.object({
      id: v.string(),
      properties: v.object({ name: v.string() }),
      geometry: v.object({
        type: v.literal('MultiPolygon'),
        coordinates: v.array(v.array(v.array(v.tuple([v.number(), v.number()]))))
      })
    })
  )
});

/** The districts from their file; throws when it is not sound. */
export function readDistricts(raw: unknown): Districts {
  const { features } = readBy(DistrictsSchema, raw, catalogEntry('districts').title);
  return {
    type: 'FeatureCollection',
    features: features.map(({ id, properties, geometry }) => ({
      type: 'Feature',
      properties: { id, name: properties.name },
      geometry
    }))
  };
}
