import type { Feature, FeatureCollection, LineString } from 'geojson';
import { feature } from 'topojson-client';
import * as v from 'valibot';
import { isLonLat, type LonLat } from '../geodesy/position';
import { catalogEntry } from './catalog';
import { readBy } from './read';
import { readTopology } from './topology';

/** Properties of the line as another map draws it: the catalog's id of its file. */
export interface ScaledLine {
  id: string;
}

const PositionSchema = v.pipe(
  v.tuple([v.number(), v.number()]),
  v.check(([lon, lat]) => isLonLat(lon, lat), 'is no position in degrees')
);

const LineFileSchema = v.object({
  features: v.tuple([
    v.object({
      geometry: v.object({
        type: v.literal('LineString'),
        coordinates: v.pipe(v.array(PositionSchema), v.minLength(2))
      })
    })
  ])
});

/** The full-detail line from its TopoJSON, SW to NE; throws when the file is not sound. */
export function readLine(raw: unknown): LonLat[] {
  const title = catalogEntry('line-osm-2026').title;
  const topology = readTopology(raw, title);
  const object = topology.objects.line;
  if (object?.type !== 'LineString') throw new Error(`${title} holds no object “line”.`);
  const { geometry } = feature(topology, object) as Feature<LineString>;
  return geometry.coordinates.map(([lon, lat]) => [lon, lat]);
}

/** The line of one of the other scales from its GeoJSON, as a collection of one feature. */
export function readScaledLine(
  raw: unknown,
  id: string
): FeatureCollection<LineString, ScaledLine> {
  const { geometry } = readBy(LineFileSchema, raw, catalogEntry(id).title).features[0];
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { id }, geometry }]
  };
}
