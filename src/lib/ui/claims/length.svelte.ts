import { proxy } from 'comlink';
import { untrack } from 'svelte';
import type { LengthByRuler, RulersFor } from '../../border/length/length-curve';
import { LONGEST_RULER_KM, SHORTEST_RULER_KM } from '../../border/length/length-curve';
import { latest } from '../../engine/latest';
import type { RulerMethod, RuledLine } from '../../engine/findings';
import { catalogEntry } from '../../geodata/catalog';
import { lengthKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import type { DrawnRuledLine } from '../../map/drawn-claims';
import { context } from '../../texts/texts';
import type { EngineClient } from '../../engine/client';
import type { Session } from '../session.svelte';
import { problemOf } from '../problem-of';

/** A length that somebody gives or a map has, and the rulers that give it. */
export interface KnownLength {
  lengthKm: number;
  by: string;
  is: 'published' | 'map';
  rulers: RulersFor;
}

/** The line's length by the reader's ruler, and the line as that ruler sees it. */
export class LengthRuler {
  curve = $state.raw<LengthByRuler[] | null>(null);
  known = $state.raw<KnownLength[]>([]);
  progress = $state<number | null>(null);
  problem = $state<string | null>(null);
  /** The line as the ruler last saw it: the answer of a moment ago while the ruler moves. */
  ruled = $state.raw<RuledLine | null>(null);

  readonly #session: Session;
  #watchers = $state(0);
  #asked: unknown = null;

  constructor(session: Session) {
    this.#session = session;
    $effect(() => this.#reckon());
    $effect(() => {
      const { method, km } = this.setting;
      if (session.supply.engine && this.isOpen) this.#ask({ method, km });
    });
  }

  get setting(): { method: RulerMethod; km: number } {
    return this.#session.project.current.claims.ruler;
  }

  /** The line is drawn by the ruler while the dock that sets the ruler is open. */
  isOpen = $derived.by(() => this.#session.project.current.dock === 'length');

  drawn = $derived.by((): DrawnRuledLine | null => {
    const { ruled } = this;
    if (!ruled || !this.isOpen) return null;
    const path: LonLat[] = [];
    for (let i = 0; i < ruled.lonLat.length; i += 2) {
      path.push([ruled.lonLat[i], ruled.lonLat[i + 1]]);
    }
    return { path };
  });

  setRuler(km: number): void {
    this.setting.km = Math.min(LONGEST_RULER_KM, Math.max(SHORTEST_RULER_KM, km));
  }

  setMethod(method: RulerMethod): void {
    this.setting.method = method;
  }

  /** Says that a chart shows the lengths; gives what to call when it does no more. */
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

  #ask = latest(
    async ({ method, km }: { method: RulerMethod; km: number }) =>
      (await this.#session.supply.engine?.ruledLine(method, km)) ?? null,
    (ruled) => (this.ruled = ruled),
    (error) => (this.problem = problemOf(error))
  );

  #reckon(): void {
    const { engine, data } = this.#session.supply;
    const { scaledLines } = data;
    if (!engine || !scaledLines || this.#watchers === 0 || this.#asked === engine) return;
    this.#asked = engine;
    this.progress = 0;
    const lengths: Omit<KnownLength, 'rulers'>[] = [
      ...(this.#session.supply.lengthKm === null
        ? []
        : [
            {
              lengthKm: this.#session.supply.lengthKm,
              by: 'full detail (OpenStreetMap 2026)',
              is: 'map' as const
            }
          ]),
      ...context.publishedLengths.map((one) => ({ ...one, is: 'published' as const })),
      ...scaledLines.features.map(({ properties, geometry }) => ({
        lengthKm: lengthKm(geometry.coordinates.map(([lon, lat]): LonLat => [lon, lat])),
        by: catalogEntry(properties.id).title.replace('The line at ', ''),
        is: 'map' as const
      }))
    ];
    const tell = proxy((share: number) => {
      // On a way of its own, the last share may come after the answer.
      if (this.progress !== null) this.progress = share;
    });
    this.#answer(engine, lengths, tell).catch((error: unknown) => {
      this.#asked = this.progress = null;
      this.problem = problemOf(error);
    });
  }

  async #answer(
    engine: EngineClient['engine'],
    lengths: Omit<KnownLength, 'rulers'>[],
    tell: (share: number) => void
  ): Promise<void> {
    this.curve = await engine.lengthByRuler(tell);
    const rulers = await engine.rulersFor(lengths.map((one) => one.lengthKm));
    this.known = lengths.map((one, i) => ({ ...one, rulers: rulers[i] }));
    this.progress = this.problem = null;
  }
}
