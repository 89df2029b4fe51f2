import catalog from '../../../geodata/catalog.json';

export interface CatalogEntry {
  id: string;
  file: string;
  title: string;
  attribution: string;
  vintage: string;
  licence: { name: string; url: string };
}

const byId = new Map<string, CatalogEntry>(catalog.files.map((entry) => [entry.id, entry]));

/** What the geodata build says of one of its files: where it is from, how old, under which licence. */
export function catalogEntry(id: string): CatalogEntry {
  const entry = byId.get(id);
  if (!entry) throw new Error(`geodata/catalog.json has no file with the id “${id}”.`);
  return entry;
}
