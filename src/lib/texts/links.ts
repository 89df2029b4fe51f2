import type { Library } from './library';
import type { ParagraphRef } from './paragraphs';
import type { Annotation } from './schema';
import { whenWords } from './time/span';

/** Something that a statement belongs with, and the paragraph that tells it. */
export interface TextLink extends ParagraphRef {
  kind: 'statement' | 'event' | 'demand' | 'claim';
  /** The claim's id, where it is one. */
  claim: string | null;
  /** Unique among the links of one statement. */
  key: string;
  words: string;
}

/**
 * What a statement belongs with: what its text links it to (read both ways), the events and claims of
 * its own paragraph at or about its place, and the demands about it.
 */
export function linksOf(statement: Annotation, library: Library): TextLink[] {
  const { text, id, par, of, related } = statement;
  const own = library.textById(text);
  const isLinked = (other: string) => related.includes(other);
  const sameText = library.paragraphs.filter((one) => one.text === text);

  const statements = (own?.annotations ?? [])
    .filter((one) => isLinked(one.id) || one.related.includes(id))
    .map((one) => link('statement', { text, par: one.par }, one.says));
  const events = (own?.events ?? [])
    .filter((one) => isLinked(one.id) || (one.pars.includes(par) && one.at.includes(of)))
    .map((one) => link('event', { text, par: one.pars[0] }, `${one.name}, ${whenWords(one.when)}`));
  const demands = library.paragraphs
    .flatMap((one) => one.demands)
    .filter(({ about }) => about.includes(of))
    .map((one) => link('demand', one, `${one.by}: ${one.asks}`));
  const claims = sameText
    .flatMap((one) => one.claims)
    .filter((one) => isLinked(one.id) || (one.par === par && one.about.includes(of)))
    .map((one) => ({ ...link('claim', one, one.states), claim: one.id }));

  const all = [...statements, ...events, ...demands, ...claims];
  return all.filter((one, i) => all.findIndex(({ key }) => key === one.key) === i);
}

function link(kind: TextLink['kind'], { text, par }: ParagraphRef, words: string): TextLink {
  return { kind, claim: null, text, par, words, key: `${kind} ${text} ${par} ${words}` };
}
