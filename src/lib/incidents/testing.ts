import { NO_DAY, PRECISIONS, type Column, type LocatedTable, type Precision } from './table';

/** One incident of a table that a test makes; what is left out is not known. */
export interface TestIncident {
  at?: [lon: number, lat: number];
  radiusKm?: number;
  precision?: Precision;
  days?: [first: number, last: number];
  lasted?: boolean;
  deaths?: number;
  chainageKm?: number;
  offsetKm?: number;
  territory?: string;
}

const encoder = new TextEncoder();

/** A column as the reader would make it: of numbers, of few texts, or of texts. */
export function testColumn(
  name: string,
  cells: readonly (string | number)[],
  kind: Column['kind'] = typeof cells[0] === 'number' ? 'number' : 'text'
): Column {
  if (kind === 'number') return { kind, name, values: Float64Array.from(cells.map(Number)) };
  const texts = cells.map(String);
  if (kind === 'category') {
    const names = [...new Set(texts)];
    return { kind, name, names, codes: Uint32Array.from(texts, (text) => names.indexOf(text)) };
  }
  const parts = texts.map((text) => encoder.encode(text));
  const ends = new Uint32Array(parts.length);
  let used = 0;
  parts.forEach((part, i) => (ends[i] = used += part.length));
  return { kind, name, ends, bytes: Uint8Array.from(parts.flatMap((part) => [...part])) };
}

/** A located table for tests. */
export function testTable(
  incidents: readonly TestIncident[],
  columns: Column[] = [],
  roles: LocatedTable['roles'] = {}
): LocatedTable {
  const ids = ['', ...new Set(incidents.flatMap(({ territory }) => territory ?? []))];
  const deaths = Float32Array.from(incidents, (one) => one.deaths ?? NaN);
  return {
    rows: incidents.length,
    lonLat: Float64Array.from(incidents.flatMap(({ at }) => at ?? [NaN, NaN])),
    radiusKm: Float32Array.from(incidents, ({ radiusKm }) => radiusKm ?? NaN),
    precision: Uint8Array.from(incidents, ({ precision }) =>
      PRECISIONS.indexOf(precision ?? 'unknown')
    ),
    firstDay: Int32Array.from(incidents, ({ days }) => days?.[0] ?? NO_DAY),
    lastDay: Int32Array.from(incidents, ({ days }) => days?.[1] ?? NO_DAY),
    lasted: Uint8Array.from(incidents, ({ lasted }) => (lasted ? 1 : 0)),
    deaths: { best: deaths, low: deaths, high: deaths },
    fileRow: Uint32Array.from(incidents, (_, i) => i + 2),
    columns,
    roles,
    located: {
      chainageKm: Float32Array.from(incidents, ({ chainageKm }) => chainageKm ?? NaN),
      offsetKm: Float32Array.from(incidents, ({ offsetKm }) => offsetKm ?? NaN),
      territory: Uint16Array.from(incidents, ({ territory }) => ids.indexOf(territory ?? '')),
      territories: ids.map((id) => ({ id, name: id, country: id.slice(0, 2) }))
    }
  };
}
