import type { LonLat } from '../geodesy/position';
import type { Chosen } from './mask';
import { fromMercator, mercatorX, mercatorY } from './mercator';
import type { Classes } from './painting';

/** A group of incidents on the map. */
export interface Cell {
  position: LonLat;
  count: number;
  deaths: number;
  /** How many of each class. */
  shares: number[];
  /** The ring of a hexagon. */
  ring?: LonLat[];
}

export type CellShape = 'clusters' | 'hexagons' | 'heat';
export type Bounds = [west: number, south: number, east: number, north: number];

/** Pixels of a world at zoom 0, as MapLibre has it. */
const WORLD_PX = 512;
const CLUSTER_PX = 64;
const HEXAGON_PX = 22;
const HEAT_PX = 10;
/** Clusters nearer than this would lie on each other. */
const APART_PX = 46;

/** What cells are made of. */
export interface CellRows {
  /** As `mercatorOf` gives it. */
  mercator: Float64Array;
  deaths: Float32Array | null;
  classes: Classes;
}

/**
 * The chosen incidents within bounds, in cells of a size on the screen. Cells stand on a grid over
 * the world for each whole zoom, so that they stay where they are while the map is moved; a cell that
 * the bounds cut is counted whole.
 */
export function cellsOf(
  of: CellRows,
  { rows }: Chosen,
  shape: CellShape,
  bounds: Bounds,
  zoom: number
): Cell[] {
  const worldPx = WORLD_PX * 2 ** Math.floor(zoom);
  const grid =
    shape === 'hexagons'
      ? hexagonGrid(HEXAGON_PX)
      : squareGrid(shape === 'heat' ? HEAT_PX : CLUSTER_PX);
  const box = pixelBox(bounds, worldPx, grid.reachPx);
  const groups = new Map<number, Group>();
  const { mercator, deaths, classes } = of;
  for (const row of rows) {
    const x = mercator[2 * row] * worldPx;
    const y = mercator[2 * row + 1] * worldPx;
    if (!(x >= box.west && x < box.east && y >= box.north && y < box.south)) continue;
    const key = grid.key(x, y);
    let group = groups.get(key);
    if (!group) groups.set(key, (group = newGroup(classes.labels.length)));
    group.count++;
    group.x += x;
    group.y += y;
    group.shares[classes.codes[row]]++;
    const died = deaths ? deaths[row] : 0;
    if (died > 0) group.deaths += died;
  }
  const kept = shape === 'clusters' ? apart([...groups]) : [...groups];
  return kept.map(([key, { count, x, y, deaths: died, shares }]) => ({
    position: fromMercator(x / count / worldPx, y / count / worldPx),
    count,
    deaths: died,
    shares,
    ...(shape === 'hexagons' && {
      ring: grid.ring(key).map(([px, py]) => fromMercator(px / worldPx, py / worldPx))
    })
  }));
}

interface Group {
  count: number;
  /** Sums of the positions in pixels. */
  x: number;
  y: number;
  deaths: number;
  shares: number[];
}

const newGroup = (classes: number): Group => ({
  count: 0,
  x: 0,
  y: 0,
  deaths: 0,
  shares: new Array<number>(classes).fill(0)
});

interface Grid {
  /** How far a cell reaches from any of its points. */
  reachPx: number;
  /** The number of the cell that holds a pixel. */
  key(x: number, y: number): number;
  /** A cell's outline, closed. */
  ring(key: number): [x: number, y: number][];
}

/** Rows of cells are numbered by this step; worlds at zoom 22 have fewer columns. */
const ROW_STEP = 2 ** 26;

function squareGrid(sidePx: number): Grid {
  return {
    reachPx: sidePx,
    key: (x, y) => Math.floor(y / sidePx) * ROW_STEP + Math.floor(x / sidePx),
    ring: () => []
  };
}

/** Hexagons with a point on top; the nearest middle tells the cell (the way of d3-hexbin, in exact pixels). */
function hexagonGrid(radiusPx: number): Grid {
  const dx = 2 * radiusPx * Math.sin(Math.PI / 3);
  const dy = 1.5 * radiusPx;
  return {
    reachPx: 2 * radiusPx,
    key(x, y) {
      const py = y / dy;
      let row = Math.round(py);
      const px = x / dx - (row & 1) / 2;
      let column = Math.round(px);
      const offRow = py - row;
      if (Math.abs(offRow) * 3 > 1) {
        const otherColumn = column + (px < column ? -1 : 1) / 2;
        const otherRow = row + (py < row ? -1 : 1);
        const farPx = Math.hypot((px - column) * dx, offRow * dy);
        if (farPx > Math.hypot((px - otherColumn) * dx, (py - otherRow) * dy)) {
          column = otherColumn + (row & 1 ? 1 : -1) / 2;
          row = otherRow;
        }
      }
      return row * ROW_STEP + column;
    },
    ring(key) {
      const row = Math.round(key / ROW_STEP);
      const column = key - row * ROW_STEP;
      const [x, y] = [(column + (row & 1) / 2) * dx, row * dy];
      return Array.from({ length: 7 }, (_, i) => {
        const angle = ((i % 6) * Math.PI) / 3;
        return [x + Math.sin(angle) * radiusPx, y + Math.cos(angle) * radiusPx];
      });
    }
  };
}

function pixelBox([west, south, east, north]: Bounds, worldPx: number, marginPx: number) {
  return {
    west: mercatorX(west) * worldPx - marginPx,
    east: mercatorX(east) * worldPx + marginPx,
    north: mercatorY(north) * worldPx - marginPx,
    south: mercatorY(south) * worldPx + marginPx
  };
}

/** The largest first, each taking up those that would lie on it. */
function apart(groups: [number, Group][]): [number, Group][] {
  const left = new Map(groups);
  const found: [number, Group][] = [];
  for (const [key, group] of groups.sort(([, a], [, b]) => b.count - a.count)) {
    if (!left.delete(key)) continue;
    const x = group.x / group.count;
    const y = group.y / group.count;
    for (const near of neighbours(key)) {
      const other = left.get(near);
      if (!other) continue;
      if (Math.hypot(other.x / other.count - x, other.y / other.count - y) > APART_PX) continue;
      left.delete(near);
      group.count += other.count;
      group.x += other.x;
      group.y += other.y;
      group.deaths += other.deaths;
      group.shares = group.shares.map((share, i) => share + other.shares[i]);
    }
    found.push([key, group]);
  }
  return found;
}

const neighbours = (key: number) =>
  [-1, 0, 1].flatMap((rows) => [-1, 0, 1].map((columns) => key + rows * ROW_STEP + columns));
