import type { MultiPolygon, Polygon, Position } from 'geojson';

/** A cell's side in degrees: a few dozen edges of the line pass through one. */
const CELL_DEG = 0.05;

/** Tells in which of some areas positions lie, quickly enough for millions of them. */
export interface AreaGrid {
  /** Index of the area that holds the position, or −1; on an edge, of one of its neighbours. */
  at(lon: number, lat: number): number;
}

/**
 * Prepares areas that do not overlap, whose edges are straight in longitude and latitude. A grid
 * knows which area holds a point in the middle of each cell, and which edges pass through the cell:
 * on the way from there to a position, areas are left and entered as often as their edges are
 * crossed. Exact up to rounding; memory grows with the region's extent.
 */
export function createAreaGrid(areas: readonly (Polygon | MultiPolygon)[]): AreaGrid {
  const edges = edgesOf(areas);
  if (edges.area.length === 0) return { at: () => -1 };
  const grid = frameOf(edges.coordinates);
  const { starts, list } = edgesByCell(edges, grid);
  const middles = areasAtMiddles(edges, grid, areas.length);

  function at(lon: number, lat: number): number {
    const column = Math.floor((lon - grid.west) / CELL_DEG);
    const row = Math.floor((lat - grid.south) / CELL_DEG);
    if (!(column >= 0 && column < grid.columns && row >= 0 && row < grid.rows)) return -1;
    const cell = row * grid.columns + column;
    const start = middles[cell];
    const first = starts[cell];
    const end = starts[cell + 1];
    if (first === end) return start;
    const middleLon = middleOf(grid.west, column);
    const middleLat = middleOf(grid.south, row);
    let isStartLeft = false;
    for (let i = first; i < end;) {
      const area = edges.area[list[i]];
      let isCrossed = false;
      for (; i < end && edges.area[list[i]] === area; i++) {
        const edge = 4 * list[i];
        if (crosses(edges.coordinates, edge, middleLon, middleLat, lon, lat)) {
          isCrossed = !isCrossed;
        }
      }
      if (area === start) isStartLeft = isCrossed;
      else if (isCrossed) return area;
    }
    return isStartLeft ? -1 : start;
  }

  return { at };
}

/** Off the middle by a share that no vertex has, so that the way never passes through a vertex. */
const middleOf = (origin: number, index: number) => origin + (index + 0.5123456789) * CELL_DEG;

/**
 * Whether an edge is crossed an odd number of times on the way north or south from a cell's middle
 * and then east or west to a position.
 */
function crosses(
  c: Float64Array,
  edge: number,
  fromLon: number,
  fromLat: number,
  lon: number,
  lat: number
): boolean {
  const ax = c[edge];
  const ay = c[edge + 1];
  const bx = c[edge + 2];
  const by = c[edge + 3];
  let isCrossed = false;
  if (ax > fromLon !== bx > fromLon) {
    const y = ay + ((fromLon - ax) / (bx - ax)) * (by - ay);
    isCrossed = y > fromLat !== y > lat;
  }
  if (ay > lat !== by > lat) {
    const x = ax + ((lat - ay) / (by - ay)) * (bx - ax);
    if (x > fromLon !== x > lon) isCrossed = !isCrossed;
  }
  return isCrossed;
}

interface Edges {
  /** Start and end of each edge: lon, lat, lon, lat. */
  coordinates: Float64Array;
  /** The area that each edge bounds. */
  area: Int32Array;
}

function edgesOf(areas: readonly (Polygon | MultiPolygon)[]): Edges {
  const ringsOf = (area: Polygon | MultiPolygon): Position[][] =>
    area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
  const rings = areas.flatMap((area, i) => ringsOf(area).map((ring) => ({ ring, area: i })));
  const count = rings.reduce((sum, { ring }) => sum + Math.max(0, ring.length - 1), 0);
  const coordinates = new Float64Array(4 * count);
  const area = new Int32Array(count);
  let edge = 0;
  for (const { ring, area: index } of rings) {
    for (let i = 1; i < ring.length; i++, edge++) {
      coordinates[4 * edge] = ring[i - 1][0];
      coordinates[4 * edge + 1] = ring[i - 1][1];
      coordinates[4 * edge + 2] = ring[i][0];
      coordinates[4 * edge + 3] = ring[i][1];
      area[edge] = index;
    }
  }
  return { coordinates, area };
}

interface Frame {
  west: number;
  south: number;
  columns: number;
  rows: number;
}

function frameOf(coordinates: Float64Array): Frame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < coordinates.length; i += 2) {
    west = Math.min(west, coordinates[i]);
    east = Math.max(east, coordinates[i]);
    south = Math.min(south, coordinates[i + 1]);
    north = Math.max(north, coordinates[i + 1]);
  }
  // A cell more on every side: what lies on the rim is in a cell.
  west -= CELL_DEG;
  south -= CELL_DEG;
  return {
    west,
    south,
    columns: Math.ceil((east - west) / CELL_DEG) + 1,
    rows: Math.ceil((north - south) / CELL_DEG) + 1
  };
}

/** The edges in each cell that their boxes reach, by area: cell i holds `list[starts[i] …]`. */
function edgesByCell({ coordinates, area }: Edges, { west, south, columns, rows }: Frame) {
  const starts = new Uint32Array(columns * rows + 1);
  const eachCell = (edge: number, visit: (cell: number) => void) => {
    const [ax, ay, bx, by] = coordinates.subarray(4 * edge, 4 * edge + 4);
    const lastColumn = Math.floor((Math.max(ax, bx) - west) / CELL_DEG);
    const lastRow = Math.floor((Math.max(ay, by) - south) / CELL_DEG);
    for (let r = Math.floor((Math.min(ay, by) - south) / CELL_DEG); r <= lastRow; r++) {
      let column = Math.floor((Math.min(ax, bx) - west) / CELL_DEG);
      for (; column <= lastColumn; column++) visit(r * columns + column);
    }
  };
  for (let edge = 0; edge < area.length; edge++) eachCell(edge, (cell) => starts[cell + 1]++);
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1] += starts[cell];
  const list = new Uint32Array(starts[columns * rows]);
  const next = starts.slice(0, -1);
  // Edges come area by area, so those of a cell do too.
  for (let edge = 0; edge < area.length; edge++) {
    eachCell(edge, (cell) => (list[next[cell]++] = edge));
  }
  return { starts, list };
}

/** Which area holds the middle of each cell: along each row of middles, from crossing to crossing. */
function areasAtMiddles({ coordinates, area }: Edges, grid: Frame, areas: number): Int32Array {
  const { west, south, columns, rows } = grid;
  const crossings: { lon: number; area: number }[][] = Array.from({ length: rows }, () => []);
  for (let edge = 0; edge < area.length; edge++) {
    const [ax, ay, bx, by] = coordinates.subarray(4 * edge, 4 * edge + 4);
    const last = Math.min(rows - 1, Math.floor((Math.max(ay, by) - south) / CELL_DEG));
    for (let row = Math.floor((Math.min(ay, by) - south) / CELL_DEG); row <= last; row++) {
      const lat = middleOf(south, row);
      if (ay > lat === by > lat) continue;
      crossings[row].push({ lon: ax + ((lat - ay) / (by - ay)) * (bx - ax), area: area[edge] });
    }
  }
  const middles = new Int32Array(columns * rows).fill(-1);
  const isIn = new Uint8Array(areas);
  crossings.forEach((row, r) => {
    isIn.fill(0);
    row.sort((a, b) => a.lon - b.lon);
    let next = 0;
    for (let column = 0; column < columns; column++) {
      const lon = middleOf(west, column);
      for (; next < row.length && row[next].lon < lon; next++) isIn[row[next].area] ^= 1;
      middles[r * columns + column] = isIn.indexOf(1);
    }
  });
  return middles;
}
