import type { Remote } from 'comlink';
import { latest } from '../../engine/latest';
import type { IncidentEngine } from '../../engine/incidents/protocol';
import type { Condition } from '../../incidents/filter';
import type { Axis, Summary } from '../../incidents/summary';
import type { Session } from '../session.svelte';

interface Asked {
  engine: Remote<IncidentEngine>;
  table: string;
  axis: Axis;
  pointed: Condition | null;
}

/**
 * What a chart shows of the chosen table: its bars under the filter, and of them the part that the
 * pointer stands for in another chart. Made in a component, and asked anew as either changes.
 */
export class AskedSummary {
  whole = $state.raw<Summary | null>(null);
  strong = $state.raw<Summary | null>(null);

  constructor(session: Session, axis: () => Axis | null, isOwn: (condition: Condition) => boolean) {
    const ask = latest(
      async ({ engine, table, axis, pointed }: Asked) => [
        await engine.summaries(table, [axis]),
        pointed ? await engine.summaries(table, [axis], [pointed]) : []
      ],
      ([[whole], strong]) => {
        this.whole = whole;
        this.strong = strong.at(0) ?? null;
      },
      (error) => {
        session.incidents.problem = error instanceof Error ? error.message : String(error);
      }
    );
    $effect(() => {
      const { engine, chosen, pointed } = session.incidents;
      const wanted = axis();
      if (!engine || !chosen || !wanted) return;
      void session.incidents.version(chosen.id);
      const others = pointed && !isOwn(pointed) ? pointed : null;
      ask({ engine, table: chosen.id, axis: wanted, pointed: others });
    });
  }
}
