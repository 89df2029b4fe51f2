import * as v from 'valibot';
import { Id, Km, Link, Par, Position, TextId, When, Words } from './fields';
import { MeasureSchema } from './measure-schema';
import { OwnShapeSchema, ShapeSchema } from './shape-schema';

const LocalName = v.strictObject({
  /** Language code, ISO 639-1: ps, ur, fa … */
  lang: v.pipe(v.string('must be text'), v.regex(/^[a-z]{2,3}$/, 'must be a code like "ps"')),
  name: Words
});

const names = {
  id: Id,
  /** As the texts spell it. */
  name: Words,
  /** The common spelling, where it differs. */
  common: v.optional(Words),
  /** Other spellings that a reader may search for. */
  also: v.optional(v.array(Words), []),
  /** In the scripts of those who live there. */
  local: v.optional(v.array(LocalName), [])
};

const located = {
  at: Position,
  /** Radius of the circle in which the true position lies. */
  uncertaintyKm: Km,
  positionFrom: Words
};

const Candidate = v.strictObject({
  name: Words,
  ...located,
  /** From an earlier calculation, kept to be confirmed or refuted. */
  milesToMiranshah: v.optional(v.number()),
  milesToLine: v.optional(v.number())
});

export const PLACE_KINDS = [
  'mine',
  'town',
  'city',
  'capital',
  'district',
  'venue',
  'country'
] as const;

const PlaceSchema = v.strictObject({
  ...names,
  kind: v.picklist(PLACE_KINDS),
  ...located,
  /** Where else the place may lie. */
  candidates: v.optional(v.array(Candidate)),
  /** Id of a district whose outline is schematic: a tinted label area, never a measure. */
  district: v.optional(Id),
  /** Our own remark, from no text. */
  context: v.optional(Words)
});

const area = {
  ...names,
  kind: Words,
  note: v.optional(Words),
  /** Our own remark, from no text. */
  context: v.optional(Words)
};
const AreaSchema = v.strictObject({ ...area, shape: ShapeSchema });
const OwnAreaSchema = v.strictObject({ ...area, shape: OwnShapeSchema });

const CrossingSchema = v.strictObject({ ...names, ...located, note: v.optional(Words) });

/** Shape of `data/gazetteer.json`: where things lie, whatever any text says of them. */
export const GazetteerSchema = v.strictObject({
  places: v.array(PlaceSchema),
  areas: v.array(AreaSchema),
  crossings: v.array(CrossingSchema),
  /** Crossings without a sound position: told, not drawn. */
  unplacedCrossings: v.array(v.strictObject({ name: Words, note: Words })),
  /** Places of events that no text names. */
  contextPlaces: v.array(PlaceSchema)
});

export const STATEMENT_KINDS = ['fact', 'accusation', 'demand', 'opinion'] as const;

const AnnotationSchema = v.strictObject({
  id: Id,
  par: Par,
  /** Id of the place or area. */
  of: Id,
  /** What the text says, in our words. */
  says: Words,
  /**
   * How the text puts it; a `fact` is stated as one, which does not make it one. Left out where the
   * wording does not tell.
   */
  kind: v.optional(v.picklist(STATEMENT_KINDS)),
  /** Ids of other annotations, events or claims of this text that it belongs with. */
  related: v.optional(v.array(Id), []),
  /** Our own remark, from no text. */
  context: v.optional(Words)
});

const EventSchema = v.strictObject({
  id: Id,
  /** When, as precisely as the text allows. */
  when: When,
  whenNote: v.optional(Words),
  name: Words,
  /** Ids of the places and areas; empty when the event has none. */
  at: v.optional(v.array(Id), []),
  pars: v.pipe(v.array(Par), v.minLength(1, 'must name at least one paragraph')),
  /** Our own remark, from no text. */
  context: v.optional(Words),
  /** When, by the record and not by the text. */
  contextWhen: v.optional(When)
});

const DemandSchema = v.strictObject({
  by: Words,
  of: Words,
  items: v.array(
    v.strictObject({
      par: Par,
      asks: Words,
      /** Ids of the places and areas that it is about. */
      about: v.optional(v.array(Id), [])
    })
  )
});

const ClaimSchema = v.strictObject({
  id: Id,
  par: Par,
  states: Words,
  /** Ids of the places and areas that it is about. */
  about: v.optional(v.array(Id), []),
  /** How the claim is tested, or why it cannot be. */
  test: Words,
  /** What the app measures to test it; left out where nothing here can. */
  measure: v.optional(MeasureSchema),
  context: v.optional(Words)
});

const OutlineRow = v.strictObject({
  par: Par,
  heading: v.optional(v.boolean('must be true or false')),
  /** The paragraph in our own short words. */
  gist: Words,
  /** What it is about: the same words make the same subject, in every text. */
  subjects: v.optional(v.array(Words), [])
});

/** Shape of one text's file, before its references are checked (see `references.ts`). */
export const TextSchema = v.strictObject({
  id: TextId,
  short: Words,
  title: v.optional(Words),
  kind: Words,
  author: v.optional(v.nullable(Words), null),
  outlet: v.optional(v.nullable(Words), null),
  dated: Words,
  stance: Words,
  /** Where it can be read. */
  link: v.optional(Link),
  /** Whether it was made up, to show how a text is added. */
  isExample: v.optional(v.boolean('must be true or false'), false),
  /** File name of the text that the paragraphs are counted in. */
  sourceFile: v.optional(Words),
  /** Spans of paragraphs that differ in kind, where the text has such. */
  parts: v.optional(v.array(v.strictObject({ from: Par, to: Par, kind: Words })), []),
  outline: v.pipe(v.array(OutlineRow), v.minLength(1, 'must have at least one paragraph')),
  /** Places that the gazetteer lacks. */
  places: v.optional(v.array(PlaceSchema), []),
  /** Areas that the gazetteer lacks. */
  areas: v.optional(v.array(OwnAreaSchema), []),
  annotations: v.optional(v.array(AnnotationSchema), []),
  events: v.optional(v.array(EventSchema), []),
  demands: v.optional(v.array(DemandSchema), []),
  claims: v.optional(v.array(ClaimSchema), [])
});

/** Shape of `data/context.json`: what the record and common knowledge say, and no text does. */
export const ContextSchema = v.strictObject({
  positionsOfTheTwoStates: v.strictObject({
    label: Words,
    states: v.array(v.strictObject({ by: Words, says: Words }))
  }),
  publishedLengths: v.array(v.strictObject({ lengthKm: Km, by: Words })),
  fence: v.array(v.strictObject({ when: When, says: Words })),
  reportedBufferZones: v.array(v.strictObject({ widthKm: Km, side: Words, source: Words })),
  precedentsNote: Words,
  /** Widths in km as they are told: "4 (2 + 2)", "15 to 20". */
  precedents: v.array(
    v.strictObject({
      name: Words,
      widthKm: Words,
      /** The document that founded it, by name. */
      document: Words,
      /** What a preset makes of it: the width on each side of a line, the wider first. */
      perSideKm: v.tuple([v.number(), v.number()]),
      /** How that follows, where the widths that are told leave it open. */
      taken: v.optional(Words)
    })
  ),
  /** Where a text meets the record, itself or the other text. */
  conflicts: v.array(
    v.strictObject({ refs: v.array(v.strictObject({ text: TextId, par: Par })), against: Words })
  )
});

export type Gazetteer = v.InferOutput<typeof GazetteerSchema>;
export type Place = v.InferOutput<typeof PlaceSchema>;
export type Candidate = v.InferOutput<typeof Candidate>;
export type Area = v.InferOutput<typeof AreaSchema> | v.InferOutput<typeof OwnAreaSchema>;
export type Crossing = v.InferOutput<typeof CrossingSchema>;
export type LocalName = v.InferOutput<typeof LocalName>;
export type SourceText = v.InferOutput<typeof TextSchema>;
export type TextPart = SourceText['parts'][number];
export type StatementKind = (typeof STATEMENT_KINDS)[number];
export type TextEvent = v.InferOutput<typeof EventSchema>;
export type Demand = v.InferOutput<typeof DemandSchema>;
export type DemandItem = Demand['items'][number];
export type Claim = v.InferOutput<typeof ClaimSchema>;
export type Context = v.InferOutput<typeof ContextSchema>;
export type Conflict = Context['conflicts'][number];

/** What a text says of a place or area, with the text that says it. */
export type Annotation = v.InferOutput<typeof AnnotationSchema> & { text: SourceText['id'] };
