import type { Remote } from 'comlink';
import { latest } from '../../engine/latest';
import type { IncidentEngine, TableFacts } from '../../engine/incidents/protocol';
import type { Summary, ZoneCount } from '../../incidents/summary';
import type { Session } from '../session.svelte';
import { problemOf } from '../problem-of';

/** What of a table lies in a zone. */
export interface InZone {
  count: ZoneCount;
  before?: ZoneCount;
  from?: ZoneCount;
  /** How many of each type, the most frequent first. */
  types: { label: string; incidents: number }[];
}

export interface TableInZones {
  table: TableFacts;
  splitDay: number | null;
  /** By the proposal's id. */
  zones: Record<string, InZone>;
}

interface Asked {
  engine: Remote<IncidentEngine>;
  table: TableFacts;
  splitDay: number | null;
}

const MOST_TYPES = 8;

const typesIn = ({ bins }: Summary) =>
  bins.map(({ label, afghan, pakistan, neither }) => ({
    label,
    incidents: afghan + pakistan + neither
  }));

/**
 * What of the table at work lies in each zone, under its filter. Made in a component, and asked anew
 * as the filter or a zone changes.
 */
export class ZoneCounts {
  answer = $state.raw<TableInZones | null>(null);

  constructor(session: Session, splitDay: () => number | null) {
    const ask = latest(
      (asked: Asked) => this.#count(asked),
      (answer) => (this.answer = answer),
      (error) => {
        session.incidents.problem = problemOf(error);
      }
    );
    $effect(() => {
      const { engine, chosen } = session.incidents;
      if (!chosen) this.answer = null;
      if (!engine || !chosen) return;
      void session.incidents.version(chosen.id);
      ask({ engine, table: chosen, splitDay: splitDay() });
    });
  }

  async #count({ engine, table, splitDay }: Asked): Promise<TableInZones> {
    const counts = await engine.zoneCounts(table.id, splitDay);
    const zones: Record<string, InZone> = {};
    for (const { proposal, ...rest } of counts) {
      const types = await this.#types(engine, table, proposal);
      zones[proposal] = { ...rest, types };
    }
    return { table, splitDay, zones };
  }

  async #types(engine: Remote<IncidentEngine>, { id, roles }: TableFacts, proposal: string) {
    if (roles.type === undefined) return [];
    const axis = { of: 'values', column: roles.type, most: MOST_TYPES } as const;
    const [summary] = await engine.summaries(id, [axis], [{ by: 'zone', proposal }]);
    return typesIn(summary);
  }
}
