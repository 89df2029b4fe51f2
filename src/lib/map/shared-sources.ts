import type { FeatureCollection } from 'geojson';
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { collection } from './features';

/**
 * Sources of neighbours in the stack, and what MapLibre has for them: one source. It cuts out the
 * tiles of each source anew, twice in every frame, which takes as long as filling the screen: a
 * quarter of a frame's time where software draws it. They must have the same options, and change
 * seldom, since all of them are sent anew when one does.
 */
const SHARED: Record<string, readonly string[]> = {
  basemap: ['land', 'both-countries', 'world-boundaries', 'boundaries', 'graticule', 'provinces'],
  'text-areas': ['areas', 'districts']
};
const SHARED_BY = new Map(
  Object.entries(SHARED).flatMap(([shared, ids]) => ids.map((id) => [id, shared] as const))
);
/** The property that tells which source a feature is of. */
const OF = 'of';

/** The source that MapLibre has for one of ours. */
export function sharedSource(id: string): string {
  return SHARED_BY.get(id) ?? id;
}

/** A map layer on the source that MapLibre has, showing what is of its own there. */
export function onSharedSource(spec: LayerSpecification): LayerSpecification {
  if (spec.type === 'background' || !SHARED_BY.has(spec.source)) return spec;
  const own: FilterSpecification = ['==', ['get', OF], spec.source];
  const filter = spec.filter ? ['all', own, spec.filter] : own;
  return { ...spec, source: sharedSource(spec.source), filter } as LayerSpecification;
}

/** What MapLibre's source holds when ours hold these. */
export function sharedFeatures(
  shared: string,
  given: ReadonlyMap<string, FeatureCollection>
): FeatureCollection {
  return collection(
    (SHARED[shared] ?? []).flatMap((id) =>
      (given.get(id)?.features ?? []).map((feature) => ({
        ...feature,
        properties: { ...feature.properties, [OF]: id }
      }))
    )
  );
}
