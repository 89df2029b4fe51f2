import { USUAL_TOLERANCE, type Extent, type Stated } from '../../project/finds';
import { bandOf } from '../../texts/findings/verdict';
import type { Library } from '../../texts/library';
import { givenKm, type Measure } from '../../texts/measure-schema';
import type { Claim, SourceText } from '../../texts/schema';
import type { ProvinceNames } from './words';

/** A claim of a text, ready to be looked for. */
export interface Preset {
  key: string;
  title: string;
  /** Which text says it, and where. */
  source: string;
  stated: Stated[];
}

/** A way to look for a claim, with what must be added to its words to tell it from others. */
interface Way {
  words: string;
  stated: Stated[];
}

/**
 * What the texts state of a position that can be looked for: so far from a place, so far from the
 * line, both at once, inside a province. A district has no outline fit for it.
 */
export function presetsOf(library: Library, provinces: ProvinceNames): Preset[] {
  return library.texts.flatMap((text) =>
    text.claims.flatMap((claim) =>
      waysOf(claim.measure, text, library, provinces).map(({ words, stated }, i) => ({
        key: `${text.id} ${claim.id} ${i}`,
        title: words ? `${claim.states}: ${words}` : claim.states,
        source: sourceOf(text, claim),
        stated
      }))
    )
  );
}

const sourceOf = ({ id, short }: SourceText, { par }: Claim) => `Text ${id} (${short}), ¶ ${par}`;

function waysOf(
  measure: Measure | undefined,
  text: SourceText,
  library: Library,
  provinces: ProvinceNames
): Way[] {
  switch (measure?.of) {
    case 'distance': {
      const from = placeOf(measure.from, library);
      return from ? [{ words: '', stated: [{ kind: 'distance', from, extent: extentOf(measure) }] }] : []; // prettier-ignore
    }
    case 'offset':
      return [
        { words: '', stated: [{ kind: 'offset', side: 'either', extent: extentOf(measure) }] }
      ];
    case 'together': {
      const { side } = measure;
      const parts = text.claims.filter(({ id }) => measure.claims.includes(id));
      const stated = parts.flatMap((part) =>
        waysOf(part.measure, text, library, provinces).flatMap((way) => way.stated)
      );
      const sided = stated.map((one) => (one.kind === 'offset' ? { ...one, side } : one));
      return [{ words: parts.map(({ measure: of }) => shortWords(of, library)).join(', '), stated: sided }]; // prettier-ignore
    }
    case 'provinces':
      return measure.provinces.map((id) => ({
        words: `inside ${provinces.get(id) ?? id}`,
        stated: [{ kind: 'province', id }]
      }));
    default:
      return [];
  }
}

function placeOf(id: string, library: Library) {
  const entry = library.byId(id);
  if (entry?.type !== 'place') return null;
  const { name, at, uncertaintyKm } = entry;
  return { name, at: [...at] satisfies [number, number], uncertaintyKm };
}

/** As the text gives it: “about 17 mi from Miranshah”. */
function shortWords(measure: Measure | undefined, library: Library): string {
  if (measure?.of !== 'distance' && measure?.of !== 'offset') return '';
  const from = measure.of === 'distance' ? library.byId(measure.from)?.name : 'the line';
  const about = measure.about ? 'about ' : '';
  return `${about}${measure.value}\u202f${measure.unit} from ${from ?? measure.of}`;
}

function extentOf(given: { value: number; unit: 'km' | 'mi'; about: boolean }): Extent {
  if (given.about) return { as: 'about', km: givenKm(given), tolerance: USUAL_TOLERANCE };
  return { as: 'between', ...bandOf(given, 0) };
}
