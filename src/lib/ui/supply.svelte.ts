import { datasetIds, loadDataset, type DatasetId } from '../geodata/datasets';
import { startEngine, type EngineClient } from '../engine/client';
import type { Located } from '../engine/protocol';
import type { MapData } from '../map/data';
import { crossings } from '../texts/gazetteer';
import type { Library } from '../texts/library';
import type { Zone } from '../zones/zone';
import { problemOf } from './problem-of';
import type { Session } from './session.svelte';
import { until } from './until';

export type Load =
  { state: 'waiting' | 'loading' | 'ready' } | { state: 'failed'; problem: string };

/** What the engine computes from the line, and so waits for it. */
const fromLine: Partial<Record<keyof MapData, true>> = {
  ticks: true,
  chosenZone: true,
  otherZones: true
};

/** What the visit works with: the data that is loaded, and the engine that computes from it. */
export class Supply {
  /** What was loaded and computed from the line. */
  data = $state.raw<MapData>({});
  loads = $state<Record<string, Load>>(
    Object.fromEntries(datasetIds.map((id) => [id, { state: 'waiting' }]))
  );
  engineProblem = $state<string | null>(null);
  lengthKm = $state<number | null>(null);
  /** The engine, once it knows the line and the borders, or that there are none to know. */
  engine = $state.raw<EngineClient['engine'] | null>(null);
  /** Stations of all places and crossings, by id. */
  stations = $state.raw<Record<string, Located>>({});

  readonly #session: Session;
  #client: EngineClient | null = null;
  /** What the running engine has been given. */
  #given: Partial<Record<DatasetId, true>> & { places?: Library['places'] } = {};

  /** The line at other scales is loaded when it is first asked for: few readers compare them. */
  constructor(session: Session) {
    this.#session = session;
    $effect(() => {
      const isAsked = session.settings['scaled-lines'].shown;
      if (isAsked && this.loads.scaledLines.state === 'waiting') void this.load('scaledLines');
    });
    $effect(() => {
      if (this.engine) void this.#learnPlaces(session.library);
    });
  }

  /** Loads the data and starts the engine; the panels work from the first moment on. */
  start(): void {
    this.#startEngine();
    for (const id of datasetIds) if (id !== 'scaledLines') void this.load(id);
  }

  stop(): void {
    this.#client?.stop();
  }

  /** The engine as soon as it knows the line. Throws until then. */
  withLine(): EngineClient['engine'] {
    if (!this.#client || this.lengthKm === null) throw new Error('The line is not here yet.');
    return this.#client.engine;
  }

  /** The engine as soon as it knows what has been loaded. Rejects with a sentence if it cannot be. */
  async whenReady(): Promise<EngineClient['engine']> {
    const problem = () =>
      this.loads.line.state === 'failed' ? 'The line could not be loaded.' : this.engineProblem;
    await until(() => this.engine ?? problem());
    if (this.engine) return this.engine;
    throw new Error(problem() ?? 'The engine could not be started.');
  }

  /** Starts the engine anew and gives it what it needs. */
  restartEngine(): void {
    this.#startEngine();
    void this.#feedEngine();
  }

  /** Tries again whatever failed to load: one lost connection mostly takes several with it. */
  retry(): void {
    for (const id of datasetIds) if (this.loads[id].state === 'failed') void this.load(id);
  }

  /** The loads that failed among those that `missing` data waits for. */
  faultsOf(missing: (keyof MapData)[]): { id: DatasetId; problem: string }[] {
    const awaited = datasetIds.filter(
      (id) => missing.includes(id) || (id === 'line' && missing.some((need) => need in fromLine))
    );
    return awaited.flatMap((id) => {
      const load = this.loads[id];
      return load.state === 'failed' ? [{ id, problem: load.problem }] : [];
    });
  }

  async load(id: DatasetId): Promise<void> {
    this.loads[id] = { state: 'loading' };
    try {
      const value = await loadDataset(id);
      this.data = { ...this.data, [id]: value };
      this.loads[id] = { state: 'ready' };
    } catch (error) {
      this.loads[id] = { state: 'failed', problem: problemOf(error) };
    }
    if (id === 'line' || id === 'borders' || id === 'settlements') await this.#feedEngine();
  }

  #failed = (error: unknown): void => {
    this.engineProblem = problemOf(error);
  };

  #startEngine(): void {
    this.engineProblem = null;
    this.engine = null;
    this.#client?.stop();
    this.#given = {};
    this.#client = startEngine((problem) => (this.engineProblem = problem));
    this.#session.readout.connect(this.#client.engine, this.#failed);
  }

  /** Gives the engine what has arrived and it does not have yet, then asks for what depends on it. */
  async #feedEngine(): Promise<void> {
    const engine = this.#client?.engine;
    const { line, borders, settlements } = this.data;
    const { edits, footprints, figures, readout } = this.#session;
    if (!engine || !line) return;
    try {
      if (!this.#given.line) {
        this.#given.line = true;
        const facts = await engine.setLine(line);
        this.lengthKm = facts.lengthKm;
        edits.prepare(line);
        this.data = { ...this.data, ticks: facts.ticks };
        const ask = (zone: Zone, toleranceKm?: number) => engine.footprint(zone, toleranceKm);
        footprints.connect(ask, facts.lengthKm, this.#failed);
      }
      if (borders && !this.#given.borders) {
        this.#given.borders = true;
        await engine.setBorders(borders.file);
      }
      if (settlements && !this.#given.settlements) {
        this.#given.settlements = true;
        await engine.setSettlements(settlements);
        figures.forget();
      }
      readout.refresh();
      await this.#locatePlaces();
      if (this.loads.borders.state !== 'loading') {
        footprints.refresh(0);
        this.engine = engine;
      }
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Tells the engine of places that a text brought. */
  async #learnPlaces({ places }: Library): Promise<void> {
    const engine = this.#client?.engine;
    if (!engine || this.#given.places === places) return;
    this.#given.places = places;
    await engine.setPlaces(places);
    this.#session.figures.forget();
    await this.#locatePlaces();
  }

  async #locatePlaces(): Promise<void> {
    const engine = this.#client?.engine;
    if (!engine) return;
    const spots = [...this.#session.library.places, ...crossings];
    const located = await Promise.all(spots.map(({ at }) => engine.locate(at)));
    this.stations = Object.fromEntries(spots.map(({ id }, i) => [id, located[i]]));
  }
}
