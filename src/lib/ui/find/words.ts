import type { Borders } from '../../geodata/borders';
import type { LocusAnswer } from '../../engine/loci';
import type { DrawnCandidate } from '../../map/data';
import type { Left } from '../../zones/locus/conflict';
import type { Between } from '../../zones/locus/condition';
import type { Extent, Lack, Stated, StatedKind } from '../../project/finds';
import { area, length, lengthRounded, width, widthNumber } from '../format';
import { unit } from '../units.svelte';

/** The names of provinces by their ids. */
export type ProvinceNames = ReadonlyMap<string, string>;

export function provinceNamesOf(borders: Borders | undefined): ProvinceNames {
  const provinces = borders?.provinces.features ?? [];
  return new Map(provinces.map(({ properties: { id, name } }) => [id, name]));
}

export const KIND_NAMES: Record<StatedKind, string> = {
  distance: 'Distance from a place',
  offset: 'Distance from the line',
  stretch: 'Between chainages',
  province: 'Inside a province'
};

const SIDES = {
  afghan: 'on the Afghan side',
  pakistan: 'on the Pakistani side',
  either: 'on either side'
};

/** “about 27.36 km”, “15 to 20 km”. */
function extentWords(extent: Extent): string {
  if (extent.as === 'about') return `about ${width(extent.km)}`;
  if (extent.leastKm === 0) return `at most ${width(extent.mostKm)}`;
  return `${widthNumber(extent.leastKm)} to ${width(extent.mostKm)}`;
}

/** A condition in words: “about 17 mi from Miranshah”. */
export function statedWords(stated: Stated, provinces: ProvinceNames): string {
  switch (stated.kind) {
    case 'distance':
      return `${extentWords(stated.extent)} from ${stated.from?.name ?? 'a place'}`;
    case 'offset':
      return `${extentWords(stated.extent)} from the line ${SIDES[stated.side]}`;
    case 'stretch':
      return `between chainages ${widthNumber(stated.fromKm)} and ${width(stated.toKm)}`;
    case 'province':
      return `inside ${provinceWords(stated.id, provinces)}`;
  }
}

const provinceWords = (id: string | null, provinces: ProvinceNames) =>
  id === null ? 'a province' : (provinces.get(id) ?? id);

/** All of it as a name: “About 17 mi from Miranshah, about 22 mi from the line …”. */
export function nameOf(stated: readonly Stated[], provinces: ProvinceNames): string {
  const words = stated.map((one) => statedWords(one, provinces)).join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a condition still lacks, for the reader to mend. */
export function lackWords(lack: Lack, widestKm: number, farthestKm: number): string {
  switch (lack) {
    case 'place':
      return 'Choose the place first: until then this condition is left out.';
    case 'province':
      return 'Choose the province first: until then this condition is left out.';
    case 'order':
      return 'The end must be more than the beginning: until then this condition is left out.';
    case 'too far from the line':
      return `With its tolerance this goes beyond ${width(widestKm)} from the line, the farthest that is searched: this condition is left out.`;
    case 'too far':
      return `With its tolerance this goes beyond ${width(farthestKm)}, the farthest that is searched: this condition is left out.`;
  }
}

/** The nearest miss: what the other conditions leave to one of a conflict. */
export function leftWords(left: Left, others: number, provinces: ProvinceNames): string {
  const leave = others === 1 ? 'The other leaves' : 'The others leave';
  switch (left.kind) {
    case 'distance':
      return `${leave} ${rangeWords(left)} from there.`;
    case 'offset':
      return `${leave} ${offsetWords(left.fromKm, left.toKm)}.`;
    case 'stretch':
      return `${leave} chainages ${rangeWords({ leastKm: left.fromKm, mostKm: left.toKm })}.`;
    case 'province':
      return left.ids.length === 0
        ? `${leave} nothing in either country.`
        : `${leave} ${left.ids.map((id) => provinceWords(id, provinces)).join(', ')}.`;
  }
}

function rangeWords({ leastKm, mostKm }: Between): string {
  const [least, most] = [length(leastKm, 1), length(mostKm, 1)];
  if (least === most) return `about ${most}`;
  return `${least.slice(0, -unit().label.length - 1)} to ${most}`;
}

/** Signed offsets, positive on the Afghan side, as distances with their sides. */
function offsetWords(fromKm: number, toKm: number): string {
  if (fromKm >= 0) return `${rangeWords({ leastKm: fromKm, mostKm: toKm })} on the Afghan side`;
  if (toKm <= 0) return `${rangeWords({ leastKm: -toKm, mostKm: -fromKm })} on the Pakistani side`;
  return `up to ${length(-fromKm, 1)} on the Pakistani side and ${length(toKm, 1)} on the Afghan side`;
}

/** How far a candidate is from where all holds, no more precise than its position is known. */
export function awayWords({ leastKm, mostKm }: Between, uncertaintyKm: number): string {
  if (mostKm === 0) return 'inside';
  if (uncertaintyKm === 0) return length(leastKm, 1);
  const most = lengthRounded(mostKm, uncertaintyKm);
  if (leastKm === 0) return `inside, or up to ${most} off`;
  const least = lengthRounded(leastKm, uncertaintyKm);
  return least === most ? `about ${most}` : `${least} to ${most}`;
}

/** Whether a candidate satisfies all wherever in its uncertainty it lies, somewhere in it, or nowhere. */
export function liesIn({ leastKm, mostKm }: Between): DrawnCandidate['lies'] {
  if (mostKm === 0) return 'inside';
  return leastKm === 0 ? 'maybe' : 'outside';
}

/** The same as `awayWords`, so that it stands below a name on the map. */
export function mapWords(away: Between, uncertaintyKm: number): string {
  const words = awayWords(away, uncertaintyKm);
  return liesIn(away) === 'outside' ? `${words} off` : words;
}

/** The answer in a sentence, for those who do not see it. */
export function summaryOf({ areaKm2, parts, conflict, settlements }: LocusAnswer): string {
  if (conflict.length > 0) return 'These conditions cannot be met together.';
  if (parts.length === 0) return 'Nowhere does this hold.';
  const inParts = parts.length === 1 ? 'in one piece' : `in ${parts.length} parts`;
  return `It holds on ${area(areaKm2)} ${inParts}, with ${settlements.length} settlements.`;
}
