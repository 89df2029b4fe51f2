import { latest } from '../../engine/latest';
import type { DistanceCurve } from '../../incidents/summary';
import type { Session } from '../session.svelte';
import { problemOf } from '../problem-of';

/** How many incidents of the chosen table lie within each distance of the line, under its filter. */
export class AskedCurve {
  answer = $state.raw<DistanceCurve | null>(null);

  constructor(session: Session, of: 'known' | 'all') {
    const ask = latest(
      (task: () => Promise<DistanceCurve>) => task(),
      (curve) => (this.answer = curve),
      (error) => {
        session.incidents.problem = problemOf(error);
      }
    );
    $effect(() => {
      const { engine, chosen } = session.incidents;
      if (!engine || !chosen) return;
      void session.incidents.version(chosen.id);
      ask(() => engine.distances(chosen.id, of));
    });
  }
}
