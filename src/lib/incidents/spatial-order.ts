/** 13 bits of each axis beside 26 bits for the row: what a 64-bit float holds exactly. */
const AXIS_CELLS = 1 << 13;
const MOST_ROWS = 2 ** 26;

/**
 * The rows with a position in an order in which neighbours on the map follow each other, and rows at
 * one position nearly always do: along a Z-curve over the positions' box. Rows whose longitude or
 * latitude is not finite are left out. Throws a RangeError beyond 67 million rows.
 */
export function spatialOrder(lonLat: Float64Array): Uint32Array {
  const rows = lonLat.length >> 1;
  if (rows > MOST_ROWS) throw new RangeError(`${rows} rows: at most ${MOST_ROWS} can be ordered.`);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < rows; row++) {
    const lon = lonLat[2 * row];
    const lat = lonLat[2 * row + 1];
    if (!Number.isFinite(lon + lat)) continue;
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const perLon = (AXIS_CELLS - 1) / (east - west || 1);
  const perLat = (AXIS_CELLS - 1) / (north - south || 1);
  const keys = new Float64Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const lon = lonLat[2 * row];
    const lat = lonLat[2 * row + 1];
    if (!Number.isFinite(lon + lat)) continue;
    const cell = spread((lon - west) * perLon) + 2 * spread((lat - south) * perLat);
    keys[count++] = cell * MOST_ROWS + row;
  }
  const sorted = keys.subarray(0, count).sort();
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    order[i] = sorted[i] - Math.floor(sorted[i] / MOST_ROWS) * MOST_ROWS;
  }
  return order;
}

/** A number's low 13 bits with a zero between every two. */
function spread(number: number): number {
  let bits = number & (AXIS_CELLS - 1);
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
