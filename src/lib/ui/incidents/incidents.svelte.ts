import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { proxy, type Remote } from 'comlink';
import type { LonLat } from '../../geodesy/position';
import { askToKeep, startIncidentEngine, type IncidentClient } from '../../engine/incidents/client';
import { latest } from '../../engine/latest';
import type {
  FilterAnswer,
  IncidentEngine,
  Progress,
  TableFacts
} from '../../engine/incidents/protocol';
import type { Condition, Filter } from '../../incidents/filter';
import type { Decision, Suspicion } from '../../incidents/report';
import {
  isKept,
  newTableSettings,
  type TableSettings,
  type TableStyle
} from '../../project/incidents';
import { zoneOf } from '../../project/proposal';
import type { Session } from '../session.svelte';
import { until } from '../until';
import { Importing } from './importing.svelte';
import { territoryNames } from './territory-names';
import { problemOf } from '../problem-of';

const UNDO_MS = 12_000;
/** A zone that changes with the hand is told to the engine once the hand rests so long. */
const REST_MS = 200;

/**
 * The reader's event tables. Their rows are in an engine of their own, which is started when it is
 * first needed; here is what the page knows of them, the filter that each stands under, and what
 * was answered. Whoever shows rows of a table asks anew when `version` tells another number.
 */
export class Incidents {
  tables = $state.raw<TableFacts[]>([]);
  /** The engine once it knows the line, the borders and the kept tables. */
  engine = $state.raw<Remote<IncidentEngine> | null>(null);
  /** Why something could not be done, or null. */
  problem = $state<string | null>(null);
  /** What the reader must know of the tables that were kept. */
  storeProblems = $state.raw<string[]>([]);
  /** Taken off the list just now, and not yet for good. */
  removed = $state.raw<TableFacts | null>(null);
  /** What the pointer or the focus is on in a chart: the map and the other charts tell it apart. */
  pointed = $state.raw<Condition | null>(null);
  /** The chosen table's rows that `pointed` stands for. */
  pointedRows = $state.raw<Uint32Array | null>(null);
  /** The incident of the chosen table whose card is open. */
  opened = $state<number | null>(null);

  /** How many bytes this browser lets the page keep in all; null where it does not say. */
  roomBytes = $state<number | null>(null);
  /** Files on their way to becoming tables. */
  readonly importing: Importing;

  readonly #session: Session;
  readonly #answers = new SvelteMap<string, FilterAnswer>();
  readonly #versions = new SvelteMap<string, number>();
  /** What a filter holds that does not outlive the visit: rows selected on the map. */
  readonly #passing = new SvelteMap<string, Condition[]>();
  #filterers: Record<string, (filter: Filter) => void> = {};
  readonly #point: (condition: Condition) => void;
  #client: IncidentClient | null = null;
  #wanted = $state(false);
  #removeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
    this.importing = new Importing(session);
    this.#point = latest(
      (condition) => this.#rowsWhere([condition]),
      (rows) => (this.pointedRows = this.pointed && rows),
      (error) => (this.problem = problemOf(error))
    );
    $effect(() => {
      if (Object.keys(session.project.current.incidents.tables).length > 0) this.want();
    });
    $effect(() => this.#feed());
    $effect(() => this.#tellZones());
    $effect(() => {
      const { settlements } = session.supply.data;
      if (settlements) void this.engine?.setSettlements(settlements);
    });
    $effect(() => {
      const { pointed } = this;
      if (pointed) this.#point(pointed);
      else this.pointedRows = null;
    });
  }

  get #kept() {
    return this.#session.project.current.incidents;
  }

  /** The table at work; null while there is none. */
  chosen = $derived.by((): TableFacts | null => {
    const wanted = this.#kept.chosen;
    return this.tables.find(({ id }) => id === wanted) ?? this.tables.at(0) ?? null;
  });

  /** Provinces and countries by their id and by their name. */
  territories = $derived.by(() => territoryNames(this.#session.supply.data.borders));

  /** Has the engine started, if it is not yet. */
  want(): void {
    this.#wanted = true;
  }

  /** The engine as soon as it is ready. Rejects with a sentence if it cannot be. */
  async ready(): Promise<Remote<IncidentEngine>> {
    this.want();
    await until(() => this.engine ?? this.problem);
    if (this.engine) return this.engine;
    throw new Error(this.problem ?? 'The incidents’ engine could not be started.');
  }

  /** Starts the engine once it is wanted and what it stands on has come or failed to. */
  #feed(): void {
    const { data, loads } = this.#session.supply;
    const settled = loads.borders.state === 'ready' || loads.borders.state === 'failed';
    if (!this.#wanted || this.#client || !data.line || !settled) return;
    const { line, borders } = data;
    untrack(() => void this.#start(line, borders?.file));
  }

  async #start(line: readonly LonLat[], bordersFile: unknown): Promise<void> {
    try {
      const client = startIncidentEngine((problem) => (this.problem = problem));
      this.#client = client;
      await client.engine.setGround(line, bordersFile);
      const { tables, problems } = await client.engine.restore();
      this.storeProblems = problems;
      this.tables = tables;
      this.engine = client.engine;
      for (const { id } of tables) this.#apply(id);
      await this.#measureRoom();
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  /** Starts the engine anew, after it stopped; the kept tables come back. */
  restart(): void {
    this.stop();
    this.problem = null;
    this.want();
    this.#feed();
  }

  stop(): void {
    this.#client?.stop();
    this.#client = null;
    this.engine = null;
    this.#filterers = {};
  }

  #tellZones(): (() => void) | undefined {
    const { engine } = this;
    const { project } = this.#session;
    const { lengthKm } = this.#session.supply;
    if (!engine || lengthKm === null) return;
    const zones = project.current.workshop.proposals.map((proposal) => ({
      id: proposal.id,
      name: proposal.name,
      zone: zoneOf(proposal, lengthKm)
    }));
    const timer = setTimeout(() => {
      void engine.setZones(zones);
      for (const { id } of this.tables) {
        if (this.filterOf(id).some(({ by }) => by === 'zone')) this.#apply(id);
        else this.#step(id);
      }
    }, REST_MS);
    return () => clearTimeout(timer);
  }

  choose(id: string): void {
    if (this.chosen?.id === id) return;
    this.#kept.chosen = id;
    Object.assign(this, { pointed: null, opened: null });
  }

  /** Takes a table in, in place of one with its id, and chooses it. */
  put(facts: TableFacts): void {
    const known = this.tables.some(({ id }) => id === facts.id);
    this.tables = known
      ? this.tables.map((one) => (one.id === facts.id ? facts : one))
      : [...this.tables, facts];
    if (!(facts.id in this.#kept.tables)) this.#kept.tables[facts.id] = newTableSettings();
    this.choose(facts.id);
    this.#apply(facts.id);
    void askToKeep().then(() => this.#measureRoom());
  }

  /** Does the same with all rows of a kind that are suspected of something. */
  async decide(
    id: string,
    suspicion: Suspicion,
    decision: Decision,
    onProgress: (progress: Progress) => void
  ): Promise<void> {
    try {
      const facts = await this.engine?.decide(id, suspicion, decision, proxy(onProgress));
      if (facts) this.put(facts);
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  async #measureRoom(): Promise<void> {
    const estimate = await navigator.storage?.estimate?.().catch(() => null);
    this.roomBytes = estimate?.quota ?? null;
  }

  settingsOf(id: string): TableSettings {
    return this.#kept.tables[id] ?? newTableSettings();
  }

  setShown(id: string, shown: boolean): void {
    this.#settings(id).shown = shown;
  }

  setStyle(id: string, change: Partial<TableStyle>): void {
    Object.assign(this.#settings(id).style, change);
  }

  #settings(id: string): TableSettings {
    return (this.#kept.tables[id] ??= newTableSettings());
  }

  async rename(id: string, name: string): Promise<void> {
    const put = (facts: Partial<TableFacts>) =>
      (this.tables = this.tables.map((one) => (one.id === id ? { ...one, ...facts } : one)));
    put({ name });
    try {
      const facts = await this.engine?.rename(id, name);
      if (facts) put({ keptBytes: facts.keptBytes, keptProblem: facts.keptProblem });
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  /** Takes a table off the list; for a while it can be had back. */
  remove(id: string): void {
    this.forget();
    const facts = this.tables.find((one) => one.id === id) ?? null;
    this.removed = facts;
    this.tables = this.tables.filter((one) => one.id !== id);
    this.#session.said = facts ? `${facts.name} was deleted. It can be had back.` : '';
    this.#removeTimer = setTimeout(() => this.forget(), UNDO_MS);
  }

  bringBack(): void {
    clearTimeout(this.#removeTimer);
    const { removed } = this;
    this.removed = null;
    if (removed) this.put(removed);
  }

  /** Deletes for good what was taken off the list. */
  forget(): void {
    clearTimeout(this.#removeTimer);
    const { removed } = this;
    this.removed = null;
    if (!removed) return;
    const { [removed.id]: _, ...others } = this.#kept.tables;
    this.#kept.tables = others;
    this.engine?.remove(removed.id).catch((error: unknown) => (this.problem = problemOf(error)));
  }

  /** All conditions that a table stands under. */
  filterOf(id: string): Filter {
    const kept = this.#kept.tables[id]?.filter ?? [];
    return [...$state.snapshot(kept), ...(this.#passing.get(id) ?? [])];
  }

  setFilter(id: string, filter: Filter): void {
    this.#settings(id).filter = filter.filter(isKept);
    this.#passing.set(
      id,
      filter.filter((one) => !isKept(one))
    );
    this.#apply(id);
  }

  /** What the filter lets through; null until it is known. */
  answerOf(id: string): FilterAnswer | null {
    return this.#answers.get(id) ?? null;
  }

  /** Another number each time a table's rows, or those that pass its filter, have changed. */
  version(id: string): number {
    return this.#versions.get(id) ?? 0;
  }

  #step(id: string): void {
    this.#versions.set(id, this.version(id) + 1);
  }

  /** Filters a table anew; of filters that follow each other quickly only the newest counts. */
  #apply(id: string): void {
    const { engine } = this;
    if (!engine) return;
    this.#filterers[id] ??= latest(
      (filter: Filter) => engine.filter(id, filter),
      (answer) => {
        this.#answers.set(id, answer);
        this.#step(id);
      },
      (error) => (this.problem = problemOf(error))
    );
    this.#filterers[id](this.filterOf(id));
  }

  async #rowsWhere(conditions: Filter): Promise<Uint32Array | null> {
    const { engine, chosen } = this;
    return engine && chosen ? engine.rowsWhere(chosen.id, conditions) : null;
  }
}
