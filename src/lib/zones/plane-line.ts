import type { ChainedLine } from '../border/chained-line';
import type { Projection } from '../geodesy/projection';

/** The line in the plane of a projection: a vertex for each of its positions. */
export interface PlaneLine {
  /** Plane coordinates in km. */
  x: Float64Array;
  y: Float64Array;
  chainageKm: Float64Array;
  /** Plane km per true km. */
  scale: Float64Array;
}

export function planeLine(line: ChainedLine, projection: Projection): PlaneLine {
  const count = line.positions.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const scale = new Float64Array(count);
  line.positions.forEach(([lon, lat], i) => {
    [x[i], y[i]] = projection.forward(lon, lat);
    scale[i] = Math.exp(projection.logScale(lon, lat));
  });
  return { x, y, scale, chainageKm: line.chainageKm };
}
