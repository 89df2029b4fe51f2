import { bbox, booleanPointInPolygon } from '@turf/turf';
import type { Feature, MultiPolygon } from 'geojson';
import { createBorder } from '../../border/border';
import type { LonLat } from '../../geodesy/position';
import type { ProvinceShares } from './finding';

/** A district's outline, which is schematic. */
export type DistrictOutline = Feature<MultiPolygon, { name: string }>;

/** How far inside an outline a position is, by WGS84 geodesics; negative outside. */
export function insideKm(outline: DistrictOutline, position: LonLat): number {
  const rings = outline.geometry.coordinates.flat();
  const toEdgeKm = rings.map((ring) => {
    const corners = ring.map(([lon, lat]): LonLat => [lon, lat]);
    return Math.abs(createBorder(corners).station(position).offsetKm);
  });
  const nearestKm = Math.min(...toEdgeKm);
  return booleanPointInPolygon(position, outline) ? nearestKm : -nearestKm;
}

/** An outline is sampled at so many places from west to east, and from south to north. */
const SAMPLES = 60;

/**
 * The shares of an outline in each province, counted on a grid of some 2,000 points within it, the
 * largest first; of a single position where there is no outline.
 */
export function provinceShares(
  outline: DistrictOutline | undefined,
  at: LonLat,
  provinceAt: (position: LonLat) => { id: string; name: string } | null
): ProvinceShares['shares'] {
  const points = outline ? gridWithin(outline) : [at];
  const counts = new Map<string | null, { name: string; count: number }>();
  for (const point of points) {
    const province = provinceAt(point);
    const id = province?.id ?? null;
    const entry = counts.get(id) ?? { name: province?.name ?? 'elsewhere', count: 0 };
    entry.count++;
    counts.set(id, entry);
  }
  return [...counts]
    .map(([id, { name, count }]) => ({ id, name, share: count / points.length }))
    .sort((a, b) => b.share - a.share);
}

function gridWithin(outline: DistrictOutline): LonLat[] {
  const [west, south, east, north] = bbox(outline);
  const points: LonLat[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    for (let j = 0; j < SAMPLES; j++) {
      const lon = west + ((east - west) * (i + 0.5)) / SAMPLES;
      const lat = south + ((north - south) * (j + 0.5)) / SAMPLES;
      if (booleanPointInPolygon([lon, lat], outline)) points.push([lon, lat]);
    }
  }
  return points;
}
