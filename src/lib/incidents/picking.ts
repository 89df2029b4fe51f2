import { distanceKm } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import type { Chosen } from './mask';
import { isOnMap } from './mercator';
import type { IncidentTable } from './table';

const KM_PER_DEGREE = 110.5;

/** The chosen rows on the map within a distance of a position, the nearest first. */
export function pickRows(
  table: IncidentTable,
  { rows }: Chosen,
  [lon, lat]: LonLat,
  reachKm: number,
  most: number
): Uint32Array {
  const reachLat = (1.02 * reachKm) / KM_PER_DEGREE;
  const reachLon =
    reachLat / Math.max(0.01, Math.cos((Math.abs(lat) + reachLat) * (Math.PI / 180)));
  const near: { row: number; km: number }[] = [];
  for (const row of rows) {
    const [atLon, atLat] = [table.lonLat[2 * row], table.lonLat[2 * row + 1]];
    if (!(Math.abs(atLat - lat) <= reachLat && Math.abs(atLon - lon) <= reachLon)) continue;
    if (!isOnMap(table, row)) continue;
    const km = distanceKm([lon, lat], [atLon, atLat]);
    if (km <= reachKm) near.push({ row, km });
  }
  near.sort((a, b) => a.km - b.km || a.row - b.row);
  return Uint32Array.from(near.slice(0, most), ({ row }) => row);
}

/** The chosen rows on the map inside a ring, closed or not, straight in longitude and latitude. */
export function rowsInRing(
  table: IncidentTable,
  { rows }: Chosen,
  ring: readonly LonLat[]
): Uint32Array {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  return rows.filter((row) => {
    const [lon, lat] = [table.lonLat[2 * row], table.lonLat[2 * row + 1]];
    return (
      lon >= west &&
      lon <= east &&
      lat >= south &&
      lat <= north &&
      isOnMap(table, row) &&
      isInside(ring, lon, lat)
    );
  });
}

function isInside(ring: readonly LonLat[], lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[ax, ay], [bx, by]] = [ring[i], ring[j]];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
