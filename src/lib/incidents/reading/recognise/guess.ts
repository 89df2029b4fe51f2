import { isNearLine } from '../../../formats/region';
import {
  DAY_ORDERS,
  type DayOrder,
  type Mapping,
  type PositionFrom,
  type TimeFrom
} from '../../mapping';
import type { Cell } from '../sheet';
import { readDays, readParts } from '../values/days';
import { isNothing, readNumber, type NumberStyle } from '../values/numbers';
import { readCoordinate, readPosition } from '../values/positions';
import type { ColumnNames } from './names';
import { rolesOf } from './names';
import { WORDS } from './words';

/** Shares of a column's cells by which it is held for what they look like. */
const MOST = 0.8;
const HALF = 0.5;

/** The columns of a sheet by their sampled cells, without blank ones. */
export class Sampled {
  readonly #columns: Cell[][];

  constructor(
    header: readonly string[],
    rows: readonly (readonly Cell[])[],
    readonly style: NumberStyle
  ) {
    this.#columns = header.map((_, i) =>
      rows.map((cells) => cells[i] ?? '').filter((cell) => !isNothing(cell))
    );
  }

  get width(): number {
    return this.#columns.length;
  }

  cells(column: number): readonly Cell[] {
    return this.#columns[column] ?? [];
  }

  /** The share of a column's cells that pass; 0 for an empty column. */
  share(column: number, test: (cell: Cell) => boolean): number {
    const cells = this.cells(column);
    return cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  }

  coordinates(column: number, axis: 'lon' | 'lat'): number[] {
    return this.cells(column)
      .map((cell) => readCoordinate(cell, axis, this.style))
      .filter(Number.isFinite);
  }
}

/** What the columns of an unknown table may mean, by their names and by what stands in them. */
export function guessMapping(names: ColumnNames, sampled: Sampled): Mapping {
  const position = guessPosition(names, sampled);
  const time = guessTime(names, sampled);
  const taken = new Set([...columnsOf(position), ...columnsOf(time)]);
  const find = (words: readonly string[]) => {
    const column = names.find(...words);
    return column === null || taken.has(column) ? null : column;
  };
  const radius = find(WORDS.radiusKm);
  const best = find(WORDS.best);
  const isCount = (column: number | null) =>
    column !== null &&
    sampled.share(column, (cell) => readNumber(cell, sampled.style) >= 0) >= HALF;
  return {
    position: position.as === 'none' ? guessNames(find(WORDS.place)) : position,
    time,
    positionPrecision: radius === null ? null : { column: radius, scheme: 'km' },
    timePrecision: null,
    deaths:
      best !== null && isCount(best)
        ? { best, plus: [], low: find(WORDS.low), high: find(WORDS.high) }
        : null,
    roles: rolesOf({
      id: find(WORDS.id),
      title: find(WORDS.title),
      notes: find(WORDS.notes),
      type: find(WORDS.type),
      subtype: find(WORDS.subtype),
      actor1: find(WORDS.actor1),
      actor2: find(WORDS.actor2),
      place: find(WORDS.place),
      source: find(WORDS.source),
      link: find(WORDS.link) ?? columnOfLinks(sampled)
    })
  };
}

const guessNames = (place: number | null): PositionFrom =>
  place === null ? { as: 'none' } : { as: 'names', column: place, confirmed: {} };

function columnsOf(from: PositionFrom | TimeFrom): number[] {
  return Object.entries(from).flatMap(([key, value]) =>
    key !== 'as' && typeof value === 'number' ? [value] : []
  );
}

function guessPosition(names: ColumnNames, sampled: Sampled): PositionFrom {
  const lat = names.find(...WORDS.lat);
  const lon = names.find(...WORDS.lon);
  if (lat !== null && lon !== null && isAxis(sampled, lat, 'lat') && isAxis(sampled, lon, 'lon')) {
    return isExchanged(sampled, lon, lat)
      ? { as: 'lon-lat', lon: lat, lat: lon }
      : { as: 'lon-lat', lon, lat };
  }
  const named = names.find(...WORDS.position);
  const candidates = named === null ? [] : [named];
  for (let column = 0; column < sampled.width; column++) candidates.push(column);
  for (const column of candidates) {
    if (sampled.share(column, isPosition) < MOST) continue;
    return { as: 'one', column, order: orderOf(sampled, column) };
  }
  return byContents(sampled);
}

/** “2 Jan 2010” would be a square of MGRS too. */
const isPosition = (cell: Cell) =>
  readPosition(cell, 'lat-lon') !== null && readDays(cell, 'dmy') === null;

/** Whether most cells are coordinates; a few cells speak against nothing. */
const isAxis = (sampled: Sampled, column: number, axis: 'lon' | 'lat') =>
  sampled.cells(column).length < 5 ||
  sampled.coordinates(column, axis).length >= HALF * sampled.cells(column).length;

/** Whether nearly all positions lie near the line only with their coordinates exchanged. */
function isExchanged(sampled: Sampled, lon: number, lat: number): boolean {
  const [lons, lats] = [sampled.coordinates(lon, 'lon'), sampled.coordinates(lat, 'lat')];
  const count = Math.min(lons.length, lats.length);
  if (count < 3) return false;
  let exchanged = 0;
  for (let i = 0; i < count; i++) if (isNearLine(lats[i], lons[i])) exchanged++;
  return exchanged > MOST * count;
}

/** The order of two numbers in one cell: the one in which more positions lie near the line. */
function orderOf(sampled: Sampled, column: number): 'lat-lon' | 'lon-lat' {
  const near = (order: 'lat-lon' | 'lon-lat') =>
    sampled.share(column, (cell) => {
      const position = readPosition(cell, order);
      return position !== null && isNearLine(position[0], position[1]);
    });
  return near('lon-lat') > near('lat-lon') ? 'lon-lat' : 'lat-lon';
}

/** Two columns of broken numbers whose pairs lie near the line. */
function byContents(sampled: Sampled): PositionFrom {
  const isBroken = (cell: Cell) => {
    const number = readNumber(cell, sampled.style);
    return Math.abs(number) <= 180 && !Number.isInteger(number);
  };
  const broken: number[] = [];
  for (let column = 0; column < sampled.width && broken.length < 20; column++) {
    if (sampled.share(column, isBroken) >= MOST) broken.push(column);
  }
  for (const lon of broken) {
    for (const lat of broken) {
      const [lons, lats] = [sampled.coordinates(lon, 'lon'), sampled.coordinates(lat, 'lat')];
      const near = lons.filter((value, i) => isNearLine(value, lats[i])).length;
      if (lon !== lat && near >= MOST * lons.length) return { as: 'lon-lat', lon, lat };
    }
  }
  return { as: 'none' };
}

function guessTime(names: ColumnNames, sampled: Sampled): TimeFrom {
  const from = names.find(...WORDS.from);
  const to = names.find(...WORDS.to);
  if (from !== null && to !== null) {
    const order = dayOrderOf(sampled, [from, to]);
    if (order) return { as: 'span', from, to, order, lasted: true };
  }
  const named = [...WORDS.day, ...WORDS.from].map((word) => names.find(word));
  const columns = Array.from({ length: sampled.width }, (_, i) => i);
  for (const column of [...named, ...columns.filter((i) => looksLikeDates(sampled, i))]) {
    if (column === null) continue;
    const order = dayOrderOf(sampled, [column]);
    if (order) return { as: 'day', column, order };
  }
  const year = names.find(...WORDS.year);
  if (year === null || !isYears(sampled, year)) return { as: 'none' };
  return {
    as: 'parts',
    year,
    month: names.find(...WORDS.month),
    day: names.find(...WORDS.dayOfMonth)
  };
}

const isYears = (sampled: Sampled, column: number) =>
  sampled.share(column, (cell) => readParts(cell, '', '') !== null) >= MOST;

/** Texts with at least two signs between digits, or the name of a month: no bare number. */
const looksLikeDates = (sampled: Sampled, column: number) =>
  sampled.share(column, (cell) => /\d[-/. ]+[\p{L}\d]{1,12}[-/. ,]+\d/u.test(String(cell))) >= MOST;

/** The order in which nearly all cells are dates; where two do as well, the one without odd days. */
export function dayOrderOf(sampled: Sampled, columns: readonly number[]): DayOrder | null {
  const cells = columns.flatMap((column) => sampled.cells(column));
  if (cells.length === 0) return 'ymd';
  const shares = DAY_ORDERS.map((order) => ({
    order,
    share: cells.filter((cell) => readDays(cell, order) !== null).length / cells.length
  }));
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= MOST ? best.order : null;
}

/** Whether the dates can be read with the day or the month first, and differ by it. */
export function areOrdersEven(sampled: Sampled, columns: readonly number[]): boolean {
  const cells = columns.flatMap((column) => sampled.cells(column));
  const bothWays = cells.map((cell) => [readDays(cell, 'dmy'), readDays(cell, 'mdy')] as const);
  const isEven = bothWays.every(([dmy, mdy]) => (dmy === null) === (mdy === null));
  return isEven && bothWays.some(([dmy, mdy]) => dmy?.first !== mdy?.first);
}

/** The column in which most cells are links. */
function columnOfLinks(sampled: Sampled): number | null {
  for (let column = 0; column < sampled.width; column++) {
    if (sampled.share(column, (cell) => /^https?:\/\/\S+$/i.test(String(cell).trim())) >= MOST) {
      return column;
    }
  }
  return null;
}
