import type { FeatureCollection, LineString, MultiPolygon } from 'geojson';
import type { Tick } from '../border/ticks';
import type { Borders } from '../geodata/borders';
import type { Districts } from '../geodata/districts';
import type { ScaledLine } from '../geodata/lines';
import type { Settlement } from '../geodata/settlements';
import type { World } from '../geodata/world';
import type { LonLat } from '../geodesy/position';
import type { Colour } from '../project/proposal';
import type { DrawnComparison } from '../engine/protocol';
import type { Library } from '../texts/library';
import type { Focus } from './focus';
import type { FlatFootprint } from '../zones/footprint';
import type { DrawnIncidents } from './incidents/drawn';
import type { DrawnRuledLine, DrawnTest } from './drawn-claims';

/** A proposal as the map draws it. */
export interface DrawnZone {
  id: string;
  name: string;
  colour: Colour;
  /** Whether it is the one at work: it stands out. */
  isChosen: boolean;
  footprint: FlatFootprint;
  /** Whether a hand moves it, and the footprint is only as fine as the screen. */
  isMoving: boolean;
  /** When it was asked for, on the page's clock. */
  askedMs: number;
}

/** A cross-section as the map draws it. */
export interface DrawnCut {
  /** From the Afghan end to the Pakistani one. */
  path: LonLat[];
  foot: LonLat;
  /** Where each side's width ends, the direction from there to the line, and the width in words. */
  ends: { at: LonLat; bearingDeg: number; label: string }[];
  /** Both widths together, in words. */
  total: string;
}

/** A leg of the ruler, with its length in words. */
export interface DrawnLeg {
  path: LonLat[];
  label: string;
}

/** The ruler's path as the map draws it. */
export interface DrawnRuler {
  vertices: readonly LonLat[];
  legs: DrawnLeg[];
  /** The outline, where the path is closed. */
  ring: LonLat[] | null;
  /** The leg that a click would add. */
  next: DrawnLeg | null;
}

/** A shape that the reader brought. */
export interface DrawnShape {
  id: string;
  name: string;
  polygons: MultiPolygon;
}

/** A place that may be what the reader looks for. */
export interface DrawnCandidate {
  id: string;
  name: string;
  at: LonLat;
  uncertaintyKm: number;
  /** Whether its position is known to satisfy all, may, or cannot. */
  lies: 'inside' | 'maybe' | 'outside';
  /** How far it is from where all holds. */
  words: string;
}

/** What the reader looks for, and what of it was kept. */
export interface DrawnFind {
  /** Where each condition alone is satisfied. */
  conditions: MultiPolygon[];
  /** Where all of them are. */
  locus: MultiPolygon | null;
  /** What the distance is told to, the nearest first. */
  candidates: DrawnCandidate[];
  kept: DrawnShape[];
}

/** An incident that the reader points at, or whose card is open. */
export interface PointedIncident {
  position: LonLat;
  /** The circle that it lies in; null where nothing tells. */
  radiusKm: number | null;
}

/** What a text says of a place, as a card on the map. */
export interface DrawnStatement {
  key: string;
  /** Id of the place or area. */
  of: string;
  /** Text, paragraph and kind. */
  head: string;
  says: string;
  /** Whether its paragraph was chosen. */
  isChosen: boolean;
}

/** All that the map may draw; what is missing has not arrived yet, or failed to. */
export interface MapData {
  /** The texts and places that there are. */
  library?: Library;
  /** What of their places is shown in full. */
  focus?: Focus;
  /** The places whose names another layer writes. */
  named?: readonly string[];
  /** The statements that stand beside them, the more important first. */
  statements?: readonly DrawnStatement[];
  line?: readonly LonLat[];
  scaledLines?: FeatureCollection<LineString, ScaledLine>;
  borders?: Borders;
  world?: World;
  settlements?: Settlement[];
  districts?: Districts;
  ticks?: Tick[];
  chosenZone?: DrawnZone | null;
  otherZones?: DrawnZone[];
  cut?: DrawnCut | null;
  ruler?: DrawnRuler | null;
  shapes?: DrawnShape[];
  /** A claim put to the test; null while none is shown. */
  claimTest?: DrawnTest | null;
  /** The line as the reader's ruler sees it; null while it is not shown. */
  ruledLine?: DrawnRuledLine | null;
  /** What differs between two zones; null while none are compared on the map. */
  comparison?: DrawnComparison | null;
  find?: DrawnFind;
  /** The reader's tables, the topmost last. */
  incidents?: DrawnIncidents[];
  pointedIncidents?: PointedIncident[];
}
