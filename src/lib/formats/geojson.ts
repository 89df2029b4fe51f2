import * as v from 'valibot';
import type { RawFile, RawPart } from './raw-file';
import type { RingReader } from './ring-reader';
import { nameFrom, requireDepth, Unreadable, unsoundAt } from './unreadable';

const Rings = v.pipe(
  v.array(v.array(v.unknown(), 'is no ring'), 'is no list of rings'),
  v.minLength(1, 'has no ring')
);
const Parts = v.array(v.unknown(), 'is no list');

const schemas = {
  Polygon: v.object({ coordinates: Rings }),
  MultiPolygon: v.object({ coordinates: v.array(Rings, 'is no list of polygons') }),
  Feature: v.object({
    geometry: v.unknown(),
    properties: v.optional(v.unknown()),
    id: v.optional(v.unknown())
  }),
  FeatureCollection: v.object({ features: Parts, name: v.optional(v.unknown()) }),
  GeometryCollection: v.object({ geometries: Parts })
};

const Typed = v.object({ type: v.string('gives no GeoJSON type') }, 'is no object');

/** Reads the polygons of a GeoJSON text, of whatever it is made up. Throws an Unreadable. */
export function readGeoJson(text: string, rings: RingReader): RawFile {
  const file: RawFile = { name: undefined, parts: [], leftOut: 0, notes: [] };

  function newPart(name: string | undefined): RawPart {
    const part: RawPart = { name, polygons: [] };
    file.parts.push(part);
    return part;
  }

  /** Adds the polygons of an object of any type: to `part`, or as parts of their own. */
  function add(raw: unknown, path: string, depth: number, part?: RawPart): void {
    if (raw === null) return;
    requireDepth(depth, path.slice(1));
    const { type } = read(Typed, raw, path);
    switch (type) {
      case 'Polygon':
        addPolygon(read(schemas.Polygon, raw, path).coordinates, `${path}.coordinates`, part);
        return;
      case 'MultiPolygon': {
        const into = part ?? newPart(undefined);
        read(schemas.MultiPolygon, raw, path).coordinates.forEach((polygon, i) =>
          addPolygon(polygon, `${path}.coordinates.${i}`, into)
        );
        return;
      }
      case 'GeometryCollection': {
        const into = part ?? newPart(undefined);
        read(schemas.GeometryCollection, raw, path).geometries.forEach((geometry, i) =>
          add(geometry, `${path}.geometries.${i}`, depth + 1, into)
        );
        return;
      }
      case 'Feature': {
        const { geometry, properties, id } = read(schemas.Feature, raw, path);
        const into = newPart(nameIn(properties) ?? nameFrom(id));
        add(geometry, `${path}.geometry`, depth + 1, into);
        return;
      }
      case 'FeatureCollection': {
        const { features, name } = read(schemas.FeatureCollection, raw, path);
        file.name ??= nameFrom(name);
        features.forEach((feature, i) => add(feature, `${path}.features.${i}`, depth + 1));
        return;
      }
      case 'Point':
      case 'MultiPoint':
      case 'LineString':
      case 'MultiLineString':
        file.leftOut++;
        return;
      default:
        throw unsoundAt(path.slice(1) || 'its top level', `“${nameFrom(type)}” is no GeoJSON type`);
    }
  }

  function addPolygon(polygon: readonly unknown[][], path: string, part?: RawPart): void {
    const read = rings.polygon(polygon, (ring) => `${path.slice(1)}.${ring}`);
    if (read) (part ?? newPart(undefined)).polygons.push(read);
  }

  add(parsed(text), '', 1);
  return file;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unreadable(`is no JSON: ${reason}.`);
  }
}

const NAME_KEYS = ['name', 'title', 'label', 'id'];

/** What a feature's properties call it, whatever the case of the key. */
function nameIn(properties: unknown): string | undefined {
  if (typeof properties !== 'object' || properties === null) return undefined;
  const byKey = new Map(
    Object.entries(properties).map(([key, value]) => [key.toLowerCase(), nameFrom(value)])
  );
  return NAME_KEYS.map((key) => byKey.get(key)).find((name) => name !== undefined);
}

function read<T>(schema: v.GenericSchema<unknown, T>, raw: unknown, path: string): T {
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = [path.slice(1), v.getDotPath(issue)].filter(Boolean).join('.') || 'its top level';
  throw unsoundAt(where, issue.message);
}
