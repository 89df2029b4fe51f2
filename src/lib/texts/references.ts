import { placesOf, type Measure } from './measure-schema';
import type { Fault } from './read';
import type { Context, Gazetteer, SourceText } from './schema';

/** Faults for ids that stand twice among the entries of these lists. */
function doubles(lists: Record<string, readonly { id: string }[]>): Fault[] {
  const seen = new Set<string>();
  return Object.entries(lists).flatMap(([list, entries]) =>
    entries.flatMap(({ id }, i) => {
      if (seen.has(id)) {
        return [
          { path: `${list}[${i}].id`, message: `"${id}" stands twice: give each its own id` }
        ];
      }
      seen.add(id);
      return [];
    })
  );
}

/** Every id of the gazetteer stands once, over all its lists. */
export function gazetteerFaults(gazetteer: Gazetteer): Fault[] {
  const { places, areas, crossings, contextPlaces } = gazetteer;
  return doubles({ places, areas, crossings, contextPlaces });
}

/** Checks of what an entry of a text refers to. */
function referenceChecks(text: SourceText, inGazetteer: (id: string) => boolean) {
  const last = text.outline.length;
  const own = new Set([...text.places, ...text.areas].map(({ id }) => id));
  const ownAreas = new Set(text.areas.map(({ id }) => id));
  const linkable = new Set(
    [...text.annotations, ...text.events, ...text.claims].map(({ id }) => id)
  );
  const fault = (holds: boolean, path: string, message: string): Fault[] =>
    holds ? [] : [{ path, message }];
  return {
    par: (path: string, par: number) =>
      fault(
        par <= last,
        path,
        `${par}: the outline has only paragraphs 1 to ${last}; correct the number or add the paragraph's gist to the outline`
      ),
    place: (path: string, id: string) =>
      fault(
        own.has(id) || inGazetteer(id),
        path,
        `"${id}": no place or area of the gazetteer has this id; correct it or add the place to this text's "places" or "areas"`
      ),
    noArea: (path: string, id: string) =>
      fault(
        !ownAreas.has(id),
        path,
        `"${id}" is an area: only what has a position can be measured; name a place`
      ),
    ownPlace: (path: string, id: string) =>
      fault(
        !inGazetteer(id),
        path,
        `"${id}" is in the gazetteer already: refer to it and leave it out here, or give your place another id`
      ),
    linked: (path: string, id: string) =>
      fault(
        linkable.has(id),
        path,
        `"${id}": no annotation, event or claim of this text has this id; correct or remove it`
      )
  };
}

/**
 * The outline counts its paragraphs 1, 2, 3 … without a gap; every paragraph that the text refers to
 * is in the outline, every place in the gazetteer or the text's own list, and every link leads to
 * an entry of the text.
 */
export function textFaults(text: SourceText, inGazetteer: (id: string) => boolean): Fault[] {
  const { par, place, noArea, ownPlace, linked } = referenceChecks(text, inGazetteer);
  const all = <T>(list: readonly T[], path: string, check: (path: string, one: T) => Fault[]) =>
    list.flatMap((one, i) => check(`${path}[${i}]`, one));

  return [
    ...text.outline.flatMap((row, i) =>
      row.par === i + 1
        ? []
        : [
            {
              path: `outline[${i}].par`,
              message: `${row.par}: expected ${i + 1}; list every paragraph once, in order`
            }
          ]
    ),
    ...all(text.parts, 'parts', (path, { from, to }) => [
      ...par(`${path}.to`, to),
      ...(from <= to
        ? []
        : [
            {
              path: `${path}.from`,
              message: `${from}: the part ends before, at ${to}; swap them`
            }
          ])
    ]),
    ...all(text.places, 'places', (path, { id }) => ownPlace(`${path}.id`, id)),
    ...all(text.areas, 'areas', (path, { id }) => ownPlace(`${path}.id`, id)),
    ...all(text.annotations, 'annotations', (path, one) => [
      ...par(`${path}.par`, one.par),
      ...place(`${path}.of`, one.of),
      ...all(one.related, `${path}.related`, linked)
    ]),
    ...all(text.events, 'events', (path, event) => [
      ...all(event.pars, `${path}.pars`, par),
      ...all(event.at, `${path}.at`, place)
    ]),
    ...all(text.demands, 'demands', (path, demand) =>
      all(demand.items, `${path}.items`, (item, one) => [
        ...par(`${item}.par`, one.par),
        ...all(one.about, `${item}.about`, place)
      ])
    ),
    ...all(text.claims, 'claims', (path, claim) => [
      ...par(`${path}.par`, claim.par),
      ...all(claim.about, `${path}.about`, place),
      ...measureFaults(`${path}.measure`, claim.measure, text, (at, id) => [
        ...place(at, id),
        ...noArea(at, id)
      ])
    ]),
    ...doubles({ places: text.places, areas: text.areas }),
    ...doubles({ annotations: text.annotations, events: text.events, claims: text.claims })
  ];
}

/** Every place and claim that a measure speaks of is known; claims taken together are lengths. */
function measureFaults(
  path: string,
  measure: Measure | undefined,
  { claims }: SourceText,
  place: (path: string, id: string) => Fault[]
): Fault[] {
  if (!measure) return [];
  if (measure.of !== 'together') return placesOf(measure).flatMap((id) => place(path, id));
  return measure.claims.flatMap((id, i) => {
    const of = claims.find((claim) => claim.id === id)?.measure?.of;
    if (of === 'distance' || of === 'offset') return [];
    const message = `"${id}": no claim of this text with this id measures a distance or an offset; correct it`;
    return [{ path: `${path}.claims[${i}]`, message }];
  });
}

/** Every conflict points at a paragraph that one of the texts has. */
export function contextFaults(context: Context, texts: readonly SourceText[]): Fault[] {
  return context.conflicts.flatMap(({ refs }, i) =>
    refs.flatMap((ref, j) => {
      const text = texts.find(({ id }) => id === ref.text);
      if (text?.outline.some(({ par }) => par === ref.par)) return [];
      const message = text
        ? `${ref.par}: text ${ref.text} has only paragraphs 1 to ${text.outline.length}; correct the number`
        : `"${ref.text}": there is no such text; correct its id or add its file`;
      return [{ path: `conflicts[${i}].refs[${j}].${text ? 'par' : 'text'}`, message }];
    })
  );
}
