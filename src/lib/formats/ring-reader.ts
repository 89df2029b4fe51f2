import type { Position } from 'geojson';
import { distanceKm } from '../geodesy/geodesic';
import { isLonLat, type LonLat } from '../geodesy/position';
import { isNearLine } from './region';
import { Unreadable, unsoundAt } from './unreadable';

const MOST_VERTICES = 1_000_000;
const LEAST_VERTICES = 4;

/**
 * Checks and mends the rings of one file. What it mends without harm it remembers and tells in
 * `notes()`; what it cannot make out it refuses.
 */
export class RingReader {
  private vertices = 0;
  private near = 0;
  private nearExchanged = 0;
  private closed = 0;
  private widestGap = { km: 0, where: '' };
  private empty = 0;

  /**
   * The rings of a polygon, the outer one first: closed, counter-clockwise and holes clockwise, as
   * RFC 7946 has them, without heights and without vertices that repeat the one before. Null if the
   * outer ring encloses nothing. Throws an Unreadable that says where a position is none, or when
   * the file has too many.
   */
  polygon(
    rings: readonly (readonly unknown[])[],
    where: (ring: number) => string
  ): Position[][] | null {
    const read = rings.map((ring, i) => this.ring(ring, where(i), i === 0));
    const [outer, ...holes] = read;
    return outer ? [outer, ...holes.filter((hole) => hole !== null)] : null;
  }

  /** What was mended or looks odd, in sentences. */
  notes(): string[] {
    const notes: string[] = [];
    if (this.closed > 0) {
      const { km, where } = this.widestGap;
      notes.push(
        `Closed with a straight edge: ${counted(this.closed, 'open ring')}; the longest edge is ` +
          `${Number(km.toPrecision(2))} km, at ${where}.`
      );
    }
    if (this.empty > 0) {
      notes.push(`Left out: ${counted(this.empty, 'ring')} with no ground inside.`);
    }
    if (this.vertices > 0 && this.near === 0) {
      notes.push(
        this.nearExchanged > this.vertices / 2
          ? 'All positions lie far from the line, but with longitude and latitude exchanged they ' +
              'would be near it: the file may have them in the wrong order, longitude comes first.'
          : 'All positions lie far from the line.'
      );
    }
    return notes;
  }

  private ring(raw: readonly unknown[], where: string, isOuter: boolean): Position[] | null {
    this.vertices += raw.length;
    if (this.vertices > MOST_VERTICES) {
      throw new Unreadable(
        `has more than ${MOST_VERTICES.toLocaleString('en')} vertices: simplify it first.`
      );
    }
    const ring: LonLat[] = [];
    for (let i = 0; i < raw.length; i++) {
      const position = this.position(raw[i], where, i);
      if (i === 0 || !isSame(position, ring[ring.length - 1])) ring.push(position);
    }
    this.close(ring, where);
    const area = ring.length < LEAST_VERTICES ? 0 : planeArea(ring);
    if (area === 0) {
      this.empty++;
      return null;
    }
    return area > 0 === isOuter ? ring : ring.reverse();
  }

  private position(raw: unknown, where: string, index: number): LonLat {
    const [lon, lat]: unknown[] = Array.isArray(raw) ? raw : [];
    if (typeof lon !== 'number' || typeof lat !== 'number' || !isLonLat(lon, lat)) {
      throw unsoundAt(`${where}.${index}`, whyNoPosition(lon, lat));
    }
    if (isNearLine(lon, lat)) this.near++;
    else if (isNearLine(lat, lon)) this.nearExchanged++;
    return [lon, lat];
  }

  private close(ring: LonLat[], where: string): void {
    if (ring.length < 3 || isSame(ring[0], ring[ring.length - 1])) return;
    const km = distanceKm(ring[ring.length - 1], ring[0]);
    if (km > this.widestGap.km) this.widestGap = { km, where };
    this.closed++;
    ring.push(ring[0]);
  }
}

function isSame(a: LonLat, b: LonLat): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Twice the area in square degrees; above 0 if the ring turns counter-clockwise. */
function planeArea(ring: readonly LonLat[]): number {
  const [lon0, lat0] = ring[0];
  let area = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[lon, lat], [toLon, toLat]] = [ring[i - 1], ring[i]];
    area += (lon - lon0) * (toLat - lat0) - (toLon - lon0) * (lat - lat0);
  }
  return area;
}

function whyNoPosition(lon: unknown, lat: unknown): string {
  const why = 'is no position in degrees, lon from -180 to 180 and then lat from -90 to 90';
  const isProjected = Math.max(Math.abs(Number(lon)), Math.abs(Number(lat))) > 360;
  return isProjected ? `${why}; if it is in metres, save the file in WGS 84 (EPSG:4326)` : why;
}

/** “1 ring”, “2 rings”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
