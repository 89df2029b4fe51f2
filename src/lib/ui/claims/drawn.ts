import { bbox } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import type { Districts } from '../../geodata/districts';
import { geodesicCircle } from '../../geodesy/circle';
import { densify } from '../../geodesy/geodesic';
import type { LonLat } from '../../geodesy/position';
import type { DrawnTest } from '../../map/drawn-claims';
import { collection, feature } from '../../map/features';
import type { Finding, Measured, Reading, Spot } from '../../texts/findings/finding';
import { givenKm } from '../../texts/measure-schema';
import type { Between } from '../../zones/locus/condition';
import { rangeWords } from './words';

/** Geodesics are drawn with vertices so near together that they do not look straight. */
const EDGE_KM = 10;

const NOTHING: DrawnTest = {
  areas: [],
  discs: { type: 'MultiPolygon', coordinates: [] },
  legs: [],
  points: []
};

/**
 * What is drawn of a claim's test: the areas that were asked for, what it measures, and `away`, how
 * far each spot is from where all of its lengths are met.
 */
export function drawnTest(
  { measured, placeName }: Finding,
  areas: DrawnTest['areas'],
  away: readonly Between[],
  districts: Districts | undefined
): DrawnTest {
  const pointOf = (spot: Spot, told: string): DrawnTest['points'][number] => ({
    is: 'candidate',
    at: spot.at,
    label: [spot.candidate ?? `${placeName ?? 'Place'} (as drawn)`, told].join('\n')
  });
  const readingOf = (reading: Reading) =>
    pointOf(reading, rangeWords(reading.range, reading.uncertaintyKm));
  if (measured?.of === 'distance') {
    return {
      areas,
      discs: discs([...measured.readings, measured.from]),
      legs: measured.readings.map(({ at }) => densify([at, measured.from.at], EDGE_KM)),
      points: [...measured.readings.map(readingOf), { is: 'from', at: measured.from.at, label: '' }]
    };
  }
  if (measured?.of === 'offset') {
    return {
      areas,
      discs: discs(measured.readings),
      legs: measured.readings.map(({ at, offsets }) => densify([at, offsets.foot], EDGE_KM)),
      points: measured.readings.map(readingOf)
    };
  }
  if (measured?.of === 'together') {
    const from = measured.parts.flatMap((part) => (part.of === 'distance' ? [part.from] : []));
    return {
      areas,
      discs: discs([...measured.spots, ...from]),
      legs: [],
      points: [
        ...measured.spots.map((spot, i) => pointOf(spot, awayWords(spot, away.at(i)))),
        ...from.map(({ at }) => ({ is: 'from' as const, at, label: '' })),
        ...measured.meetings.map(({ at }, i) => ({
          is: 'meeting' as const,
          at,
          label: `Both exactly, ${i + 1}`
        }))
      ]
    };
  }
  if (measured?.of === 'district') {
    const { district } = measured.measure;
    return {
      ...NOTHING,
      areas: outlines([district], districts),
      discs: discs(measured.readings),
      points: measured.readings.map(readingOf)
    };
  }
  return measured?.of === 'provinces'
    ? { ...NOTHING, areas: outlines(measured.measure.places, districts) }
    : NOTHING;
}

function discs(spots: readonly { at: LonLat; uncertaintyKm: number }[]): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: spots.map(({ at, uncertaintyKm }) => geodesicCircle(at, uncertaintyKm).coordinates)
  };
}

/** How far a spot is from the nearest place where all is met, if there is one. */
function awayWords({ uncertaintyKm }: Spot, away: Between | undefined): string {
  if (!away || !Number.isFinite(away.leastKm)) return '';
  return `${rangeWords(away, uncertaintyKm)} away`;
}

function outlines(ids: readonly string[], districts: Districts | undefined): DrawnTest['areas'] {
  return (districts?.features ?? [])
    .filter(({ properties }) => ids.includes(properties.id))
    .map(({ geometry }) => ({ is: 'outline', polygons: geometry }));
}

/**
 * The box around what is measured and, as far as a stated length reaches, where it would be met; null
 * when nothing is drawn.
 */
export function boundsOfTest(finding: Finding, drawn: DrawnTest): [LonLat, LonLat] | null {
  const all = collection([
    ...drawn.areas.filter(({ is }) => is === 'outline').map(({ polygons }) => feature(polygons)),
    feature(drawn.discs),
    ...reaches(finding.measured).map(({ at, km }) => feature(geodesicCircle(at, km))),
    ...drawn.points.map(({ at }) => feature({ type: 'Point', coordinates: at }))
  ]);
  const [west, south, east, north] = bbox(all);
  return Number.isFinite(west)
    ? [
        [west, south],
        [east, north]
      ]
    : null;
}

/** From where so far: from the place that a distance is from, from the line where it is nearest. */
function reaches(measured: Measured | null): { at: LonLat; km: number }[] {
  if (measured?.of === 'together') return measured.parts.flatMap(reaches);
  if (measured?.of === 'distance') {
    return [{ at: measured.from.at, km: givenKm(measured.measure) }];
  }
  if (measured?.of !== 'offset') return [];
  const km = givenKm(measured.measure);
  return measured.readings.slice(0, 1).map(({ offsets }) => ({ at: offsets.foot, km }));
}
