import { transfer } from 'comlink';
import { cardOf, lineOf } from '../../incidents/card';
import { cellText } from '../../incidents/cells-text';
import { boxArea, corridor, type Area } from '../../incidents/parquet/area';
import type { Condition } from '../../incidents/filter';
import { pickRows, rowsInRing } from '../../incidents/picking';
import { refusedCsv } from '../../incidents/reading/refused-csv';
import { distanceCurve, isOn, summarise } from '../../incidents/summarise';
import { countInZone } from '../../incidents/zone-count';
import { CERTAINTIES } from '../../zones/row-membership';
import { exportHeld } from './exporting';
import { createGround, type Ground } from './ground';
import type { HeldTable } from './held-table';
import { importLook } from './importer';
import { Looks } from './looks';
import { namedPlaces } from './named-places';
import { Cancelled, Pauses } from './pauses';
import { cellsFor, pointRowsOf, pointsOf } from './pictures';
import type { FarPart, IncidentEngine, Progress, ZoneCounts } from './protocol';
import { Shelf, type KeyValues } from './shelf';
import { Tables } from './tables';
import { ZoneLookup } from './zone-lookup';

const UNCERTAIN = CERTAINTIES.indexOf('uncertain');

/** What the worker does, on a store that it is given. */
export function createIncidentEngine(store: KeyValues): IncidentEngine {
  const zones = new ZoneLookup();
  const tables = new Tables(new Shelf(store), zones);
  const looks = new Looks();
  let run = 0;

  /** Work that `cancel` ends: it then gives null. */
  async function cancellable<T>(
    work: (pauses: Pauses) => Promise<T>,
    onProgress: (progress: Progress) => void
  ): Promise<T | null> {
    const own = run;
    try {
      return await work(new Pauses(onProgress, () => run !== own));
    } catch (error) {
      if (error instanceof Cancelled) return null;
      throw error;
    }
  }

  return {
    setGround(line, bordersFile) {
      const ground = createGround(line, bordersFile);
      tables.setGround(ground);
      zones.setGround(ground);
    },
    setZones: (given) => zones.setZones(given),
    setSettlements: (settlements) => looks.setPlaces(namedPlaces(settlements)),

    look: (file, view = null) => looks.look(file, view),
    lookFar: async (file, part, read) => looks.lookFar(file, areaOf(part, tables.ground), read),
    preview: async (lookId, mapping) => looks.preview(lookId, mapping),
    letGo: (lookId) => looks.letGo(lookId),
    async importTable(lookId, mapping, into, onProgress) {
      const held = await cancellable(
        (pauses) => importLook(looks, tables, { lookId, mapping, into }, pauses),
        onProgress
      );
      if (!held) return null;
      looks.letGo(lookId);
      onProgress({ doing: 'keeping', share: 0, rows: held.table.rows });
      return tables.keep(held);
    },
    cancel() {
      run++;
    },
    async decide(tableId, suspicion, decision, onProgress) {
      const { origin, imported, decisions } = await tables.get(tableId);
      const now = { ...decisions, [suspicion]: decision };
      const held = await cancellable(
        (pauses) => tables.hold(origin, imported, now, pauses),
        onProgress
      );
      return held && tables.amend(held);
    },
    async refusedCsv(tableId) {
      const { report, origin } = await tables.get(tableId);
      return refusedCsv(report, origin.header);
    },

    restore: () => tables.restore(),
    rename: (tableId, name) => tables.rename(tableId, name),
    remove: (tableId) => tables.remove(tableId),

    async filter(tableId, filter) {
      const { selection } = await tables.get(tableId);
      if (filter.some(({ by }) => by === 'zone')) await zones.given;
      return selection.set(filter);
    },
    points: async (tableId, paint) => pointsOf(await tables.get(tableId), paint),
    pointRows: async (tableId) => pointRowsOf(await tables.get(tableId)),
    cells: async (tableId, request) => cellsFor(await tables.get(tableId), request),
    async pick(tableId, position, reachKm, most) {
      const { table, selection } = await tables.get(tableId);
      return pickRows(table, selection.chosen(), position, reachKm, most);
    },
    async rowsWithin(tableId, ring) {
      const { table, selection } = await tables.get(tableId);
      return rowsInRing(table, selection.chosen(), ring);
    },
    async card(tableId, row) {
      const { table } = await tables.get(tableId);
      if (!(row >= 0 && row < table.rows))
        throw new Error('This incident is no longer in the table.');
      return cardOf(table, row);
    },
    values: async (tableId, column, most) => valuesOf(await tables.get(tableId), column, most),
    async page(tableId, { from, count, by }) {
      const held = await tables.get(tableId);
      return pageOf(held, held.order(by), from, count).map((row) => lineOf(held.table, row));
    },

    async rowsWhere(tableId, also) {
      const { selection } = await tables.get(tableId);
      const rows = selection.chosen(also).rows.slice();
      return transfer(rows, [rows.buffer]);
    },
    async summaries(tableId, axes, also = [], without = []) {
      const { table, selection } = await tables.get(tableId);
      return axes.map((axis) => {
        const isLeftOut = (condition: Condition) =>
          isOn(axis, condition) || without.includes(condition.by);
        const chosen = selection.chosenWithout(isLeftOut, also);
        return summarise(table, chosen, axis);
      });
    },
    async distances(tableId, of) {
      const { table, selection } = await tables.get(tableId);
      const curve = distanceCurve(table, selection.chosen(), of);
      return transfer(curve, [curve.afghanKm.buffer, curve.pakistanKm.buffer]);
    },
    async zoneCounts(tableId, splitDay) {
      const held = await tables.get(tableId);
      const counts: ZoneCounts[] = [];
      for (const { id } of [...zones.all]) {
        counts.push({ proposal: id, ...(await zoneCount(held, id, splitDay)) });
      }
      return counts;
    },
    async exportTable(tableId, format, onlyFiltered, onProgress) {
      const held = await tables.get(tableId);
      const of = { all: zones.all, of: tables.zonesOf(held) };
      return cancellable(
        (pauses) => exportHeld(held, { format, onlyFiltered }, of, pauses),
        onProgress
      );
    }
  };

  async function zoneCount(held: HeldTable, proposal: string, splitDay: number | null) {
    const rows = tables.zonesOf(held);
    const inside = rows.inZone(proposal);
    const certainties = await rows.certainties(proposal);
    const uncertain = certainties.map((code) => (code === UNCERTAIN ? 1 : 0));
    return countInZone(held.table, held.selection.chosen(), { inside, uncertain }, splitDay);
  }
}

function areaOf(part: FarPart, { border, line }: Ground): Area | null {
  if (part.of === 'all') return null;
  if (part.of === 'box') return boxArea(part.bounds);
  return corridor(line, part.withinKm, (at) => Math.abs(border.station(at).offsetKm));
}

/** A column's values under all conditions but those on itself, the most frequent first. */
function valuesOf({ table, selection }: HeldTable, index: number, most: number) {
  const axis = { of: 'values', column: index, most } as const;
  const { rows } = selection.chosenWithout((condition) => isOn(axis, condition));
  const column = table.columns[index];
  const counts = new Map<string, number>();
  if (column.kind === 'category') {
    const byCode = new Uint32Array(column.names.length);
    for (const row of rows) byCode[column.codes[row]]++;
    byCode.forEach((count, code) => count > 0 && counts.set(column.names[code], count));
  } else {
    for (const row of rows) {
      const text = cellText(column, row);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || a.localeCompare(b))
    .slice(0, most)
    .map(([value, count]) => ({ value, rows: count }));
}

/** Some of the rows that pass the filter, in an order. */
function pageOf(held: HeldTable, order: Uint32Array, from: number, count: number): number[] {
  const passes = held.passes();
  const found: number[] = [];
  let passed = 0;
  for (let i = 0; i < order.length && found.length < count; i++) {
    if (passes[order[i]] === 1 && passed++ >= from) found.push(order[i]);
  }
  return found;
}
