import { countByKind, kindOf, ofKinds, type Kind } from '../../texts/kinds';
import type { Library } from '../../texts/library';
import type { Paragraph, ParagraphRef, Told } from '../../texts/paragraphs';
import type { Annotation, StatementKind, TextEvent } from '../../texts/schema';
import type { DrawnStatement } from '../../map/data';
import { EVERYTHING, type Focus } from '../../map/focus';
import { overlap, spanOf, whenWords, type Span } from '../../texts/time/span';
import { isFarAway } from '../panels/place-list';
import type { Session } from '../session.svelte';
import { filterWords, KIND_NAMES } from './kinds';

/** An event of a text, by both ids. */
export interface EventRef {
  text: string;
  id: string;
}

type Chosen = { paragraph: ParagraphRef } | { event: EventRef };

const STATEMENT = 'statement ';

/** What a statement is called among all that can be clicked on the map. */
export function statementKey({ text, id }: Pick<Annotation, 'text' | 'id'>): string {
  return `${STATEMENT}${text} ${id}`;
}

/** What of the texts the reader looks at: it moves the map, and all else there is faded. */
export class Reading {
  /** The part of time that is picked in the timeline; null for all of it. */
  span = $state.raw<Span | null>(null);
  /** The paragraph that is to be brought into view and focused; each time another object. */
  opened = $state.raw<ParagraphRef | null>(null);

  #chosen = $state.raw<Chosen | null>(null);
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  paragraph = $derived.by((): Paragraph | null => {
    const chosen = this.#chosen;
    if (!chosen || !('paragraph' in chosen)) return null;
    const { text, par } = chosen.paragraph;
    return this.paragraphs.find((one) => one.text === text && one.par === par) ?? null;
  });

  /** The kinds of statements that are shown; none for all. */
  kinds = $derived.by((): readonly Kind[] => this.#session.project.current.reading.kinds);
  /** How many statements there are of each kind, in all texts. */
  counts = $derived.by(() => countByKind(this.#library.paragraphs));
  /** The paragraphs that state something of these kinds, with only that. */
  paragraphs = $derived.by(() => ofKinds(this.#library.paragraphs, this.kinds));

  event = $derived.by((): Told<TextEvent> | null => {
    const chosen = this.#chosen;
    if (!chosen || !('event' in chosen)) return null;
    return this.events.find((one) => isSame(one, chosen.event)) ?? null;
  });

  /** Every event of the texts, the earliest first. */
  events = $derived.by((): Told<TextEvent>[] =>
    this.#library.texts
      .flatMap((text) => text.events.map((event) => ({ ...event, text: text.id })))
      .sort((a, b) => spanOf(a.when).from - spanOf(b.when).from || byRecord(a, b))
  );

  /** The places of what is chosen; empty while nothing is. */
  placeIds = $derived.by((): readonly string[] => this.paragraph?.placeIds ?? this.event?.at ?? []);

  /** What the map shows in full. A chosen place is never faded. */
  focus = $derived.by((): Focus => {
    const inFocus = this.#chosen ? this.placeIds : this.#placesInSpan;
    if (!inFocus) return EVERYTHING;
    const ids = [...inFocus, this.#session.project.current.selectedPlace ?? ''];
    return { has: (id) => ids.includes(id) };
  });

  #placesInSpan = $derived.by((): readonly string[] | null => {
    const { span } = this;
    return (
      span && this.events.filter((one) => overlap(spanOf(one.when), span)).flatMap((e) => e.at)
    );
  });

  /** The statements that stand on the map: those of the chosen paragraph, or all. */
  statements = $derived.by((): readonly DrawnStatement[] => {
    const isChosen = this.paragraph !== null;
    const shown = this.paragraph?.annotations ?? this.paragraphs.flatMap((p) => p.annotations);
    return [...shown]
      .sort((a, b) => rankOf(a) - rankOf(b))
      .map((one) => ({
        key: statementKey(one),
        of: one.of,
        head: `${one.text} ¶ ${one.par}${one.kind ? ` · ${KIND_NAMES[kindOf(one)]}` : ''}`,
        says: one.says,
        isChosen
      }));
  });

  /** What is chosen, in a few words, or null while nothing is. */
  words = $derived.by((): string | null => {
    const { paragraph, event } = this;
    if (paragraph) return `Text ${paragraph.text}, paragraph ${paragraph.par}`;
    if (event) return `${event.name}, ${whenWords(event.when)}`;
    return this.span ? 'A part of the timeline' : null;
  });

  get #library(): Library {
    return this.#session.library;
  }

  /** Shows a paragraph's places on the map and fades the others; the same once more lets go. */
  choose({ text, par }: ParagraphRef): void {
    const { paragraph } = this;
    if (paragraph?.text === text && paragraph.par === par) {
      this.letGo();
      return;
    }
    this.#chosen = { paragraph: { text, par } };
    this.#show();
  }

  /** Shows statements of these kinds alone, in the lists and on the map; none for all. */
  showKinds(kinds: readonly Kind[]): void {
    const { current } = this.#session.project;
    current.reading = { ...current.reading, kinds: [...kinds] };
    this.#session.said = `${filterWords(kinds, this.counts)}.`;
  }

  /** Opens the outline of a text. */
  read(text: string): void {
    const { current } = this.#session.project;
    Object.assign(current, { tab: 'texts', textView: 'read', panelOpen: true });
    current.reading = { ...current.reading, mode: 'apart', text };
  }

  /** Opens the outline at a paragraph and chooses it. */
  open(ref: ParagraphRef): void {
    this.read(ref.text);
    const isLeft = this.paragraphs.some(({ text, par }) => text === ref.text && par === ref.par);
    if (!isLeft) this.showKinds([]);
    this.#chosen = { paragraph: { text: ref.text, par: ref.par } };
    this.opened = { text: ref.text, par: ref.par };
    this.#show();
  }

  /** Opens the paragraph of a statement that was clicked on the map; false if `key` names none. */
  openStatement(key: string | null): boolean {
    if (!key?.startsWith(STATEMENT)) return false;
    const statements = this.#library.paragraphs.flatMap(({ annotations }) => annotations);
    const found = statements.find((one) => statementKey(one) === key);
    if (found) this.open(found);
    return found !== undefined;
  }

  chooseEvent({ text, id }: EventRef): void {
    this.#chosen = { event: { text, id } };
    this.#show();
  }

  /** The event so many steps later in time than the chosen one; at the ends it stays. */
  stepEvent(steps: number): void {
    const { events, event } = this;
    if (events.length === 0) return;
    const here = event
      ? events.findIndex((one) => isSame(one, event))
      : steps > 0
        ? -1
        : events.length;
    this.chooseEvent(events[Math.min(events.length - 1, Math.max(0, here + steps))]);
  }

  /** Whether there was anything to let go of. */
  letGo(): boolean {
    const held = this.words !== null;
    this.#chosen = this.span = null;
    if (held) this.#session.said = 'All places are shown again.';
    return held;
  }

  /** Brings the places of what is chosen into view: those near the line, if there are any. */
  #show(): void {
    const { placeIds, words } = this;
    const near = placeIds.filter((id) => !isFarAway(this.#session.supply.stations[id]));
    if (placeIds.length > 0) this.#session.showPlaces(near.length > 0 ? near : placeIds);
    const names = placeIds.map((id) => this.#library.byId(id)?.name ?? id).join(', ');
    this.#session.said = `${words ?? ''}: ${names || 'no place on the map'}.`;
  }
}

/** Where there is not room for all, what is asked and what is held against someone comes first. */
const RANKS: (StatementKind | undefined)[] = ['demand', 'accusation', 'fact', 'opinion', undefined];

function rankOf({ kind }: Annotation): number {
  return RANKS.indexOf(kind);
}

function isSame(a: EventRef, b: EventRef): boolean {
  return a.text === b.text && a.id === b.id;
}

/** Events that their text dates alike stand in the record's order. */
function byRecord(a: TextEvent, b: TextEvent): number {
  const from = ({ when, contextWhen }: TextEvent) => spanOf(contextWhen ?? when).from;
  return from(a) - from(b);
}
