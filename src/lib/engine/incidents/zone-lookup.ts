import type { ZoneRows } from '../../incidents/selection';
import type { LocatedTable } from '../../incidents/table';
import { spatialOrder } from '../../incidents/spatial-order';
import type { RowMembership } from '../../zones/row-membership';
import { inTurns } from '../in-turns';
import type { Ground } from './ground';
import type { NamedZones } from './protocol';

/** So many zones are kept ready for each table. */
const ZONES_READY = 12;

/** The proposals that conditions and counts name. */
export class ZoneLookup {
  #zones: NamedZones = [];
  #ground: Ground | null = null;
  readonly #memberships = new Map<string, RowMembership>();

  /** Fulfilled once the zones have come for the first time. */
  readonly given: Promise<void>;
  #tellGiven: () => void = () => undefined;

  constructor() {
    this.given = new Promise((resolve) => (this.#tellGiven = resolve));
  }

  setZones(zones: NamedZones): void {
    this.#zones = zones;
    this.#tellGiven();
  }

  setGround(ground: Ground): void {
    this.#ground = ground;
    this.#memberships.clear();
  }

  get all(): NamedZones {
    return this.#zones;
  }

  /** What a table's rows are with respect to the zones. */
  of(table: LocatedTable): TableZones {
    return new TableZones(table, this);
  }

  /** Throws an Error in words for a proposal that is not there. */
  key(proposal: string): string {
    return JSON.stringify(this.#zoneOf(proposal));
  }

  membership(proposal: string): RowMembership {
    const key = this.key(proposal);
    let membership = this.#memberships.get(key);
    if (!membership) {
      if (!this.#ground) throw new Error('The line has not been given to the incidents yet.');
      membership = this.#ground.membership(this.#zoneOf(proposal));
      if (this.#memberships.size >= ZONES_READY) this.#memberships.clear();
      this.#memberships.set(key, membership);
    }
    return membership;
  }

  #zoneOf(proposal: string) {
    const named = this.#zones.find(({ id }) => id === proposal);
    if (!named) throw new Error('The proposal of this condition has been deleted.');
    return named.zone;
  }
}

/** Which rows of one table lie in which zone; what was found for a zone as it stands is kept. */
export class TableZones implements ZoneRows {
  readonly #table: LocatedTable;
  readonly #lookup: ZoneLookup;
  readonly #inside = new Map<string, Uint8Array>();
  readonly #certainties = new Map<string, Promise<Uint8Array>>();
  #order: Uint32Array | null = null;

  constructor(table: LocatedTable, lookup: ZoneLookup) {
    this.#table = table;
    this.#lookup = lookup;
  }

  key(proposal: string): string {
    return this.#lookup.key(proposal);
  }

  inZone(proposal: string): Uint8Array {
    const key = this.key(proposal);
    let inside = this.#inside.get(key);
    if (!inside) {
      inside = this.#lookup.membership(proposal).inside(this.#rows());
      if (this.#inside.size >= ZONES_READY) this.#inside.clear();
      this.#inside.set(key, inside);
    }
    return inside;
  }

  /** Of each row an index into `CERTAINTIES`, found in turns with whatever else is asked. */
  certainties(proposal: string): Promise<Uint8Array> {
    const key = this.key(proposal);
    let certainties = this.#certainties.get(key);
    if (!certainties) {
      this.#order ??= spatialOrder(this.#table.lonLat);
      const membership = this.#lookup.membership(proposal);
      certainties = inTurns(
        membership.certainties(this.#rows(), this.#table.radiusKm, this.#order)
      );
      if (this.#certainties.size >= ZONES_READY) this.#certainties.clear();
      this.#certainties.set(key, certainties);
    }
    return certainties;
  }

  #rows() {
    const { lonLat, located } = this.#table;
    return { lonLat, ...located };
  }
}
