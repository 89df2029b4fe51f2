import type { Borders } from '../../geodata/borders';

export interface TerritoryNames {
  nameOf: ReadonlyMap<string, string>;
  idOf: ReadonlyMap<string, string>;
}

/** Names of provinces and countries by their id, and their ids by name; none before the borders. */
export function territoryNames(borders: Borders | undefined): TerritoryNames {
  const all = [...(borders?.countries.features ?? []), ...(borders?.provinces.features ?? [])];
  return {
    nameOf: new Map(all.map(({ properties: { id, name } }) => [id, name])),
    idOf: new Map(all.map(({ properties: { id, name } }) => [name, id]))
  };
}
