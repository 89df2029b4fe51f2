import { forward } from 'mgrs';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../../../tests/fixtures/incidents/importing';
import { readDays, readParts, serialDay } from './days';
import { numberStyleOf, readNumber } from './numbers';
import { readCoordinate, readPosition } from './positions';
import { precisionOf } from './precision';

const point = { decimal: '.' } as const;
const comma = { decimal: ',' } as const;

describe('numbers', () => {
  test.each([
    ['1,234', point, 1234],
    ['1,23,456', point, 123456],
    ['1 234.5', point, 1234.5],
    ['1’234', point, 1234],
    ['−3', point, -3],
    ['1.234,5', comma, 1234.5],
    ['33,0006', comma, 33.0006],
    ['1.234', comma, 1234],
    [7, point, 7]
  ])('%j is read as it is meant', (text, style, number) => {
    expect(readNumber(text, style)).toBe(number);
  });

  test.each(['NaN', '1e999', 'Infinity', '0x10', '1,2', '12 34', '', '1.2.3', '--1', '5 km'])(
    '%j is no number',
    (text) => {
      expect(readNumber(text, point)).toBeNaN();
    }
  );

  test('commas are decimals only where more numbers have them than points', () => {
    expect(numberStyleOf(['33,1', '69,25', 'a, b'])).toEqual(comma);
    expect(numberStyleOf(['33.1', '69.25', '1,234'])).toEqual(point);
  });
});

describe('days', () => {
  const day = (iso: string) => ({ first: dayOf(iso), last: dayOf(iso) });
  const span = (first: string, last: string) => ({ first: dayOf(first), last: dayOf(last) });

  test.each([
    ['2025-05-16', day('2025-05-16')],
    ['2025-05-16 00:00:00.000', day('2025-05-16')],
    ['2025-05-16T23:30:00+05:00', day('2025-05-16')],
    ['20250516', day('2025-05-16')],
    ['2025/5/6', day('2025-05-06')],
    ['16.05.2025', day('2025-05-16')],
    ['16/5/25', day('2025-05-16')],
    ['16/5/75', day('1975-05-16')],
    ['16 May 2025', day('2025-05-16')],
    ['16-May-25', day('2025-05-16')],
    ['May 16, 2025', day('2025-05-16')],
    ['16th of May 2025', day('2025-05-16')],
    ['Fri, 16 May 2025 12:00:00 GMT', day('2025-05-16')],
    ['16 mai 2025', day('2025-05-16')],
    ['16 de mayo de 2025', day('2025-05-16')],
    ['16. März 2025', day('2025-03-16')],
    ['۱۶/۰۵/۲۰۲۵', day('2025-05-16')],
    ['45793', day('2025-05-16')],
    [1_747_353_600_000, day('2025-05-16')],
    ['May 2025', span('2025-05-01', '2025-05-31')],
    ['2024-02', span('2024-02-01', '2024-02-29')],
    ['02/2024', span('2024-02-01', '2024-02-29')],
    ['202402', span('2024-02-01', '2024-02-29')],
    ['2024', span('2024-01-01', '2024-12-31')],
    ['2024-05-00', span('2024-05-01', '2024-05-31')],
    ['20240000', span('2024-01-01', '2024-12-31')]
  ])('%j is known to the day, month or year', (text, days) => {
    expect(readDays(text, 'dmy')).toEqual(days);
  });

  test('the order decides where all parts are numbers', () => {
    expect(readDays('3/4/2025', 'dmy')).toEqual(day('2025-04-03'));
    expect(readDays('3/4/2025', 'mdy')).toEqual(day('2025-03-04'));
    expect(readDays('16/5/2025', 'mdy')).toBeNull();
  });

  test.each([
    '31 February 2025',
    '2025-02-29',
    '2025-13-01',
    '16 Foo 2025',
    'soon',
    '',
    '1',
    '12:30'
  ])('%j is no date', (text) => {
    expect(readDays(text, 'dmy')).toBeNull();
  });

  test('year, month and day apart, with 0 for what is not known', () => {
    expect(readParts(2012, 5, 16)).toEqual(day('2012-05-16'));
    expect(readParts('2012', 'May', '')).toEqual(span('2012-05-01', '2012-05-31'));
    expect(readParts(2012, 0, 0)).toEqual(span('2012-01-01', '2012-12-31'));
    expect(readParts(2012, 2, 30)).toBeNull();
  });

  test('day numbers of spreadsheets, about the day that never was', () => {
    expect(serialDay(61, false)).toBe(dayOf('1900-03-01'));
    expect(serialDay(59, false)).toBe(dayOf('1900-02-28'));
    expect(serialDay(44331, true)).toBe(dayOf('2025-05-16'));
  });
});

describe('positions', () => {
  test.each([
    ['33.0006', 33.0006],
    ['33°00′02.16″N', 33.0006],
    ['33 0 2.16 N', 33.0006],
    ['N 33° 0.036′', 33.0006],
    ['33-00-02.16N', 33.0006],
    ['33d00m02.16s', 33.0006],
    ['330002N', 33.000556],
    ['33° 00\' 02.16" S', -33.0006]
  ])('the latitude %j', (text, degrees) => {
    expect(readCoordinate(text, 'lat', point)).toBeCloseTo(degrees, 6);
  });

  test('a comma is a point where the file writes it so, and a letter of the other axis is refused', () => {
    expect(readCoordinate('33,0006', 'lat', comma)).toBe(33.0006);
    expect(readCoordinate('33°E', 'lat', point)).toBeNaN();
    expect(readCoordinate('north of Zhob', 'lat', point)).toBeNaN();
  });

  test.each([
    ['33.5, 70.25'],
    ['(33.5; 70.25)'],
    ['33.5 70.25'],
    ['33°30′N 70°15′E'],
    ['70°15′E, 33°30′N'],
    ['33-30-00N 070-15-00E'],
    ['POINT (70.25 33.5)'],
    ['SRID=4326;POINT Z(70.25 33.5 12)']
  ])('%j in one cell', (text) => {
    const [lon, lat] = readPosition(text, 'lat-lon') ?? [NaN, NaN];
    expect(lon).toBeCloseTo(70.25, 9);
    expect(lat).toBeCloseTo(33.5, 9);
  });

  test('MGRS comes back within half of its square', () => {
    for (const digits of [2, 3, 4, 5]) {
      const grid = forward([70.0712, 33.0006], digits);
      const [lon, lat] = readPosition(`${grid.slice(0, 3)} ${grid.slice(3)}`, 'lat-lon') ?? [0, 0];
      const halfDegrees = (10 ** (5 - digits) / 2 / 90_000) * 1.5;
      expect(Math.abs(lon - 70.0712)).toBeLessThan(halfDegrees + 1e-5);
      expect(Math.abs(lat - 33.0006)).toBeLessThan(halfDegrees + 1e-5);
    }
    expect(readPosition('42SXX', 'lat-lon')).toBeNull();
  });
});

test('a code that the codebook does not have is not made out to be one', () => {
  expect(precisionOf(9, 'ucdp').precision).toBe('unknown');
  expect(precisionOf(NaN, 'acled').precision).toBe('unknown');
  expect(precisionOf(12, 'km')).toEqual({ precision: 'near', radiusKm: 12 });
});
