import type { LonLat } from '../../geodesy/position';
import type { Preview } from '../../map/edit/preview';
import type { Sweep } from '../../map/edit/sweep';
import { boxCorners } from '../incidents/outline';
import { selectWithin } from '../incidents/selection';
import type { Session } from '../session.svelte';
import type { Tool } from './tool';

/** A box over the map selects the incidents in it: dragged, or from corner to corner by two clicks. */
export class BoxTool implements Tool {
  readonly id = 'box';
  #from = $state.raw<LonLat | null>(null);
  #to = $state.raw<LonLat | null>(null);
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  get hint(): string {
    return this.#from
      ? 'Click the opposite corner.'
      : 'Drag a box over the incidents, or click one corner and then the opposite one.';
  }

  get preview(): Preview | null {
    if (!this.#from) return null;
    const outline = this.#to ? boxCorners(this.#from, this.#to) : [];
    return { points: [this.#from], line: [], outline };
  }

  click(position: LonLat): void {
    if (this.#from) {
      this.#to = position;
      this.#finish();
    } else {
      this.#from = position;
      this.#session.said = 'One corner is set. Click the opposite corner.';
    }
  }

  move(position: LonLat | null): void {
    if (this.#from && position) this.#to = position;
  }

  sweep(from: LonLat): Sweep {
    this.#from = from;
    return {
      move: (to) => (this.#to = to),
      release: () => this.#finish(),
      cancel: () => this.#session.putDown()
    };
  }

  #finish(): void {
    const [from, to] = [this.#from, this.#to];
    this.#session.putDown();
    if (from && to) void selectWithin(this.#session, boxCorners(from, to));
  }
}

/** A drag with Shift held draws a box as with the tool, which is put down at its end. */
export function sweepBox(session: Session, from: LonLat): Sweep {
  const tool = new BoxTool(session);
  session.takeUp(tool);
  return tool.sweep(from);
}
