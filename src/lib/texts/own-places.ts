import { withPlaces } from './measure-schema';
import type { SourceText } from './schema';

/** The id of a text's own place among all texts: two newsrooms may both bring a "jalalabad". */
export function ownPlaceId(textId: string, placeId: string): string {
  return `${textId}:${placeId}`;
}

/** The text with the ids of its own places and areas, and all that refers to them, made unique among texts. */
export function withOwnPlaces(text: SourceText): SourceText {
  const own = new Set([...text.places, ...text.areas].map(({ id }) => id));
  const unique = (id: string) => (own.has(id) ? ownPlaceId(text.id, id) : id);
  return {
    ...text,
    places: text.places.map((place) => ({ ...place, id: unique(place.id) })),
    areas: text.areas.map((area) => ({ ...area, id: unique(area.id) })),
    annotations: text.annotations.map((one) => ({ ...one, of: unique(one.of) })),
    events: text.events.map((one) => ({ ...one, at: one.at.map(unique) })),
    demands: text.demands.map((demand) => ({
      ...demand,
      items: demand.items.map((item) => ({ ...item, about: item.about.map(unique) }))
    })),
    claims: text.claims.map((one) => ({
      ...one,
      about: one.about.map(unique),
      ...(one.measure ? { measure: withPlaces(one.measure, unique) } : {})
    }))
  };
}
