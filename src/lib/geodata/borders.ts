import { centerOfMass } from '@turf/turf';
import type {
  Feature,
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon
} from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject } from 'topojson-specification';
import type { CountryProperties, ProvinceProperties } from '../border/territory';
import type { LonLat } from '../geodesy/position';
import { catalogEntry } from './catalog';
import { readSharedTopology, type CheckedTopology } from './topology';

type Areas<P> = FeatureCollection<Polygon | MultiPolygon, P>;

export interface Borders {
  countries: Areas<CountryProperties>;
  provinces: Areas<ProvinceProperties>;
  /** Boundaries of the neighbours, by pair of countries, the Durand Line left out. */
  boundaries: FeatureCollection<LineString | MultiLineString, { pair: string; disputed: boolean }>;
  /** Boundaries between two provinces of one country. */
  provinceBoundaries: FeatureCollection<MultiLineString>;
  provinceLabels: FeatureCollection<Point, { name: string }>;
}

function collectionOf(topology: CheckedTopology, name: string, title: string) {
  const object = topology.objects[name];
  if (object?.type !== 'GeometryCollection') throw new Error(`${title} holds no “${name}”.`);
  return object as GeometryCollection;
}

/** The largest polygon's middle, or a point within it where the middle is outside. */
function labelPoint(
  area: Feature<Polygon | MultiPolygon, ProvinceProperties>
): Feature<Point, { name: string }> {
  const { geometry, properties } = centerOfMass(area, {
    properties: { name: area.properties.name }
  });
  return { type: 'Feature', geometry, properties: properties ?? { name: area.properties.name } };
}

/**
 * Countries, provinces and boundaries from their topology, whose arcs along the line are put in from
 * `line`. Throws when the file is not sound or belongs to another line.
 */
export function readBorders(raw: unknown, line: readonly LonLat[]): Borders {
  const { title } = catalogEntry('borders');
  const topology = readSharedTopology(raw, line, title);
  const decode = <T>(name: string): T =>
    feature(topology, collectionOf(topology, name, title)) as unknown as T;
  const provinces = decode<Borders['provinces']>('provinces');
  const country = (object: GeometryObject) =>
    (object.properties as ProvinceProperties | undefined)?.country;
  return {
    countries: decode('countries'),
    boundaries: decode('boundaries'),
    provinces,
    provinceBoundaries: {
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {},
          geometry: mesh(
            topology,
            collectionOf(topology, 'provinces', title),
            (a, b) => a !== b && country(a) === country(b)
          )
        }
      ]
    },
    provinceLabels: { type: 'FeatureCollection', features: provinces.features.map(labelPoint) }
  };
}
