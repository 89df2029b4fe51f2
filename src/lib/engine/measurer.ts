import type { MultiPolygon } from 'geojson';
import type { Border } from '../border/border';
import { kept } from '../geodesy/kept';
import {
  crossSection,
  indexFlatPolygons,
  indexPolygons,
  type CrossSection,
  type PolygonIndex
} from '../zones/cross-section';
import type { FlatFootprint } from '../zones/footprint';
import { chainagesEvery, widthProfileInSteps, type WidthProfile } from '../zones/width-profile';
import type { Zone } from '../zones/zone';
import type { ProfileRequest, Target } from './protocol';

/** So many zones are kept ready to be cut: the one at work, and those that it is compared with. */
const ZONES_READY = 4;
/** Rows between two pauses of a profile: some 25 ms. */
const ROWS_A_STEP = 20;

/** Lets the worker answer what came in meanwhile. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** Cuts zones and the reader's shapes across the line; each is prepared once. */
export class Measurer {
  readonly #border: Border;
  readonly #footprint: (zone: Zone) => FlatFootprint;
  readonly #shapes: ReadonlyMap<string, MultiPolygon>;
  readonly #zones = new Map<string, PolygonIndex>();
  readonly #indexOfShape = kept((polygons: MultiPolygon) => indexPolygons(polygons));
  #run = 0;

  constructor(
    border: Border,
    footprint: (zone: Zone) => FlatFootprint,
    shapes: ReadonlyMap<string, MultiPolygon>
  ) {
    this.#border = border;
    this.#footprint = footprint;
    this.#shapes = shapes;
  }

  crossSection(target: Target, chainageKm: number): CrossSection {
    return crossSection(this.#border, this.#polygonsOf(target), chainageKm, optionsOf(target));
  }

  /** In steps, given up (null) as soon as another profile is asked for. */
  async widthProfile(
    { target, everyKm, stretches }: ProfileRequest,
    onProgress: (share: number) => void
  ): Promise<WidthProfile | null> {
    const run = ++this.#run;
    const { lengthKm } = this.#border;
    const chainages = stretches.flatMap((one) => chainagesEvery(everyKm, one, lengthKm));
    const steps = widthProfileInSteps(this.#border, this.#polygonsOf(target), chainages, {
      ...optionsOf(target),
      step: ROWS_A_STEP
    });
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      onProgress(value / chainages.length);
      await pause();
      if (run !== this.#run) return null;
    }
  }

  giveUpProfile(): void {
    this.#run++;
  }

  #polygonsOf(target: Target): PolygonIndex {
    return 'zone' in target ? this.#ofZone(target.zone) : this.#ofShape(target.shape);
  }

  #ofZone(zone: Zone): PolygonIndex {
    const key = JSON.stringify(zone);
    const index = this.#zones.get(key) ?? this.#indexZone(zone);
    // The one used last is the last to go.
    this.#zones.delete(key);
    this.#zones.set(key, index);
    const [oldest] = this.#zones.keys();
    if (this.#zones.size > ZONES_READY && oldest !== undefined) this.#zones.delete(oldest);
    return index;
  }

  /** Cuts tell overlapping and touching polygons apart themselves: no union is needed. */
  #indexZone(zone: Zone): PolygonIndex {
    const { afghan, pakistan } = this.#footprint(zone);
    return indexFlatPolygons([...afghan, ...pakistan]);
  }

  #ofShape(id: string): PolygonIndex {
    const polygons = this.#shapes.get(id);
    if (!polygons) throw new Error('This shape has been deleted.');
    return this.#indexOfShape(polygons);
  }
}

const optionsOf = (target: Target) => ('zone' in target ? {} : { gapKm: target.gapKm });
