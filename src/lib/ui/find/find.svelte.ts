import type { LocusAnswer, LocusOutline } from '../../engine/loci';
import { latest } from '../../engine/latest';
import type { DrawnFind } from '../../map/data';
import {
  conditionOf,
  MOST_CONDITIONS,
  USUAL_TOLERANCE,
  type KeptFind,
  type Lack,
  type Stated,
  type StatedKind,
  type StatedPlace
} from '../../project/finds';
import type { CandidatePoint } from '../../zones/locus/figures';
import type { Condition } from '../../zones/locus/condition';
import { Answers } from '../answers.svelte';
import { area } from '../format';
import type { Session } from '../session.svelte';
import { allSpots, candidateSpots, type Spot } from './spots';
import { nameOf, provinceNamesOf } from './words';

/** What is asked of the engine. */
interface Question {
  key: string;
  conditions: Condition[];
  candidates: CandidatePoint[];
}

/** What is drawn beside the locus may be so coarse, in km. */
const DRAWN_KM = 0.05;
/** A hand that has rested so long is done for now: then the answer is said. */
const REST_MS = 600;

/** The reader's own claim: what it states, where it holds, and what of it was kept. */
export class Finding {
  problem = $state<string | null>(null);
  /** What stood there before a preset or a kept claim took its place. */
  before = $state.raw<Stated[] | null>(null);

  readonly #session: Session;
  #answer = $state.raw<{ of: Question; answer: LocusAnswer } | null>(null);
  readonly #outlines = new Answers((conditions: Condition[]): Promise<LocusOutline> => {
    const { engine } = this.#session;
    if (!engine) throw new Error('The line is not here yet.');
    return engine.locusOutline(conditions, DRAWN_KM);
  });
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session) {
    this.#session = session;
    $effect(() => this.#follow());
    $effect(() => this.#followOutlines());
  }

  #current = $derived.by(() => this.#session.project.current.find);
  stated = $derived(this.#current.stated);
  kept = $derived(this.#current.kept);

  /** Whether the reader is at it: only then is what is looked for on the map. */
  isOpen = $derived.by(() => {
    const { tab, textView } = this.#session.project.current;
    return tab === 'texts' && textView === 'find';
  });

  /** For each statement its condition, or what it lacks. */
  asked = $derived.by((): (Condition | Lack)[] => {
    const { lengthKm } = this.#session;
    return this.stated.map((one) => conditionOf(one, lengthKm ?? Infinity));
  });
  #conditions = $derived(this.asked.filter((one) => typeof one !== 'string'));

  /** What can be chosen by name. */
  spots = $derived.by((): Spot[] =>
    allSpots(this.#session.library, this.#session.data.settlements ?? [])
  );
  /** What the distance is told to. */
  candidates = $derived.by((): Spot[] => [
    ...this.#current.candidates.map((place, i): Spot => {
      return { ...place, id: `own:${i}`, is: 'added by you', folded: [] };
    }),
    ...candidateSpots(this.#session.library)
  ]);
  provinceNames = $derived.by(() => provinceNamesOf(this.#session.data.borders));

  #question = $derived.by((): Question | null => {
    if (this.#conditions.length === 0) return null;
    const conditions = this.#conditions.map((one) => $state.snapshot(one));
    const candidates = this.candidates.map(({ id, at, uncertaintyKm }) => {
      return { id, position: $state.snapshot(at), uncertaintyKm };
    });
    return { key: JSON.stringify([conditions, candidates]), conditions, candidates };
  });

  /** What was answered last; while the next answer is awaited, still that. */
  answer = $derived(this.#question ? (this.#answer?.answer ?? null) : null);
  /** The statements that the conditions of the answer stem from, by their order there. */
  answered = $derived(this.stated.filter((_, i) => typeof this.asked[i] !== 'string'));
  isCurrent = $derived(this.#answer?.of.key === this.#question?.key);

  readonly #ask = latest(
    async (question: Question) => {
      const { engine } = this.#session;
      return engine ? engine.locus(question.conditions, question.candidates) : null;
    },
    (answer, of) => {
      this.problem = null;
      this.#answer = answer && { of, answer };
      if (answer) this.#saySoon(answer);
    },
    (error) => {
      this.#answer = null;
      this.problem = error instanceof Error ? error.message : String(error);
    }
  );

  /** Settlements that arrive later are among what lies inside. */
  #follow(): void {
    const { engine, data } = this.#session;
    const question = this.#question;
    void data.settlements;
    if (engine && question && this.isOpen) this.#ask(question);
  }

  #followOutlines(): void {
    if (!this.#session.engine) return;
    const alone = this.isOpen && this.#conditions.length > 1 ? this.#conditions : [];
    this.#outlines.want(
      'conditions',
      alone.map((one) => this.#outlineOf([one]))
    );
    this.#outlines.want(
      'kept',
      this.kept.filter(({ shown }) => shown).map((one) => this.#outlineOf(this.conditionsOf(one)))
    );
  }

  #outlineOf(conditions: Condition[]) {
    const input = conditions.map((one) => $state.snapshot(one));
    return { key: JSON.stringify(input), input };
  }

  /** What the map draws of it. */
  drawn = $derived.by((): DrawnFind => {
    const alone = this.isOpen && this.#conditions.length > 1 ? this.#conditions : [];
    return {
      conditions: alone.flatMap((one) => this.#drawnOf([one]) ?? []),
      locus: this.isOpen ? (this.answer?.polygons ?? null) : null,
      kept: this.kept
        .filter(({ shown }) => shown)
        .flatMap((one) => {
          const polygons = this.#drawnOf(this.conditionsOf(one));
          return polygons ? [{ id: one.id, name: one.name, polygons }] : [];
        })
    };
  });

  #drawnOf(conditions: Condition[]) {
    return this.#outlines.of(this.#outlineOf(conditions).key)?.polygons ?? null;
  }

  /** How large a kept one is, and where; null until that is known or while it is hidden. */
  outlineOf(kept: KeptFind): LocusOutline | null {
    return this.#outlines.of(this.#outlineOf(this.conditionsOf(kept)).key);
  }

  /** The exact outline of a kept one. */
  async exactOutline(kept: KeptFind): Promise<LocusOutline | null> {
    const { input } = this.#outlineOf(this.conditionsOf(kept));
    return (await this.#session.engine?.locusOutline(input)) ?? null;
  }

  conditionsOf({ stated }: KeptFind): Condition[] {
    const asked = stated.map((one) => conditionOf(one, this.#session.lengthKm ?? Infinity));
    return asked.filter((one) => typeof one !== 'string');
  }

  #saySoon(answer: LocusAnswer): void {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      this.#session.said = summaryOf(answer);
    }, REST_MS);
  }

  add(kind: StatedKind): void {
    if (this.stated.length < MOST_CONDITIONS) this.#current.stated.push(this.#first(kind));
  }

  /** Of the line about where the reader looks, or its middle. */
  #first(kind: StatedKind): Stated {
    const extent = { as: 'about' as const, km: 20, tolerance: USUAL_TOLERANCE };
    const lengthKm = Math.floor(this.#session.lengthKm ?? FALLBACK_LENGTH_KM);
    const { chainageKm } = this.#session.located?.station ?? { chainageKm: lengthKm / 2 };
    const fromKm = Math.round(
      Math.max(0, Math.min(lengthKm - FIRST_KM, chainageKm - FIRST_KM / 2))
    );
    switch (kind) {
      case 'distance':
        return { kind, from: null, extent };
      case 'offset':
        return { kind, side: 'either', extent };
      case 'stretch':
        return { kind, fromKm, toKm: fromKm + FIRST_KM };
      case 'province':
        return { kind, id: null };
    }
  }

  /** Changes a statement in its place, so that the field at work keeps the focus. */
  change(index: number, change: Partial<Stated>): void {
    Object.assign(this.#current.stated[index], change);
  }

  remove(index: number): void {
    this.#current.stated.splice(index, 1);
  }

  /** Puts other statements in the place of those there, which can be brought back. */
  take(stated: readonly Stated[]): void {
    const there = $state.snapshot(this.stated);
    this.before = there.length > 0 ? there : null;
    this.#current.stated = structuredClone($state.snapshot(stated) as Stated[]);
  }

  bringBack(): void {
    if (this.before) this.#current.stated = this.before;
    this.before = null;
  }

  addCandidate({ name, at, uncertaintyKm }: StatedPlace): void {
    this.#current.candidates.push({ name, at: [...at], uncertaintyKm });
  }

  removeCandidate(id: string): void {
    this.#current.candidates.splice(Number(id.slice('own:'.length)), 1);
  }

  /** Keeps what is stated as a layer of its own. */
  keep(name: string): void {
    const number = 1 + Math.max(0, ...this.kept.map(({ id }) => Number(id.slice('find:'.length))));
    const stated = $state.snapshot(this.answered);
    const given = name.trim() || nameOf(stated, this.provinceNames);
    this.#current.kept.push({ id: `find:${number}`, name: given, shown: true, stated });
    this.#session.said = `${given} is kept as a layer.`;
  }

  forget(id: string): void {
    const gone = this.kept.find((one) => one.id === id);
    this.#current.kept = this.kept.filter((one) => one.id !== id);
    if (gone) this.#session.said = `${gone.name} is deleted.`;
  }
}

/** How long a stretch is at first, in km, and the line until it is known. */
const FIRST_KM = 200;
const FALLBACK_LENGTH_KM = 2600;

/** The answer in a sentence, for those who do not see it. */
function summaryOf({ areaKm2, parts, conflict, settlements }: LocusAnswer): string {
  if (conflict.length > 0) return 'These conditions cannot be met together.';
  if (parts.length === 0) return 'Nowhere does this hold.';
  const inParts = parts.length === 1 ? 'in one piece' : `in ${parts.length} parts`;
  return `It holds on ${area(areaKm2)} ${inParts}, with ${settlements.length} settlements.`;
}
