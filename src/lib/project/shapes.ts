import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import type { MultiPolygon } from 'geojson';
import * as v from 'valibot';

/** Only what the app itself read and kept stands here: a million vertices are not checked anew. */
const Polygons = v.custom<MultiPolygon>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'MultiPolygon' &&
    'coordinates' in value &&
    Array.isArray(value.coordinates)
);

const ShapeSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^shape:[0-9]+$/)),
  name: v.string(),
  /** What it was read from. */
  fileName: v.optional(v.string(), ''),
  /** What the file tells apart in it, by name; none for shapes of one part. */
  partNames: v.optional(v.array(v.string()), []),
  shown: v.boolean(),
  areaKm2: v.number(),
  /** What was mended or left out when it was read. */
  notes: v.array(v.string()),
  polygons: Polygons
});

/** A polygon that the reader brought, to be measured. */
export type Shape = v.InferOutput<typeof ShapeSchema>;

/**
 * Where the reader's shapes are kept: in IndexedDB, since local storage holds some 5 MB in all. Every
 * call may be refused, in private windows or when the disk is full.
 */
export class ShapeShelf {
  #store: UseStore | null = null;

  /** The kept shapes that are sound, the oldest first. */
  async read(): Promise<Shape[]> {
    const kept = await entries<string, unknown>(this.#open());
    return kept
      .flatMap(([, value]) => {
        const read = v.safeParse(ShapeSchema, value);
        return read.success ? [read.output] : [];
      })
      .sort((a, b) => numberOf(a.id) - numberOf(b.id));
  }

  async keep(shape: Shape): Promise<void> {
    await set(shape.id, shape, this.#open());
  }

  async remove(id: string): Promise<void> {
    await del(id, this.#open());
  }

  /** Where the browser denies the store, even opening it throws. */
  #open(): UseStore {
    return (this.#store ??= createStore('durand', 'shapes'));
  }
}

/** A name that none of those taken equals: “North (2)” beside “North”. */
export function nameApart(name: string, taken: readonly string[]): string {
  let apart = name;
  for (let i = 2; taken.includes(apart); i++) apart = `${name} (${i})`;
  return apart;
}

/** The part of a shape's id that counts up. */
export function numberOf(id: string): number {
  return Number(id.slice('shape:'.length));
}
