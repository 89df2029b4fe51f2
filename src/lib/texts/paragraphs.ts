import type {
  Annotation,
  Claim,
  Conflict,
  Context,
  DemandItem,
  SourceText,
  TextEvent,
  TextPart
} from './schema';

/** A paragraph of a text, by the text's id and the paragraph's number. */
export interface ParagraphRef {
  text: string;
  par: number;
}

/** A demand with who makes it of whom. */
export type Asked = DemandItem & { text: string; by: string; of: string };
/** An event or claim, with the text that tells it. */
export type Told<T> = T & { text: string };

/** A paragraph with all that the data has of it: what it puts on the map and the timeline. */
export interface Paragraph extends ParagraphRef {
  isHeading: boolean;
  gist: string;
  /** The part that it stands in, where the text has parts of different kinds. */
  part: TextPart | null;
  subjects: readonly string[];
  annotations: readonly Annotation[];
  events: readonly Told<TextEvent>[];
  demands: readonly Asked[];
  claims: readonly Told<Claim>[];
  /** Where it meets the record, its own text or another. */
  conflicts: readonly Conflict[];
  /** Every place and area that any of these is of, each once. */
  placeIds: readonly string[];
}

/** Every demand of a text, with who makes it of whom. */
export function demandsOf(text: SourceText): Asked[] {
  return text.demands.flatMap(({ by, of, items }) =>
    items.map((item) => ({ ...item, text: text.id, by, of }))
  );
}

/** The text's paragraphs in their order. */
export function paragraphsOf(text: SourceText, context: Context): Paragraph[] {
  const mine = <T extends object>(one: T): Told<T> => ({ ...one, text: text.id });
  const asked = demandsOf(text);
  return text.outline.map(({ par, heading = false, gist, subjects }) => {
    const annotations = text.annotations.filter((one) => one.par === par).map(mine);
    const events = text.events.filter(({ pars }) => pars.includes(par)).map(mine);
    const demands = asked.filter((one) => one.par === par);
    const claims = text.claims.filter((one) => one.par === par).map(mine);
    const placeIds = [
      ...annotations.map(({ of }) => of),
      ...events.flatMap(({ at }) => at),
      ...[...demands, ...claims].flatMap(({ about }) => about)
    ];
    return {
      text: text.id,
      par,
      isHeading: heading,
      gist,
      part: text.parts.find(({ from, to }) => from <= par && par <= to) ?? null,
      subjects,
      annotations,
      events,
      demands,
      claims,
      conflicts: context.conflicts.filter(({ refs }) =>
        refs.some((ref) => ref.text === text.id && ref.par === par)
      ),
      placeIds: [...new Set(placeIds)]
    };
  });
}
