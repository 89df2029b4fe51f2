import type { Asked, Paragraph } from './paragraphs';
import { STATEMENT_KINDS, type Annotation, type StatementKind } from './schema';

/** How a text puts something, or that its wording does not tell. */
export const KINDS = [...STATEMENT_KINDS, 'untold'] as const;
export type Kind = StatementKind | 'untold';

export const kindOf = ({ kind }: Annotation): Kind => kind ?? 'untold';

/** A demand that no statement of its paragraph tells already. */
function isToldElsewhere({ about }: Asked, { annotations }: Paragraph): boolean {
  return annotations.some(({ kind, of }) => kind === 'demand' && about.includes(of));
}

/** How many statements there are of each kind: those about a place or area, and demands beside them. */
export function countByKind(paragraphs: readonly Paragraph[]): Record<Kind, number> {
  const counts = { fact: 0, accusation: 0, demand: 0, opinion: 0, untold: 0 };
  for (const paragraph of paragraphs) {
    for (const statement of paragraph.annotations) counts[kindOf(statement)]++;
    counts.demand += paragraph.demands.filter((one) => !isToldElsewhere(one, paragraph)).length;
  }
  return counts;
}

/**
 * What paragraphs state of these kinds, and of nothing else: paragraphs that state nothing of them are
 * left out, and so are events and claims, which are of no kind. Everything if no kind is given.
 */
export function ofKinds(
  paragraphs: readonly Paragraph[],
  kinds: readonly Kind[]
): readonly Paragraph[] {
  if (kinds.length === 0) return paragraphs;
  return paragraphs.flatMap((paragraph) => {
    const annotations = paragraph.annotations.filter((one) => kinds.includes(kindOf(one)));
    const demands = kinds.includes('demand') ? paragraph.demands : [];
    if (annotations.length + demands.length === 0) return [];
    const placeIds = new Set([
      ...annotations.map(({ of }) => of),
      ...demands.flatMap(({ about }) => about)
    ]);
    return [
      { ...paragraph, annotations, demands, events: [], claims: [], placeIds: [...placeIds] }
    ];
  });
}
