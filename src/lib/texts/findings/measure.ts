import type { Border } from '../../border/border';
import { meetingPoints } from '../../border/meeting-points';
import { offsetOverDisc } from '../../border/offset-over-disc';
import type { RulersFor } from '../../border/length/length-curve';
import { distanceKm } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import type { Library } from '../library';
import { givenKm, placesOf, type Measure, type MeasureOf } from '../measure-schema';
import type { Told } from '../paragraphs';
import type { Claim } from '../schema';
import { insideKm, provinceShares, type DistrictOutline } from './areas';
import type { Finding, LineVersion, Meeting, Measured, Reading, Spot } from './finding';

/** What findings are measured on. */
export interface FindingGround {
  library: Library;
  /** The line, then the line as other maps draw it. */
  lines: readonly (LineVersion & { border: Border })[];
  rulersFor(lengthKm: number): RulersFor;
  district(id: string): DistrictOutline | undefined;
  provinceAt(position: LonLat): { id: string; name: string } | null;
}

type Offsets = Pick<Extract<Measured, { of: 'offset' }>, 'readings' | 'others'>;

/** The ground with what several claims share: a place's offsets take long to measure. */
interface Run extends FindingGround {
  offsets: Map<string, Offsets>;
}

/** The centre of a district in the schematic outlines is some 5 km off (geodata/PROVENANCE.md). */
const OUTLINE_ERROR_KM = 5;

/** Measures every claim of the library. Yields the share that is done. */
export function* findings(ground: FindingGround): Generator<number, Finding[]> {
  const claims = ground.library.texts.flatMap((text) =>
    text.claims.map((claim): Told<Claim> => ({ ...claim, text: text.id }))
  );
  const run: Run = { ...ground, offsets: new Map() };
  const done: Finding[] = [];
  for (const claim of claims) {
    done.push(yield* findingOf(run, claim, claims));
    yield done.length / claims.length;
  }
  return done;
}

function* findingOf(
  ground: Run,
  claim: Told<Claim>,
  claims: readonly Told<Claim>[]
): Generator<number, Finding> {
  const { id, text, par, states, test, context = null, measure } = claim;
  const ofText = claims.filter((one) => one.text === text);
  const placeId = measure && placeOf(measure, ofText);
  return {
    id,
    text,
    par,
    states,
    test,
    context,
    placeName: placeId === undefined ? null : placeIn(ground, placeId).name,
    measured: measure ? yield* measured(ground, measure, ofText) : null
  };
}

/** The one place that a measure is about. */
function placeOf(measure: Measure, claims: readonly Claim[]): string | undefined {
  const first =
    measure.of === 'together'
      ? claims.find(({ id }) => measure.claims.includes(id))?.measure
      : measure;
  return first && first.of !== 'provinces' ? placesOf(first).at(0) : undefined;
}

function* measured(
  ground: Run,
  measure: Measure,
  claims: readonly Claim[]
): Generator<number, Measured> {
  if (measure.of === 'length') return lengthOf(ground, measure);
  if (measure.of === 'distance') return distanceOf(ground, measure);
  if (measure.of === 'offset') return yield* offsetOf(ground, measure);
  if (measure.of === 'together') return yield* togetherOf(ground, measure, claims);
  if (measure.of === 'district') return districtOf(ground, measure);
  if (measure.of === 'provinces') return provincesOf(ground, measure);
  return { of: 'share', measure, share: measure.part / measure.whole };
}

/** What has a position: a place, or a crossing, which has neither candidates nor a district. */
function placeIn({ library }: FindingGround, id: string) {
  const place = library.byId(id);
  if (!place || place.type === 'area') {
    throw new Error(`No place has the id “${id}”: the texts' check should have told.`);
  }
  const { name, at, uncertaintyKm } = place;
  const { candidates = [], district } = place.type === 'place' ? place : {};
  return { id, name, at, uncertaintyKm, candidates, district };
}

/** Where a place may lie: each candidate, then the position that is drawn. */
function spotsOf(ground: FindingGround, placeId: string): Spot[] {
  const { at, uncertaintyKm, candidates } = placeIn(ground, placeId);
  return [
    ...candidates.map((one) => ({
      candidate: one.name,
      at: one.at,
      uncertaintyKm: one.uncertaintyKm
    })),
    { candidate: null, at, uncertaintyKm }
  ];
}

const versionOf = ({ id, title }: LineVersion): LineVersion => ({ id, title });

function lengthOf(ground: FindingGround, measure: MeasureOf<'length'>): Measured {
  const lengths = ground.lines.map((line) => ({
    ...versionOf(line),
    lengthKm: line.border.lengthKm
  }));
  return { of: 'length', measure, lengths, rulers: ground.rulersFor(givenKm(measure)) };
}

function distanceOf(ground: FindingGround, measure: MeasureOf<'distance'>) {
  const { id, name, at, uncertaintyKm } = placeIn(ground, measure.from);
  const readings = spotsOf(ground, measure.place).map((spot): Reading => {
    const middleKm = distanceKm(spot.at, at);
    // Two discs: nearest and farthest on the geodesic through both middles.
    const slackKm = spot.uncertaintyKm + uncertaintyKm;
    const range = { leastKm: Math.max(0, middleKm - slackKm), mostKm: middleKm + slackKm };
    return { ...spot, middleKm, range };
  });
  return { of: 'distance' as const, measure, from: { id, name, at, uncertaintyKm }, readings };
}

function* offsetOf(ground: Run, measure: MeasureOf<'offset'>) {
  const offsets = ground.offsets.get(measure.place) ?? (yield* offsetsOf(ground, measure.place));
  ground.offsets.set(measure.place, offsets);
  return { of: 'offset' as const, measure, ...offsets };
}

function* offsetsOf(ground: FindingGround, placeId: string): Generator<number, Offsets> {
  const spots = spotsOf(ground, placeId);
  function* readingsBy(border: Border) {
    const readings: Offsets['readings'] = [];
    for (const spot of spots) {
      const offsets = offsetOverDisc(border, spot.at, spot.uncertaintyKm);
      const middleKm = Math.abs(offsets.offsetKm);
      readings.push({ ...spot, middleKm, range: offsets.distance, offsets });
      yield 0;
    }
    return readings;
  }
  const [line, ...rest] = ground.lines;
  const readings = yield* readingsBy(line.border);
  const others: Offsets['others'] = [];
  for (const other of rest) {
    others.push({ ...versionOf(other), readings: yield* readingsBy(other.border) });
  }
  return { readings, others };
}

function* togetherOf(
  ground: Run,
  measure: MeasureOf<'together'>,
  claims: readonly Claim[]
): Generator<number, Measured> {
  const parts = [];
  for (const id of measure.claims) {
    const part = claims.find((claim) => claim.id === id)?.measure;
    if (part?.of === 'distance') parts.push(distanceOf(ground, part));
    if (part?.of === 'offset') parts.push(yield* offsetOf(ground, part));
  }
  const distance = parts.find((part) => part.of === 'distance');
  const offset = parts.find((part) => part.of === 'offset');
  const spots = parts[0].readings.map(({ candidate, at, uncertaintyKm }) => {
    return { candidate, at, uncertaintyKm };
  });
  const meetingsBy = (border: Border): Meeting[] => {
    if (!distance || !offset) return [];
    const radiusKm = givenKm(distance.measure);
    const wanted = { distanceKm: givenKm(offset.measure), side: measure.side };
    return meetingPoints(border, distance.from.at, radiusKm, wanted).map((at) => {
      return { at, fromSpotsKm: spots.map((spot) => distanceKm(spot.at, at)) };
    });
  };
  const [line, ...rest] = ground.lines;
  const meetings = meetingsBy(line.border);
  yield 0;
  const others = [];
  for (const other of rest) {
    others.push({ ...versionOf(other), meetings: meetingsBy(other.border) });
    yield 0;
  }
  return { of: 'together', measure, parts, spots, meetings, others };
}

function districtOf(ground: FindingGround, measure: MeasureOf<'district'>): Measured {
  const outline = ground.district(measure.district);
  if (!outline) throw new Error(`No district has the id “${measure.district}”.`);
  const readings = spotsOf(ground, measure.place).map((spot): Reading => {
    const middleKm = insideKm(outline, spot.at);
    const { uncertaintyKm } = spot;
    const range = { leastKm: middleKm - uncertaintyKm, mostKm: middleKm + uncertaintyKm };
    return { ...spot, middleKm, range };
  });
  return {
    of: 'district',
    measure,
    districtName: outline.properties.name,
    readings,
    outlineErrorKm: OUTLINE_ERROR_KM
  };
}

function provincesOf(ground: FindingGround, measure: MeasureOf<'provinces'>): Measured {
  const places = measure.places.map((placeId) => {
    const { name, at, district } = placeIn(ground, placeId);
    const outline = district === undefined ? undefined : ground.district(district);
    return { placeId, name, shares: provinceShares(outline, at, ground.provinceAt) };
  });
  return { of: 'provinces', measure, places };
}
