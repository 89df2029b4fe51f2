import { newProject, readProject, type LayerState, type ProjectDocument } from './document';
import { readShelf, setAside, writeShelf, type Shelf } from './storage';

const SAVE_AFTER_MS = 250;

/**
 * The reader's project as live state. Every change is kept in the shelf a moment later and at the
 * latest when the page goes away.
 */
export class Project {
  current = $state<ProjectDocument>(newProject());
  /** What the reader must know about keeping the project, or null. */
  problem = $state<string | null>(null);

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

  /** Changes one layer's shown state or opacity, leaving the rest of it as it is. */
  setLayer(id: string, change: LayerState): void {
    this.current.layers[id] = { ...this.current.layers[id], ...change };
  }
}
