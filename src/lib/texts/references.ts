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

/**
 * The outline counts its paragraphs 1, 2, 3 … without a gap; every paragraph that the text refers to
 * is in the outline, and every place in the gazetteer.
 */
export function textFaults(text: SourceText, known: (id: string) => boolean): Fault[] {
  const last = text.outline.length;
  const par = (path: string, par: number): Fault[] =>
    par <= last
      ? []
      : [
          {
            path,
            message: `${par}: the outline has only paragraphs 1 to ${last}; correct the number or add the paragraph's gist to the outline`
          }
        ];
  const place = (path: string, id: string): Fault[] =>
    known(id)
      ? []
      : [
          {
            path,
            message: `"${id}": no place or area of the gazetteer has this id; correct it or add the place to gazetteer.json`
          }
        ];

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
    ...text.parts.flatMap(({ from, to }, i) => [
      ...par(`parts[${i}].to`, to),
      ...(from <= to
        ? []
        : [
            {
              path: `parts[${i}].from`,
              message: `${from}: the part ends before, at ${to}; swap them`
            }
          ])
    ]),
    ...text.annotations.flatMap((annotation, i) => [
      ...par(`annotations[${i}].par`, annotation.par),
      ...place(`annotations[${i}].of`, annotation.of)
    ]),
    ...text.events.flatMap((event, i) => [
      ...event.pars.flatMap((p, j) => par(`events[${i}].pars[${j}]`, p)),
      ...event.at.flatMap((id, j) => place(`events[${i}].at[${j}]`, id))
    ]),
    ...text.demands.flatMap((demand, i) =>
      demand.items.flatMap((item, j) => par(`demands[${i}].items[${j}].par`, item.par))
    ),
    ...text.claims.flatMap((claim, i) => par(`claims[${i}].par`, claim.par)),
    ...doubles({ annotations: text.annotations }),
    ...doubles({ events: text.events }),
    ...doubles({ claims: text.claims })
  ];
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
