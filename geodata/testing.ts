import { readFileSync } from 'node:fs';
import type { MultiPolygon, Position } from 'geojson';
import geodesic from 'geographiclib-geodesic';
import type { Topology } from 'topojson-specification';
import { fillLineArcs } from './tools/fill-line.mjs';

/** A committed file of geodata, parsed. */
export function readFile<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8')) as T;
}

/** borders.topojson with the line's arcs filled in, as the app decodes it. */
export function readBorders(): Topology & { lineNodes: number[] } {
  return fillLineArcs(readFile('borders.topojson'), readFile('line-osm-2026.topojson'));
}

/** Area in km2 on WGS84 by GeographicLib, positive for right-handed rings. */
export function areaKm2({ coordinates }: MultiPolygon): number {
  return coordinates.flat().reduce((sum, ring) => {
    const polygon = geodesic.Geodesic.WGS84.Polygon(false);
    for (const [lon, lat] of ring.slice(0, -1)) polygon.AddPoint(lat, lon);
    return sum + (polygon.Compute(false, true).area ?? NaN) / 1e6;
  }, 0);
}

/** Whether a position lies in a polygon, by crossing number in lon/lat. */
export function contains({ coordinates }: MultiPolygon, [x, y]: Position): boolean {
  let inside = false;
  for (const ring of coordinates.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** Planar area of a ring in square degrees, anticlockwise positive. */
export function ringArea(ring: Position[]): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + (ring[i][0] * y - x * ring[i][1]) / 2, 0);
}

/** The arcs of a topology in its own whole-number grid. */
export function gridArcs({ arcs }: Topology): [number, number][][] {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): [number, number] => [(x += dx), (y += dy)]);
  });
}
