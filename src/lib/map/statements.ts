import type { Feature } from 'geojson';
import type { LonLat } from '../geodesy/position';
import type { DrawnStatement, MapData } from './data';
import { feature } from './features';
import { areaLabels } from './places';

/** Where on the line, as a share of its vertices, what is said of it and of the zone stands. */
const ON_LINE: Record<string, number> = { line: 0.62, zone: 0.38 };
/** A card is to be read at a glance; the whole statement is in the list. */
const MOST_LETTERS = 84;

/** Where the cards of a place or area stand; null while what they need has not arrived. */
function anchorOf(id: string, data: MapData): LonLat | null {
  const entry = data.library?.byId(id);
  if (!entry) return null;
  if (entry.type !== 'area') return entry.at;
  const share = ON_LINE[entry.shape.as];
  if (share !== undefined) return data.line?.[Math.floor(share * data.line.length)] ?? null;
  if (!data.borders || !data.library) return null;
  return areaLabels(data.library, data.borders).find((one) => one.id === id)?.position ?? null;
}

/** Words cut at a space, with an ellipsis, where they are too long for a card. */
export function cutShort(words: string): string {
  if (words.length <= MOST_LETTERS) return words;
  const cut = words.slice(0, MOST_LETTERS - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[;,:]$/, '')} …`;
}

/** The cards to be drawn, the more important first. */
export function statementFeatures(statements: readonly DrawnStatement[], data: MapData): Feature[] {
  return statements.flatMap(({ key, of, head, says, isChosen }, order) => {
    const coordinates = anchorOf(of, data);
    if (!coordinates) return [];
    const words = { head, says: cutShort(says) };
    return [
      feature({ type: 'Point', coordinates }, { id: key, ...words, chosen: isChosen, order })
    ];
  });
}
