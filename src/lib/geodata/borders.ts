import type {
  Feature,
  FeatureCollection,
  GeoJsonProperties,
  Geometry,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon
} from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon as ArcMultiPolygon,
  Polygon as ArcPolygon
} from 'topojson-specification';
import * as v from 'valibot';
import type { CountryProperties, ProvinceProperties } from '../border/territory';
import type { LonLat } from '../geodesy/position';
import type { ZoneCountries } from '../zones/countries';
import type { ZoneProvince } from '../zones/provinces';
import { catalogEntry } from './catalog';
import { readBy } from './read';
import { readSharedTopology, type CheckedTopology } from './topology';

type Areas<P extends GeoJsonProperties> = FeatureCollection<Polygon | MultiPolygon, P>;

export interface Borders {
  /** What they were read from: another thread has it in a quarter of the time that they take. */
  file: unknown;
  countries: Areas<CountryProperties>;
  /** The line's two countries as one, without the line between them. */
  bothCountries: FeatureCollection<MultiPolygon>;
  provinces: Areas<ProvinceProperties>;
  /** Boundaries of the neighbours by pair of countries; the Durand Line is not among them. */
  boundaries: FeatureCollection<Geometry, { pair: string; disputed: boolean }>;
  /** Boundaries between two provinces of one country. */
  provinceBoundaries: FeatureCollection<MultiLineString>;
  provinceLabels: FeatureCollection<Point, { id: string; name: string }>;
}

const Named = v.object({ id: v.string(), name: v.string() });
const Schemas = {
  countries: Named,
  provinces: v.object({
    ...Named.entries,
    country: v.picklist(['AF', 'PK']),
    label: v.tuple([v.number(), v.number()])
  }),
  boundaries: v.object({ id: v.string(), pair: v.string(), disputed: v.boolean() })
};

function objectNamed(topology: CheckedTopology, name: string, title: string): GeometryCollection {
  const object = topology.objects[name];
  if (object?.type !== 'GeometryCollection') throw new Error(`${title}: it holds no “${name}”.`);
  return object;
}

/** One object's features, each with its checked properties and its id among them. */
function decode<G extends Geometry, P extends NonNullable<GeoJsonProperties>>(
  topology: CheckedTopology,
  name: string,
  schema: v.GenericSchema<unknown, P>,
  title: string
): FeatureCollection<G, P> {
  const { features } = feature(topology, objectNamed(topology, name, title));
  return {
    type: 'FeatureCollection',
    features: features.map(({ id, geometry, properties }) => ({
      type: 'Feature',
      geometry: geometry as G,
      properties: readBy(schema, { ...properties, id }, `${title}: ${name}`)
    }))
  };
}

const isOfLine = (id: unknown) => id === 'AF' || id === 'PK';

/** The line's two countries as one. */
function merged(topology: CheckedTopology, title: string): Feature<MultiPolygon> {
  const { geometries } = objectNamed(topology, 'countries', title);
  const both = geometries.filter(
    (country): country is ArcPolygon | ArcMultiPolygon =>
      (country.type === 'Polygon' || country.type === 'MultiPolygon') && isOfLine(country.id)
  );
  return { type: 'Feature', properties: {}, geometry: merge(topology, both) };
}

function countryOf({ properties }: GeometryObject): unknown {
  return properties && 'country' in properties ? properties.country : undefined;
}

/**
 * Countries, provinces and boundaries from their topology, whose arcs along the line are put in from
 * `line`. Throws when the file is not sound or belongs to another line.
 */
export function readBorders(raw: unknown, line: readonly LonLat[]): Borders {
  const { title } = catalogEntry('borders');
  const topology = readSharedTopology(raw, line, title);
  const provinces = decode<Polygon | MultiPolygon, v.InferOutput<typeof Schemas.provinces>>(
    topology,
    'provinces',
    Schemas.provinces,
    title
  );
  const between: Feature<MultiLineString> = {
    type: 'Feature',
    properties: {},
    geometry: mesh(
      topology,
      objectNamed(topology, 'provinces', title),
      (a, b) => a !== b && countryOf(a) === countryOf(b)
    )
  };
  return {
    file: raw,
    countries: decode(topology, 'countries', Schemas.countries, title),
    bothCountries: { type: 'FeatureCollection', features: [merged(topology, title)] },
    boundaries: decode(topology, 'boundaries', Schemas.boundaries, title),
    provinces,
    provinceBoundaries: { type: 'FeatureCollection', features: [between] },
    provinceLabels: {
      type: 'FeatureCollection',
      features: provinces.features.map(({ properties: { id, name, label } }) => ({
        type: 'Feature',
        properties: { id, name },
        geometry: { type: 'Point', coordinates: label }
      }))
    }
  };
}

/**
 * The countries that a zone can reach: the line's two, and the neighbours by name. Throws when one of
 * the two is missing.
 */
export function zoneCountries({ countries }: Borders): ZoneCountries {
  const outlineOf = (wanted: string) => {
    const country = countries.features.find(({ properties }) => properties.id === wanted);
    if (!country) throw new Error(`${catalogEntry('borders').title}: it holds no ${wanted}.`);
    return country.geometry;
  };
  const others = countries.features
    .filter(({ properties }) => !isOfLine(properties.id))
    .map(({ properties, geometry }) => ({ country: properties.name, geometry }));
  return { afghanistan: outlineOf('AF'), pakistan: outlineOf('PK'), others };
}

/** The provinces that a zone can be limited to. */
export function zoneProvinces({ provinces }: Borders): ZoneProvince[] {
  return provinces.features.map(({ properties: { id, name, country }, geometry }) => {
    return { id, name, country: country === 'AF' ? 'AF' : 'PK', geometry };
  });
}
