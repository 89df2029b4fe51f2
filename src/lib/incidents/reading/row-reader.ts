import { isLonLat, type LonLat } from '../../geodesy/position';
import type { Mapping, PositionFrom, TimeFrom } from '../mapping';
import { NO_DAY } from '../table';
import type { Cell } from './sheet';
import { readDays, readParts, dayNumber, civilDay, daysOfMonth, type Days } from './values/days';
import { isNothing, readNumber, type NumberStyle } from './values/numbers';
import { readCoordinate, readPosition } from './values/positions';
import { BY_NAME, precisionOf, UNKNOWN, type Known } from './values/precision';

/** What a row says of its incident. */
export interface Reading {
  lon: number;
  lat: number;
  known: Known;
  firstDay: number;
  lastDay: number;
  lasted: boolean;
  deaths: [best: number, low: number, high: number];
  /** What was mended on the way. */
  mended: string[];
}

/** Why a row is refused, as a sentence. */
export class Refused {
  constructor(readonly why: string) {}
}

export const NO_POSITION = 'Without a position: kept in the list, not on the map';
export const NO_DATE = 'Without a date: kept, but in no picture of time';
export const EXCHANGED =
  'Latitude and longitude were exchanged: as they stood, one was out of range';
const TURNED = 'Start and end of the time were exchanged: the end came first';
const UNCONFIRMED = 'Without a position, as its place was not found: kept in the list';
const NO_DEATHS = 'Deaths that are no number do not count; the column keeps what it says';

const cut = (cell: Cell) => {
  const text = String(cell).trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};

/** Reads the rows of a sheet under a mapping: positions, days, precision and deaths. */
export class RowReader {
  readonly #places: Map<string, LonLat | null>;

  constructor(
    private readonly mapping: Mapping,
    private readonly style: NumberStyle
  ) {
    const { position } = mapping;
    this.#places = new Map(position.as === 'names' ? Object.entries(position.confirmed) : []);
  }

  read(cells: Cell[]): Reading | Refused {
    const { mapping } = this;
    const reading: Reading = {
      lon: NaN,
      lat: NaN,
      known: UNKNOWN,
      firstDay: NO_DAY,
      lastDay: NO_DAY,
      lasted: false,
      deaths: [NaN, NaN, NaN],
      mended: []
    };
    const refused =
      this.#place(cells, mapping.position, reading) ?? this.#date(cells, mapping.time, reading);
    if (refused) return refused;
    this.#precision(cells, reading);
    this.#deaths(cells, reading);
    return reading;
  }

  #place(cells: Cell[], from: PositionFrom, reading: Reading): Refused | null {
    if (from.as === 'none') return null;
    if (from.as === 'names') return this.#named(cells[from.column], reading);
    const refused =
      from.as === 'one'
        ? this.#onePosition(cells[from.column], from.order, reading)
        : this.#twoCoordinates(cells[from.lon], cells[from.lat], reading);
    if (refused) return refused;
    const { lon, lat } = reading;
    if (Number.isNaN(lon)) {
      reading.mended.push(NO_POSITION);
      return null;
    }
    if (isLonLat(lon, lat)) return null;
    if (!isLonLat(lat, lon)) {
      return new Refused(
        Math.abs(lat) > 90
          ? `The latitude ${lat} is not from -90 to 90.`
          : `The longitude ${lon} is not from -180 to 180.`
      );
    }
    [reading.lon, reading.lat] = [lat, lon];
    reading.mended.push(EXCHANGED);
    return null;
  }

  #named(cell: Cell, reading: Reading): Refused | null {
    const place = isNothing(cell) ? null : this.#places.get(String(cell).trim());
    if (place) {
      [reading.lon, reading.lat] = place;
      reading.known = BY_NAME;
    } else {
      reading.mended.push(isNothing(cell) ? NO_POSITION : UNCONFIRMED);
    }
    return null;
  }

  #onePosition(cell: Cell, order: 'lat-lon' | 'lon-lat', reading: Reading): Refused | null {
    if (isNothing(cell)) return null;
    const position = readPosition(cell, order);
    if (!position) return new Refused(`“${cut(cell)}” is no position.`);
    [reading.lon, reading.lat] = position;
    return null;
  }

  #twoCoordinates(lonCell: Cell, latCell: Cell, reading: Reading): Refused | null {
    const noLon = isNothing(lonCell);
    const noLat = isNothing(latCell);
    if (noLon && noLat) return null;
    if (noLon || noLat) return new Refused(`The ${noLon ? 'longitude' : 'latitude'} is missing.`);
    reading.lon = readCoordinate(lonCell, 'lon', this.style);
    reading.lat = readCoordinate(latCell, 'lat', this.style);
    if (Number.isNaN(reading.lat)) return new Refused(`“${cut(latCell)}” is no latitude.`);
    if (Number.isNaN(reading.lon)) return new Refused(`“${cut(lonCell)}” is no longitude.`);
    return null;
  }

  #date(cells: Cell[], from: TimeFrom, reading: Reading): Refused | null {
    if (from.as === 'none') return null;
    if (from.as === 'span') return this.#span(cells[from.from], cells[from.to], from, reading);
    if (from.as === 'day') {
      const cell = cells[from.column];
      if (isNothing(cell)) return noDate(reading);
      const days = readDays(cell, from.order);
      return days ? dated(reading, days) : new Refused(`“${cut(cell)}” is no date.`);
    }
    const parts = [from.year, from.month, from.day].map((column) =>
      column === null ? '' : cells[column]
    );
    if (isNothing(parts[0]) || Number(parts[0]) === 0) return noDate(reading);
    const days = readParts(parts[0], parts[1], parts[2]);
    return days ? dated(reading, days) : new Refused(`“${parts.map(cut).join('-')}” is no date.`);
  }

  #span(
    fromCell: Cell,
    toCell: Cell,
    { order, lasted }: Extract<TimeFrom, { as: 'span' }>,
    reading: Reading
  ): Refused | null {
    const noFrom = isNothing(fromCell);
    if (noFrom && isNothing(toCell)) return noDate(reading);
    const from = readDays(noFrom ? toCell : fromCell, order);
    const to = isNothing(toCell) ? from : readDays(toCell, order);
    if (!from) return new Refused(`“${cut(noFrom ? toCell : fromCell)}” is no date.`);
    if (!to) return new Refused(`“${cut(toCell)}” is no date.`);
    if (from.first > to.last) reading.mended.push(TURNED);
    reading.firstDay = Math.min(from.first, to.first);
    reading.lastDay = Math.max(from.last, to.last);
    reading.lasted = lasted && reading.firstDay !== reading.lastDay;
    return null;
  }

  /**
   * How the position and the day are known. The day, by the codebooks: UCDP's `date_prec` 1 is a known
   * day, so that an event with a later end went on until then, while from 2 on it fell on some day
   * from date_start to date_end; ACLED's `time_precision` 2 is a day about this one, in its week, 3
   * a day of its month.
   */
  #precision(cells: Cell[], reading: Reading): void {
    const { positionPrecision, timePrecision } = this.mapping;
    if (positionPrecision && !Number.isNaN(reading.lon)) {
      const code = this.#code(cells[positionPrecision.column]);
      reading.known = precisionOf(code, positionPrecision.scheme);
    }
    if (!timePrecision || reading.firstDay === NO_DAY) return;
    const code = this.#code(cells[timePrecision.column]);
    if (timePrecision.scheme === 'ucdp') {
      reading.lasted = code === 1 && reading.firstDay !== reading.lastDay;
    } else if (timePrecision.scheme === 'acled' && reading.firstDay === reading.lastDay) {
      if (code === 2) {
        reading.firstDay -= 3;
        reading.lastDay += 3;
      } else if (code === 3) {
        const [year, month] = civilDay(reading.firstDay);
        reading.firstDay = dayNumber(year, month, 1);
        reading.lastDay = dayNumber(year, month, daysOfMonth(year, month));
      }
    }
  }

  #code(cell: Cell): number {
    return readNumber(/^\s*\d+(?=\s*[-–:.(])/.exec(String(cell))?.[0] ?? cell, this.style);
  }

  #deaths(cells: Cell[], reading: Reading): void {
    const { deaths } = this.mapping;
    if (!deaths) return;
    const best = [deaths.best, ...deaths.plus].map((column) => this.#count(cells[column], reading));
    const counted = best.filter((count) => !Number.isNaN(count));
    const sum = counted.length === 0 ? NaN : counted.reduce((a, b) => a + b, 0);
    const bound = (column: number | null) =>
      column === null ? sum : this.#count(cells[column], reading);
    reading.deaths = [sum, bound(deaths.low), bound(deaths.high)];
  }

  #count(cell: Cell, reading: Reading): number {
    if (isNothing(cell)) return NaN;
    const count = readNumber(cell, this.style);
    if (count >= 0) return count;
    if (!reading.mended.includes(NO_DEATHS)) reading.mended.push(NO_DEATHS);
    return NaN;
  }
}

function noDate(reading: Reading): null {
  reading.mended.push(NO_DATE);
  return null;
}

function dated(reading: Reading, days: Days): null {
  reading.firstDay = days.first;
  reading.lastDay = days.last;
  return null;
}
