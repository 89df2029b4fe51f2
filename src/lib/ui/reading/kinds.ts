import type { StatementKind } from '../../texts/schema';

/** How a text puts something; a fact stated is not thereby one. */
export const KIND_NAMES: Record<StatementKind, string> = {
  fact: 'fact stated',
  accusation: 'accusation',
  demand: 'demand',
  opinion: 'opinion'
};
