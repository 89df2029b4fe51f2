/** Finds rows again by their hash: 12 bytes a row, where a Map of numbers would take 40 and more. */
export class RowIndex {
  readonly #slots: Uint32Array;
  readonly #hashes: Uint32Array;
  readonly #mask: number;

  constructor(rows: number) {
    const size = 2 ** Math.max(4, Math.ceil(Math.log2(rows * 1.5 + 1)));
    this.#slots = new Uint32Array(size);
    this.#hashes = new Uint32Array(size);
    this.#mask = size - 1;
  }

  /** The first row that is the same as this one; the row itself, from now on, if there is none. */
  firstLike(row: number, hash: number, isSame: (other: number) => boolean): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & this.#mask) {
      const other = this.#slots[slot] - 1;
      if (this.#hashes[slot] === hash && isSame(other)) return other;
    }
    this.#slots[slot] = row + 1;
    this.#hashes[slot] = hash;
    return row;
  }
}
