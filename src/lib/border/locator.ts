import { curvatureRadiusM, ecefLat, ecefLon, ECCENTRICITY2, toEcef } from '../geodesy/ellipsoid';
import { distanceKm } from '../geodesy/geodesic';
import type { ChainedLine } from './chained-line';
import { arcBetweenM, LineIndex, type Foot } from './line-index';
import { leftOrRight } from './side';
import type { StationColumns } from './station';

/** Nearer than this a position counts as on the line, whose own positions are known to 0.1 m. */
const ON_LINE_M = 1e-3;

/** Up to here the closed form for a geodesic's length is good to 0.1 mm; GeographicLib beyond. */
const CLOSED_FORM_M = 300_000;

/** Finds stations on a line and writes them into columns. */
export class Locator {
  private readonly index: LineIndex;
  private readonly foot: Foot = { segment: 0, fraction: 0 };
  private readonly point = new Float64Array(3);

  constructor(private readonly line: ChainedLine) {
    this.index = new LineIndex(line.ecef);
  }

  /** Writes the station of a position, which must be one, to row `row`. */
  locate(lon: number, lat: number, out: StationColumns, row: number): void {
    toEcef(lon, lat, this.point, 0);
    const x = this.point[0];
    const y = this.point[1];
    const z = this.point[2];
    this.index.nearest(x, y, z, this.foot);
    const { segment, fraction } = this.foot;
    const { ecef, chainageKm, positions } = this.line;

    const a = 3 * segment;
    const ux = ecef[a + 3] - ecef[a];
    const uy = ecef[a + 4] - ecef[a + 1];
    const uz = ecef[a + 5] - ecef[a + 2];
    let fx = ecef[a] + fraction * ux;
    let fy = ecef[a + 1] + fraction * uy;
    let fz = ecef[a + 2] + fraction * uz;
    out.chainageKm[row] =
      chainageKm[segment] + fraction * (chainageKm[segment + 1] - chainageKm[segment]);

    if (fraction === 0 || fraction === 1) {
      const vertex = positions[segment + fraction];
      out.footLon[row] = vertex[0];
      out.footLat[row] = vertex[1];
    } else {
      out.footLon[row] = ecefLon(fx, fy);
      out.footLat[row] = ecefLat(fx, fy, fz);
      // The chord runs up to 2 cm below the ellipsoid: lift the foot to the surface.
      const radiusM = curvatureRadiusM(fx, fy, fz, ux, uy, uz);
      const sagM = (fraction * (1 - fraction) * (ux * ux + uy * uy + uz * uz)) / (2 * radiusM);
      const polar = fz / (1 - ECCENTRICITY2);
      const lift = sagM / Math.sqrt(fx * fx + fy * fy + polar * polar);
      fx += lift * fx;
      fy += lift * fy;
      fz += lift * polar;
    }
    let arcM = arcBetweenM(fx, fy, fz, x, y, z);
    if (arcM > CLOSED_FORM_M) {
      arcM = 1000 * distanceKm([lon, lat], [out.footLon[row], out.footLat[row]]);
    }
    out.offsetKm[row] =
      arcM <= ON_LINE_M ? 0 : (leftOrRight(ecef, this.foot, x, y, z) * arcM) / 1000;
  }
}
