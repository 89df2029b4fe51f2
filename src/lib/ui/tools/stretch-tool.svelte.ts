import type { LonLat } from '../../geodesy/position';
import type { Session } from '../session.svelte';
import type { Tool } from './tool';

/** A stretch shorter than this is a slip of the hand. */
const LEAST_STRETCH_KM = 0.1;

/** Two clicks near the line limit the chosen proposal to the stretch between them. */
export class StretchTool implements Tool {
  readonly id = 'stretch';
  #fromKm = $state<number | null>(null);
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  get hint(): string {
    return this.#fromKm === null
      ? 'Click where the zone begins: the nearest point of the line counts.'
      : 'Click where it ends.';
  }

  click(position: LonLat): void {
    void this.#take(position);
  }

  async #take(position: LonLat): Promise<void> {
    const session = this.#session;
    const chainageKm = await session.snappedChainage(position);
    if (chainageKm === null) return;
    if (this.#fromKm === null) {
      this.#fromKm = chainageKm;
      session.said = this.hint;
      return;
    }
    const [fromKm, toKm] = [this.#fromKm, chainageKm].sort((a, b) => a - b);
    if (toKm - fromKm < LEAST_STRETCH_KM) return;
    session.editChosen('stretch set on the map', (proposal) => {
      proposal.stretches = [{ fromKm, toKm }];
    });
    session.putDown();
  }
}
