import { USUAL_TOLERANCE, type Stated } from '../../project/finds';
import type { Library } from '../../texts/library';

/** A claim of a text, ready to be looked for. */
export interface Preset {
  title: string;
  /** Which text says it, and where. */
  source: string;
  stated: Stated[];
}

const MILE_KM = 1.609344;

/** What the texts state of a place's position that can be looked for on the map. */
export function presetsOf(library: Library): Preset[] {
  const miranshah = library.byId('miranshah');
  const text = library.textById('B');
  if (miranshah?.type !== 'place' || !text) return [];
  const { name, at, uncertaintyKm } = miranshah;
  const about = (miles: number) => ({
    as: 'about' as const,
    km: miles * MILE_KM,
    tolerance: USUAL_TOLERANCE
  });
  return [
    {
      title: '17 miles from Miranshah and 22 miles from the line',
      source: `${text.short}, ¶ 22`,
      stated: [
        { kind: 'distance', from: { name, at: [...at], uncertaintyKm }, extent: about(17) },
        { kind: 'offset', side: 'pakistan', extent: about(22) }
      ]
    }
  ];
}
