import { createBorder, type Border } from '../../border/border';
import { provinceLimits } from '../../border/province-limits';
import type { LonLat } from '../../geodesy/position';
import type { Grip } from '../../map/edit/grip';
import type { Proposal } from '../../project/proposal';
import type { Preview } from '../../map/edit/preview';
import { crossings } from '../../texts/gazetteer';
import { width } from '../format';
import type { Session } from '../session.svelte';
import { unit } from '../units.svelte';
import { draggedWidthKm, edgeAt, setEdge, type Edge } from './edge';
import { nameAt, nextSnap, snap, snapPoints, type Limits, type Snapped } from './snap';
import { chainageStepKm, widthStepKm } from './steps';
import { endLimits, setEnd, type StretchEnd } from './stretch-ends';

/** How near to something, in pixels along the line, a chainage picked on the map snaps to it. */
const SNAP_PX = 12;
/** How near to a point of the width profile, along the line, the edge is held by that point. */
const POINT_PX = 40;

/** What is said beside the pointer while it drags. */
export interface DragLabel {
  at: LonLat;
  text: string;
}

/**
 * Changes of the chosen proposal by hand on the map. The line's stations are reckoned here and not
 * by the engine: each takes some microseconds, and what follows the hand must not wait its turn.
 */
export class MapEdits {
  readonly #session: Session;
  #border = $state.raw<Border | null>(null);
  /** Counts drags, so that each is undone by itself. */
  #drags = 0;
  label = $state.raw<DragLabel | null>(null);
  // Each by itself, so that data of another kind does not have the limits looked for again.
  readonly #line = $derived.by(() => this.#session.supply.data.line);
  readonly #provinces = $derived.by(() => this.#session.supply.data.borders?.provinces);
  readonly #limits = $derived.by(() => {
    if (!this.#border || !this.#line || !this.#provinces) return [];
    return provinceLimits(this.#border, this.#line, this.#provinces);
  });
  readonly #snapPoints = $derived.by(() => {
    return this.#border ? snapPoints(this.#border, crossings, this.#limits) : [];
  });

  constructor(session: Session) {
    this.#session = session;
  }

  /** Lays the chainages along the line, which takes a tenth of a second, when nothing else is to do. */
  prepare(line: readonly LonLat[]): void {
    if (this.#border) return;
    const lay = () => (this.#border = createBorder(line));
    if ('requestIdleCallback' in globalThis) requestIdleCallback(lay, { timeout: 3000 });
    else setTimeout(lay, 500);
  }

  /** The chosen proposal where it can be changed on the map: it is shown, and no tool is at hand. */
  get proposal(): Proposal | null {
    const { chosen, tool, settings } = this.#session;
    return this.#border && chosen?.shown && !tool && settings.zone.shown ? chosen : null;
  }

  get lengthKm(): number {
    return this.#border?.lengthKm ?? 0;
  }

  positionAt(chainageKm: number): LonLat | null {
    return this.#border?.positionAt(chainageKm) ?? null;
  }

  /** The name of what is at a chainage: a crossing, a province limit, the line's end; or null. */
  nameAt(chainageKm: number): string | null {
    return nameAt(chainageKm, this.#snapPoints);
  }

  /** The edge of the chosen zone within `reachKm` of a position, to be dragged. */
  gripAt(position: LonLat, reachKm: number): Grip | null {
    const border = this.#border;
    const { proposal } = this;
    if (!border || !proposal) return null;
    const station = border.station(position);
    const edge = edgeAt(proposal, station, reachKm, POINT_PX * this.#session.pixelKm());
    if (!edge) return null;
    const side = edge.side.key === 'afghanKm' ? 'afghan' : 'pakistan';
    return { side, foot: station.foot, ...this.#edgeDrag(border, edge) };
  }

  #edgeDrag(border: Border, edge: Edge): Pick<Grip, 'move' | 'release' | 'cancel'> {
    let widthKm: number | null = null;
    const key = this.#nextKey();
    const set = (km: number, settled: boolean) => {
      this.#session.editChosen('width', (one) => setEdge(one, edge, km), { key, settled });
    };
    return {
      move: (at, free) => {
        const stepKm = free ? null : widthStepKm(this.#session.pixelKm(), unit().perKm);
        const km = draggedWidthKm(edge, border.station(at).offsetKm, stepKm);
        if (km !== widthKm) set(km, false);
        widthKm = km;
        const point = edge.point === null ? '' : `, point ${edge.point + 1} of the profile`;
        this.label = { at, text: `${width(km)}${point}` };
      },
      release: () => this.#end(widthKm !== null, () => set(widthKm ?? 0, true)),
      cancel: () => this.#end(widthKm !== null, () => this.#session.undo())
    };
  }

  #nextKey(): string {
    this.#drags++;
    return `drag ${this.#drags}`;
  }

  #end(changed: boolean, finish: () => void): void {
    this.label = null;
    if (changed) finish();
  }

  /** Where on the line a position picks: near a crossing or the like there, else a round chainage. */
  pick(position: LonLat, limits: Limits = { lowKm: 0, highKm: this.lengthKm }): Snapped | null {
    if (!this.#border) return null;
    const pixelKm = this.#session.pixelKm();
    return snap(this.#border.station(position).chainageKm, this.#snapPoints, {
      reachKm: SNAP_PX * pixelKm,
      stepKm: chainageStepKm(pixelKm, unit().perKm),
      limits
    });
  }

  /** Begins to drag an end of a stretch. */
  dragEnd(end: StretchEnd): { move(to: LonLat): void; release(): void; cancel(): void } {
    let lastKm: number | null = null;
    const key = this.#nextKey();
    return {
      move: (to) => {
        const limits = this.limitsOf(end);
        const picked = limits && this.pick(to, limits);
        if (!picked || picked.chainageKm === lastKm) return;
        lastKm = picked.chainageKm;
        this.#setEnd(end, lastKm, { key, settled: false });
      },
      release: () => {
        if (lastKm !== null) this.#setEnd(end, lastKm, { key, settled: true });
      },
      cancel: () => {
        if (lastKm !== null) this.#session.undo();
      }
    };
  }

  /** Between which chainages an end of the chosen proposal may move. */
  limitsOf(end: StretchEnd): Limits | null {
    const { proposal } = this;
    return proposal && endLimits(proposal, end, this.lengthKm);
  }

  /** Moves an end by keys: a run of them is undone as one. */
  setEnd(end: StretchEnd, chainageKm: number): void {
    this.#setEnd(end, chainageKm, { key: `end ${end.index} ${end.limit}`, settled: true });
  }

  #setEnd(end: StretchEnd, km: number, options: { key: string; settled: boolean }): void {
    const { lengthKm } = this;
    this.#session.editChosen('stretch', (one) => setEnd(one, end, km, lengthKm), options);
  }

  /** The next crossing, province limit or end of the line beyond a chainage. */
  nextSnapKm(chainageKm: number, direction: 1 | -1, limits: Limits): number {
    return nextSnap(chainageKm, this.#snapPoints, direction, limits);
  }

  /** The line between two chainages, as fine as the screen can show; empty if they are the same. */
  lineBetween(aKm: number, bKm: number): Preview['line'] {
    const [fromKm, toKm] = aKm < bKm ? [aKm, bKm] : [bKm, aKm];
    if (!this.#border || toKm - fromKm < 1e-6) return [];
    const all = this.#border.stretch(fromKm, toKm);
    const stride = Math.max(
      1,
      Math.round((this.#session.pixelKm() * all.length) / (toKm - fromKm))
    );
    return all.filter((_, i) => i % stride === 0 || i === all.length - 1);
  }
}
