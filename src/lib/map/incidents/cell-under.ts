import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import type { LonLat } from '../../geodesy/position';

/** A cluster or hexagon under the pointer. */
export interface CellUnder {
  table: string;
  as: 'clusters' | 'hexagons';
  count: number;
  position: LonLat;
  /** The outline of a hexagon. */
  ring: LonLat[] | null;
}

const CELL_LAYER = /^incidents (.+) (clusters|hexagons)$/;

/** The topmost cluster or hexagon that is drawn at a point of the map; null for none. */
export function cellUnder(map: MapLibreMap, { point }: MapMouseEvent): CellUnder | null {
  const layers = map.getLayersOrder().filter((id) => CELL_LAYER.test(id));
  if (layers.length === 0) return null;
  const found = map.queryRenderedFeatures(point, { layers }).at(0);
  const [, table, as] = (found && CELL_LAYER.exec(found.layer.id)) ?? [];
  if (!found || (as !== 'clusters' && as !== 'hexagons')) return null;
  const { geometry } = found;
  const ring = geometry.type === 'Polygon' ? geometry.coordinates[0].map(lonLat) : null;
  const { lng, lat } = map.unproject(point).wrap();
  const position = geometry.type === 'Point' ? lonLat(geometry.coordinates) : [lng, lat];
  const count = Number(found.properties.count);
  return { table, as, count, position: position as LonLat, ring };
}

function lonLat([lon, lat]: number[]): LonLat {
  return [lon, lat];
}
