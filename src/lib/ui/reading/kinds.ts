import type { Kind } from '../../texts/kinds';

/** How a text puts something; a fact stated is not thereby one. */
export const KIND_NAMES: Record<Kind, string> = {
  fact: 'fact stated',
  accusation: 'accusation',
  demand: 'demand',
  opinion: 'opinion',
  untold: 'not told how'
};

/** The same for several of them: “accusations and demands”. */
const MANY: Record<Kind, string> = {
  fact: 'facts stated',
  accusation: 'accusations',
  demand: 'demands',
  opinion: 'opinions',
  untold: 'statements whose kind the wording does not tell'
};

/** What a filter leaves, in words: “Only accusations and demands: 14 of 48 statements”. */
export function filterWords(kinds: readonly Kind[], counts: Record<Kind, number>): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (kinds.length === 0) return `All ${total} statements`;
  const left = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  const names = kinds.map((kind) => MANY[kind]);
  const listed = [names.slice(0, -1).join(', '), names.at(-1) ?? ''].filter(Boolean).join(' and ');
  return `Only ${listed}: ${left} of ${total} statements`;
}
