import type { Column, TextColumn } from './table';

/** A column of one table, with a column of another below it; null where a table has none. */
export function joinColumns(
  name: string,
  above: Column | null,
  rowsAbove: number,
  below: Column | null,
  rowsBelow: number
): Column {
  const a = above ?? blankLike(below, name, rowsAbove);
  const b = below ?? blankLike(above, name, rowsBelow);
  if (a.kind === 'number' && b.kind === 'number') {
    const values = new Float64Array(rowsAbove + rowsBelow);
    values.set(a.values);
    values.set(b.values, rowsAbove);
    return { kind: 'number', name, values };
  }
  if (a.kind === 'category' && b.kind === 'category') {
    const codes = new Map(a.names.map((category, code) => [category, code]));
    const codesBelow = b.names.map((category) => {
      const code = codes.get(category) ?? codes.size;
      codes.set(category, code);
      return code;
    });
    const joined = new Uint32Array(rowsAbove + rowsBelow);
    joined.set(a.codes);
    b.codes.forEach((code, row) => (joined[rowsAbove + row] = codesBelow[code]));
    return { kind: 'category', name, codes: joined, names: [...codes.keys()] };
  }
  const [textA, textB] = [asText(a), asText(b)];
  const bytes = new Uint8Array(textA.bytes.length + textB.bytes.length);
  bytes.set(textA.bytes);
  bytes.set(textB.bytes, textA.bytes.length);
  const ends = new Uint32Array(rowsAbove + rowsBelow);
  ends.set(textA.ends);
  textB.ends.forEach((end, row) => (ends[rowsAbove + row] = textA.bytes.length + end));
  return { kind: 'text', name, bytes, ends };
}

function blankLike(column: Column | null, name: string, rows: number): Column {
  if (column?.kind === 'number') {
    return { kind: 'number', name, values: new Float64Array(rows).fill(NaN) };
  }
  if (column?.kind === 'text') {
    return { kind: 'text', name, bytes: new Uint8Array(0), ends: new Uint32Array(rows) };
  }
  return { kind: 'category', name, codes: new Uint32Array(rows), names: [''] };
}

/** The column as texts: numbers as JavaScript writes them. */
function asText(column: Column): TextColumn {
  if (column.kind === 'text') return column;
  const encoder = new TextEncoder();
  const texts =
    column.kind === 'category'
      ? Array.from(column.codes, (code) => column.names[code])
      : Array.from(column.values, (value) => (Number.isNaN(value) ? '' : String(value)));
  const parts = texts.map((text) => encoder.encode(text));
  const ends = new Uint32Array(parts.length);
  let used = 0;
  parts.forEach((part, row) => (ends[row] = used += part.length));
  const bytes = new Uint8Array(used);
  parts.forEach((part, row) => bytes.set(part, ends[row] - part.length));
  return { kind: 'text', name: column.name, bytes, ends };
}
