import * as v from 'valibot';
import type { WidthsAt } from '../zones/zone';
import { COLOURS, newProposal, ProposalSchema, type Colour, type Proposal } from './proposal';

/** The proposals of a project, in the reader's order, the one at work and the one compared with. */
export interface Workshop {
  proposals: Proposal[];
  /** Id of the proposal that fields and handles change; null when there is none. */
  chosen: string | null;
  /** Id of the proposal that the others are compared with; null for the first. */
  base: string | null;
}

export const MOST_PROPOSALS = 50;

export function newWorkshop(): Workshop {
  const first = newProposal({ id: 'zone-1', name: 'Zone 1' });
  return { proposals: [first], chosen: first.id, base: null };
}

const Outer = v.object({
  proposals: v.array(v.unknown()),
  chosen: v.nullable(v.string()),
  base: v.nullable(v.string())
});

/**
 * Reads a kept workshop proposal by proposal: one that is not sound is left out and told in
 * `problems`, the others stay. Null when nothing of it can be read.
 */
export function readWorkshop(raw: unknown): { workshop: Workshop; problems: string[] } | null {
  const outer = v.safeParse(Outer, raw);
  if (!outer.success) return null;
  const problems: string[] = [];
  const proposals: Proposal[] = [];
  outer.output.proposals.forEach((one, i) => {
    const read = v.safeParse(ProposalSchema, one);
    if (!read.success) {
      const [issue] = read.issues;
      const where = v.getDotPath(issue) ?? 'its top level';
      problems.push(`Zone ${i + 1} was not sound at ${where} (${issue.message}) and is left out.`);
    } else if (proposals.some(({ id }) => id === read.output.id)) {
      proposals.push({ ...read.output, id: nextId(proposals) });
    } else proposals.push(read.output);
  });
  const known = (id: string | null) => proposals.some((one) => one.id === id);
  const { chosen, base } = outer.output;
  return {
    workshop: {
      proposals,
      chosen: known(chosen) ? chosen : (proposals[0]?.id ?? null),
      base: known(base) ? base : null
    },
    problems
  };
}

function nextId(proposals: readonly Proposal[]): string {
  let n = proposals.length + 1;
  while (proposals.some(({ id }) => id === `zone-${n}`)) n++;
  return `zone-${n}`;
}

function nextColour(proposals: readonly Proposal[]): Colour {
  const uses = (colour: Colour) => proposals.filter((one) => one.colour === colour).length;
  return COLOURS.reduce((a, b) => (uses(b) < uses(a) ? b : a));
}

/** A name that no other proposal has: “Zone 3”, or the wish with a number after it. */
function freeName(proposals: readonly Proposal[], wish: string | null): string {
  const taken = (name: string) => proposals.some((one) => one.name === name);
  if (wish !== null && !taken(wish)) return wish;
  const stem = wish ?? 'Zone';
  let n = wish === null ? proposals.length + 1 : 2;
  while (taken(`${stem} ${n}`)) n++;
  return `${stem} ${n}`;
}

/** The proposal with this id; undefined when there is none. */
export function proposalById({ proposals }: Workshop, id: string | null): Proposal | undefined {
  return proposals.find((one) => one.id === id);
}

/** The proposal that the others are compared with: the chosen base, or the first. */
export function baseOf(workshop: Workshop): Proposal | undefined {
  return proposalById(workshop, workshop.base) ?? workshop.proposals[0];
}

/** Adds a proposal at the end and chooses it. Gives it, or null when there are too many. */
export function addProposal(workshop: Workshop, given: Partial<Proposal> = {}): Proposal | null {
  const { proposals } = workshop;
  if (proposals.length >= MOST_PROPOSALS) return null;
  const added = newProposal({
    colour: nextColour(proposals),
    ...given,
    id: nextId(proposals),
    name: freeName(proposals, given.name ?? null)
  });
  proposals.push(added);
  workshop.chosen = added.id;
  return added;
}

/** Adds a copy right after the proposal and chooses the copy. */
export function duplicateProposal(workshop: Workshop, id: string): Proposal | null {
  const { proposals } = workshop;
  const at = proposals.findIndex((one) => one.id === id);
  if (at < 0 || proposals.length >= MOST_PROPOSALS) return null;
  const original = proposals[at];
  const copy: Proposal = {
    ...(JSON.parse(JSON.stringify(original)) as Proposal),
    id: nextId(proposals),
    name: freeName(proposals, `${original.name} copy`),
    colour: nextColour(proposals)
  };
  proposals.splice(at + 1, 0, copy);
  workshop.chosen = copy.id;
  return copy;
}

/** Takes a proposal away; its neighbour in the list is chosen in its place. */
export function removeProposal(workshop: Workshop, id: string): void {
  const { proposals } = workshop;
  const at = proposals.findIndex((one) => one.id === id);
  if (at < 0) return;
  proposals.splice(at, 1);
  if (workshop.base === id) workshop.base = null;
  if (workshop.chosen === id) {
    workshop.chosen = proposals[Math.min(at, proposals.length - 1)]?.id ?? null;
  }
}

/** Moves a proposal up (negative) or down the list, as far as it goes. */
export function moveProposal({ proposals }: Workshop, id: string, steps: number): void {
  const at = proposals.findIndex((one) => one.id === id);
  if (at < 0) return;
  const to = Math.max(0, Math.min(proposals.length - 1, at + steps));
  proposals.splice(to, 0, ...proposals.splice(at, 1));
}

export type WidthKey = 'afghanKm' | 'pakistanKm';

/** Sets one side's width; the other's too where they are linked. */
export function setWidth(proposal: Proposal, side: WidthKey, widthKm: number): void {
  proposal[side] = widthKm;
  if (proposal.linked) proposal.afghanKm = proposal.pakistanKm = widthKm;
}

/** Links both widths, the Afghan side's taken for both, or parts them. */
export function setLinked(proposal: Proposal, linked: boolean): void {
  proposal.linked = linked;
  if (!linked) return;
  proposal.pakistanKm = proposal.afghanKm;
  proposal.profile?.forEach((point) => (point.pakistanKm = point.afghanKm));
}

/** Lets the widths vary along the line, from what they are at both its ends, or makes them even. */
export function setVaries(proposal: Proposal, varies: boolean, lengthKm: number): void {
  const { afghanKm, pakistanKm } = proposal;
  const at = (chainageKm: number): WidthsAt => ({ chainageKm, afghanKm, pakistanKm });
  proposal.profile = varies ? [at(0), at(lengthKm / 2), at(lengthKm)] : null;
}
