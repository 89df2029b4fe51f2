import type { Position } from 'geojson';

/** A part as a format's reader gives it. */
export interface RawPart {
  name: string | undefined;
  polygons: Position[][][];
}

/** A file as a format's reader gives it. */
export interface RawFile {
  name: string | undefined;
  parts: RawPart[];
  /** How many points and lines there were. */
  leftOut: number;
  notes: string[];
}
