import { area, centerOfMass, polygon } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryObject } from 'topojson-specification';
import { catalogEntry } from './catalog';
import { readTopology, type CheckedTopology } from './topology';

type Country = Feature<Polygon | MultiPolygon, { name: string }>;

export interface World {
  land: FeatureCollection;
  /** Boundaries between the countries outside the region that `Borders` covers. */
  boundaries: FeatureCollection;
  countryCount: number;
  /** Where each country's name stands; rank 1 is the largest. */
  labels: FeatureCollection<Point, { name: string; rank: number }>;
}

function decode(topology: CheckedTopology, name: string, title: string): FeatureCollection {
  const object: GeometryObject | undefined = topology.objects[name];
  if (!object) throw new Error(`${title}: the file holds no “${name}”.`);
  const decoded = feature(topology, object) as Feature | FeatureCollection;
  return decoded.type === 'Feature' ? { type: 'FeatureCollection', features: [decoded] } : decoded;
}

/** The polygon that carries a country's name, and its area in m². */
function largestPart({ geometry }: Country): { part: Feature<Polygon>; areaM2: number } {
  const rings = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return rings
    .map((coordinates) => polygon(coordinates))
    .map((part) => ({ part, areaM2: area(part) }))
    .reduce((a, b) => (b.areaM2 > a.areaM2 ? b : a));
}

/** Leased and disputed areas without a country code of their own get no label. */
function labels(countries: Country[]): World['labels'] {
  const bySize = countries
    .filter(({ id }) => id !== undefined)
    .map((country) => ({ ...largestPart(country), name: country.properties.name }))
    .sort((a, b) => b.areaM2 - a.areaM2);
  return {
    type: 'FeatureCollection',
    features: bySize.map(({ part, name }, i) => ({
      ...centerOfMass(part),
      properties: { name, rank: i + 1 }
    }))
  };
}

/** The world for orientation, from its topology; throws when the file is not sound. */
export function readWorld(raw: unknown): World {
  const { title } = catalogEntry('world');
  const topology = readTopology(raw, title);
  const countries = decode(topology, 'countries', title).features as Country[];
  return {
    land: decode(topology, 'land', title),
    boundaries: decode(topology, 'boundaries', title),
    countryCount: countries.length,
    labels: labels(countries)
  };
}
