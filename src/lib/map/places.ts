import {
  area,
  bbox,
  booleanPointInPolygon,
  centerOfMass,
  flatten,
  pointOnFeature
} from '@turf/turf';
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

const RING_STEPS = 120;

/** An area's outline, as far as it has one and what it takes has arrived. */
function outlineOf({ shape }: Area, borders: Borders | undefined): Areal[] {
  if (shape.as === 'circle') return [feature(geodesicCircle(shape.at, shape.radiusKm, RING_STEPS))];
  if (shape.as === 'polygon') return [feature(shape.geometry)];
  if (shape.as !== 'provinces') return [];
  return (borders?.provinces.features ?? []).filter(({ properties }) =>
    shape.provinces.includes(properties.id)
  );
}

/** The outlines of the areas that have one. */
export function areaFeatures({ areas }: Library, borders: Borders): Areal[] {
  return areas.flatMap((area) =>
    outlineOf(area, borders).map(({ geometry }) => feature(geometry, { id: area.id }))
  );
}

/** Where each area's name stands: in the middle of its outline, or where its text puts it. */
export function areaLabels(
  { areas }: Library,
  borders: Borders
): { id: string; name: string; position: LonLat }[] {
  return areas.flatMap((area) => {
    const { id, name, shape } = area;
    if (shape.as === 'label' || shape.as === 'circle') return [{ id, name, position: shape.at }];
    const outline = outlineOf(area, borders);
    return outline.length === 0 ? [] : [{ id, name, position: middleOf(outline) }];
  });
}

/** The middle of an outline, or a position in it where that lies outside. */
function middleOf(outline: Areal[]): LonLat {
  // Of each polygon by itself: turf puts a hull around all that is more than one, vertex by vertex.
  const parts = flatten(collection(outline)).features.map((part) => ({
    weight: area(part),
    middle: centerOfMass(part).geometry.coordinates
  }));
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (axis: 0 | 1) =>
    parts.reduce((sum, { weight, middle }) => sum + weight * middle[axis], 0) / total;
  const middle: LonLat = [mean(0), mean(1)];
  if (outline.some((part) => booleanPointInPolygon(middle, part))) return middle;
  const [lon, lat] = pointOnFeature(outline[0]).geometry.coordinates;
  return [lon, lat];
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
  if (entry.type === 'area') return outlineOf(entry, data.borders);
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
