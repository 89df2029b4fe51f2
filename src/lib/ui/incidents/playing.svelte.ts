import {
  isWindow,
  presetWindow,
  sideOfDay,
  stepped,
  type Days,
  type Preset,
  type Window
} from './time-window';
import type { Session } from '../session.svelte';

/** How long a step stands before the next, by speed. */
export const SPEEDS = { slow: 1200, medium: 600, fast: 250 } as const;
export type Speed = keyof typeof SPEEDS;

/** Moves a window of time over a table's days, by itself or step by step: its filter follows. */
export class Playing {
  speed = $state<Speed>('medium');
  /** Whether the window keeps its beginning and only grows. */
  grows = $state(false);
  /** How long a sliding window is, and how far it goes at a step, in days. */
  stepDays = $state(365);
  isOn = $state(false);

  readonly #session: Session;
  readonly #table: string;
  readonly #days: () => Days;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, table: string, days: () => Days) {
    this.#session = session;
    this.#table = table;
    this.#days = days;
    $effect(() => () => this.pause());
  }

  /** The window that the filter holds; null for all of time. */
  get window(): Window | null {
    return this.#session.incidents.filterOf(this.#table).find(isWindow) ?? null;
  }

  set(window: Window | null): void {
    const { incidents } = this.#session;
    const others = incidents.filterOf(this.#table).filter((one) => one.by !== 'time');
    incidents.setFilter(this.#table, window ? [...others, { by: 'time', ...window }] : others);
  }

  preset(preset: Preset): void {
    this.pause();
    this.set(presetWindow(preset, this.#days(), this.window));
  }

  /** All before a day, or from it on. Gives whether there is any. */
  split(side: 'before' | 'from', day: number): boolean {
    this.pause();
    const window = sideOfDay(side, day, this.#days());
    if (window) this.set(window);
    return window !== null;
  }

  /** Goes one step on, or back. Gives whether there was one. */
  step(by: 1 | -1): boolean {
    const { stepDays, grows } = this;
    const next = stepped(this.window, this.#days(), { by, stepDays, grows });
    if (next) this.set(next);
    return next !== null;
  }

  play(): void {
    this.isOn = true;
    const window = this.window;
    const isAtEnd = window && window.toDay >= this.#days().last;
    if (!window || isAtEnd) this.set(null);
    this.#tick();
  }

  #tick(): void {
    if (!this.isOn) return;
    if (!this.step(1)) return this.pause();
    this.#timer = setTimeout(() => this.#tick(), SPEEDS[this.speed]);
  }

  pause(): void {
    clearTimeout(this.#timer);
    this.isOn = false;
  }
}
