import type { Cell, Row } from './sheet';

/** A second header of #hashtags, as humanitarian copies (HXL) have it: #event+id, #date+start. */
export function isHashtags(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length > 0 &&
    filled.every((cell) => typeof cell === 'string' && /^\s*#[\p{L}_][\p{L}\p{N}_+ ]*$/u.test(cell))
  );
}

/** The rows without such a header, wherever among the first it stands. */
export async function* withoutHashtags(
  batches: AsyncGenerator<Row[]>,
  skipped: { rows: number }
): AsyncGenerator<Row[]> {
  let isFirst = true;
  for await (const batch of batches) {
    if (isFirst && batch.length > 0 && isHashtags(batch[0].cells)) {
      skipped.rows++;
      batch.shift();
    }
    if (batch.length > 0) isFirst = false;
    yield batch;
  }
}
