import { proxy } from 'comlink';
import { untrack } from 'svelte';
import type { LocusAnswer, LocusOutline } from '../../engine/loci';
import { latest } from '../../engine/latest';
import type { DrawnFind } from '../../map/data';
import {
  conditionOf,
  looseConditionOf,
  MOST_CONDITIONS,
  type KeptFind,
  type Lack,
  type Stated,
  type StatedKind,
  type StatedPlace
} from '../../project/finds';
import type { CandidatePoint } from '../../zones/locus/figures';
import type { Condition } from '../../zones/locus/condition';
import { Answers } from '../answers.svelte';
import type { Session } from '../session.svelte';
import { allSpots, candidateSpots, type Spot } from './spots';
import { candidatesDrawn } from './drawn';
import { firstOf } from './first';
import { nameOf, provinceNamesOf, summaryOf } from './words';
import { problemOf } from '../problem-of';

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
  /** How much of the answer is reckoned, while it is under way. */
  progress = $state<number | null>(null);
  /** Whether the reader gave up the answer to what stands there now. */
  isGivenUp = $state(false);
  /** What stood there before a preset or a kept claim took its place. */
  before = $state.raw<Stated[] | null>(null);

  readonly #session: Session;
  #answer = $state.raw<{ of: Question; answer: LocusAnswer } | null>(null);
  readonly #outlines = new Answers((conditions: Condition[]): Promise<LocusOutline> => {
    const { engine } = this.#session.supply;
    if (!engine) throw new Error('The line is not here yet.');
    return engine.locusOutline(conditions, DRAWN_KM);
  });
  /** The same areas with the places anywhere within their uncertainty. */
  readonly #loose = new Answers(async (conditions: Condition[]): Promise<number> => {
    const { engine } = this.#session.supply;
    if (!engine) throw new Error('The line is not here yet.');
    return (await engine.locusOutline(conditions)).areaKm2;
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
    const { lengthKm } = this.#session.supply;
    return this.stated.map((one) => conditionOf(one, lengthKm ?? Infinity));
  });
  #conditions = $derived(this.asked.filter((one) => typeof one !== 'string'));

  /** What can be chosen by name. */
  spots = $derived.by((): Spot[] =>
    allSpots(this.#session.library, this.#session.supply.data.settlements ?? [])
  );
  /** What the distance is told to. */
  candidates = $derived.by((): Spot[] => [
    ...this.#current.candidates.map((place, i): Spot => {
      return { ...place, id: `own:${i}`, is: 'added by you', folded: [] };
    }),
    ...candidateSpots(this.#session.library)
  ]);
  provinceNames = $derived.by(() => provinceNamesOf(this.#session.supply.data.borders));

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
      const { engine } = this.#session.supply;
      if (!engine || this.isGivenUp) return null;
      this.progress = 0;
      const tell = proxy((share: number) => {
        if (this.progress !== null) this.progress = share;
      });
      return engine.locus(question.conditions, question.candidates, tell);
    },
    (answer, of) => {
      this.problem = this.progress = null;
      this.#answer = answer && { of, answer };
      if (answer) this.#saySoon(answer);
    },
    (error) => {
      this.progress = null;
      if (error instanceof Error && error.name === 'AbortError') return;
      this.#answer = null;
      this.problem = problemOf(error);
    }
  );

  /** Settlements that arrive later are among what lies inside. */
  #follow(): void {
    const { engine, data } = this.#session.supply;
    const question = this.#question;
    void data.settlements;
    if (!engine || !question || !this.isOpen) return;
    untrack(() => {
      this.isGivenUp = false;
      // What is at work on an older question would only delay this one.
      if (this.progress !== null) void engine.giveUpLocus();
      this.#ask(question);
    });
  }

  /** Ends the reckoning of the answer; what stood there before stays. */
  giveUp(): void {
    this.isGivenUp = true;
    void this.#session.supply.engine?.giveUpLocus();
    this.#session.said = 'Given up.';
  }

  lookAgain(): void {
    this.isGivenUp = false;
    if (this.#question) this.#ask(this.#question);
  }

  #followOutlines(): void {
    if (!this.#session.supply.engine) return;
    const alone = this.isOpen && this.#conditions.length > 1 ? this.#conditions : [];
    const loose = this.isOpen ? this.#looseQuestion : null;
    this.#loose.want('loose', loose ? [loose] : []);
    this.#outlines.want(
      'conditions',
      alone.map((one) => this.#outlineOf([one]))
    );
    this.#outlines.want(
      'kept',
      this.kept.filter(({ shown }) => shown).map((one) => this.#outlineOf(this.conditionsOf(one)))
    );
  }

  /** The statements about places that are known within some distance only. */
  uncertain = $derived.by(() =>
    this.answered.flatMap((one) =>
      one.kind === 'distance' && one.from && one.from.uncertaintyKm > 0 ? [one.from] : []
    )
  );

  #looseQuestion = $derived.by(() => {
    if (this.uncertain.length === 0 || !this.isCurrent) return null;
    const lengthKm = this.#session.supply.lengthKm ?? Infinity;
    const asked = this.answered.map((one) => looseConditionOf(one, lengthKm));
    return this.#outlineOf(asked.filter((one) => typeof one !== 'string'));
  });

  /** On how much all would hold with those places anywhere in their uncertainty; null until known. */
  looseKm2 = $derived.by(() => {
    const question = this.#looseQuestion;
    return question && this.#loose.of(question.key);
  });

  #outlineOf(conditions: Condition[]) {
    const input = conditions.map((one) => $state.snapshot(one));
    return { key: JSON.stringify(input), input };
  }

  #drawnCandidates = $derived.by(() =>
    this.isOpen ? candidatesDrawn(this.answer?.candidates ?? [], this.candidates) : []
  );

  #named = $derived.by(() => {
    const ids = this.#drawnCandidates.map(({ id }) => id);
    return ids.sort().join(' ');
  });
  /** The places whose names stand beside these marks; another list only when they change. */
  named = $derived.by((): readonly string[] => this.#named.split(' '));

  /** What the map draws of it. */
  drawn = $derived.by((): DrawnFind => {
    const alone = this.isOpen && this.#conditions.length > 1 ? this.#conditions : [];
    return {
      conditions: alone.flatMap((one) => this.#drawnOf([one]) ?? []),
      locus: this.isOpen ? (this.answer?.polygons ?? null) : null,
      candidates: this.#drawnCandidates,
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
    return (await this.#session.supply.engine?.locusOutline(input)) ?? null;
  }

  conditionsOf({ stated }: KeptFind): Condition[] {
    const asked = stated.map((one) => conditionOf(one, this.#session.supply.lengthKm ?? Infinity));
    return asked.filter((one) => typeof one !== 'string');
  }

  #saySoon(answer: LocusAnswer): void {
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      this.#session.said = summaryOf(answer);
    }, REST_MS);
  }

  add(kind: StatedKind): void {
    if (this.stated.length >= MOST_CONDITIONS) return;
    const { lengthKm } = this.#session.supply;
    const { located } = this.#session.readout;
    this.#current.stated.push(firstOf(kind, lengthKm, located?.station.chainageKm));
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
