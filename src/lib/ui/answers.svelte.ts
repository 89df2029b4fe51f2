import { SvelteMap } from 'svelte/reactivity';
import { problemOf } from './problem-of';

/** How many answers are kept: a reader going back and forth by undo finds them again. */
const MOST_KEPT = 200;

interface Question<Input> {
  /** Two questions of the same key have the same answer. */
  key: string;
  input: Input;
}

/**
 * Answers that take the engine a while. They are asked for one after another; what is no longer
 * wanted is not asked for, and what was answered once is not asked for again.
 */
export class Answers<Input, Output> {
  readonly #known = new SvelteMap<string, Output>();
  /** What each part of the page still waits for. */
  readonly #wanted: Record<string, Question<Input>[]> = {};
  #busy = false;
  /** Why the last question has no answer, or null. */
  problem = $state<string | null>(null);
  readonly #task: (input: Input) => Promise<Output>;

  constructor(task: (input: Input) => Promise<Output>) {
    this.#task = task;
  }

  /** The answer to a key, or null until it is there. */
  of(key: string): Output | null {
    return this.#known.get(key) ?? null;
  }

  /** Asks for these in this order, on behalf of a part of the page: what it asked before is off. */
  want(by: string, questions: readonly Question<Input>[]): void {
    this.#wanted[by] = [...questions];
    if (!this.#busy) void this.#work();
  }

  #next(): Question<Input> | undefined {
    for (const questions of Object.values(this.#wanted)) {
      for (let next = questions.shift(); next; next = questions.shift()) {
        if (!this.#known.has(next.key)) return next;
      }
    }
    return undefined;
  }

  /** Forgets all: the data that the answers stand on has changed. */
  forget(): void {
    this.#known.clear();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#next(); next; next = this.#next()) {
      try {
        this.#known.set(next.key, await this.#task(next.input));
        this.#dropOldest();
        this.problem = null;
      } catch (error) {
        this.problem = problemOf(error);
      }
    }
    this.#busy = false;
  }

  #dropOldest(): void {
    for (const key of this.#known.keys()) {
      if (this.#known.size <= MOST_KEPT) return;
      this.#known.delete(key);
    }
  }
}
