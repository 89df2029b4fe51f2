import { transfer } from 'comlink';
import { cellsOf } from '../../incidents/cells';
import { countClasses, sizesOf } from '../../incidents/painting';
import type { HeldTable } from './held-table';
import type { Cell, CellRequest, PaintRequest, PointBuffers, PointRows } from './protocol';

/** What is drawn of every row of a table, handed over without copying. */
export function pointsOf(held: HeldTable, { colourBy, sizeBy }: PaintRequest): PointBuffers {
  const { table, mercator } = held;
  const origin = middleOf(mercator);
  const less = new Float32Array(mercator.length);
  for (let i = 0; i < less.length; i++) less[i] = mercator[i] - origin[i & 1];
  const classes = held.classes(colourBy);
  const counts = countClasses(classes);
  const buffers: PointBuffers = {
    mercator: less,
    origin,
    radiusKm: table.radiusKm.slice(),
    precision: table.precision.slice(),
    colour: classes.codes.slice(),
    size: sizesOf(table, sizeBy),
    legend: classes.labels.map((label, i) => ({ label, rows: counts[i] }))
  };
  return transfer(buffers, [
    buffers.mercator.buffer,
    buffers.radiusKm.buffer,
    buffers.precision.buffer,
    buffers.colour.buffer,
    buffers.size.buffer
  ]);
}

function middleOf(mercator: Float64Array): [x: number, y: number] {
  let [x, y, count] = [0, 0, 0];
  for (let i = 0; i < mercator.length; i += 2) {
    if (Number.isNaN(mercator[i])) continue;
    x += mercator[i];
    y += mercator[i + 1];
    count++;
  }
  return count === 0 ? [0.5, 0.5] : [x / count, y / count];
}

/** The rows that pass the filter, and how strongly each is drawn; never so faint that it is gone. */
export function pointRowsOf({ selection }: HeldTable): PointRows {
  const { rows, share } = selection.chosen();
  const strength = share && Uint8Array.from(share, (part) => Math.max(40, Math.round(255 * part)));
  const answer: PointRows = { rows: rows.slice(), strength };
  return transfer(answer, [answer.rows.buffer, ...(strength ? [strength.buffer] : [])]);
}

export function cellsFor(held: HeldTable, { as, bounds, zoom, by }: CellRequest): Cell[] {
  const rows = {
    mercator: held.mercator,
    deaths: held.table.deaths?.best ?? null,
    classes: held.classes(by)
  };
  return cellsOf(rows, held.selection.chosen(), as, bounds, zoom);
}
