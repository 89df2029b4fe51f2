/** A column's name without case, accents, spaces and signs: “Event Date” and “event_date” are the same. */
export const plainName = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Looks columns up by name; of several of one name the first counts. */
export class ColumnNames {
  readonly #byName = new Map<string, number>();

  constructor(header: readonly string[]) {
    header.forEach((name, i) => {
      const plain = plainName(name);
      if (!this.#byName.has(plain)) this.#byName.set(plain, i);
    });
  }

  /** The column of the first of these names that there is; null if there is none. */
  find(...names: string[]): number | null {
    for (const name of names) {
      const found = this.#byName.get(plainName(name));
      if (found !== undefined) return found;
    }
    return null;
  }

  /** The column of such a name, also cut to ten characters, as a shapefile cuts it. */
  findCut(...names: string[]): number | null {
    return this.find(...names) ?? this.find(...names.map((name) => name.slice(0, 10)));
  }

  has(...names: string[]): boolean {
    return names.every((name) => this.findCut(name) !== null);
  }
}

/** The roles that have a column. */
export function rolesOf<Name extends string>(
  found: Record<Name, number | null>
): Partial<Record<Name, number>> {
  const roles: Partial<Record<Name, number>> = {};
  for (const name of Object.keys(found) as Name[]) {
    const column = found[name];
    if (column !== null) roles[name] = column;
  }
  return roles;
}
