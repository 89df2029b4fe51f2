import { describe, expect, it } from 'vitest';
import data from './data/gazetteer.json';
import { crossings, gazetteer, isFarFromLine, readGazetteer, unplacedCrossings } from './gazetteer';
import { ownLibrary } from './library';

const { areas, contextPlaces, places } = gazetteer;
const { byId, entries } = ownLibrary;

/** The file's data with one thing changed, as a slip of the hand would change it. */
function broken(change: (copy: typeof data) => unknown): unknown {
  const copy = structuredClone(data);
  change(copy);
  return copy;
}

describe('the gazetteer', () => {
  it('holds every place, area and crossing of the inventory (shared texts.json: 14, 6, 5)', () => {
    expect(places).toHaveLength(14);
    expect(areas).toHaveLength(6);
    // The five with a position, and Nawa Pass, which the inventory's note gives roughly.
    expect(crossings.map(({ id }) => id)).toEqual([
      'torkham',
      'wesh-chaman',
      'ghulam-khan',
      'angoor-adda',
      'arandu',
      'nawa-pass'
    ]);
    expect(unplacedCrossings.map(({ name }) => name)).toEqual(['Kharlachi']);
  });

  it('lists all four candidates for the copper site', () => {
    const site = places.find(({ id }) => id === 'mohammed-khil');
    expect(site?.candidates?.map(({ name }) => name)).toEqual([
      'Muhammad Khel village',
      'Boya',
      'mining lease EL-101, centroid',
      'Datta Khel'
    ]);
  });

  it('gives Nawa Pass, which nobody locates well, a ring of at least 5 km', () => {
    const pass = crossings.find(({ id }) => id === 'nawa-pass');
    expect(pass?.uncertaintyKm).toBeGreaterThanOrEqual(5);
    expect(pass?.note).toMatch(/no sound position/i);
  });

  it('marks the one place that no text names as ours', () => {
    expect(contextPlaces.map(({ id }) => id)).toEqual(['urgun']);
    expect(contextPlaces.every(({ context }) => context !== undefined)).toBe(true);
    expect(entries.map(({ id }) => id)).not.toContain('urgun');
    expect(byId('urgun')?.type).toBe('place');
  });

  it('keeps the names in local scripts beside the texts’ spelling', () => {
    expect(byId('kabul')?.local).toContainEqual({ lang: 'ps', name: 'کابل' });
    expect(byId('miranshah')?.local).toContainEqual({ lang: 'ur', name: 'میران شاہ' });
    expect(byId('mohammed-khil')?.common).toBe('Muhammad Khel');
  });

  it('calls New Delhi far from the line and Islamabad near, on either side', () => {
    // Offsets in km as `station` gives them; crossings.test.ts asks it for every place.
    expect(isFarFromLine(-838.9)).toBe(true);
    expect(isFarFromLine(-183.6)).toBe(false);
    expect(isFarFromLine(10759)).toBe(true);
  });
});

describe('a broken gazetteer', () => {
  it('is refused when latitude and longitude are swapped beyond the globe', () => {
    const data = broken((copy) => (copy.places[13].at = [40.7489, -173.968]));
    expect(() => readGazetteer(data, 'g.json')).toThrow(
      'g.json: places[13].at[1] -173.968: is no latitude: give degrees from -90 to 90, longitude first'
    );
  });

  it('is refused when an uncertainty is missing or nil', () => {
    const missing = broken(
      (copy) => delete (copy.places[0] as { uncertaintyKm?: number }).uncertaintyKm
    );
    expect(() => readGazetteer(missing)).toThrow(
      'gazetteer.json: places[0].uncertaintyKm is missing: add it'
    );
    const nil = broken((copy) => (copy.crossings[0].uncertaintyKm = 0));
    expect(() => readGazetteer(nil)).toThrow('crossings[0].uncertaintyKm 0: must be above 0 km');
  });

  it('is refused when an id stands twice, also across its lists', () => {
    const data = broken((copy) => (copy.crossings[0].id = 'kabul'));
    expect(() => readGazetteer(data)).toThrow(
      'crossings[0].id "kabul" stands twice: give each its own id'
    );
  });

  it('is refused when a shape is of no known kind', () => {
    const data = broken((copy) => (copy.areas[0].shape.as = 'circle'));
    expect(() => readGazetteer(data)).toThrow(/areas\[0\]\.shape\.as is "circle": it must be/);
  });

  it('tells every fault at once', () => {
    const data = broken((copy) => {
      copy.places[1].name = ' ';
      copy.places[2].kind = 'village';
    });
    expect(() => readGazetteer(data)).toThrow(
      /places\[1\]\.name "": must not be blank\n.*places\[2\]\.kind is "village"/
    );
  });
});
