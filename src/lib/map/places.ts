import { bbox, centerOfMass } from '@turf/turf';
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { Borders } from '../geodata/borders';
import type { Districts } from '../geodata/districts';
import { geodesicCircle } from '../geodesy/circle';
import type { LonLat } from '../geodesy/position';
import { crossings } from '../texts/gazetteer';
import type { Library } from '../texts/library';
import type { Area, Place } from '../texts/schema';
import type { MapData } from './data';
import { collection, feature } from './features';

type Areal = Feature<Polygon | MultiPolygon>;

function provincesOf(area: Area, borders: Borders): Areal[] {
  const { shape } = area;
  if (shape.as !== 'provinces') return [];
  return borders.provinces.features.filter(({ properties }) =>
    shape.provinces.includes(properties.id)
  );
}

/** The outlines of the areas that have one: the provinces that they name. */
export function areaFeatures({ areas }: Library, borders: Borders): Areal[] {
  return areas.flatMap((area) =>
    provincesOf(area, borders).map(({ geometry }) => feature(geometry, { id: area.id }))
  );
}

/** Where each area's name stands: in the middle of its outline, or where the gazetteer puts it. */
export function areaLabels(
  { areas }: Library,
  borders: Borders
): { id: string; name: string; position: LonLat }[] {
  return areas.flatMap((area) => {
    const { id, name, shape } = area;
    if (shape.as === 'label') return [{ id, name, position: shape.at }];
    const outline = provincesOf(area, borders);
    if (outline.length === 0) return [];
    const [lon, lat] = centerOfMass(collection(outline)).geometry.coordinates;
    return [{ id, name, position: [lon, lat] satisfies LonLat }];
  });
}

function districtOf(place: Place, districts: Districts): Areal[] {
  return districts.features
    .filter(({ properties }) => properties.id === place.district)
    .map(({ geometry }) => feature(geometry, { id: place.id }));
}

/** The schematic outlines of the districts that the texts name. */
export function districtFeatures({ places }: Library, districts: Districts): Areal[] {
  return places.flatMap((place) => districtOf(place, districts));
}

const RING_STEPS = 120;

function ring({ id, at, uncertaintyKm }: { id: string; at: LonLat; uncertaintyKm: number }): Areal {
  return feature(geodesicCircle(at, uncertaintyKm, RING_STEPS), { id, uncertaintyKm });
}

/** Countries stand for themselves and districts have an outline: neither has a ring. */
function hasRing(place: Place): boolean {
  return place.kind !== 'country' && place.kind !== 'district';
}

export function uncertaintyRings({ places }: Library): Areal[] {
  return [...places.filter(hasRing), ...crossings].map(ring);
}

/** How far the chosen place may reach: its district's outline, or its ring and its candidates'. */
function reachOf(place: Place, districts: Districts | undefined): Feature[] {
  if (!hasRing(place)) return districts ? districtOf(place, districts) : [];
  const candidates = (place.candidates ?? []).flatMap((candidate) => [
    ring({ ...candidate, id: place.id }),
    feature({ type: 'Point', coordinates: candidate.at }, { candidate: candidate.name })
  ]);
  return [ring(place), ...candidates];
}

function featuresOf(id: string, data: MapData): Feature[] {
  const entry = data.library?.byId(id);
  if (!entry) return [];
  if (entry.type === 'area') return data.borders ? provincesOf(entry, data.borders) : [];
  const reach = entry.type === 'place' ? reachOf(entry, data.districts) : [ring(entry)];
  return [...reach, feature({ type: 'Point', coordinates: entry.at }, { id: entry.id })];
}

/** What to highlight for these places, areas and crossings: points and how far they may reach. */
export function selectionFeatures(ids: readonly string[], data: MapData): FeatureCollection {
  return collection(ids.flatMap((id) => featuresOf(id, data)));
}

/** The box around what is highlighted for `ids`, or null when nothing of it is drawn. */
export function boundsOf(
  ids: readonly string[],
  data: MapData
): [number, number, number, number] | null {
  const features = selectionFeatures(ids, data);
  if (features.features.length === 0) return null;
  const [west, south, east, north] = bbox(features);
  return [west, south, east, north];
}
