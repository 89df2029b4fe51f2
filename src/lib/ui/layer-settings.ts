import type { TableFacts } from '../engine/incidents/protocol';
import { layerIdOf } from '../map/incidents/listed';
import { mapLayers } from '../map/layers';
import type { LayerSettings } from '../map/style';
import type { LayerState } from '../project/document';

/** What holds for each layer: what the reader set of it, else its own default. */
export function layerSettings(
  set: Partial<Record<string, LayerState>>,
  tables: readonly TableFacts[],
  isTableShown: (id: string) => boolean
): LayerSettings {
  const own = mapLayers.map(({ id, shown }) => ({ id, shown: set[id]?.shown ?? shown }));
  const ofTables = tables.map(({ id }) => ({ id: layerIdOf(id), shown: isTableShown(id) }));
  return Object.fromEntries(
    [...own, ...ofTables].map(({ id, shown }) => [id, { shown, opacity: set[id]?.opacity ?? 1 }])
  );
}
