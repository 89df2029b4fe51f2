import {
  evaluate,
  exponential,
  integral,
  polynomial,
  powers,
  type Complex,
  type Polynomial
} from './complex-polynomial';
import { ECCENTRICITY2, SEMI_MAJOR_AXIS_M } from './ellipsoid';
import { destination } from './geodesic';
import { leastSquares } from './least-squares';
import { inverseByPatches, type Inverse } from './patches';
import type { LonLat } from './position';

/** A conformal map of a band around a line: plane coordinates in km, nearly at true scale. */
export interface Projection {
  /** Where a position lies in the plane: x and y in km. */
  forward(lon: number, lat: number): [x: number, y: number];
  /** The position of a point of the plane, within 1 cm inside the band. */
  inverse(x: number, y: number): LonLat;
  /** The same, put into a path at an index. */
  inverseTo: Inverse;
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
  const extentKm = Math.max(...planar.map(([x, y]) => Math.hypot(x, y)));

  const inverseTo = inverseByPatches({
    map: fitInverse(planar, extentKm, points),
    extentKm,
    origin: [originX, originY],
    ...fitLatitude(Math.min(...isometric), Math.max(...isometric))
  });
  const single = new Float64Array(2);

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
      inverseTo(x, y, single, 0);
      return [single[0], single[1]];
    },
    inverseTo,
    logScale(lon, lat) {
      const [x, y] = toUnit(lon, lat);
      return evaluate(logDerivative, x, y)[0] - Math.log(parallelRadiusKm(lat));
    }
  };
}

/** The band is sampled around points of the line that are some so many km apart. */
const SAMPLE_STEP_KM = 80;
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

/** The inverse as a polynomial of plane coordinates divided by `extentKm`. */
function fitInverse(planar: readonly Complex[], extentKm: number, points: readonly Complex[]) {
  const rows = planar.flatMap(([x, y]) => {
    const list = powers(x / extentKm, y / extentKm, INVERSE_DEGREE);
    return [list.flatMap(([a, b]) => [a, -b]), list.flatMap(([a, b]) => [b, a])];
  });
  return polynomial(leastSquares(rows, points.flat()));
}

/** The isometric latitude in radians (Snyder, Map Projections, USGS PP 1395, equation 3-7). */
function isometricLatitude(latDeg: number): number {
  const sinLat = Math.sin(latDeg * DEG);
  return Math.atanh(sinLat) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sinLat);
}

/** The geodetic latitude in degrees as a polynomial of the isometric latitude over an interval. */
function fitLatitude(low: number, high: number) {
  const middle = (low + high) / 2;
  const half = (high - low) / 2;
  const samples = Array.from({ length: 100 }, (_, k) => Math.cos(((k + 0.5) / 100) * Math.PI));
  const coefficients = leastSquares(
    samples.map((t) => Array.from({ length: LATITUDE_DEGREE + 1 }, (_, k) => t ** k)),
    samples.map((t) => latitudeDeg(middle + half * t))
  );
  return { latitude: polynomial(coefficients.flatMap((c) => [c, 0])), middle, half };
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
