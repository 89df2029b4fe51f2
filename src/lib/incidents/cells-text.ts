import type { Column, TextColumn } from './table';

const decoder = new TextDecoder();

/** Where a text's bytes begin in its column. */
export const startOf = ({ ends }: Pick<TextColumn, 'ends'>, row: number): number =>
  row === 0 ? 0 : ends[row - 1];

/** A cell as text, as the file had it; '' for a blank one. */
export function cellText(column: Column, row: number): string {
  switch (column.kind) {
    case 'number': {
      const value = column.values[row];
      return Number.isNaN(value) ? '' : String(value);
    }
    case 'category':
      return column.names[column.codes[row]];
    case 'text':
      return decoder.decode(column.bytes.subarray(startOf(column, row), column.ends[row]));
  }
}
