import type { MultiPolygon, Position } from 'geojson';
import { areaUnderKm2 } from '../geodesy/area';
import { flatPath } from '../geodesy/flat-path';
import type { LonLat } from '../geodesy/position';
import { toMultiPolygon } from './flat-polygons';
import { toPolygons } from './polygons';

/** Edges whose directions differ by less than this, in radians, run along the same seam. */
const SEAM_ANGLE = 3e-3;

/**
 * The union of the two sides of a zone, which share the line's vertices and do not overlap: the
 * edges that both have, in opposite directions, drop out, and the others link up to new rings (as
 * TopoJSON's merge does). So no vertex is made or moved, nor rounded, which can make a ring cross
 * itself. At round ends of unequal width, where the sides share a seam but not its vertices, the
 * outline moves within the outline's own tolerance. Parts that only touch in a point stay apart, as
 * simple features want them.
 */
export function unionAlongLine(a: MultiPolygon, b: MultiPolygon): MultiPolygon {
  const edges = new Edges();
  for (const ring of [...a.coordinates, ...b.coordinates].flat()) edges.addRing(ring);
  edges.closeSeams();
  const rings = edges.rings().map((positions) => {
    const path = flatPath(positions);
    return { path, areaKm2: areaUnderKm2(path) };
  });
  return toMultiPolygon(toPolygons(rings));
}

/** No vertex. */
const NONE = -1;

/** The directed edges of outlines with the inside on the left, without those that cancel out. */
class Edges {
  private readonly positions: LonLat[] = [];
  /** For each longitude the last vertex on it, and for each vertex the one before it there. */
  private readonly byLon = new Map<number, number>();
  private readonly before: number[] = [];
  /** For each vertex, where its edges lead to and where they come from. */
  private readonly to: number[][] = [];
  private readonly from: number[][] = [];
  /** Vertices at which edges have cancelled out. */
  private readonly touched = new Set<number>();

  addRing(ring: readonly Position[]): void {
    const vertices = ring.map((position) => this.vertexAt(position));
    for (let i = 1; i < vertices.length; i++) this.add(vertices[i - 1], vertices[i]);
  }

  private vertexAt([lon, lat]: Position): number {
    const last = this.byLon.get(lon) ?? NONE;
    for (let vertex = last; vertex !== NONE; vertex = this.before[vertex]) {
      if (this.positions[vertex][1] === lat) return vertex;
    }
    const vertex = this.positions.push([lon, lat]) - 1;
    this.byLon.set(lon, vertex);
    this.before.push(last);
    this.to.push([]);
    this.from.push([]);
    return vertex;
  }

  private add(u: number, v: number): void {
    if (u === v) return;
    if (this.to[v].includes(u)) {
      this.remove(v, u);
      this.touched.add(u).add(v);
    } else {
      this.to[u].push(v);
      this.from[v].push(u);
    }
  }

  private remove(u: number, v: number): void {
    this.to[u].splice(this.to[u].indexOf(v), 1);
    this.from[v].splice(this.from[v].indexOf(u), 1);
  }

  /** Where the outline still runs out along a seam and back, takes the way out and back away. */
  closeSeams(): void {
    const open = [...this.touched];
    for (let u = open.pop(); u !== undefined; u = open.pop()) {
      if (this.to[u].length !== 1 || this.from[u].length !== 1) continue;
      const [v, w] = [this.to[u][0], this.from[u][0]];
      if (this.angleAt(u, v, w) > SEAM_ANGLE) continue;
      this.remove(u, v);
      this.remove(w, u);
      this.add(w, v);
      open.push(v, w);
    }
  }

  /** The angle in radians between the directions from u to v and to w, turning left; in [0, 2π). */
  private turn(u: number, v: number, w: number): number {
    const [lon, lat] = this.positions[u];
    const direction = (to: number) =>
      Math.atan2(this.positions[to][1] - lat, this.positions[to][0] - lon);
    return (direction(w) - direction(v) + 4 * Math.PI) % (2 * Math.PI);
  }

  private angleAt(u: number, v: number, w: number): number {
    const turn = this.turn(u, v, w);
    return Math.min(turn, 2 * Math.PI - turn);
  }

  /** Closed rings that meet no vertex twice, with the inside on the left. Uses up the edges. */
  rings(): LonLat[][] {
    const rings: LonLat[][] = [];
    for (let start = 0; start < this.to.length; start++) {
      while (this.to[start].length > 0) rings.push(...this.simpleRings(this.walk(start)));
    }
    return rings;
  }

  /** The vertices passed on the way from one until it is come back to with no edge left over. */
  private walk(start: number): number[] {
    const path = [start];
    let before = start;
    let u = start;
    do {
      const v = this.onward(before, u);
      this.remove(u, v);
      path.push(v);
      [before, u] = [u, v];
    } while (u !== start);
    return path;
  }

  /** Of the edges that lead on, the one that has the inside in common with the edge that led here. */
  private onward(before: number, u: number): number {
    const clockwise = (v: number) => (2 * Math.PI - this.turn(u, before, v)) % (2 * Math.PI);
    return this.to[u].reduce((a, b) => (clockwise(b) < clockwise(a) ? b : a));
  }

  /** Cuts a closed path apart wherever it comes to a vertex again. */
  private simpleRings(path: readonly number[]): LonLat[][] {
    const rings: LonLat[][] = [];
    const open: number[] = [];
    const place = new Map<number, number>();
    for (const vertex of path) {
      const at = place.get(vertex);
      if (at === undefined) {
        place.set(vertex, open.push(vertex) - 1);
        continue;
      }
      const loop = open.splice(at + 1);
      for (const passed of loop) place.delete(passed);
      const ring = [vertex, ...loop, vertex].map((v): LonLat => [...this.positions[v]]);
      if (loop.length > 1) rings.push(ring);
    }
    return rings;
  }
}
