import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Remote } from 'comlink';
import type {
  Cell,
  CellRequest,
  IncidentEngine,
  PaintRequest,
  PointBuffers,
  PointRows,
  TableFacts
} from '../../engine/incidents/protocol';
import { latest } from '../../engine/latest';
import type { ColourScale, DrawnCells, DrawnIncidents } from '../../map/incidents/drawn';
import { layerIdOf, listedTable } from '../../map/incidents/listed';
import type { MapLayer } from '../../map/layers/layer';
import type { Bounds } from '../../map/map-events';
import type { TableStyle } from '../../project/incidents';
import type { Session } from '../session.svelte';

/** How a table is to be drawn at this moment. */
interface Wanted {
  engine: Remote<IncidentEngine>;
  facts: TableFacts;
  version: number;
  paint: PaintRequest;
  /** Null while incidents are drawn one by one. */
  cells: CellRequest | null;
}

/** What was answered, with what it answers. */
interface Answered {
  wanted: Wanted;
  buffers: PointBuffers;
  rows: PointRows | null;
  cells: Cell[] | null;
}

/** Cells are asked for so far beyond the view, by a share of it: a small move finds them there. */
const BEYOND = 0.3;

const key = (value: unknown) => JSON.stringify(value);

/** Asks the engine for what the map draws of each table, and for no more than has changed. */
export class IncidentDrawing {
  readonly #session: Session;
  readonly #answered = new SvelteMap<string, Answered>();
  readonly #askers: Partial<Record<string, (wanted: Wanted) => void>> = {};

  constructor(session: Session) {
    this.#session = session;
    $effect(() => this.#follow());
  }

  /** What the map draws of a table; null until it is known, and while the table is hidden. */
  of(id: string): DrawnIncidents | null {
    return this.drawn.find((one) => one.id === id) ?? null;
  }

  drawn = $derived.by((): DrawnIncidents[] => {
    const { incidents, settings } = this.#session;
    return incidents.tables.flatMap((facts) => {
      const answered = this.#answered.get(facts.id);
      const { shown, opacity } = settings[layerIdOf(facts.id)];
      if (!answered || !shown) return [];
      const pointed = incidents.chosen?.id === facts.id ? incidents.pointedRows : null;
      return [{ id: facts.id, opacity, ...drawnParts(answered, pointed) }];
    });
  });

  /** The tables as the list of layers has them. */
  listed = $derived.by((): MapLayer[] =>
    this.#session.incidents.tables.map((facts) => listedTable(facts, this.of(facts.id)))
  );

  #follow(): void {
    const { incidents, rest, settings } = this.#session;
    const { engine } = incidents;
    for (const facts of incidents.tables) {
      const version = incidents.version(facts.id);
      if (!engine || version === 0 || !settings[layerIdOf(facts.id)].shown) continue;
      const { style } = incidents.settingsOf(facts.id);
      const cells = rest && cellRequest(style, rest.bounds, rest.zoom);
      const wanted = { engine, facts, version, paint: paintOf(style), cells };
      untrack(() => this.#ask(wanted));
    }
    this.#forgetAllBut(incidents.tables.map(({ id }) => id));
  }

  #forgetAllBut(ids: readonly string[]): void {
    untrack(() => {
      for (const id of this.#answered.keys()) if (!ids.includes(id)) this.#answered.delete(id);
    });
  }

  #ask(wanted: Wanted): void {
    const { id } = wanted.facts;
    if (isSame(this.#answered.get(id)?.wanted, wanted)) return;
    let ask = this.#askers[id];
    if (!ask) {
      ask = latest(
        (newest: Wanted) => this.#fetch(newest),
        (answered) => this.#answered.set(id, answered),
        (error) => (this.#session.incidents.problem = String(error))
      );
      this.#askers[id] = ask;
    }
    ask(wanted);
  }

  async #fetch(wanted: Wanted): Promise<Answered> {
    const { engine, facts, cells } = wanted;
    const last = this.#answered.get(facts.id);
    const isSameTable = last?.wanted.engine === engine && last.wanted.facts === facts;
    const isPainted = isSameTable && key(last.wanted.paint) === key(wanted.paint);
    const isCurrent = isSameTable && last.wanted.version === wanted.version;
    const buffers = isPainted ? last.buffers : await engine.points(facts.id, wanted.paint);
    if (cells) {
      const isThere = isCurrent && last.cells && key(last.wanted.cells) === key(cells);
      const fetched = isThere ? last.cells : await engine.cells(facts.id, cells);
      return { wanted, buffers, rows: null, cells: fetched };
    }
    const rows = isCurrent && last.rows ? last.rows : await engine.pointRows(facts.id);
    return { wanted, buffers, rows, cells: null };
  }
}

function isSame(a: Wanted | undefined, b: Wanted): boolean {
  return (
    a !== undefined &&
    a.engine === b.engine &&
    a.facts === b.facts &&
    a.version === b.version &&
    key([a.paint, a.cells]) === key([b.paint, b.cells])
  );
}

/** Cells are painted by what their shares are of: the legend then names those. */
function paintOf({ drawnAs, colourBy, sizeBy, splitBy }: TableStyle): PaintRequest {
  return drawnAs === 'points' ? { colourBy, sizeBy } : { colourBy: splitBy, sizeBy: 'none' };
}

function cellRequest(
  { drawnAs, splitBy }: TableStyle,
  [west, south, east, north]: Bounds,
  zoom: number
): CellRequest | null {
  if (drawnAs === 'points') return null;
  const [wider, higher] = [BEYOND * (east - west), BEYOND * (north - south)];
  const bounds: Bounds = [west - wider, south - higher, east + wider, north + higher];
  return { as: drawnAs, bounds, zoom, by: splitBy };
}

function drawnParts(
  { wanted, buffers, rows, cells }: Answered,
  pointed: Uint32Array | null
): Pick<DrawnIncidents, 'points' | 'cells'> {
  const { colourBy, sizeBy } = wanted.paint;
  const scale = scaleOf(colourBy, wanted.facts);
  if (rows) {
    return { points: { buffers, rows, pointed, scale, sized: sizeBy !== 'none' }, cells: null };
  }
  if (!cells || !wanted.cells) return { points: null, cells: null };
  const split: DrawnCells['split'] = { scale, labels: buffers.legend.map(({ label }) => label) };
  return { points: null, cells: { as: wanted.cells.as, cells, split } };
}

/** What kind of colours tell a table’s incidents apart. */
export function scaleOf(colourBy: PaintRequest['colourBy'], facts: TableFacts): ColourScale {
  if (colourBy === 'side') return 'sides';
  if (colourBy === 'none') return 'one';
  if (colourBy === 'type') return 'categories';
  return facts.columns.at(colourBy.column)?.kind === 'number' ? 'sequence' : 'categories';
}
