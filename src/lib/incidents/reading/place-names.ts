import type { LonLat } from '../../geodesy/position';
import type { Cell } from './sheet';

/** A named place that incidents may be put at. */
export interface NamedPlace {
  name: string;
  at: LonLat;
  /** Whose name it is: “Settlements (GeoNames)”, “Text A”. */
  from: string;
}

export interface NameGuess {
  /** As the table writes it, to be a key of a mapping's `confirmed`. */
  name: string;
  guess: NamedPlace | null;
  /** How many sampled rows name it. */
  rows: number;
}

/** Words that say what kind of place it is, not which. */
const KINDS = new Set(
  (
    'district agency tehsil tahsil village town city area province division sub subdivision valley near ' +
    'in of the and wa bazar bazaar camp region frontier fr tribal county wuleswali woluswali'
  ).split(' ')
);

/**
 * A name as it sounds, whatever its spelling: without accents, kinds of places and doubled letters,
 * with one letter for those that transliterations exchange (Miranshah, Miran Shah, Meeramshah).
 */
export function foldedName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const words = plain.split(' ').filter((word) => !KINDS.has(word));
  return (words.length > 0 ? words.join('') : plain.replaceAll(' ', ''))
    .replace(/kh|q|c(?!h)/g, 'k')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/zh|j/g, 'z')
    .replace(/w|v/g, 'w')
    .replace(/ee|ie|y|e/g, 'i')
    .replace(/oo|ou|o/g, 'u')
    .replace(/(.)\1+/g, '$1')
    .replace(/mshah?$/, 'nsha')
    .replace(/h$/, '');
}

/** Finds places by their names, in the order in which they are given: the likelier first. */
export class PlaceNames {
  readonly #byFolded = new Map<string, NamedPlace>();

  constructor(places: Iterable<NamedPlace>) {
    for (const place of places) {
      const folded = foldedName(place.name);
      if (folded !== '' && !this.#byFolded.has(folded)) this.#byFolded.set(folded, place);
    }
  }

  /**
   * The place that a text names: all of it, else the first of its parts between commas, slashes and
   * brackets that is one, else the place whose name differs in one letter (names of five and more).
   */
  guess(text: string): NamedPlace | null {
    const parts = [text, ...text.split(/[,;/()–-]|\bin\b|\bnear\b|\bof\b/i)];
    for (const part of parts) {
      const place = this.#byFolded.get(foldedName(part));
      if (place) return place;
    }
    return this.#nearly(foldedName(parts[1] ?? text));
  }

  #nearly(folded: string): NamedPlace | null {
    if (folded.length < 5 || folded.length > 40) return null;
    const near = [...this.#byFolded].filter(([known]) => isOneLetterOff(known, folded));
    return near.length === 1 ? near[0][1] : null;
  }
}

/** Whether one letter more, less or other makes one of the other. */
export function isOneLetterOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return endA - start <= 1 && endB - start <= 1;
}

/** The names in a column, the most frequent first, each with the place that it may be. */
export function guessNames(cells: Iterable<Cell>, places: PlaceNames, most = 1_000): NameGuess[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const name = String(cell).trim();
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, rows]) => ({ name, guess: places.guess(name), rows }));
}
