import { ECCENTRICITY2, SEMI_MAJOR_AXIS_M } from './ellipsoid';
import { destination } from './geodesic';
import { leastSquares } from './least-squares';
import type { LonLat } from './position';

/** A conformal map of a band around a line: plane coordinates in km, nearly at true scale. */
export interface Projection {
  /** Where a position lies in the plane: x and y in km. */
  forward(lon: number, lat: number): [x: number, y: number];
  /** The position of a point of the plane, within 1 cm inside the band. */
  inverse(x: number, y: number): LonLat;
  /** The natural logarithm of the scale (plane km per true km) at a position. */
  logScale(lon: number, lat: number): number;
}

const DEG = Math.PI / 180;
const ECCENTRICITY = Math.sqrt(ECCENTRICITY2);
const SEMI_MAJOR_AXIS_KM = SEMI_MAJOR_AXIS_M / 1000;

/** Degree of the polynomial for the logarithm of the scale; more gains little. */
const SCALE_DEGREE = 6;
/** Degree of the power series of the map; enough for round-off over a band some 30 degrees long. */
const MAP_DEGREE = 24;
const INVERSE_DEGREE = 11;
const LATITUDE_DEGREE = 7;

/**
 * Fits a conformal projection to the band within `reachKm` of a line: an analytic function of the
 * isometric coordinate (longitude + i isometric latitude), whose logarithm of scale is a polynomial
 * made as small as least squares can over the band. For the Durand Line and 100 km around it the
 * scale stays within 0.03 % of 1. Outside the band it may be far off. Method: L. P. Lee, Conformal
 * Projections Based on Elliptic Functions (1976), chapter 1, with the fit of W. I. Reilly's
 * complex-polynomial projection (Survey Review 22, 1973).
 */
export function fitProjection(line: readonly LonLat[], reachKm: number): Projection {
  const band = bandAround(line, reachKm);
  const lons = band.map(([lon]) => lon * DEG);
  const isometric = band.map(([, lat]) => isometricLatitude(lat));
  const originX = (Math.min(...lons) + Math.max(...lons)) / 2;
  const originY = (Math.min(...isometric) + Math.max(...isometric)) / 2;
  const points = band.map((_, i): Complex => [lons[i] - originX, isometric[i] - originY]);
  const radius = Math.max(...points.map(([x, y]) => Math.hypot(x, y)));
  const unit = points.map(([x, y]): Complex => [x / radius, y / radius]);

  const logDerivative = fitLogDerivative(unit, band);
  const map = integral(exponential(logDerivative, MAP_DEGREE), radius);
  const planar = unit.map(([x, y]) => evaluate(map, x, y));
  const extent = Math.max(...planar.map(([x, y]) => Math.hypot(x, y)));
  const inverseMap = fitInverse(planar, extent, points);
  const latitude = fitLatitude(Math.min(...isometric), Math.max(...isometric));

  const toUnit = (lon: number, lat: number): Complex => [
    (lon * DEG - originX) / radius,
    (isometricLatitude(lat) - originY) / radius
  ];
  return {
    forward(lon, lat) {
      const [x, y] = toUnit(lon, lat);
      return evaluate(map, x, y);
    },
    inverse(x, y) {
      const position = evaluate(inverseMap, x / extent, y / extent);
      position[0] = (position[0] + originX) / DEG;
      position[1] = latitude(position[1] + originY);
      return position;
    },
    logScale(lon, lat) {
      const [x, y] = toUnit(lon, lat);
      return evaluate(logDerivative, x, y)[0] - Math.log(parallelRadiusKm(lat));
    }
  };
}

/** The band is sampled around points of the line that are some so many km apart. */
const SAMPLE_STEP_KM = 40;
const DEGREE_KM = 111;

/** Positions spread over the band: rings around points of the line. */
function bandAround(line: readonly LonLat[], reachKm: number): LonLat[] {
  const band: LonLat[] = [];
  let [lon, lat] = [Infinity, Infinity];
  for (const center of line) {
    const east = (center[0] - lon) * Math.cos(center[1] * DEG);
    if (DEGREE_KM * Math.hypot(east, center[1] - lat) < SAMPLE_STEP_KM) continue;
    [lon, lat] = center;
    band.push(center);
    for (const radiusKm of [reachKm * 0.4, reachKm * 0.75, reachKm * 1.05]) {
      for (let k = 0; k < 8; k++) band.push(destination(center, k * 45, radiusKm));
    }
  }
  return band;
}

type Complex = [re: number, im: number];

/** Coefficients of a complex polynomial, lowest power first. */
interface Polynomial {
  re: Float64Array;
  im: Float64Array;
}

/** Horner's rule for even and odd powers apart: a processor goes on with both at a time. */
function evaluate({ re, im }: Polynomial, x: number, y: number): Complex {
  const squareX = x * x - y * y;
  const squareY = 2 * x * y;
  let evenX = 0;
  let evenY = 0;
  let oddX = 0;
  let oddY = 0;
  let k = re.length - 1;
  if (k % 2 === 0) {
    evenX = re[k];
    evenY = im[k--];
  }
  for (; k > 0; k -= 2) {
    const nextEvenX = evenX * squareX - evenY * squareY + re[k - 1];
    const nextOddX = oddX * squareX - oddY * squareY + re[k];
    evenY = evenX * squareY + evenY * squareX + im[k - 1];
    oddY = oddX * squareY + oddY * squareX + im[k];
    evenX = nextEvenX;
    oddX = nextOddX;
  }
  return [evenX + oddX * x - oddY * y, evenY + oddX * y + oddY * x];
}

/** The powers 0 to `degree` of x + iy. */
function powers(x: number, y: number, degree: number): Complex[] {
  const list: Complex[] = [[1, 0]];
  for (let k = 0; k < degree; k++) {
    const [a, b] = list[k];
    list.push([a * x - b * y, a * y + b * x]);
  }
  return list;
}

/** The polynomial whose real part is nearest to the logarithm of the parallel's radius. */
function fitLogDerivative(unit: readonly Complex[], band: readonly LonLat[]): Polynomial {
  const rows = unit.map(([x, y]) => powers(x, y, SCALE_DEGREE).flatMap(([a, b]) => [a, -b]));
  for (const row of rows) row.splice(1, 1); // the constant's imaginary part only turns the map
  const [constant, ...others] = leastSquares(
    rows,
    band.map(([, lat]) => Math.log(parallelRadiusKm(lat)))
  );
  return polynomial([constant, 0, ...others]);
}

/** The inverse as a polynomial of plane coordinates divided by `extent`. */
function fitInverse(planar: readonly Complex[], extent: number, points: readonly Complex[]) {
  const rows = planar.flatMap(([x, y]) => {
    const list = powers(x / extent, y / extent, INVERSE_DEGREE);
    return [list.flatMap(([a, b]) => [a, -b]), list.flatMap(([a, b]) => [b, a])];
  });
  return polynomial(leastSquares(rows, points.flat()));
}

function polynomial(pairs: readonly number[]): Polynomial {
  return {
    re: Float64Array.from(pairs.filter((_, i) => i % 2 === 0)),
    im: Float64Array.from(pairs.filter((_, i) => i % 2 === 1))
  };
}

/** The power series of exp(p): its coefficients follow from (exp p)' = p' exp p. */
function exponential(p: Polynomial, degree: number): Polynomial {
  const re = new Float64Array(degree + 1);
  const im = new Float64Array(degree + 1);
  re[0] = Math.exp(p.re[0]);
  for (let k = 1; k <= degree; k++) {
    for (let j = 1; j <= Math.min(k, p.re.length - 1); j++) {
      re[k] += (j / k) * (p.re[j] * re[k - j] - p.im[j] * im[k - j]);
      im[k] += (j / k) * (p.re[j] * im[k - j] + p.im[j] * re[k - j]);
    }
  }
  return { re, im };
}

function integral(p: Polynomial, radius: number): Polynomial {
  const raise = (c: Float64Array) =>
    Float64Array.from([0, ...c.map((v, k) => (radius * v) / (k + 1))]);
  return { re: raise(p.re), im: raise(p.im) };
}

/** The isometric latitude in radians (Snyder, Map Projections, USGS PP 1395, equation 3-7). */
function isometricLatitude(latDeg: number): number {
  const sinLat = Math.sin(latDeg * DEG);
  return Math.atanh(sinLat) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sinLat);
}

/** The geodetic latitude in degrees as a polynomial of the isometric latitude over an interval. */
function fitLatitude(low: number, high: number): (isometric: number) => number {
  const middle = (low + high) / 2;
  const half = (high - low) / 2;
  const samples = Array.from({ length: 100 }, (_, k) => Math.cos(((k + 0.5) / 100) * Math.PI));
  const c = leastSquares(
    samples.map((t) => Array.from({ length: LATITUDE_DEGREE + 1 }, (_, k) => t ** k)),
    samples.map((t) => latitudeDeg(middle + half * t))
  );
  return (isometric) => {
    const t = (isometric - middle) / half;
    let lat = 0;
    for (let k = LATITUDE_DEGREE; k >= 0; k--) lat = lat * t + c[k];
    return lat;
  };
}

/** The inverse of `isometricLatitude` by fixed-point steps, each some 300 times nearer. */
function latitudeDeg(isometric: number): number {
  let sinLat = Math.tanh(isometric);
  for (let k = 0; k < 8; k++) {
    sinLat = Math.tanh(isometric + ECCENTRICITY * Math.atanh(ECCENTRICITY * sinLat));
  }
  return Math.asin(sinLat) / DEG;
}

/** The radius in km of the parallel: how far one radian of longitude reaches. */
function parallelRadiusKm(latDeg: number): number {
  const sinLat = Math.sin(latDeg * DEG);
  return (SEMI_MAJOR_AXIS_KM * Math.cos(latDeg * DEG)) / Math.sqrt(1 - ECCENTRICITY2 * sinLat ** 2);
}
