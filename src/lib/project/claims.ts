import * as v from 'valibot';
import { LONGEST_RULER_KM, SHORTEST_RULER_KM } from '../border/length/length-curve';

/** The most that “about” may allow, and the longest road for a straight line. */
export const MOST_TOLERANCE = 1;
export const MOST_ROAD_FACTOR = 3;

/** How the reader tests the texts' claims, and with which ruler the line is measured. */
export const ClaimSettings = v.object({
  /** What “about” allows on either side, as a share. */
  tolerance: v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_TOLERANCE)),
  /** How many times as long as the straight line a road is taken to be. */
  roadFactor: v.pipe(v.number(), v.minValue(1), v.maxValue(MOST_ROAD_FACTOR)),
  /** Whether stated distances are read as straight lines or as distances by road. */
  reading: v.picklist(['straight', 'road']),
  ruler: v.object({
    method: v.picklist(['divider', 'simplify']),
    km: v.pipe(v.number(), v.minValue(SHORTEST_RULER_KM), v.maxValue(LONGEST_RULER_KM))
  })
});

export type ClaimSettings = v.InferOutput<typeof ClaimSettings>;

/** 1.4: see `ui/claims/words.ts` for where it is from. */
export function newClaimSettings(): ClaimSettings {
  return {
    tolerance: 0.1,
    roadFactor: 1.4,
    reading: 'straight',
    ruler: { method: 'divider', km: 1 }
  };
}
