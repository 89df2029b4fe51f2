import { describe, expect, it } from 'vitest';
import { readFile } from './testing';

type Row = [
  name: string,
  lon: number,
  lat: number,
  country: string,
  population: number | null,
  role: string | null,
  rank: number,
  geonamesId: number | null,
  vintage: string
];

const { columns, rows } = readFile<{ columns: string[]; rows: Row[] }>('settlements.json');
const named = (name: string): Row[] => rows.filter((row) => row[0] === name);

describe('the settlements', () => {
  it('name their columns', () => {
    expect(columns).toEqual([
      'name',
      'lon',
      'lat',
      'country',
      'population',
      'role',
      'rank',
      'geonamesId',
      'vintage'
    ]);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });

  it('count all of both countries, and how few populations are known', () => {
    const known = (country: string): number[] => {
      const own = rows.filter((row) => row[3] === country);
      return [own.length, own.filter((row) => row[4] !== null).length];
    };
    expect(known('AF')).toEqual([318, 92]);
    expect(known('PK')).toEqual([564, 408]);
  });

  it('say null, never 0, where nobody knows how many live there', () => {
    expect(rows.filter((row) => row[4] !== null && row[4] <= 0)).toEqual([]);
  });

  it('have each town once', () => {
    expect(named('Kabul')).toHaveLength(1);
    expect(named('Chaman')).toHaveLength(1);
    const places = rows.map((row) => `${row[0]} ${row[1].toFixed(2)} ${row[2].toFixed(2)}`);
    expect(new Set(places).size).toBe(rows.length);
  });

  it('rank capitals first, then seats of provinces, then by size', () => {
    expect(named('Kabul')[0][6]).toBe(1);
    expect(named('Islamabad')[0][6]).toBe(1);
    expect(named('Kandahar')[0][6]).toBe(2);
    expect(named('Karachi')[0][6]).toBe(2);
    expect(named('Miran Shah')[0].slice(4)).toEqual([3334, null, 5, 1170367, 'both']);
    expect(rows.map((row) => row[6])).toEqual(rows.map((row) => row[6]).sort());
  });
});
