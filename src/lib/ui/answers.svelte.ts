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
  #known = $state.raw(new Map<string, Output>());
  #wanted: Question<Input>[] = [];
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

  /** Asks for these in this order, and for nothing else any more. */
  want(questions: readonly Question<Input>[]): void {
    this.#wanted = questions.filter(({ key }) => !this.#known.has(key));
    if (!this.#busy) void this.#work();
  }

  /** Forgets all: the data that the answers stand on has changed. */
  forget(): void {
    this.#known = new Map();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    for (let next = this.#wanted.shift(); next; next = this.#wanted.shift()) {
      try {
        const answer = await this.#task(next.input);
        const kept = [...this.#known].slice(-MOST_KEPT);
        this.#known = new Map([...kept, [next.key, answer]]);
        this.problem = null;
      } catch (error) {
        this.problem = error instanceof Error ? error.message : String(error);
      }
    }
    this.#busy = false;
  }
}
