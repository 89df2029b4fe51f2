import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownLibrary } from './library';
import { fold, searchIn } from './search';

const { entries } = ownLibrary;
const search = searchIn(ownLibrary);

const ids = (query: string) => search(query).map(({ id }) => id);

describe('search', () => {
  it('finds a place by another spelling and says which', () => {
    expect(search('Miramshah')).toEqual([{ id: 'miranshah', field: 'also', text: 'Miramshah' }]);
  });

  it('finds a place by its name in its own script, typed on any keyboard', () => {
    expect(search('کابل')[0]).toEqual({ id: 'kabul', field: 'local', text: 'کابل' });
    // Arabic kaf and yeh instead of the Persian ones; heh instead of the Urdu heh.
    expect(ids('كابل')[0]).toBe('kabul');
    expect(ids('ميران شاه')[0]).toBe('miranshah');
  });

  it('finds a place by a word inside its name', () => {
    expect(ids('khel')).toEqual(['mohammed-khil']);
  });

  it('minds neither accents, case, hyphens nor spaces', () => {
    expect(ids('ISTANBUL')[0]).toBe('istanbul');
    expect(ids('türkiye')[0]).toBe('turkey');
    expect(ids('turkiye')[0]).toBe('turkey');
    expect(ids('wesh chaman')[0]).toBe('wesh-chaman');
    expect(ids('new-delhi')[0]).toBe('new-delhi');
    expect(ids('miran shah')[0]).toBe('miranshah');
  });

  it('puts names that start with the words before statements that hold them', () => {
    const hits = search('china');
    expect(hits[0]).toMatchObject({ id: 'china', field: 'name' });
    expect(hits[1]).toMatchObject({ id: 'mohammed-khil', field: 'statement' });
  });

  it('finds all crossings and all districts by their kind', () => {
    const crossings = entries.filter(({ type }) => type === 'crossing').map(({ id }) => id);
    expect(ids('crossing').slice(0, crossings.length)).toEqual(crossings);
    expect(ids('district')).toEqual(['swat', 'north-waziristan', 'south-waziristan']);
  });

  it('gives nothing for a blank query or for words that nobody used', () => {
    expect(search('  ')).toEqual([]);
    expect(search('zanzibar')).toEqual([]);
  });

  it('finds every entry by any of its own names', () => {
    for (const { id, name, common, also, local } of entries) {
      for (const own of [name, ...(common ? [common] : []), ...also, ...local.map((l) => l.name)]) {
        expect(ids(own), own).toContain(id);
      }
    }
  });

  it('takes any input without failing and names each entry once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const found = ids(query);
        expect(new Set(found).size).toBe(found.length);
        expect(fold(fold(query))).toBe(fold(query));
      })
    );
  });
});
