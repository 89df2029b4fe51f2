/** The rows of a table that a condition lets through. */
export interface Mask {
  /** 1 for a row that passes, 0 for one that does not. */
  passes: Uint8Array;
  /** By which share each row passes, from 0 to 1, where some pass in part; null where none does. */
  share: Float32Array | null;
  count: number;
}

/** The rows for which a test holds. */
export function maskWhere(rows: number, holds: (row: number) => boolean): Mask {
  const passes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) if (holds(row)) passes[row] = 1;
  return maskOf(passes);
}

/** A mask of flags, counted. */
export function maskOf(passes: Uint8Array, share: Float32Array | null = null): Mask {
  let count = 0;
  for (let row = 0; row < passes.length; row++) count += passes[row];
  return { passes, share, count };
}

/** The rows that pass all of some masks, rising, and by which share, the product of the masks'. */
export interface Chosen {
  rows: Uint32Array;
  share: Float32Array | null;
}

export function chosenBy(masks: readonly Mask[], rows: number): Chosen {
  if (masks.length === 0)
    return { rows: Uint32Array.from({ length: rows }, (_, i) => i), share: null };
  const passes = masks[0].passes.slice();
  for (const mask of masks.slice(1)) {
    const other = mask.passes;
    for (let row = 0; row < rows; row++) passes[row] &= other[row];
  }
  const chosen = new Uint32Array(maskOf(passes).count);
  let count = 0;
  for (let row = 0; row < rows; row++) if (passes[row] === 1) chosen[count++] = row;
  const shares = masks.flatMap(({ share }) => (share ? [share] : []));
  if (shares.length === 0) return { rows: chosen, share: null };
  const share = Float32Array.from(chosen, (row) =>
    shares.reduce((product, of) => product * of[row], 1)
  );
  return { rows: chosen, share };
}
