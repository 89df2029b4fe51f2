import type { MultiPolygon, Polygon } from 'geojson';

/** A province that a zone can be limited to. It must share the line's vertices where it meets it. */
export interface ZoneProvince {
  id: string;
  name: string;
  country: 'AF' | 'PK';
  geometry: Polygon | MultiPolygon;
}
