import type { EngineClient } from '../../engine/client';
import type { DrawnShape } from '../../map/data';
import { nameApart, numberOf, ShapeShelf, type Shape } from '../../project/shapes';
import type { Session } from '../session.svelte';
import { problemOf } from '../problem-of';

const NOT_KEPT =
  'This browser does not keep the shapes: they stay for this visit only. It may be full, or a private window.';

/** The polygons that the reader brought, to be seen and measured. */
export class Shapes {
  list = $state.raw<Shape[]>([]);
  /** Why what was brought last could not be read. */
  problem = $state<string | null>(null);
  /** What the reader must know about keeping them. */
  storeProblem = $state<string | null>(null);
  reading = $state(false);

  readonly #session: Session;
  readonly #shelf = new ShapeShelf();
  /** The shapes that an engine has been given. */
  #given: { engine: EngineClient['engine']; ids: string[] } | null = null;

  constructor(session: Session) {
    this.#session = session;
    void this.#open();
    $effect(() => this.#feed());
  }

  drawn = $derived.by((): DrawnShape[] =>
    this.list.filter(({ shown }) => shown).map(({ id, name, polygons }) => ({ id, name, polygons }))
  );

  async #open(): Promise<void> {
    const kept = await this.#shelf.read().catch(() => []);
    this.list = [...kept, ...this.list];
  }

  #feed(): void {
    const { engine } = this.#session.supply;
    if (!engine) return;
    const given = this.#given?.engine === engine ? this.#given.ids : [];
    for (const { id, polygons } of this.list) {
      if (!given.includes(id)) void engine.setShape(id, polygons);
    }
    const ids = this.list.map(({ id }) => id);
    for (const id of given) if (!ids.includes(id)) void engine.setShape(id, null);
    this.#given = { engine, ids };
  }

  async addFiles(files: Iterable<File>): Promise<void> {
    for (const file of files) await this.add(await file.text(), file.name);
  }

  /** Reads GeoJSON or KML. Gives the shape, or null when it could not be read: `problem` says why. */
  async add(text: string, fileName: string): Promise<Shape | null> {
    this.reading = true;
    this.problem = null;
    try {
      const engine = await this.#session.supply.whenReady();
      const { parts, ...read } = await engine.readShape(text, fileName);
      const number = 1 + Math.max(0, ...this.list.map(({ id }) => numberOf(id)));
      const taken = this.list.map((shape) => shape.name);
      const name = nameApart(read.name, taken);
      const shape = {
        ...read,
        id: `shape:${number}`,
        name,
        fileName,
        partNames: parts.length > 1 ? parts.map((part) => part.name) : [],
        shown: true
      };
      this.list = [...this.list, shape];
      this.#session.said = `${name} was read.`;
      this.#keep(shape);
      return shape;
    } catch (error) {
      this.problem = problemOf(error);
      return null;
    } finally {
      this.reading = false;
    }
  }

  setShown(id: string, shown: boolean): void {
    this.list = this.list.map((shape) => (shape.id === id ? { ...shape, shown } : shape));
    const shape = this.list.find((one) => one.id === id);
    if (shape) this.#keep(shape);
  }

  remove(id: string): void {
    this.list = this.list.filter((shape) => shape.id !== id);
    this.#shelf.remove(id).catch(() => undefined);
  }

  #keep(shape: Shape): void {
    this.#shelf.keep(shape).then(
      () => (this.storeProblem = null),
      () => (this.storeProblem = NOT_KEPT)
    );
  }
}
