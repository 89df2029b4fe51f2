import { newProposal, type Proposal } from '../../../src/lib/project/proposal';
import type { Workshop } from '../../../src/lib/project/workshop';

/** A project's zones as the app keeps them: one for each of these, the first one chosen. */
export function workshop(...given: Partial<Proposal>[]): Workshop {
  const proposals = given.map((one, i) =>
    newProposal({ id: `zone-${i + 1}`, name: `Zone ${i + 1}`, ...one })
  );
  return { proposals, chosen: proposals[0]?.id ?? null, base: null };
}
