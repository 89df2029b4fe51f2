import { bisectLeft } from 'd3-array';
import { latest } from '../../engine/latest';
import type { IncidentCard } from '../../engine/incidents/protocol';
import type { LonLat } from '../../geodesy/position';
import { pixelKm } from '../../map/edit/pixel-km';
import type { PointedIncident } from '../../map/data';
import type { CellUnder } from '../../map/incidents/cell-under';
import { layerIdOf } from '../../map/incidents/listed';
import type { Session } from '../session.svelte';
import { boundsAround } from './reach';

/** An incident by its table and row, with what a list shows of it. */
export interface Found {
  table: string;
  row: number;
  card: IncidentCard;
}

const REACH_PX = 9;
const TOUCH_REACH_PX = 20;
/** More under one spot are told by their number. */
const MOST_FOUND = 50;
/** A cluster of no more than so many is listed; a larger one is gone closer to. */
const MOST_LISTED = 20;
/** A cluster gathers what lies so near to its middle. */
const CLUSTER_REACH_PX = 64;
const CLOSEST_ZOOM = 13;

/** Which incidents the reader points at on the map, and whose card is open. */
export class IncidentPointing {
  readonly #session: Session;
  /** What lies under the last click, where that is more than one; a list to choose from. */
  found = $state.raw<Found[]>([]);
  #hovered = $state.raw<Found | null>(null);
  #opened = $state.raw<Found | null>(null);
  readonly #hover: (position: LonLat | null) => void;

  constructor(session: Session) {
    this.#session = session;
    this.#hover = latest(
      (position) => (position ? this.#under(position, 1) : Promise.resolve([])),
      (found) => (this.#hovered = found.at(0) ?? null),
      () => (this.#hovered = null)
    );
    $effect(() => this.#follow());
  }

  /** The card that is open; null while none is, or while it is fetched. */
  get card(): IncidentCard | null {
    const { opened, chosen } = this.#session.incidents;
    const card = this.#opened;
    return card && card.row === opened && card.table === chosen?.id ? card.card : null;
  }

  /** Whether a card, or a list of what lies at one spot, is open. */
  get isReading(): boolean {
    return this.card !== null || this.found.length > 1;
  }

  /** What the map marks. */
  drawn = $derived.by((): PointedIncident[] => {
    const { card } = this;
    const cards = [...(card ? [card] : []), ...(this.#hovered ? [this.#hovered.card] : [])];
    return cards.flatMap(({ position, radiusKm }, i) =>
      // The pointer’s own mark is a ring of pixels: what it passes over is not to flicker.
      position ? [{ position, radiusKm: card && i === 0 ? radiusKm : null }] : []
    );
  });

  /** The row of the chosen table that the charts mark: under the pointer, or with its card open. */
  marked = $derived.by((): number | null => {
    const { chosen, opened } = this.#session.incidents;
    const hovered = this.#hovered?.table === chosen?.id ? this.#hovered?.row : null;
    return hovered ?? opened;
  });

  /** Fetches the card of the incident that is opened, here or in a list or chart. */
  #follow(): void {
    const { incidents } = this.#session;
    const { engine, chosen, opened } = incidents;
    if (!engine || !chosen || opened === null) return;
    void incidents.version(chosen.id);
    const [table, row] = [chosen.id, opened];
    engine.card(table, row).then(
      (card) => (this.#opened = { table, row, card }),
      () => (incidents.opened = null)
    );
  }

  /** The pointer is at a position of the map, or has left it. */
  hover(position: LonLat | null): void {
    if (this.#pickable().length > 0) this.#hover(this.#session.tool ? null : position);
  }

  /** Ids of the tables whose incidents can be pointed at one by one, the topmost first. */
  #pickable(): string[] {
    const { incidents, settings } = this.#session;
    const shown = incidents.tables.filter(
      ({ id }) =>
        settings[layerIdOf(id)].shown && incidents.settingsOf(id).style.drawnAs === 'points'
    );
    return shown.map(({ id }) => id).reverse();
  }

  async #under(position: LonLat, most: number): Promise<Found[]> {
    const px = this.#session.readout.touch ? TOUCH_REACH_PX : REACH_PX;
    const reachKm = px * pixelKm(this.#session.view?.zoom ?? 5, position[1]);
    const found: Found[] = [];
    for (const table of this.#pickable()) {
      found.push(...(await this.#near(table, position, reachKm, most - found.length)));
      if (found.length >= most) break;
    }
    return found;
  }

  async #near(table: string, at: LonLat, reachKm: number, most: number): Promise<Found[]> {
    const { engine } = this.#session.incidents;
    return engine ? this.#cards(table, await engine.pick(table, at, reachKm, most)) : [];
  }

  async #cards(table: string, rows: Iterable<number>): Promise<Found[]> {
    const { engine } = this.#session.incidents;
    if (!engine) return [];
    return Promise.all(
      [...rows].map(async (row) => ({ table, row, card: await engine.card(table, row) }))
    );
  }

  /** A click on the map: whether there were incidents to open or to choose from. */
  async click(position: LonLat, cell: CellUnder | null = null): Promise<boolean> {
    const found = cell ? await this.#inCell(cell) : await this.#under(position, MOST_FOUND);
    if (found === null) return true;
    if (found.length === 1) this.open(found[0]);
    else if (found.length > 1) this.#list(found);
    else this.close();
    return found.length > 0;
  }

  /** What a cell holds; null where it holds too much to list, and the map goes closer instead. */
  async #inCell(cell: CellUnder): Promise<Found[] | null> {
    const { engine } = this.#session.incidents;
    const zoom = this.#session.view?.zoom ?? 5;
    if (cell.count > MOST_LISTED && zoom < CLOSEST_ZOOM) {
      const halfKm = 200 * pixelKm(zoom + 2, cell.position[1]);
      this.#session.showOnMap(boundsAround(cell.position, halfKm), { maxZoom: CLOSEST_ZOOM });
      this.#session.said = `${cell.count} incidents: the map goes closer.`;
      return null;
    }
    if (cell.ring && engine) {
      const rows = await engine.rowsWithin(cell.table, cell.ring);
      return this.#cards(cell.table, rows.subarray(0, MOST_FOUND));
    }
    const reachKm = CLUSTER_REACH_PX * pixelKm(zoom, cell.position[1]);
    return this.#near(cell.table, cell.position, reachKm, Math.min(MOST_FOUND, cell.count));
  }

  #list(found: Found[]): void {
    this.#session.incidents.opened = null;
    this.found = found;
    this.#showPanel();
    this.#session.said = `${found.length} incidents here: choose one in the panel.`;
  }

  /** Opens the card of an incident. */
  open({ table, row }: Pick<Found, 'table' | 'row'>): void {
    const { incidents } = this.#session;
    incidents.choose(table);
    incidents.opened = row;
    this.#showPanel();
  }

  #showPanel(): void {
    Object.assign(this.#session.project.current, { tab: 'incidents', panelOpen: true });
  }

  /** Closes the card; a list that it was chosen from comes back. */
  close(): void {
    const { incidents } = this.#session;
    if (incidents.opened === null) this.found = [];
    incidents.opened = null;
  }

  /** Opens the next incident, or the one before, of those that pass the filter, in the file's order. */
  async step(by: number): Promise<void> {
    const rows = await this.#rows();
    const { opened } = this.#session.incidents;
    if (opened === null || rows.length === 0) return;
    const at = bisectLeft(rows, opened);
    const isThere = rows[at] === opened;
    // From an incident that the filter has left out the next is the one that stands in its place.
    const next = at + (by > 0 && !isThere ? by - 1 : by);
    if (next < 0 || next >= rows.length) {
      this.#session.said = by > 0 ? 'This is the last incident.' : 'This is the first incident.';
      return;
    }
    this.#session.incidents.opened = rows[next];
  }

  async #rows(): Promise<Uint32Array> {
    const { engine, chosen } = this.#session.incidents;
    if (!engine || !chosen) return new Uint32Array();
    const drawn = this.#session.drawing.of(chosen.id)?.points?.rows;
    return drawn?.rows ?? (await engine.pointRows(chosen.id)).rows;
  }

  /** Which of how many the open card is, where that is known at once. */
  place = $derived.by((): { at: number; of: number } | null => {
    const { opened, chosen } = this.#session.incidents;
    const rows = chosen && this.#session.drawing.of(chosen.id)?.points?.rows.rows;
    if (!rows || opened === null) return null;
    const at = bisectLeft(rows, opened);
    return rows[at] === opened ? { at: at + 1, of: rows.length } : null;
  });

  /** Brings an incident into view with all of the circle that it lies in. */
  goTo({ position, radiusKm }: IncidentCard): void {
    if (!position) return;
    const reachKm = Math.max(radiusKm ?? 0, 0.5);
    const maxZoom = radiusKm ? 13 : 11;
    this.#session.showOnMap(boundsAround(position, 1.15 * reachKm), { maxZoom, centred: true });
  }
}
