import type { TableFacts } from '../../engine/incidents/protocol';
import type { MapLayer } from '../layers/layer';
import type { DrawnIncidents } from './drawn';
import { looks, swatchesOf } from './swatches';

/** The id under which the settings of layers know a table, and back. */
export const layerIdOf = (tableId: string) => `incidents:${tableId}`;
export const tableIdOf = (layerId: string) => /^incidents:(.+)$/.exec(layerId)?.[1] ?? null;

/** A table as the list of layers has it, with the legend of what is drawn of it at present. */
export function listedTable(facts: TableFacts, drawn: DrawnIncidents | null): MapLayer {
  const legend = [...swatchesOf(drawn), ...(drawn?.points ? looks : [])];
  return {
    id: layerIdOf(facts.id),
    title: facts.name,
    group: 'incidents',
    datasets: [],
    credit: `Your own file (${facts.format}); nothing of it leaves this machine`,
    shown: true,
    needs: [],
    sourceIds: [],
    sources: () => ({}),
    count: () => facts.rows,
    draw: (palette) => legend.flatMap(({ draw }) => draw(palette)),
    legend
  };
}
