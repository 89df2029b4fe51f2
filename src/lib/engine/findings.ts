import type { MultiPolygon } from 'geojson';
import { createBorder, type Border } from '../border/border';
import { walkDividerInSteps } from '../border/length/divider';
import {
  lengthCurve,
  rulersFor,
  type LengthByRuler,
  type RulersFor
} from '../border/length/length-curve';
import { simplifiedLengths, type SimplifiedLengths } from '../border/length/simplified-lengths';
import type { Territory } from '../border/territory';
import type { Districts } from '../geodata/districts';
import { flatPath } from '../geodesy/flat-path';
import type { LonLat } from '../geodesy/position';
import type { Finding, LineVersion } from '../texts/findings/finding';
import { findings } from '../texts/findings/measure';
import { makeLibrary } from '../texts/library';
import { givenKm } from '../texts/measure-schema';
import type { SourceText } from '../texts/schema';
import type { Between, Condition } from '../zones/locus/condition';
import { createLocusEngine, type LocusEngine } from '../zones/locus/locus';
import { partsOf } from '../zones/locus/spread';
import type { Ground } from './analysis';
import { inTurns } from './in-turns';

/** What findings are measured on beside the line and the provinces, which the engine has. */
export interface FindingsRequest {
  texts: readonly SourceText[];
  /** The title of the line itself, then the line as other maps draw it. */
  line: LineVersion;
  others: readonly (LineVersion & { positions: LonLat[] })[];
  districts: Districts;
}

/** How a ruler is laid on the line: stepped along it, or as the tolerance of its simplification. */
export type RulerMethod = 'divider' | 'simplify';

/** The line as a ruler sees it. */
export interface RuledLine {
  method: RulerMethod;
  rulerKm: number;
  lengthKm: number;
  /** Whole steps of the divider, and what is left of one; null for a simplified line. */
  walk: { steps: number; rest: number } | null;
  /** The points that are left, as lon, lat, lon, lat … */
  lonLat: Float64Array;
}

/** Where conditions are met at once. */
export interface MetAt {
  polygons: MultiPolygon;
  areaKm2: number;
  /** Each of its parts, the largest first. */
  parts: { at: LonLat; areaKm2: number }[];
  /** How far each of the spots is from the nearest such place, anywhere in its uncertainty. */
  awayKm: Between[];
}

/** What the worker can be asked about claims. What takes long lets other calls through. */
export interface FindingCalls {
  findings(request: FindingsRequest, onProgress: (share: number) => void): Promise<Finding[]>;
  /** The line's length by every ruler. */
  lengthByRuler(onProgress: (share: number) => void): Promise<LengthByRuler[]>;
  /** The rulers that give each of these lengths. */
  rulersFor(lengthsKm: readonly number[]): Promise<RulersFor[]>;
  ruledLine(method: RulerMethod, rulerKm: number): Promise<RuledLine>;
  /** Where conditions are met at once, and how far each spot is from there. */
  metAt(
    conditions: readonly Condition[],
    spots: readonly { at: LonLat; uncertaintyKm: number }[]
  ): MetAt;
}

/** The lengths of one line by ruler: each is reckoned once. */
class LengthBook {
  readonly simplified: SimplifiedLengths;
  #curve: Promise<LengthByRuler[]> | null = null;

  constructor(readonly border: Border) {
    this.simplified = simplifiedLengths(border.line.positions);
  }

  curve(onProgress?: (share: number) => void): Promise<LengthByRuler[]> {
    return (this.#curve ??= inTurns(lengthCurve(this.border.line, this.simplified), onProgress));
  }

  async rulersFor(lengthKm: number): Promise<RulersFor> {
    return rulersFor(lengthKm, await this.curve(), this.border.line, this.simplified);
  }
}

/** Answers calls about claims. `ground` and `territoryAt` tell what they stand on now. */
export function findingCalls(
  ground: () => Ground,
  territoryAt: (position: LonLat) => Territory | null
): FindingCalls {
  const books = new WeakMap<Border, LengthBook>();
  const engines = new WeakMap<Ground['zones'], LocusEngine>();

  function bookOf(border: Border): LengthBook {
    const book = books.get(border) ?? new LengthBook(border);
    books.set(border, book);
    return book;
  }

  function lociOn({ border, zones, provinces }: Ground): LocusEngine {
    const engine = engines.get(zones) ?? createLocusEngine(border, zones, provinces);
    engines.set(zones, engine);
    return engine;
  }

  return {
    async findings({ texts, line, others, districts }, onProgress) {
      const { border } = ground();
      const book = bookOf(border);
      const lengthsKm = statedLengthsKm(texts);
      await book.curve((share) => onProgress(share / 2));
      const rulers = new Map<number, RulersFor>();
      for (const km of lengthsKm) rulers.set(km, await book.rulersFor(km));
      const steps = findings({
        library: makeLibrary(texts),
        lines: [
          { ...line, border },
          ...others.map((one) => ({ ...one, border: createBorder(one.positions) }))
        ],
        rulersFor: (km) => rulers.get(km) ?? { dividerKm: null, toleranceKm: null },
        district: (id) => districts.features.find(({ properties }) => properties.id === id),
        provinceAt: (position) => territoryAt(position)?.province ?? null
      });
      return inTurns(steps, (share) => onProgress((1 + share) / 2));
    },
    lengthByRuler: (onProgress) => bookOf(ground().border).curve(onProgress),
    async rulersFor(lengthsKm) {
      const book = bookOf(ground().border);
      const found: RulersFor[] = [];
      for (const km of lengthsKm) found.push(await book.rulersFor(km));
      return found;
    },
    async ruledLine(method, rulerKm) {
      const { border } = ground();
      const { simplified } = bookOf(border);
      if (method === 'simplify') {
        const lonLat = flatPath(simplified.line(rulerKm));
        return { method, rulerKm, lengthKm: simplified.lengthKm(rulerKm), walk: null, lonLat };
      }
      const points: number[] = [];
      const steps = walkDividerInSteps(border.line, rulerKm, (at) => points.push(...at));
      const { lengthKm, ...walk } = await inTurns(withShare(steps));
      return { method, rulerKm, lengthKm, walk, lonLat: Float64Array.from(points) };
    },
    metAt(conditions, spots) {
      const now = ground();
      const locus = lociOn(now).locus(conditions);
      const { polygons, areaKm2 } = locus;
      return {
        polygons,
        areaKm2,
        parts: partsOf(now.border, polygons).map(({ at, areaKm2: km2 }) => ({ at, areaKm2: km2 })),
        awayKm: spots.map(({ at, uncertaintyKm }) => locus.distanceBetweenKm(at, uncertaintyKm))
      };
    }
  };
}

/** Every length that a claim states of the line. */
function statedLengthsKm(texts: readonly SourceText[]): number[] {
  return texts.flatMap(({ claims }) =>
    claims.flatMap(({ measure }) => (measure?.of === 'length' ? [givenKm(measure)] : []))
  );
}

function* withShare<T>(steps: Generator<void, T>): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield 0;
  }
}
