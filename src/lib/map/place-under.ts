import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';

const PICKABLE = /^(places|crossings|areas|districts|statements)-(mark|label|fill|chosen)$/;
const REACH_PX = 6;

/** The id of the place, crossing, area or statement drawn under the pointer, the topmost first. */
export function placeUnder(map: MapLibreMap, { point: { x, y } }: MapMouseEvent): string | null {
  const found = map.queryRenderedFeatures(
    [
      [x - REACH_PX, y - REACH_PX],
      [x + REACH_PX, y + REACH_PX]
    ],
    { layers: map.getLayersOrder().filter((id) => PICKABLE.test(id)) }
  );
  const id: unknown = found[0]?.properties.id;
  return typeof id === 'string' ? id : null;
}
