import type { FeatureCollection, LineString } from 'geojson';
import type { Tick } from '../border/ticks';
import type { Borders } from '../geodata/borders';
import type { Districts } from '../geodata/districts';
import type { ScaledLine } from '../geodata/lines';
import type { Settlement } from '../geodata/settlements';
import type { World } from '../geodata/world';
import type { LonLat } from '../geodesy/position';
import type { Colour } from '../project/proposal';
import type { DrawnComparison } from '../engine/protocol';
import type { Footprint } from '../zones/footprint';

/** A proposal as the map draws it. */
export interface DrawnZone {
  id: string;
  name: string;
  colour: Colour;
  /** Whether it is the one at work: it stands out. */
  isChosen: boolean;
  footprint: Footprint;
  /** When it was asked for, on the page's clock. */
  askedMs: number;
}

/** All that the map may draw; what is missing has not arrived yet, or failed to. */
export interface MapData {
  line?: readonly LonLat[];
  scaledLines?: FeatureCollection<LineString, ScaledLine>;
  borders?: Borders;
  world?: World;
  settlements?: Settlement[];
  districts?: Districts;
  ticks?: Tick[];
  chosenZone?: DrawnZone | null;
  otherZones?: DrawnZone[];
  /** What differs between two zones; null while none are compared on the map. */
  comparison?: DrawnComparison | null;
}
