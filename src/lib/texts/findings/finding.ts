import type { IntervalKm, OffsetsOverDisc } from '../../border/offset-over-disc';
import type { RulersFor } from '../../border/length/length-curve';
import type { LonLat } from '../../geodesy/position';
import type { ParagraphRef } from '../paragraphs';
import type { MeasureOf } from '../measure-schema';

/** Where a place may lie: one of its candidates, or the position that is drawn for it. */
export interface Spot {
  /** The candidate's name; null for the position that is drawn. */
  candidate: string | null;
  at: LonLat;
  uncertaintyKm: number;
}

/** What a length between a place and something else is, for one spot. */
export interface Reading extends Spot {
  /** From the spot's middle. */
  middleKm: number;
  /** All that it may be while the positions lie anywhere within their uncertainty. */
  range: IntervalKm;
}

/** The line as one map draws it. */
export interface LineVersion {
  id: string;
  title: string;
}

/** Readings against the line as other maps draw it. */
export type ByLine<T> = (LineVersion & T)[];

/** A position where all the lengths of several claims are met exactly, and how far it is. */
export interface Meeting {
  at: LonLat;
  /** From each spot's middle, in their order. */
  fromSpotsKm: number[];
}

/** How much of a place's outline lies in each province; the id is null for what lies in none. */
export interface ProvinceShares {
  placeId: string;
  name: string;
  shares: { id: string | null; name: string; share: number }[];
}

/** What was measured to test a claim; the verdict follows from it (see `verdict.ts`). */
export type Measured =
  | {
      of: 'length';
      measure: MeasureOf<'length'>;
      lengths: ByLine<{ lengthKm: number }>;
      rulers: RulersFor;
    }
  | {
      of: 'distance';
      measure: MeasureOf<'distance'>;
      /** What the distance is measured from. */
      from: { id: string; name: string; at: LonLat; uncertaintyKm: number };
      readings: Reading[];
    }
  | {
      of: 'offset';
      measure: MeasureOf<'offset'>;
      readings: (Reading & { offsets: OffsetsOverDisc })[];
      others: ByLine<{ readings: Reading[] }>;
    }
  | {
      of: 'together';
      measure: MeasureOf<'together'>;
      /** What each of the claims measured, in their order. */
      parts: Extract<Measured, { of: 'distance' | 'offset' }>[];
      spots: Spot[];
      meetings: Meeting[];
      others: ByLine<{ meetings: Meeting[] }>;
    }
  | {
      of: 'district';
      measure: MeasureOf<'district'>;
      districtName: string;
      /** How far inside the outline each spot is; negative outside. */
      readings: Reading[];
      /** How far the schematic outline itself may be off. */
      outlineErrorKm: number;
    }
  | { of: 'provinces'; measure: MeasureOf<'provinces'>; places: ProvinceShares[] }
  | { of: 'share'; measure: MeasureOf<'share'>; share: number };

/** A claim of a text and what was measured of it. */
export interface Finding extends ParagraphRef {
  id: string;
  /** What the text states, and how that is tested. */
  states: string;
  test: string;
  context: string | null;
  /** The place that it is about, where it is about one. */
  placeName: string | null;
  /** Null where the claim has nothing that can be measured. */
  measured: Measured | null;
}
