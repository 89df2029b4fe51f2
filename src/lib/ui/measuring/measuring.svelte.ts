import { proxy } from 'comlink';
import type { Target } from '../../engine/protocol';
import { latest } from '../../engine/latest';
import type { DrawnCut } from '../../map/data';
import type { CrossSection } from '../../zones/cross-section';
import type { WidthProfile } from '../../zones/width-profile';
import type { Session } from '../session.svelte';
import { boundsOfCut, drawnCut } from './cut-features';
import { autoStepKm, measurables, stretchesOf, targetOf, type Measurable } from './target';
import { problemOf } from '../problem-of';

/** What is cut, as the engine is asked for it; `key` tells it from any other. */
interface Wanted {
  id: string;
  key: string;
  target: Target;
}

/** A profile with what it is of. */
export interface MeasuredProfile extends WidthProfile {
  id: string;
  key: string;
  everyKm: number;
}

/** Farther from the line than this, in km, the pointer is not at a zone. */
const NEAR_KM = 150;

/** Cross-sections and width profiles of one zone or shape, as the reader points and asks for them. */
export class Measuring {
  /** The chainage pointed at in the chart. */
  chartKm = $state<number | null>(null);
  /** The chainage whose cut stays. */
  pinnedKm = $state<number | null>(null);
  /** The step of the profile in km; null for one that suits the length. */
  stepKm = $state<number | null>(null);
  /** How much of the profile under way is done; null while none is. */
  progress = $state<number | null>(null);
  problem = $state<string | null>(null);
  /** Whether the dock edits the widths of the proposal at work, where those vary. */
  editing = $state(true);

  readonly #session: Session;
  #answer = $state.raw<{ of: Wanted; section: CrossSection } | null>(null);
  #profile = $state.raw<MeasuredProfile | null>(null);
  #last: Wanted | null = null;

  constructor(session: Session) {
    this.#session = session;
    $effect(() => this.#followCut());
    $effect(() => this.#followProfile());
  }

  /** All that can be measured. */
  choices = $derived.by((): Measurable[] => {
    const { workshop } = this.#session.project.current;
    return measurables(workshop.proposals, this.#session.shapes.list, workshop.chosen);
  });

  /** What is measured: what the reader chose while it is there, else the proposal at work. */
  measured = $derived.by((): Measurable | null => {
    const { measured, workshop } = this.#session.project.current;
    const byId = (id: string | null) => this.choices.find((one) => one.id === id);
    return byId(measured) ?? byId(workshop.chosen) ?? this.choices.at(0) ?? null;
  });

  /** A zone that moves is measured as it was, until it rests. */
  #wanted = $derived.by((): Wanted | null => {
    const { measured } = this;
    const { footprints, project } = this.#session;
    const { lengthKm } = this.#session.supply;
    if (!measured || lengthKm === null) return null;
    if (measured.kind === 'zone' && !footprints.isExact(measured.proposal)) {
      return this.#last?.id === measured.id ? this.#last : null;
    }
    const key = JSON.stringify(targetOf(measured, project.current.gapKm, lengthKm));
    if (this.#last?.key !== key) {
      this.#last = { id: measured.id, key, target: JSON.parse(key) as Target };
    }
    return this.#last;
  });

  /** The chainage next to the pointer or crosshair, where that is near the line. */
  nearKm = $derived.by(() => {
    const station = this.#session.readout.located?.station;
    return station && Math.abs(station.offsetKm) <= NEAR_KM ? station.chainageKm : null;
  });

  /** The chainage that is pointed at, to see its cut: in the chart, or on the map with the tool. */
  #aimedKm = $derived.by(() => {
    const { tool } = this.#session;
    return this.chartKm ?? (tool?.id === 'section' ? this.nearKm : null);
  });
  shownKm = $derived(this.#aimedKm ?? this.pinnedKm);

  /** The cut that is shown; while the next one is made, the last one. */
  section = $derived(
    this.shownKm !== null && this.#answer?.of.id === this.measured?.id
      ? (this.#answer?.section ?? null)
      : null
  );
  drawn = $derived.by((): DrawnCut | null => (this.section ? drawnCut(this.section) : null));

  /** The profile of what is measured, which may be of its state before the last change. */
  profile = $derived(this.#profile?.id === this.measured?.id ? this.#profile : null);

  #ask = latest(
    (request: { wanted: Wanted; km: number }) => this.#cut(request.wanted, request.km),
    (section, { wanted }) => {
      this.problem = null;
      this.#answer = section && { of: wanted, section };
    },
    (error) => (this.problem = problemOf(error))
  );

  async #cut(wanted: Wanted, km: number): Promise<CrossSection | null> {
    const { engine, lengthKm } = this.#session.supply;
    if (!engine || lengthKm === null) return null;
    return engine.crossSection(wanted.target, Math.min(lengthKm, Math.max(0, km)));
  }

  #followCut(): void {
    const { shownKm } = this;
    const wanted = this.#wanted;
    if (this.#session.supply.engine && wanted && shownKm !== null)
      this.#ask({ wanted, km: shownKm });
  }

  #followProfile(): (() => void) | undefined {
    const { project } = this.#session;
    const { engine, lengthKm } = this.#session.supply;
    const { measured } = this;
    const wanted = this.#wanted;
    if (project.current.dock !== 'profile' || this.isEditing) return undefined;
    if (!engine || !wanted || !measured || lengthKm === null) return undefined;
    const stretches = stretchesOf(measured, lengthKm);
    const everyKm = this.stepKm ?? autoStepKm(stretches);
    let current = true;
    const tell = proxy((share: number) => {
      // On a way of its own, the last share may come after the answer.
      if (current && this.progress !== null) this.progress = share;
    });
    this.progress = 0;
    engine.widthProfile({ target: wanted.target, everyKm, stretches }, tell).then(
      (profile) => {
        if (!current || !profile) return;
        this.progress = null;
        this.problem = null;
        this.#profile = { ...profile, id: wanted.id, key: wanted.key, everyKm };
      },
      (error: unknown) => {
        if (!current) return;
        this.progress = null;
        this.problem = problemOf(error);
      }
    );
    return () => {
      current = false;
      this.progress = null;
      void engine.giveUpProfile();
    };
  }

  /** Whether the dock shows the editor: the widths of the proposal at work vary, and it is measured. */
  isEditing = $derived.by(() => {
    const { chosen } = this.#session;
    return this.editing && this.measured?.id === chosen?.id && chosen?.profile != null;
  });

  choose(id: string): void {
    this.#session.project.current.measured = id;
  }

  /** Keeps the cut at a chainage. */
  pin(km: number | null): void {
    this.pinnedKm = km;
  }

  /** Keeps the cut at a chainage, and brings it into the middle of the map. */
  async goTo(km: number): Promise<void> {
    this.pinnedKm = km;
    const wanted = this.#wanted;
    const section = wanted && (await this.#cut(wanted, km));
    if (section) this.#session.showOnMap(boundsOfCut(section));
  }
}
