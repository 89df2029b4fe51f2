import type { Library } from './library';
import type { Paragraph } from './paragraphs';

/** Something that paragraphs have in common, and the paragraphs that have it. */
export interface Shared {
  /** The subject's words, or the place's id. */
  of: string;
  paragraphs: readonly Paragraph[];
}

/** What several texts have, and what only one of them has. */
export interface Comparison {
  common: Shared[];
  only: { text: string; shared: Shared[] }[];
}

/** The paragraphs under each of the keys that `keysOf` gives for them, in order of appearance. */
function grouped(library: Library, keysOf: (one: Paragraph) => readonly string[]): Shared[] {
  const groups = new Map<string, Paragraph[]>();
  for (const paragraph of library.paragraphs) {
    for (const key of new Set(keysOf(paragraph))) {
      groups.set(key, [...(groups.get(key) ?? []), paragraph]);
    }
  }
  return [...groups].map(([of, paragraphs]) => ({ of, paragraphs }));
}

const textsOf = ({ paragraphs }: Shared) => new Set(paragraphs.map(({ text }) => text));

function compared(library: Library, shared: readonly Shared[]): Comparison {
  return {
    common: shared.filter((one) => textsOf(one).size > 1),
    only: library.texts.map(({ id }) => ({
      text: id,
      shared: shared.filter((one) => textsOf(one).size === 1 && textsOf(one).has(id))
    }))
  };
}

/** The subjects, those of which most texts speak first, each with its paragraphs text by text. */
export function bySubject(library: Library): Shared[] {
  return grouped(library, ({ subjects }) => subjects).sort(
    (a, b) => textsOf(b).size - textsOf(a).size
  );
}

/** Which subjects several texts have, and which only one. */
export function compareSubjects(library: Library): Comparison {
  return compared(library, bySubject(library));
}

/** Which places and areas several texts speak of, and which only one. */
export function comparePlaces(library: Library): Comparison {
  return compared(
    library,
    grouped(library, ({ placeIds }) => placeIds)
  );
}
