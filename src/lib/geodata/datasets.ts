import bordersUrl from '../../../geodata/files/borders.topojson?url';
import districtsUrl from '../../../geodata/files/districts.geojson?url';
import ne110mUrl from '../../../geodata/files/line-ne-110m.geojson?url';
import ne10mUrl from '../../../geodata/files/line-ne-10m.geojson?url';
import ne50mUrl from '../../../geodata/files/line-ne-50m.geojson?url';
import osm2022Url from '../../../geodata/files/line-osm-2022.geojson?url';
import osm2026Url from '../../../geodata/files/line-osm-2026.topojson?url';
import settlementsUrl from '../../../geodata/files/settlements.json?url';
import worldUrl from '../../../geodata/files/world.topojson?url';
import type { FeatureCollection, LineString } from 'geojson';
import { readBorders } from './borders';
import { catalogEntry } from './catalog';
import { readDistricts } from './districts';
import { fetchJson } from './fetch-json';
import { readLine, readScaledLine, type ScaledLine } from './lines';
import type { LonLat } from '../geodesy/position';
import { readSettlements } from './settlements';
import { readWorld } from './world';

const scaledUrls: [id: string, url: string][] = [
  ['line-osm-2022', osm2022Url],
  ['line-ne-10m', ne10mUrl],
  ['line-ne-50m', ne50mUrl],
  ['line-ne-110m', ne110mUrl]
];

async function load(id: string, url: string): Promise<unknown> {
  return fetchJson(url, catalogEntry(id).title);
}

async function scaledLines(): Promise<FeatureCollection<LineString, ScaledLine>> {
  const all = await Promise.all(
    scaledUrls.map(async ([id, url]) => readScaledLine(await load(id, url), id))
  );
  return { type: 'FeatureCollection', features: all.flatMap(({ features }) => features) };
}

let line: Promise<LonLat[]> | undefined;

/** The line, loaded once for all that need it; after a failure the next call tries again. */
function sharedLine(): Promise<LonLat[]> {
  line ??= load('line-osm-2026', osm2026Url)
    .then(readLine)
    .catch((error: unknown) => {
      line = undefined;
      throw error;
    });
  return line;
}

/** How each data set is loaded and checked, by its id. */
const loaders = {
  line: sharedLine,
  scaledLines,
  borders: async () => {
    const [raw, line] = await Promise.all([load('borders', bordersUrl), sharedLine()]);
    return readBorders(raw, line);
  },
  districts: async () => readDistricts(await load('districts', districtsUrl)),
  settlements: async () => readSettlements(await load('settlements', settlementsUrl)),
  world: async () => readWorld(await load('world', worldUrl))
};

export type DatasetId = keyof typeof loaders;
export type Datasets = { [Id in DatasetId]: Awaited<ReturnType<(typeof loaders)[Id]>> };

export const datasetIds = Object.keys(loaders) as DatasetId[];

/** Loads and checks one data set; throws with a sentence for the reader. */
export function loadDataset<Id extends DatasetId>(id: Id): Promise<Datasets[Id]> {
  return loaders[id]() as Promise<Datasets[Id]>;
}
