import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import * as v from 'valibot';
import { catalogEntry } from './catalog';
import { readBy } from './read';

export interface DistrictProperties {
  id: string;
  name: string;
}

/** Schematic outlines: to see roughly where a district lies, never to measure with. */
export type Districts = FeatureCollection<Polygon | MultiPolygon, DistrictProperties>;

const DistrictsSchema = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.looseObject({
      type: v.literal('Feature'),
      properties: v.looseObject({ id: v.string(), name: v.string() }),
      geometry: v.looseObject({
        type: v.picklist(['Polygon', 'MultiPolygon']),
        coordinates: v.array(v.unknown())
      })
    })
  )
});

/** The districts from their file; throws when it is not sound. */
export function readDistricts(raw: unknown): Districts {
  return readBy(DistrictsSchema, raw, catalogEntry('districts').title) as Districts;
}
