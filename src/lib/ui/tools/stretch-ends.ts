import type { Proposal } from '../../project/proposal';
import type { Stretch } from '../../zones/zone';
import type { Limits } from './snap';

/** A stretch shorter than this is a slip of the hand. */
export const LEAST_STRETCH_KM = 0.1;

/** One end of one of a proposal's stretches. */
export interface StretchEnd {
  /** Of the stretch, in the proposal's order. */
  index: number;
  limit: keyof Stretch;
  chainageKm: number;
}

/** The stretches that a proposal covers on the line; the whole line is one. */
function stretches({ stretches }: Proposal, lengthKm: number): Stretch[] {
  if (stretches.length === 0) return [{ fromKm: 0, toKm: lengthKm }];
  return stretches.map(({ fromKm, toKm }) => ({
    fromKm: Math.min(fromKm, lengthKm),
    toKm: Math.min(toKm, lengthKm)
  }));
}

/** Both ends of every stretch; of the whole line where the proposal is not limited. */
export function stretchEnds(proposal: Proposal, lengthKm: number): StretchEnd[] {
  return stretches(proposal, lengthKm).flatMap(({ fromKm, toKm }, index) => [
    { index, limit: 'fromKm' as const, chainageKm: fromKm },
    { index, limit: 'toKm' as const, chainageKm: toKm }
  ]);
}

/** Between which chainages an end may move: its own stretch's other end and the next stretch. */
export function endLimits(
  proposal: Proposal,
  { index, limit }: StretchEnd,
  lengthKm: number
): Limits {
  const all = stretches(proposal, lengthKm);
  const own = all[index];
  if (limit === 'fromKm') {
    const before = all.map(({ toKm }) => toKm).filter((km) => km <= own.fromKm);
    const highKm = Math.max(own.fromKm, own.toKm - LEAST_STRETCH_KM);
    return { lowKm: Math.max(0, ...before), highKm };
  }
  const after = all.map(({ fromKm }) => fromKm).filter((km) => km >= own.toKm);
  const lowKm = Math.min(own.toKm, own.fromKm + LEAST_STRETCH_KM);
  return { lowKm, highKm: Math.min(lengthKm, ...after) };
}

/**
 * Moves an end to a chainage, which must lie within its limits. A lone stretch that has come to
 * cover the whole line is no limit any more.
 */
export function setEnd(
  proposal: Proposal,
  { index, limit }: StretchEnd,
  chainageKm: number,
  lengthKm: number
): void {
  const all = stretches(proposal, lengthKm);
  all[index][limit] = chainageKm;
  const isWhole = all.length === 1 && all[0].fromKm <= 0 && all[0].toKm >= lengthKm;
  proposal.stretches = isWhole ? [] : all;
}

/** “Beginning of stretch 2”, or “Beginning of the zone” where there is but one. */
export function endName(proposal: Proposal, { index, limit }: StretchEnd): string {
  const end = limit === 'fromKm' ? 'Beginning' : 'End';
  return `${end} of ${proposal.stretches.length > 1 ? `stretch ${index + 1}` : 'the zone'}`;
}
