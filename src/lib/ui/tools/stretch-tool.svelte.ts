import type { LonLat } from '../../geodesy/position';
import type { Preview } from '../../map/edit/preview';
import { length } from '../format';
import { narrowBy } from '../incidents/selection';
import type { Session } from '../session.svelte';
import type { Snapped } from './snap';
import { LEAST_STRETCH_KM } from './stretch-ends';
import type { Tool } from './tool';

/** What a stretch of the line, picked on the map, is for. */
export interface StretchUse {
  id: string;
  /** What begins where the first click is. */
  what: string;
  /** Takes the stretch; gives what is said then. */
  apply(fromKm: number, toKm: number): string;
}

/** The stretch of the proposal at work. */
export function zoneStretch(session: Session): StretchUse {
  return {
    id: 'stretch',
    what: 'the zone',
    apply: (fromKm, toKm) => {
      session.editChosen('stretch set on the map', (proposal) => {
        proposal.stretches = [{ fromKm, toKm }];
      });
      return `The zone runs from ${length(fromKm, 1)} to ${length(toKm, 1)}.`;
    }
  };
}

/** The stretch that the table at work is narrowed to: the incidents abreast of it. */
export function incidentStretch(session: Session): StretchUse {
  return {
    id: 'incident-stretch',
    what: 'the stretch',
    apply: (least, most) => {
      narrowBy(session, { by: 'chainage', range: { least, most } });
      return `Incidents from ${length(least, 1)} to ${length(most, 1)} of the line.`;
    }
  };
}

/** Two clicks near the line pick the stretch between them. */
export class StretchTool implements Tool {
  readonly id: string;
  #from = $state.raw<Snapped | null>(null);
  /** Where a click at the pointer would be. */
  #here = $state.raw<Snapped | null>(null);
  readonly #session: Session;
  readonly #use: StretchUse;

  constructor(session: Session, use: StretchUse = zoneStretch(session)) {
    this.#session = session;
    this.#use = use;
    this.id = use.id;
  }

  get hint(): string {
    const what = this.#from
      ? 'Click where it ends.'
      : `Click where ${this.#use.what} begins: the nearest point of the line counts.`;
    return this.#here ? `${what} ${this.#told(this.#here)}` : what;
  }

  #told({ chainageKm, name }: Snapped): string {
    return `Here: ${length(chainageKm, 1)}${name ? `, ${name}` : ''}.`;
  }

  /** The point that was clicked, the one that a click would give, and the line between them. */
  get preview(): Preview | null {
    const { edits } = this.#session;
    const picked = [this.#from, this.#here].flatMap((one) => (one ? [one.chainageKm] : []));
    const points = picked.map((km) => edits.positionAt(km)).filter((at) => at !== null);
    return { points, line: picked.length === 2 ? edits.lineBetween(picked[0], picked[1]) : [] };
  }

  move(position: LonLat | null): void {
    this.#here = position && this.#session.edits.pick(position);
  }

  click(position: LonLat): void {
    const session = this.#session;
    const picked = session.edits.pick(position);
    if (!picked) return;
    if (!this.#from) {
      this.#from = picked;
      session.said = `Begins at ${length(picked.chainageKm, 1)}${picked.name ? `, ${picked.name}` : ''}. Click where it ends.`;
      return;
    }
    const [fromKm, toKm] = [this.#from.chainageKm, picked.chainageKm].sort((a, b) => a - b);
    if (toKm - fromKm < LEAST_STRETCH_KM) return;
    session.putDown();
    session.said = this.#use.apply(fromKm, toKm);
  }
}
