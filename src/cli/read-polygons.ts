import type { MultiPolygon, Position } from 'geojson';
import * as v from 'valibot';
import { isLonLat } from '../lib/geodesy/position';

const PositionSchema = v.pipe(
  v.array(v.number()),
  v.check(
    ([lon, lat]) => isLonLat(lon, lat),
    'is no position in degrees, lon from -180 to 180 and lat from -90 to 90'
  )
);
const RingSchema = v.pipe(
  v.array(PositionSchema),
  v.minLength(4, 'is a ring of fewer than 4 positions'),
  v.check((ring) => isClosed(ring), 'is a ring that does not end where it begins')
);
const Rings = v.pipe(v.array(RingSchema), v.minLength(1, 'has no ring'));

const schemas = {
  Polygon: v.object({ coordinates: Rings }),
  MultiPolygon: v.object({ coordinates: v.array(Rings) }),
  Feature: v.object({ geometry: v.unknown() }),
  FeatureCollection: v.object({ features: v.array(v.unknown()) }),
  GeometryCollection: v.object({ geometries: v.array(v.unknown()) })
};

const Typed = v.object({ type: v.string('gives no GeoJSON type') });

function isClosed(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring[ring.length - 1]];
  return first[0] === last[0] && first[1] === last[1];
}

/**
 * All Polygons and MultiPolygons of a GeoJSON text, of whatever it is made up, as one. Throws an
 * Error with a sentence that names `title` if it is not sound or holds none.
 */
export function readPolygons(text: string, title: string): MultiPolygon {
  const coordinates = polygonsIn(parsed(text, title), title, '');
  if (coordinates.length === 0) throw new Error(`${title} holds no Polygon or MultiPolygon.`);
  return { type: 'MultiPolygon', coordinates };
}

function parsed(text: string, title: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${title} is no JSON: ${reason}`, { cause: error });
  }
}

function polygonsIn(raw: unknown, title: string, path: string): Position[][][] {
  if (raw === null) return [];
  const { type } = read(Typed, raw, title, path);
  switch (type) {
    case 'Polygon':
      return [read(schemas.Polygon, raw, title, path).coordinates];
    case 'MultiPolygon':
      return read(schemas.MultiPolygon, raw, title, path).coordinates;
    case 'Feature':
      return polygonsIn(
        read(schemas.Feature, raw, title, path).geometry,
        title,
        `${path}.geometry`
      );
    case 'FeatureCollection':
      return read(schemas.FeatureCollection, raw, title, path).features.flatMap((feature, i) =>
        polygonsIn(feature, title, `${path}.features.${i}`)
      );
    case 'GeometryCollection':
      return read(schemas.GeometryCollection, raw, title, path).geometries.flatMap((part, i) =>
        polygonsIn(part, title, `${path}.geometries.${i}`)
      );
    default:
      return [];
  }
}

function read<T>(
  schema: v.GenericSchema<unknown, T>,
  raw: unknown,
  title: string,
  path: string
): T {
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = [path.slice(1), v.getDotPath(issue)].filter(Boolean).join('.') || 'its top level';
  throw new Error(`${title} is not sound at ${where}: ${issue.message}.`);
}
