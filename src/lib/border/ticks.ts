import type { LonLat } from '../geodesy/position';
import type { Border } from './border';

/** A mark on the line at a round chainage. */
export interface Tick {
  chainageKm: number;
  position: LonLat;
  /** Direction of the line there, degrees clockwise from north. */
  bearingDeg: number;
  /** The roundest step, in km, that the chainage is a multiple of. */
  step: 100 | 50 | 10;
}

function roundestStep(chainageKm: number): Tick['step'] {
  if (chainageKm % 100 === 0) return 100;
  return chainageKm % 50 === 0 ? 50 : 10;
}

/** Ticks every 10 km along the whole line, from its south-western end. */
export function ticks(border: Border): Tick[] {
  const marks: Tick[] = [];
  for (let chainageKm = 0; chainageKm <= border.lengthKm; chainageKm += 10) {
    marks.push({
      chainageKm,
      position: border.positionAt(chainageKm),
      bearingDeg: border.bearingAt(chainageKm),
      step: roundestStep(chainageKm)
    });
  }
  return marks;
}
