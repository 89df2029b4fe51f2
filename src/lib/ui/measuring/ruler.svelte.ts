import type { StationedPath } from '../../border/stationed-path';
import { latest } from '../../engine/latest';
import { densify, distanceKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import type { DrawnRuler } from '../../map/data';
import { MOST_VERTICES } from '../../project/document';
import { cutLength } from './cut-features';
import type { Session } from '../session.svelte';
import { problemOf } from '../problem-of';

/** Geodesics are drawn with vertices so near together that they do not look straight. */
const EDGE_KM = 20;

/** The path that the reader measures: its vertices are kept, what they measure follows from them. */
export class Ruler {
  /** What the engine measured last. */
  #path = $state.raw<StationedPath | null>(null);
  /** Where the next vertex would come to lie. */
  pointer = $state.raw<LonLat | null>(null);
  problem = $state<string | null>(null);
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
    $effect(() => {
      const { engine } = session.supply;
      const vertices = $state.snapshot(this.vertices);
      if (engine && vertices.length > 0) this.#ask(vertices);
    });
  }

  get vertices(): LonLat[] {
    return this.#session.project.current.ruler.vertices;
  }

  get closed(): boolean {
    return this.#session.project.current.ruler.closed && this.vertices.length > 2;
  }

  /** What the vertices measure, once the engine has told it; the last answer while they change. */
  path = $derived.by(() => (this.vertices.length > 0 ? this.#path : null));

  #ask = latest(
    async (vertices: LonLat[]) =>
      (await this.#session.supply.engine?.measurePath(vertices)) ?? null,
    (path) => {
      this.#path = path;
      this.problem = null;
    },
    (error) => (this.problem = problemOf(error))
  );

  drawn = $derived.by((): DrawnRuler | null => {
    const vertices = $state.snapshot(this.vertices);
    const last = vertices.at(-1);
    if (!last) return null;
    const corners = this.closed ? [...vertices, vertices[0]] : vertices;
    const band = this.pointer && !this.closed ? [last, this.pointer] : null;
    return {
      vertices,
      legs: corners.slice(1).map((to, i) => leg(corners[i], to)),
      ring: this.closed ? densify(corners, EDGE_KM) : null,
      next: band ? leg(band[0], band[1]) : null
    };
  });

  add(...positions: LonLat[]): void {
    const room = MOST_VERTICES - this.vertices.length;
    this.vertices.push(...positions.slice(0, room));
    this.#session.said =
      positions.length > room
        ? `A path has at most ${MOST_VERTICES} vertices.`
        : `Vertex ${this.vertices.length} added.`;
  }

  move(index: number, position: LonLat): void {
    if (index < this.vertices.length) this.vertices[index] = position;
  }

  remove(index: number): void {
    this.vertices.splice(index, 1);
    this.#session.said = `Vertex ${index + 1} deleted.`;
  }

  setClosed(closed: boolean): void {
    this.#session.project.current.ruler.closed = closed;
  }

  clear(): void {
    this.#session.project.current.ruler = { vertices: [], closed: false };
  }
}

function leg(from: LonLat, to: LonLat): DrawnRuler['legs'][number] {
  return { path: densify([from, to], EDGE_KM), label: cutLength(distanceKm(from, to)) };
}
