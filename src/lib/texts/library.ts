import { gazetteer, type Entry } from './gazetteer';
import { paragraphsOf, type Paragraph, type ParagraphRef, type Told } from './paragraphs';
import type { Annotation, Area, Context, Gazetteer, Place, SourceText, TextEvent } from './schema';
import { context, ownTexts } from './texts';

/** The texts that are shown and the places that they speak of: the project's and those added. */
export interface Library {
  texts: readonly SourceText[];
  /** The gazetteer's places and areas, then those that texts brought. */
  places: readonly Place[];
  areas: readonly Area[];
  /** Places, areas and crossings in this order: what the list shows and the search goes through. */
  entries: readonly Entry[];
  /** Every text's paragraphs, text by text. */
  paragraphs: readonly Paragraph[];
  /** The place, area or crossing with this id, context places included; undefined if none has it. */
  byId(id: string): Entry | undefined;
  textById(id: string): SourceText | undefined;
  paragraph(ref: ParagraphRef): Paragraph | undefined;
  /** What every text says of a place or area, text by text. Empty for an unknown id. */
  annotationsOf(placeId: string): readonly Annotation[];
  /** The events at a place or area, text by text. */
  eventsAt(placeId: string): readonly Told<TextEvent>[];
  /** The paragraphs that speak of a place or area in any way, text by text. */
  speakingOf(placeId: string): readonly Paragraph[];
}

/** Makes one library of texts; each must have an id of its own (see `readText`). */
export function makeLibrary(
  texts: readonly SourceText[],
  sources: { gazetteer: Gazetteer; context: Context } = { gazetteer, context }
): Library {
  const { crossings, contextPlaces } = sources.gazetteer;
  const areas = [...sources.gazetteer.areas, ...texts.flatMap((text) => text.areas)];
  const places = [...sources.gazetteer.places, ...texts.flatMap((text) => text.places)];
  const typed = <T extends Entry['type'], P>(type: T, list: readonly P[]) =>
    list.map((one) => ({ type, ...one }));
  const entries: Entry[] = [
    ...typed('place', places),
    ...typed('area', areas),
    ...typed('crossing', crossings)
  ];
  const index = new Map([...entries, ...typed('place', contextPlaces)].map((one) => [one.id, one]));
  const paragraphs = texts.flatMap((text) => paragraphsOf(text, sources.context));
  const annotations = paragraphs.flatMap((paragraph) => paragraph.annotations);

  return {
    texts,
    places,
    areas,
    entries,
    paragraphs,
    byId: (id) => index.get(id),
    textById: (id) => texts.find((text) => text.id === id),
    paragraph: ({ text, par }) => paragraphs.find((one) => one.text === text && one.par === par),
    annotationsOf: (placeId) => annotations.filter(({ of }) => of === placeId),
    eventsAt: (placeId) =>
      texts.flatMap((text) =>
        text.events
          .filter(({ at }) => at.includes(placeId))
          .map((event) => ({ ...event, text: text.id }))
      ),
    speakingOf: (placeId) => paragraphs.filter(({ placeIds }) => placeIds.includes(placeId))
  };
}

/** The library of the project's own texts alone. */
export const ownLibrary: Library = makeLibrary(ownTexts);
