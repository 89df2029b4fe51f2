import type { TableFacts } from '../../../../engine/incidents/protocol';
import type { Caption } from '../../../charts/save';
import type { Session } from '../../../session.svelte';
import { count } from '../words';

/** What a saved chart of a table says of itself: which table, how many of its rows, and its colours. */
export function captionOf({ incidents }: Session, facts: TableFacts, title: string): Caption {
  const passing = incidents.answerOf(facts.id)?.rows ?? facts.rows;
  const rows =
    passing === facts.rows ? count(passing) : `${count(passing)} of ${count(facts.rows)}`;
  return {
    text: `${facts.name}: ${title.charAt(0).toLowerCase()}${title.slice(1)} (${rows} incidents)`,
    key: [
      { label: 'Afghan side', color: '--zone-afghan' },
      { label: 'Pakistani side', color: '--zone-pakistan' }
    ]
  };
}
