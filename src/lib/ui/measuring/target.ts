import type { Target } from '../../engine/protocol';
import { zoneOf, type Proposal } from '../../project/proposal';
import type { Shape } from '../../project/shapes';
import type { Stretch } from '../../zones/zone';

/** Something that can be cut across: one of the reader's zones or shapes. */
export type Measurable =
  | { kind: 'zone'; id: string; name: string; proposal: Proposal }
  | { kind: 'shape'; id: string; name: string; shape: Shape };

export function measurables(
  proposals: readonly Proposal[],
  shapes: readonly Shape[],
  chosen: string | null
): Measurable[] {
  return [
    ...proposals
      .filter(({ id, shown }) => shown || id === chosen)
      .map((proposal): Measurable => {
        const { id, name } = proposal;
        return { kind: 'zone', id, name: name || 'Zone without a name', proposal };
      }),
    ...shapes.map((shape): Measurable => {
      const { id, name } = shape;
      return { kind: 'shape', id, name, shape };
    })
  ];
}

/** What the engine is asked to cut. */
export function targetOf(measured: Measurable, gapKm: number, lengthKm: number): Target {
  return measured.kind === 'zone'
    ? { zone: zoneOf(measured.proposal, lengthKm) }
    : { shape: measured.id, gapKm };
}

/** Where on the line there is something to cut: a zone's stretches; for a shape, all of the line. */
export function stretchesOf(measured: Measurable, lengthKm: number): Stretch[] {
  const whole = [{ fromKm: 0, toKm: lengthKm }];
  if (measured.kind === 'shape') return whole;
  const { stretches = [] } = zoneOf(measured.proposal, lengthKm);
  if (stretches.length === 0) return whole;
  return joined(stretches);
}

/** Stretches in order, those that overlap or touch as one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const all: Stretch[] = [];
  for (const { fromKm, toKm } of [...stretches].sort((a, b) => a.fromKm - b.fromKm)) {
    const last = all.at(-1);
    if (last && fromKm <= last.toKm) last.toKm = Math.max(last.toKm, toKm);
    else all.push({ fromKm, toKm });
  }
  return all;
}

/** The steps to choose from, in km, and how many rows are enough for a chart. */
export const STEPS_KM = [0.1, 0.2, 0.5, 1, 2, 5, 10] as const;
const MOST_ROWS = 3000;

/** The finest step that does not make more rows than a chart can show. */
export function autoStepKm(stretches: readonly Stretch[]): number {
  const totalKm = stretches.reduce((sum, { fromKm, toKm }) => sum + toKm - fromKm, 0);
  return STEPS_KM.find((step) => totalKm / step <= MOST_ROWS) ?? 10;
}
