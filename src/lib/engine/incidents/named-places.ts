import type { Settlement } from '../../geodata/settlements';
import type { NamedPlace } from '../../incidents/reading/place-names';
import { gazetteer } from '../../texts/gazetteer';

/** The places that a table without positions may name: the texts' own first, then settlements. */
export function namedPlaces(settlements: readonly Settlement[]): NamedPlace[] {
  const fromTexts = [...gazetteer.places, ...gazetteer.crossings].flatMap((place) =>
    [place.name, ...(place.common ? [place.common] : []), ...place.also].map((name) => ({
      name,
      at: place.at,
      from: 'the gazetteer'
    }))
  );
  const byRank = [...settlements].sort((a, b) => a.rank - b.rank);
  return [
    ...fromTexts,
    ...byRank.map(({ name, position, country }) => ({
      name,
      at: position,
      from: `settlements (${country})`
    }))
  ];
}
