import type { Feature, FeatureCollection } from 'geojson';

/** What is shown in full; all else that texts speak of is faded. */
export interface Focus {
  has(id: string): boolean;
}

/** Nothing is faded. */
export const EVERYTHING: Focus = { has: () => true };

/** The features, each marked `faded` when its id is not in focus. */
export function faded<F extends Feature>(features: readonly F[], focus: Focus): F[] {
  return features.map((one) => {
    const id: unknown = one.properties?.id;
    const isFaded = typeof id === 'string' && !focus.has(id);
    return { ...one, properties: { ...one.properties, faded: isFaded } };
  });
}

/** The same for a whole collection. */
export function fadedIn(collection: FeatureCollection, focus: Focus): FeatureCollection {
  return { ...collection, features: faded(collection.features, focus) };
}
