import type { Session } from '../session.svelte';
import type { Tool } from './tool';

/** Moving along a zone shows its cut there, and a click keeps it. */
export class SectionTool implements Tool {
  readonly id = 'section';
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  get hint(): string {
    const { measured } = this.#session.measuring;
    return measured
      ? `Move along ${measured.name} to see how wide it is; a click keeps the cut.`
      : 'There is nothing to cut: make a zone, or bring a shape.';
  }

  click(position: [number, number]): void {
    void this.#pinAt(position);
  }

  async #pinAt(position: [number, number]): Promise<void> {
    const located = await this.#session.supply.engine?.locate(position);
    if (located) this.#session.measuring.pin(located.station.chainageKm);
  }
}
