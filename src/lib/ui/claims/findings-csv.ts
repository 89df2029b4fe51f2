import type { MetAt } from '../../engine/findings';
import { toCsv, type CsvColumn } from '../../formats/csv';
import type { Finding, Measured, Reading, Spot } from '../../texts/findings/finding';
import {
  bandOf,
  byRoad,
  judge,
  liesIn,
  MERGED,
  spotVerdict,
  togetherAt,
  verdictOf,
  type Allowance,
  type Reached,
  type Verdict
} from '../../texts/findings/verdict';
import type { Between } from '../../zones/locus/condition';
import { SPOT_VERDICTS, VERDICTS } from './words';

/** What of a joint claim only the engine can tell. */
export interface Joint {
  reached: Reached;
  /** Where all of its lengths are met as straight lines; null until that is known. */
  met: MetAt | null;
}

/** A line of the table: what was measured of a claim for one candidate on one map's line. */
interface Row {
  finding: Finding;
  verdict: Verdict;
  line?: string;
  spot?: Spot;
  /** What is measured, in words. */
  what: string;
  stated?: Between;
  middleKm?: number;
  range?: Between;
  straight?: string;
  road?: string;
  remark?: string;
}

/** Metres: as fine as anything here is known. */
const km = (value: number | undefined) => value === undefined ? undefined : Number(value.toFixed(3)); // prettier-ignore

/**
 * The findings as a table: for each claim a line for every candidate, and for every map's line where
 * it depends on that; with what is stated, what was measured as an interval, and the verdict by what
 * the reader allows. Lengths are km by WGS84 geodesics.
 */
export function findingsCsv(
  findings: readonly Finding[],
  allowance: Allowance,
  jointOf: (measured: Extract<Measured, { of: 'together' }>) => Joint
): string {
  const columns: CsvColumn<Row>[] = [
    { header: 'text', value: ({ finding }) => finding.text },
    { header: 'paragraph', value: ({ finding }) => finding.par },
    { header: 'claim', value: ({ finding }) => finding.id },
    { header: 'states', value: ({ finding }) => finding.states },
    { header: 'verdict', value: ({ verdict }) => VERDICTS[verdict] },
    { header: 'aboutPercent', value: () => Number((100 * allowance.tolerance).toFixed(2)) },
    { header: 'measured', value: ({ what }) => what },
    { header: 'line', value: ({ line }) => line },
    { header: 'candidate', value: ({ spot }) => spot && (spot.candidate ?? 'position as drawn') },
    { header: 'candidateLon', value: ({ spot }) => spot?.at[0] },
    { header: 'candidateLat', value: ({ spot }) => spot?.at[1] },
    { header: 'candidateUncertaintyKm', value: ({ spot }) => spot?.uncertaintyKm },
    { header: 'statedLeastKm', value: ({ stated }) => km(stated?.leastKm) },
    { header: 'statedMostKm', value: ({ stated }) => km(stated?.mostKm) },
    { header: 'measuredKm', value: ({ middleKm }) => km(middleKm) },
    { header: 'measuredLeastKm', value: ({ range }) => km(range?.leastKm) },
    { header: 'measuredMostKm', value: ({ range }) => km(range?.mostKm) },
    { header: 'findingStraight', value: ({ straight }) => straight },
    { header: 'roadFactor', value: ({ road }) => (road ? allowance.roadFactor : undefined) },
    { header: 'findingByRoad', value: ({ road }) => road },
    { header: 'remark', value: ({ remark }) => remark }
  ];
  const rows = findings.flatMap((finding) => {
    const { measured } = finding;
    const joint = measured?.of === 'together' ? jointOf(measured) : undefined;
    const verdict = verdictOf(measured, allowance, joint?.reached);
    return rowsOf(measured, allowance, joint).map((row): Row => ({ finding, verdict, ...row }));
  });
  return toCsv(columns, rows, { bom: true });
}

type Part = Omit<Row, 'finding' | 'verdict'>;

function rowsOf(measured: Measured | null, allowance: Allowance, joint?: Joint): Part[] {
  switch (measured?.of) {
    case 'length': {
      const stated = bandOf(measured.measure, allowance.tolerance);
      return measured.lengths.map(({ title, lengthKm }) => ({
        what: 'length of the line',
        line: title,
        stated,
        middleKm: lengthKm
      }));
    }
    case 'distance': {
      const what = `distance from ${measured.from.name} (± ${measured.from.uncertaintyKm} km)`;
      return measured.readings.map((one) => ({
        what,
        ...readingPart(one, measured.measure, allowance)
      }));
    }
    case 'offset':
      return [
        { title: 'The line at full detail', readings: measured.readings },
        ...measured.others
      ].flatMap(({ title, readings }) =>
        readings.map((one) => ({
          what: 'distance from the line',
          line: title,
          ...readingPart(one, measured.measure, allowance)
        }))
      );
    case 'together':
      return measured.spots.map((spot, i) => jointPart(measured, spot, i, allowance, joint));
    case 'district':
      return measured.readings.map((reading) => ({
        what: `distance inside ${measured.districtName}; negative outside`,
        spot: reading,
        middleKm: reading.middleKm,
        range: reading.range,
        straight:
          SPOT_VERDICTS[
            spotVerdict(reading.range, { leastKm: measured.outlineErrorKm, mostKm: Infinity })
          ],
        remark: `The outline is schematic, some ${measured.outlineErrorKm} km off`
      }));
    case 'provinces':
      return measured.places.map((place) => {
        const lies = liesIn(place, measured.measure.provinces);
        const shares = place.shares.map(
          ({ name, share }) => `${name} ${Math.round(100 * share)} %`
        );
        return {
          what: `province of ${place.name}`,
          straight: VERDICTS[lies === 'today' ? 'holds' : lies === 'before' ? 'only' : 'fails'],
          remark: `${shares.join(', ')}${lies === 'before' ? `; so until ${MERGED.on}` : ''}`
        };
      });
    default:
      return [{ what: 'nothing: no geometry to test' }];
  }
}

function readingPart(
  reading: Reading,
  stated: Parameters<typeof bandOf>[0],
  allowance: Allowance
): Omit<Part, 'what'> {
  const band = bandOf(stated, allowance.tolerance);
  const { straight, road } = judge(reading, band, allowance);
  const { leastKm, mostKm } = byRoad(reading.range, allowance.roadFactor);
  return {
    spot: reading,
    stated: band,
    middleKm: reading.middleKm,
    range: reading.range,
    straight: SPOT_VERDICTS[straight],
    road: SPOT_VERDICTS[road],
    remark: `By road, assumed: ${leastKm.toFixed(1)} to ${mostKm.toFixed(1)} km`
  };
}

function jointPart(
  measured: Extract<Measured, { of: 'together' }>,
  spot: Spot,
  index: number,
  allowance: Allowance,
  joint: Joint | undefined
): Part {
  const none: Reached = { straight: [], road: [] };
  const { straight, road } = togetherAt(measured, index, allowance, joint?.reached ?? none);
  const away = joint?.met?.awayKm.at(index);
  const exactly = measured.meetings.map(({ fromSpotsKm }) => `${fromSpotsKm[index].toFixed(1)} km`);
  return {
    what: 'distance to where all is met',
    spot,
    ...(away && Number.isFinite(away.leastKm) ? { range: away } : {}),
    straight: SPOT_VERDICTS[straight],
    road: SPOT_VERDICTS[road],
    remark: `To where all is met exactly: ${exactly.join(' and ') || 'nowhere'}`
  };
}
