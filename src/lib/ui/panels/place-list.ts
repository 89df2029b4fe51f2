import { lengthAsGiven, lengthRounded, SIDE_NAMES } from '../format';
import type { Located } from '../../engine/protocol';
import { isFarFromLine, type Entry } from '../../texts/gazetteer';

export interface PlaceRow {
  id: string;
  name: string;
  kind: string;
  local: string | null;
  located: Located | null;
  uncertaintyKm: number | null;
}

export interface PlaceGroup {
  title: string;
  rows: PlaceRow[];
}

function row(entry: Entry, stations: Record<string, Located>): PlaceRow {
  return {
    id: entry.id,
    name: entry.name,
    kind: entry.type === 'crossing' ? 'crossing' : entry.kind,
    local: entry.local[0]?.name ?? null,
    located: stations[entry.id] ?? null,
    uncertaintyKm: 'uncertaintyKm' in entry ? entry.uncertaintyKm : null
  };
}

export function isFarAway(located: Located | null | undefined): boolean {
  return located ? isFarFromLine(located.station.offsetKm) : false;
}

/** Whether the line runs through the ring of uncertainty, so that no side can be told. */
export function straddles({ station }: Located, uncertaintyKm: number): boolean {
  return Math.abs(station.offsetKm) <= uncertaintyKm;
}

/** Where a place lies by the line, no more exactly than its position is known. */
export function distanceWords(located: Located, uncertaintyKm: number): string {
  if (straddles(located, uncertaintyKm))
    return `At the line, within ${lengthAsGiven(uncertaintyKm)}`;
  const distance = lengthRounded(Math.abs(located.station.offsetKm), uncertaintyKm);
  const side = isFarAway(located) ? '' : `, ${SIDE_NAMES[located.station.side]}`;
  return `${distance} from the line${side}`;
}

function byChainage(a: PlaceRow, b: PlaceRow): number {
  return (a.located?.station.chainageKm ?? 0) - (b.located?.station.chainageKm ?? 0);
}

/**
 * The places of a library as a reader goes through it: along the line from south-west to north-east, then the
 * areas, the crossings, and what is far away. `wanted` keeps only these ids, where it is given.
 */
export function placeGroups(
  entries: readonly Entry[],
  stations: Record<string, Located>,
  wanted: Set<string> | null
): PlaceGroup[] {
  const rowsOf = (type: Entry['type']) =>
    entries
      .filter((entry) => entry.type === type && (!wanted || wanted.has(entry.id)))
      .map((entry) => row(entry, stations))
      .sort(byChainage);
  const places = rowsOf('place');
  return [
    { title: 'Along the line', rows: places.filter(({ located }) => !isFarAway(located)) },
    { title: 'Areas', rows: rowsOf('area') },
    { title: 'Crossings', rows: rowsOf('crossing') },
    { title: 'Far away', rows: places.filter(({ located }) => isFarAway(located)) }
  ].filter(({ rows }) => rows.length > 0);
}
