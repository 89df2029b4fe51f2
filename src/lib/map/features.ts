import type { Feature, FeatureCollection, Geometry, GeoJsonProperties } from 'geojson';

export function feature<G extends Geometry>(
  geometry: G,
  properties: GeoJsonProperties = {}
): Feature<G> {
  return { type: 'Feature', geometry, properties };
}

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}
