import type { Remote } from 'comlink';
import { latest } from '../../engine/latest';
import type { IncidentEngine } from '../../engine/incidents/protocol';
import type { Condition } from '../../incidents/filter';
import type { Axis, Summary } from '../../incidents/summary';
import type { Session } from '../session.svelte';
import { problemOf } from '../problem-of';

interface Asked {
  engine: Remote<IncidentEngine>;
  table: string;
  axis: Axis;
  /** Kinds of conditions that select on the map. */
  selecting: Condition['by'][];
  pointed: Condition | null;
  marked: number | null;
}

/** What is selected on the map, by box, lasso, stretch or zone, is told apart from all the rest. */
const SELECTING: readonly Condition['by'][] = ['rows', 'zone', 'chainage'];

/**
 * What a chart shows of the chosen table. Made in a component, and asked anew as the filter, a
 * selection or the pointer changes.
 */
export class AskedSummary {
  /** All bars that the chart has: under the filter, but for what selects on the map. */
  whole = $state.raw<Summary | null>(null);
  /** Under all of the filter: the numbers that are told, and saved. */
  counted = $state.raw<Summary | null>(null);
  /** What stands out: what another chart points at, or else what is selected; null for nothing. */
  strong = $state.raw<Summary | null>(null);
  /** The bars of the incident that the map points at, or whose card is open. */
  marked = $state.raw<Summary | null>(null);

  constructor(session: Session, axis: () => Axis | null, isOwn: (condition: Condition) => boolean) {
    const ask = latest(
      (asked: Asked) => answered(asked),
      (answer) => Object.assign(this, answer),
      (error) => {
        session.incidents.problem = problemOf(error);
      }
    );
    $effect(() => {
      const { engine, chosen, pointed } = session.incidents;
      const wanted = axis();
      if (!engine || !chosen || !wanted) return;
      void session.incidents.version(chosen.id);
      const filter = session.incidents.filterOf(chosen.id);
      ask({
        engine,
        table: chosen.id,
        axis: wanted,
        selecting: SELECTING.filter((by) =>
          filter.some((condition) => condition.by === by && !isOwn(condition))
        ),
        pointed: pointed && !isOwn(pointed) ? pointed : null,
        marked: session.pointing.marked
      });
    });
  }
}

async function answered({ engine, table, axis, selecting, pointed, marked }: Asked) {
  const summary = async (also: Condition[], without: Condition['by'][]) =>
    (await engine.summaries(table, [axis], also, without))[0];
  const counted = await summary([], []);
  const isSelected = selecting.length > 0;
  const strong = pointed ? await summary([pointed], []) : isSelected ? counted : null;
  return {
    counted,
    whole: isSelected ? await summary([], selecting) : counted,
    strong,
    marked:
      marked === null
        ? null
        : await summary([{ by: 'rows', rows: Uint32Array.of(marked) }], selecting)
  };
}
