import { foldLetters } from '../formats/fold';
import type { Entry } from './gazetteer';
import type { Library } from './library';

/** The field of an entry in which a search found its words. */
export type MatchedField = 'name' | 'also' | 'local' | 'kind' | 'statement';

export interface SearchHit {
  id: string;
  field: MatchedField;
  /** The field's text as it is shown, for the list to say why the entry was found. */
  text: string;
}

/** Text as the search compares it: no accents, no case, one form of each letter, single spaces. */
export function fold(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

interface Field {
  field: MatchedField;
  text: string;
  folded: string;
}

function fieldsOf(entry: Entry, { annotationsOf }: Library): Field[] {
  const field = (field: MatchedField) => (text: string) => ({ field, text, folded: fold(text) });
  const kind = entry.type === 'crossing' ? 'crossing' : entry.kind;
  return [
    field('name')(entry.name),
    ...[...(entry.common ? [entry.common] : []), ...entry.also].map(field('also')),
    ...entry.local.map(({ name }) => name).map(field('local')),
    field('kind')(kind),
    ...annotationsOf(entry.id)
      .map(({ says }) => says)
      .map(field('statement'))
  ];
}

const NAMES: readonly MatchedField[] = ['name', 'also', 'local'];

/**
 * How well a field answers a folded query, 0 the best: a name that starts so, a name with words that
 * do, a name that holds them anywhere, then kinds and statements with words that start so.
 */
function rankOf({ field, folded }: Field, query: string): number | undefined {
  const words = query.split(' ');
  const wordsStartSo = words.every((word) => ` ${folded}`.includes(` ${word}`));
  if (NAMES.includes(field)) {
    if (folded.replaceAll(' ', '').startsWith(query.replaceAll(' ', ''))) return 0;
    if (wordsStartSo) return 1;
    return words.every((word) => folded.includes(word)) ? 2 : undefined;
  }
  if (!wordsStartSo) return undefined;
  return field === 'kind' ? 3 : 4;
}

/**
 * Prepares a search for places, areas and crossings by any of their names, their kind, or what a text
 * says of them. Accents, case, hyphens and the letter forms of the Arabic script make no difference;
 * several words must all be in one field.
 *
 * @returns a search that gives one hit an entry, with the field that answered best; prefix hits on
 *   names first, equals in the library's order. Nothing for a blank query.
 */
export function searchIn(library: Library): (query: string) => SearchHit[] {
  const index = library.entries.map((entry) => ({
    id: entry.id,
    fields: fieldsOf(entry, library)
  }));
  return (query) => find(index, fold(query));
}

function find(index: readonly { id: string; fields: Field[] }[], folded: string): SearchHit[] {
  if (folded === '') return [];
  return index
    .flatMap(({ id, fields }) =>
      fields
        .flatMap((field) => {
          const rank = rankOf(field, folded);
          return rank === undefined ? [] : [{ id, field: field.field, text: field.text, rank }];
        })
        .sort((a, b) => a.rank - b.rank)
        .slice(0, 1)
    )
    .sort((a, b) => a.rank - b.rank)
    .map(({ id, field, text }) => ({ id, field, text }));
}
