const MOST_GENERATIONS = 255;

/** A set of small integers that is cleared again and again, at once. */
export class Marks {
  /** For each integer the generation in which it was added last. */
  private generations = new Uint8Array(0);
  private generation = 0;

  /** Takes all out, and makes room for integers below `size`. */
  clear(size: number): void {
    this.generation++;
    if (size <= this.generations.length && this.generation <= MOST_GENERATIONS) return;
    this.generations = new Uint8Array(Math.max(size, this.generations.length));
    this.generation = 1;
  }

  add(i: number): void {
    this.generations[i] = this.generation;
  }

  has(i: number): boolean {
    return this.generations[i] === this.generation;
  }
}
