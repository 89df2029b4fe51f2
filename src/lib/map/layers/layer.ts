import type { FeatureCollection } from 'geojson';
import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapData } from '../data';
import type { Palette } from '../palette';

export const GROUPS = {
  texts: 'From the texts',
  incidents: 'Incidents',
  zone: 'Buffer zone',
  measure: 'Measurements',
  line: 'The line',
  base: 'Basemap'
} as const;
export type Group = keyof typeof GROUPS;

/**
 * Where a map layer stands in the stack, bottom to top. A layer of the list may draw in several
 * slots (its area low, its label high); within a slot the list's order holds. Pins are the marks that
 * no label may cover: MapLibre places what is on top first.
 */
export const SLOTS = ['ground', 'area', 'zone', 'line', 'mark', 'label', 'pin'] as const;
export type Slot = (typeof SLOTS)[number];

type Drawable = Exclude<LayerSpecification, { type: 'background' }>;

/** A MapLibre layer with the slot that it is drawn in. */
export type Drawn = LayerSpecification & { slot?: Slot };

/** One entry of a layer's legend: a swatch made from the named map layers, bottom to top. */
export interface LegendEntry {
  label: string;
  from: string[];
}

/** Something that can be toggled on the map. One file each, in the ordered list of ./index.ts. */
export interface MapLayer {
  id: string;
  title: string;
  group: Group;
  /** What a reader must know to read it rightly; one sentence. */
  note?: string;
  /** Ids of the geodata catalog whose source and licence stand beside the layer. */
  datasets: string[];
  /** Who vouches for it, when it does not come from the catalog. */
  credit?: string;
  shown: boolean;
  /** Whether the list of layers has it also while nothing is in it; yes if left out. */
  listedWhenEmpty?: boolean;
  /** The data without which it cannot be drawn. */
  needs: (keyof MapData)[];
  sourceOptions?: Omit<Partial<GeoJSONSourceSpecification>, 'type' | 'data'>;
  /** Its sources' data by source id, from data that holds all that it needs. */
  sources(data: MapData): Record<string, FeatureCollection>;
  sourceIds: string[];
  /** How many features a reader can count in it. */
  count(data: MapData): number;
  draw(palette: Palette): Drawn[];
  legend: LegendEntry[];
}

type Needed<K extends keyof MapData> = MapData & { [P in K]-?: NonNullable<MapData[P]> };

interface LayerDefinition<K extends keyof MapData> extends Omit<
  MapLayer,
  'needs' | 'sources' | 'count'
> {
  needs: K[];
  sources(data: Needed<K>): Record<string, FeatureCollection>;
  count(data: Needed<K>): number;
}

/** Types a layer's `sources` and `count` by what it needs; they are called only when that is there. */
export function defineLayer<K extends keyof MapData>(definition: LayerDefinition<K>): MapLayer {
  return definition as MapLayer;
}

/** A MapLibre layer together with its slot. */
export function at(slot: Slot, spec: Drawable): Drawn {
  if (spec.type !== 'fill') return { ...spec, slot } as Drawn;
  // The edge of each of our areas is a line of its own: no need to draw it once more to smooth it.
  return { ...spec, slot, paint: { 'fill-antialias': false, ...spec.paint } } as Drawn;
}
