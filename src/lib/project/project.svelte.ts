import { newProject, readProject, type LayerState, type ProjectDocument } from './document';
import { beginsStep, noHistory, record, redo, undo, type History } from './history';
import { readShelf, setAside, writeShelf, type Shelf } from './storage';
import type { Workshop } from './workshop';

const SAVE_AFTER_MS = 250;

export interface EditOptions {
  /** Changes of one key that follow each other, as of a drag or while typing, are undone as one. */
  key?: string;
  /** False while a gesture goes on. */
  settled?: boolean;
}

/**
 * The reader's project as live state. Every change is kept in the shelf a moment later and at the
 * latest when the page goes away. What is changed by `edit` can be undone.
 */
export class Project {
  current = $state<ProjectDocument>(newProject());
  /** What the reader must know about keeping the project, or null. */
  problem = $state<string | null>(null);
  #history = $state.raw<History<Workshop>>(noHistory());
  /** What the next undo or redo would take back or do again, or null. */
  undoable = $derived(this.#history.past.at(-1)?.label ?? null);
  redoable = $derived(this.#history.future.at(-1)?.label ?? null);

  #shelf: Shelf | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Brings back what the shelf keeps, and keeps changes there from now on. */
  open(shelf: Shelf): void {
    this.#shelf = shelf;
    const text = readShelf(shelf);
    if (text === null) return;
    const { project, problems } = readProject(text);
    this.current = project;
    if (problems.length > 0) {
      setAside(shelf, text);
      this.problem = problems.join(' ');
    }
  }

  /** Asks for the present state to be kept soon; call after a change. */
  saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  /** Keeps the present state now. */
  save(): void {
    clearTimeout(this.#timer);
    if (!this.#shelf) return;
    const failed = writeShelf(this.#shelf, JSON.stringify($state.snapshot(this.current)));
    if (failed) this.problem = failed;
  }

  /** Changes the workshop; `label` says to the reader what undoing it would take back. */
  edit(
    label: string,
    change: (workshop: Workshop) => void,
    { key, settled = true }: EditOptions = {}
  ): void {
    const atMs = Date.now();
    const isNew = beginsStep(this.#history, key ?? null, atMs);
    const step = isNew ? { label, state: this.#workshop() } : null;
    this.#history = record(this.#history, step, { key: key ?? null, settled, atMs });
    change(this.current.workshop);
  }

  /** Takes the last edit back. Gives what it was, or null where there is none. */
  undo(): string | null {
    return this.#go(undo);
  }

  /** Does again what was taken back. Gives what it was, or null where there is none. */
  redo(): string | null {
    return this.#go(redo);
  }

  #go(way: typeof undo): string | null {
    const gone = way(this.#history, this.#workshop());
    if (!gone) return null;
    this.#history = gone.history;
    this.current.workshop = gone.step.state;
    return gone.step.label;
  }

  #workshop(): Workshop {
    return $state.snapshot(this.current.workshop);
  }

  /** Changes one layer's shown state or opacity, leaving the rest of it as it is. */
  setLayer(id: string, change: LayerState): void {
    this.current.layers[id] = { ...this.current.layers[id], ...change };
  }
}
