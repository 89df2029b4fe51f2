import type { LonLat } from '../../geodesy/position';
import type { Preview } from '../../map/edit/preview';
import type { Sweep } from '../../map/edit/sweep';
import { isNear, pixelDeg } from '../incidents/outline';
import { selectWithin } from '../incidents/selection';
import type { Session } from '../session.svelte';
import type { Tool } from './tool';

/** A click so near to the first or the last corner closes the outline. */
const CLOSE_PX = 10;
/** A hand draws so much before its next corner counts. */
const STEP_PX = 3;

/** An outline drawn by hand, or corner by corner, selects the incidents in it. */
export class LassoTool implements Tool {
  readonly id = 'lasso';
  #corners = $state.raw<LonLat[]>([]);
  #next = $state.raw<LonLat | null>(null);
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  get hint(): string {
    const { length } = this.#corners;
    if (length === 0) return 'Draw around the incidents, or click corner after corner.';
    if (length < 3) return 'Click the next corner; Backspace takes the last one back.';
    return 'Click the next corner, or the last one again to close the outline.';
  }

  get preview(): Preview | null {
    const corners = this.#corners;
    if (corners.length === 0) return null;
    return { points: corners, line: [], outline: this.#next ? [...corners, this.#next] : corners };
  }

  #reachDeg(px: number): number {
    return px * pixelDeg(this.#session.view?.zoom ?? 5);
  }

  click(position: LonLat): void {
    const corners = this.#corners;
    const ends = corners.length > 0 ? [corners[0], corners[corners.length - 1]] : [];
    const closes = ends.some((end) => isNear(end, position, this.#reachDeg(CLOSE_PX)));
    if (corners.length >= 3 && closes) this.#finish();
    else if (!closes) {
      this.#corners = [...corners, position];
      const { length } = this.#corners;
      this.#session.said = `Corner ${length} is set.${length < 3 ? '' : ' Once more at the same spot closes the outline.'}`;
    }
  }

  move(position: LonLat | null): void {
    this.#next = position;
  }

  key(key: string): void {
    if (key === 'Backspace') this.#corners = this.#corners.slice(0, -1);
  }

  sweep(from: LonLat): Sweep {
    this.#corners = [from];
    this.#next = null;
    return {
      move: (to) => {
        const last = this.#corners[this.#corners.length - 1];
        if (!isNear(last, to, this.#reachDeg(STEP_PX))) this.#corners = [...this.#corners, to];
      },
      release: () => this.#finish(),
      cancel: () => this.#session.putDown()
    };
  }

  #finish(): void {
    const corners = this.#corners;
    this.#session.putDown();
    void selectWithin(this.#session, corners);
  }
}
