import type { LonLat } from '../../geodesy/position';
import type { Session } from '../session.svelte';
import type { Tool } from './tool';

/** Each click adds a vertex to the path that is measured. */
export class RulerTool implements Tool {
  readonly id = 'ruler';
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  get hint(): string {
    return this.#session.ruler.vertices.length === 0
      ? 'Click where the path begins.'
      : 'Click to go on, drag a vertex to move it; Backspace takes the last one back.';
  }

  click(position: LonLat): void {
    this.#session.ruler.add(position);
  }

  move(position: LonLat | null): void {
    this.#session.ruler.pointer = position;
  }

  key(key: string): void {
    const { ruler } = this.#session;
    if (key === 'Backspace' && ruler.vertices.length > 0) ruler.remove(ruler.vertices.length - 1);
  }

  stop(): void {
    this.#session.ruler.pointer = null;
  }
}
