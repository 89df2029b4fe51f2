import contextData from './data/context.json';
import textA from './data/text-a.json';
import textB from './data/text-b.json';
import { byId } from './gazetteer';
import { readData } from './read';
import { contextFaults, textFaults } from './references';
import {
  ContextSchema,
  TextSchema,
  type Annotation,
  type Context,
  type SourceText,
  type TextEvent
} from './schema';

/**
 * Reads one text's file. Its paragraphs must be in its outline and its places in the gazetteer.
 *
 * @param known  whether a place or area has this id; the project's gazetteer unless told
 * @throws DataError listing every fault with file, path, what is wrong and what to do
 */
export function readText(
  data: unknown,
  file: string,
  known: (id: string) => boolean = (id) => byId(id) !== undefined
): SourceText {
  return readData(file, TextSchema, data, (text) => textFaults(text, known));
}

/**
 * Reads what the record says; the paragraphs it refers to must be in the texts.
 *
 * @throws DataError listing every fault with file, path, what is wrong and what to do
 */
export function readContext(
  data: unknown,
  texts: readonly SourceText[],
  file = 'context.json'
): Context {
  return readData(file, ContextSchema, data, (context) => contextFaults(context, texts));
}

/** The texts, in the order in which they are shown. */
export const texts: readonly SourceText[] = [
  readText(textA, 'text-a.json'),
  readText(textB, 'text-b.json')
];

/** What is the record's or ours, and in no text. */
export const context: Context = readContext(contextData, texts);

const annotations: readonly Annotation[] = texts.flatMap((text) =>
  text.annotations.map((annotation) => ({ ...annotation, text: text.id }))
);

/** The text with this id; undefined when there is none. */
export function textById(id: string): SourceText | undefined {
  return texts.find((text) => text.id === id);
}

/** What every text says of a place or area: text by text, by paragraph. Empty for an unknown id. */
export function annotationsOf(placeId: string): Annotation[] {
  return annotations.filter(({ of }) => of === placeId);
}

/** The events at a place or area, text by text; the text's id stands beside each. */
export function eventsAt(placeId: string): (TextEvent & { text: string })[] {
  return texts.flatMap((text) =>
    text.events
      .filter(({ at }) => at.includes(placeId))
      .map((event) => ({ ...event, text: text.id }))
  );
}
