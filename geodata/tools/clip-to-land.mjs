import { key } from './chains.mjs';
import { insideRing, withoutRepeats } from './rings.mjs';

/** @typedef {import('./chains.mjs').Micro} Micro */

/**
 * A piece of boundary between two territories.
 * @typedef {{ points: Micro[], left: string, right: string }} Boundary
 */

/** What lies on the right of a coast. */
export const SEA = 'sea';

/** Side of the cells that coast edges are looked up by, in microdegrees. */
const CELL = 250_000;

/**
 * Lets territories end at the coast: keeps the boundaries' parts on land and adds the coasts.
 *
 * @param {Boundary[]} boundaries as they run out to sea
 * @param {Micro[][][]} land polygons, outer rings anticlockwise
 * @param {(position: Micro) => string | null} territoryAt which territory, sea included, has it
 * @returns {Boundary[]} all that bounds the territories' land; coasts have the land on their left
 */
export function clipToLand(boundaries, land, territoryAt) {
  const coast = new Coast(land);
  const cut = boundaries.map(({ points, ...sides }) => ({ ...sides, pieces: coast.cut(points) }));
  const onLand = cut.flatMap(({ pieces, left, right }) =>
    pieces
      .filter((points) => isOnLand(middle(points), land))
      .map((points) => ({ points, left, right }))
  );
  const coasts = coast.pieces().flatMap((points) => {
    const left = territoryAt(middle(points));
    return left === null ? [] : [{ points, left, right: SEA }];
  });
  return [...onLand, ...coasts];
}

/** The land's rings with an index of their edges and the positions where boundaries reach them. */
class Coast {
  /** @param {Micro[][][]} land */
  constructor(land) {
    /** @type {Micro[][]} */
    this.rings = land.flat();
    /** @type {Map<string, { ring: number, edge: number }[]>} */
    this.cells = new Map();
    /** @type {Map<string, { t: number, at: Micro }[]>} by ring and edge */
    this.meetings = new Map();
    this.rings.forEach((ring, r) => {
      for (let edge = 1; edge < ring.length; edge++) {
        for (const cell of cellsOf(ring[edge - 1], ring[edge])) {
          this.cells.set(cell, [...(this.cells.get(cell) ?? []), { ring: r, edge }]);
        }
      }
    });
  }

  /** @param {Micro[]} points @returns {Micro[][]} the pieces between meetings with the coast */
  cut(points) {
    /** @type {Micro[][]} */
    const pieces = [[points[0]]];
    for (let i = 1; i < points.length; i++) {
      for (const at of this.meet(points[i - 1], points[i])) {
        pieces[pieces.length - 1].push(at);
        pieces.push([at]);
      }
      pieces[pieces.length - 1].push(points[i]);
    }
    return pieces.map(withoutRepeats).filter((piece) => piece.length > 1);
  }

  /** @param {Micro} a @param {Micro} b @returns {Micro[]} where the edge meets the coast, in its order */
  meet(a, b) {
    const found = new Map();
    for (const cell of cellsOf(a, b)) {
      for (const { ring, edge } of this.cells.get(cell) ?? []) {
        const [c, d] = [this.rings[ring][edge - 1], this.rings[ring][edge]];
        const crossing = intersection(a, b, c, d);
        if (!crossing) continue;
        const id = `${ring}:${edge}`;
        if (found.has(id)) continue;
        found.set(id, crossing);
        this.meetings.set(id, [
          ...(this.meetings.get(id) ?? []),
          { t: crossing.u, at: crossing.at }
        ]);
      }
    }
    return [...found.values()].sort((p, q) => p.t - q.t).map(({ at }) => at);
  }

  /** @returns {Micro[][]} the coast cut at every meeting */
  pieces() {
    return this.rings.flatMap((ring, r) => {
      const cuts = new Set();
      const whole = ring.flatMap((p, edge) => {
        const met = [...(this.meetings.get(`${r}:${edge}`) ?? [])].sort((a, b) => a.t - b.t);
        for (const { at } of met) cuts.add(key(at));
        return [...met.map(({ at }) => at), p];
      });
      return cutAt(withoutRepeats(whole), cuts);
    });
  }
}

/** @param {Micro[]} ring closed @param {Set<string>} cuts @returns {Micro[][]} */
function cutAt(ring, cuts) {
  const start = ring.findIndex((p) => cuts.has(key(p)));
  if (start < 0) return [ring];
  const turned = [...ring.slice(start), ...ring.slice(1, start + 1)];
  /** @type {Micro[][]} */
  const pieces = [[turned[0]]];
  for (const p of turned.slice(1)) {
    pieces[pieces.length - 1].push(p);
    if (cuts.has(key(p))) pieces.push([p]);
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** @param {Micro} a @param {Micro} b @returns {string[]} */
function cellsOf(a, b) {
  const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])].map((x) =>
    Math.floor(x / CELL)
  );
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])].map((y) =>
    Math.floor(y / CELL)
  );
  const cells = [];
  for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) cells.push(`${x}:${y}`);
  return cells;
}

/** @param {Micro} a @param {Micro} b @param {Micro} c @param {Micro} d */
function intersection(a, b, c, d) {
  const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const across = rx * sy - ry * sx;
  if (across === 0) return null;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / across;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / across;
  if (t < 0 || t > 1 || u < 0 || u > 1) return null;
  /** @type {Micro} */
  const at = [Math.round(a[0] + t * rx), Math.round(a[1] + t * ry)];
  return { t, u, at };
}

/** @param {Micro[]} points @returns {Micro} the middle of the middle edge */
function middle(points) {
  const i = Math.floor(points.length / 2);
  return [(points[i - 1][0] + points[i][0]) / 2, (points[i - 1][1] + points[i][1]) / 2];
}

/** @param {Micro} position @param {Micro[][][]} land */
function isOnLand(position, land) {
  return land.some(
    ([outer, ...holes]) =>
      insideRing(position, outer) && !holes.some((hole) => insideRing(position, hole))
  );
}
