import contextData from './data/context.json';
import textA from './data/text-a.json';
import textB from './data/text-b.json';
import { isInGazetteer } from './gazetteer';
import { withOwnPlaces } from './own-places';
import { readData } from './read';
import { contextFaults, textFaults } from './references';
import { ContextSchema, TextSchema, type Context, type SourceText } from './schema';

/**
 * Reads one text's file. Its paragraphs must be in its outline and its places in the gazetteer or in
 * the text's own list, whose ids are made unique among texts (see `withOwnPlaces`).
 *
 * @param inGazetteer  whether the gazetteer has this id; the project's own unless told
 * @throws DataError listing every fault with file, path, what is wrong and what to do
 */
export function readText(
  data: unknown,
  file: string,
  inGazetteer: (id: string) => boolean = isInGazetteer
): SourceText {
  return withOwnPlaces(readData(file, TextSchema, data, (text) => textFaults(text, inGazetteer)));
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

/** The project's own texts, in the order in which they are shown. */
export const ownTexts: readonly SourceText[] = [
  readText(textA, 'text-a.json'),
  readText(textB, 'text-b.json')
];

/** What is the record's or ours, and in no text. */
export const context: Context = readContext(contextData, ownTexts);
