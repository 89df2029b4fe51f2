import type { MultiPolygon } from 'geojson';
import type { LonLat } from '../geodesy/position';

/** A claim put to the test, as the map draws it. */
export interface DrawnTest {
  /**
   * Where a stated length is met: from a place (`ring`), from the line (`band`), all of them at once
   * (`met`), or would be were the place elsewhere within its uncertainty (`may`); or an outline that a
   * place is said to lie in.
   */
  areas: { is: 'ring' | 'band' | 'met' | 'may' | 'outline'; polygons: MultiPolygon }[];
  /** The rings of uncertainty of what is measured. */
  discs: MultiPolygon;
  /** What is measured. */
  legs: LonLat[][];
  /** A candidate's label has its length in words on a second line. */
  points: { is: 'candidate' | 'from' | 'meeting'; at: LonLat; label: string }[];
}

/** The line as a ruler sees it. */
export interface DrawnRuledLine {
  path: LonLat[];
}
