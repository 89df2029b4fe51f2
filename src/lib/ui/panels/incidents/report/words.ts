import type { TableFacts } from '../../../../engine/incidents/protocol';
import type { Decision, Suspicion } from '../../../../incidents/report';

export type Report = TableFacts['report'];

const number = (value: number) => value.toLocaleString('en');

/** What became of a file's rows, in a sentence. */
export function importedWords({
  read,
  imported,
  repaired,
  refusedCount,
  suspects
}: Report): string {
  const mended = repaired.reduce((sum, { rows }) => sum + rows, 0);
  const kept = suspects.filter(({ decided, byReader }) => decided === 'keep' && !byReader);
  const doubtful = kept.reduce((sum, { rows }) => sum + rows, 0);
  const parts = [
    `${number(imported)} of ${number(read)} rows imported`,
    ...(mended > 0 ? [`${number(mended)} mended`] : []),
    ...(refusedCount > 0 ? [`${number(refusedCount)} refused`] : []),
    ...(doubtful > 0 ? [`${number(doubtful)} kept though they look wrong`] : [])
  ];
  return `${parts.join(', ')}.`;
}

export const SUSPICION_WORDS: Record<Suspicion, { title: string; why: string }> = {
  swapped: {
    title: 'Latitude and longitude seem swapped',
    why: 'Swapped, they lie near the other incidents; as they stand, far away.'
  },
  zero: {
    title: 'Position with a zero',
    why: 'A latitude or longitude of exactly 0 mostly stands for “not known”.'
  },
  centroid: {
    title: 'At the middle of a country',
    why: 'Geocoders give a country’s middle for what they did not find.'
  },
  duplicate: {
    title: 'Repeats another row',
    why: 'The same id, or the same date, place and text, as a row before it.'
  },
  'odd-date': {
    title: 'Date out of range',
    why: 'Before 1800, or in the future.'
  }
};

/** What a decision does to the rows of a kind. */
export function decisionWords(suspicion: Suspicion, decision: Decision): string {
  if (decision === 'keep') return 'Keep as they are';
  if (decision === 'drop') return 'Leave out';
  return {
    swapped: 'Swap back',
    zero: 'Take the position away',
    centroid: 'Count as not placed',
    duplicate: 'Merge',
    'odd-date': 'Take the date away'
  }[suspicion];
}
