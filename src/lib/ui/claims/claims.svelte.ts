import { proxy } from 'comlink';
import { untrack } from 'svelte';
import type { FindingsRequest, MetAt } from '../../engine/findings';
import { catalogEntry } from '../../geodata/catalog';
import type { DrawnTest } from '../../map/drawn-claims';
import type { ClaimSettings } from '../../project/claims';
import type { Finding } from '../../texts/findings/finding';
import { verdictOf, type Judged, type Reached, type Verdict } from '../../texts/findings/verdict';
import type { Condition } from '../../zones/locus/condition';
import { Answers } from '../answers.svelte';
import type { Session } from '../session.svelte';
import { around, bandAlongLine, ringOf, together, type MeasuredOf, type Read } from './conditions';
import { boundsOfTest, drawnTest } from './drawn';
import { findingsCsv } from './findings-csv';
import { LengthRuler } from './length.svelte';
import { problemOf } from '../problem-of';

/** A band that is drawn, by what it is of. */
interface Band {
  is: 'ring' | 'band' | 'may';
  question: MetQuestion;
}

/** A claim with its finding, once it is measured. */
export interface ListedClaim {
  id: string;
  text: string;
  par: number;
  states: string;
  finding: Finding | null;
}

/** A question to the engine: where conditions are met, and how far that is from some spots. */
interface MetQuestion {
  key: string;
  input: { conditions: Condition[]; spots: { at: [number, number]; uncertaintyKm: number }[] };
}

/** Every way to read a claim that joins others. */
const WAYS = [
  ['straight', 'anywhere'],
  ['straight', 'drawn'],
  ['road', 'anywhere'],
  ['road', 'drawn']
] as const;

/** A claim of a text, by both ids. */
export interface ClaimRef {
  text: string;
  id: string;
}

/** Tells a claim from those of other texts. */
export function keyOf({ text, id }: ClaimRef): string {
  return `${text} ${id}`;
}

/** The claims of the texts: what was measured, what the reader allows, and what is on the map. */
export class Claims {
  /** What was measured; null until it is. */
  findings = $state.raw<Finding[] | null>(null);
  /** How much of the measuring is done, while it is under way. */
  progress = $state<number | null>(null);
  problem = $state<string | null>(null);
  /** The claim that is to be unfolded, brought into view and focused; each time another object. */
  opened = $state.raw<ClaimRef | null>(null);
  /** The claim that is shown on the map. */
  shownKey = $state<string | null>(null);
  readonly length: LengthRuler;

  readonly #session: Session;
  readonly #met: Answers<MetQuestion['input'], MetAt>;
  /** Parts of the page that show findings; the measuring begins with the first. */
  #watchers = $state(0);
  #asked: unknown = null;

  constructor(session: Session) {
    this.#session = session;
    this.length = new LengthRuler(session);
    this.#met = new Answers(({ conditions, spots }) => {
      const { engine } = session.supply;
      if (!engine) throw new Error('The line is not here yet.');
      return engine.metAt(conditions, spots);
    });
    $effect(() => this.#measure());
    $effect(() => {
      const questions = this.#questions;
      if (session.supply.engine) untrack(() => this.#met.want('claims', questions));
    });
  }

  /** Every claim of the texts, measured or not yet, in their order. */
  list = $derived.by((): ListedClaim[] =>
    this.#session.library.texts.flatMap(({ id: text, claims }) =>
      claims.map(({ id, par, states }) => ({
        id,
        text,
        par,
        states,
        finding: this.findings?.find((one) => one.text === text && one.id === id) ?? null
      }))
    )
  );

  get settings(): ClaimSettings {
    return this.#session.project.current.claims;
  }

  /** Says that a part of the page shows findings; gives what to call when it does no more. */
  watch(): () => void {
    untrack(() => {
      this.#watchers++;
      const { loads } = this.#session.supply;
      if (loads.scaledLines.state === 'waiting') void this.#session.supply.load('scaledLines');
    });
    return () => {
      this.#watchers--;
    };
  }

  #request = $derived.by((): FindingsRequest | null => {
    const { library } = this.#session;
    const { data } = this.#session.supply;
    if (!data.scaledLines || !data.districts) return null;
    const version = (id: string) => ({ id, title: catalogEntry(id).title });
    return {
      texts: library.texts,
      line: version('line-osm-2026'),
      others: data.scaledLines.features.map(({ properties: { id }, geometry }) => ({
        ...version(id),
        positions: geometry.coordinates.map(([lon, lat]) => [lon, lat])
      })),
      districts: data.districts
    };
  });

  #measure(): void {
    const { engine } = this.#session.supply;
    const request = this.#request;
    if (!engine || !request || this.#watchers === 0 || this.#asked === request) return;
    this.#asked = request;
    this.progress = 0;
    const tell = proxy((share: number) => {
      // On a way of its own, the last share may come after the answer.
      if (this.#asked === request && this.progress !== null) this.progress = share;
    });
    engine.findings(request, tell).then(
      (findings) => {
        if (this.#asked !== request) return;
        this.findings = findings;
        this.progress = this.problem = null;
      },
      (error: unknown) => {
        if (this.#asked !== request) return;
        this.#asked = this.progress = null;
        this.problem = problemOf(error);
      }
    );
  }

  /** As straight lines, or by road; from places where they are drawn, or anywhere in their rings. */
  read(by: keyof Judged, from: Read['from'] = 'anywhere'): Read {
    const { tolerance, roadFactor } = this.settings;
    return { tolerance, roadFactor: by === 'road' ? roadFactor : 1, from };
  }

  #question(conditions: Condition[], spots: MetQuestion['input']['spots']): MetQuestion {
    const plain = spots.map(({ at, uncertaintyKm }) => ({ at, uncertaintyKm }));
    const input = { conditions, spots: plain };
    return { key: JSON.stringify(input), input };
  }

  #togetherQuestion(
    measured: MeasuredOf<'together'>,
    by: keyof Judged,
    from: Read['from'] = 'anywhere'
  ): MetQuestion {
    return this.#question(together(measured, this.read(by, from)), measured.spots);
  }

  /** The bands of what is shown on the map, one for each stated length. */
  #bandQuestions = $derived.by((): Band[] => {
    const measured = this.shown?.measured;
    if (!measured) return [];
    const parts = measured.of === 'together' ? measured.parts : [measured];
    const side = measured.of === 'together' ? measured.measure.side : 'either';
    const read = this.read(this.settings.reading, 'drawn');
    const may = this.read(this.settings.reading, 'anywhere');
    return parts.flatMap((part): Band[] => {
      if (part.of === 'distance') {
        const ring: Band = { is: 'ring', question: this.#question([ringOf(part, read)], []) };
        if (measured.of === 'together') return [ring];
        return [{ is: 'may', question: this.#question([ringOf(part, may)], []) }, ring];
      }
      if (part.of !== 'offset') return [];
      const conditions = [bandAlongLine(part, read, side), around(part.readings[0].at)];
      return [{ is: 'band', question: this.#question(conditions, []) }];
    });
  });

  /** All that the engine is asked with what the reader allows now. */
  #questions = $derived.by((): MetQuestion[] => {
    const joint = (this.findings ?? []).flatMap(({ measured }) =>
      measured?.of === 'together'
        ? WAYS.map(([by, from]) => this.#togetherQuestion(measured, by, from))
        : []
    );
    return [...this.#bandQuestions.map(({ question }) => question), ...joint];
  });

  /** Where all lengths of a claim are met at once; null until it is known. */
  met(
    measured: MeasuredOf<'together'>,
    by: keyof Judged,
    from: Read['from'] = 'anywhere'
  ): MetAt | null {
    return this.#met.of(this.#togetherQuestion(measured, by, from).key);
  }

  reached(measured: MeasuredOf<'together'>): Reached {
    const reachedBy = (by: keyof Judged) =>
      (this.met(measured, by)?.awayKm ?? []).map(({ leastKm }) => leastKm === 0);
    return { straight: reachedBy('straight'), road: reachedBy('road') };
  }

  /** All findings as CSV, with what the reader allows. */
  csv(): string {
    return findingsCsv(this.findings ?? [], this.settings, (measured) => ({
      reached: this.reached(measured),
      met: this.met(measured, 'straight')
    }));
  }

  verdict({ measured }: Finding): Verdict {
    const reached = measured?.of === 'together' ? this.reached(measured) : undefined;
    return verdictOf(measured, this.settings, reached);
  }

  /** Opens the list of claims at one of them. */
  open({ text, id }: ClaimRef): void {
    const { current } = this.#session.project;
    Object.assign(current, { tab: 'texts', textView: 'claims', panelOpen: true });
    this.opened = { text, id };
  }

  shown = $derived(this.findings?.find((one) => keyOf(one) === this.shownKey) ?? null);

  drawn = $derived.by((): DrawnTest | null => {
    const { shown } = this;
    if (!shown) return null;
    const bands = this.#bandQuestions.flatMap(({ is, question }) => {
      const met = this.#met.of(question.key);
      return met ? [{ is, polygons: met.polygons }] : [];
    });
    const { measured } = shown;
    const metFrom = (from: Read['from']) =>
      measured?.of === 'together' ? this.met(measured, this.settings.reading, from) : null;
    const [may, met] = [metFrom('anywhere'), metFrom('drawn')];
    const areas = [
      ...bands,
      ...(may ? [{ is: 'may' as const, polygons: may.polygons }] : []),
      ...(met ? [{ is: 'met' as const, polygons: met.polygons }] : [])
    ];
    return drawnTest(shown, areas, may?.awayKm ?? [], this.#session.supply.data.districts);
  });

  /** Draws a claim's test on the map and brings it into view, or takes it off. */
  toggle(finding: Finding): void {
    if (this.shownKey === keyOf(finding)) {
      this.shownKey = null;
      return;
    }
    this.shownKey = keyOf(finding);
    const bounds = this.drawn && boundsOfTest(finding, this.drawn);
    if (bounds) this.#session.showOnMap(bounds);
    this.#session.said = 'Shown on the map.';
  }
}
