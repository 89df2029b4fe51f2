import type { CutSide } from '../../zones/cross-section';
import { length } from '../format';
import { cutLength } from './cut-features';

/**
 * What must be known to read the width of one side of a cut: that there is none, or that the cut
 * ends nearer to another part of the line. Null where the width speaks for itself.
 */
export function cutWords({ widthKm, ownKm, stationWidth }: CutSide, atKm: number): string | null {
  if (widthKm === 0) return 'It does not reach the line here.';
  if (stationWidth?.chainageKm === atKm) return null;
  const beyond = `Beyond ${cutLength(ownKm)} this cut is nearer to another part of the line`;
  return stationWidth
    ? `${beyond}: it ends where the width belongs to chainage ${length(stationWidth.chainageKm, 1)}, and is ${cutLength(stationWidth.km)}.`
    : `${beyond}, so that its length is no width.`;
}
