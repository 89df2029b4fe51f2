import type { Mapping, Recognised } from '../../mapping';
import type { Sheet } from '../sheet';
import { numberStyleOf } from '../values/numbers';
import { areOrdersEven, dayOrderOf, guessMapping, Sampled } from './guess';
import { ColumnNames } from './names';
import { isNewAmerica, KNOWN_TABLES } from './profiles';

/**
 * What the columns of a sheet mean: as a known table has them, told by their names; else guessed from
 * names and sampled cells. What the format itself says (`known`) goes before both.
 */
export function recognise({
  header,
  sample,
  known
}: Pick<Sheet, 'header' | 'sample' | 'known'>): Recognised {
  const names = new ColumnNames(header);
  const rows = sample.filter(({ refused }) => refused === undefined).map(({ cells }) => cells);
  const sampled = new Sampled(header, rows, numberStyleOf(rows.flat()));
  const said = knownOf(known, sampled);
  const table = KNOWN_TABLES.find(({ isIt }) => isIt(names));
  if (table) {
    const mapping = withOrder({ ...table.mapping(names), ...said }, sampled);
    return { profile: table.profile, mapping, doubts: doubtsOf(mapping, header, sampled) };
  }
  const mapping = { ...guessMapping(names, sampled), ...said };
  const profile = isNewAmerica(names) ? 'new-america' : null;
  return { profile, mapping, doubts: doubtsOf(mapping, header, sampled) };
}

/** What the format says, but for a geometry that no record has. */
function knownOf(known: Partial<Mapping>, sampled: Sampled): Partial<Mapping> {
  const { position, ...rest } = known;
  if (position?.as !== 'lon-lat' || sampled.cells(position.lon).length > 0) return known;
  const hasRows = Array.from({ length: sampled.width }, (_, i) => sampled.cells(i).length > 0);
  return hasRows.includes(true) ? rest : known;
}

/** The mapping with the order in which this copy of a known table writes its dates. */
function withOrder(mapping: Mapping, sampled: Sampled): Mapping {
  const { time } = mapping;
  if (time.as !== 'day' && time.as !== 'span') return mapping;
  const columns = time.as === 'day' ? [time.column] : [time.from, time.to];
  const order = dayOrderOf(sampled, columns) ?? time.order;
  return { ...mapping, time: { ...time, order } };
}

function doubtsOf(
  { position, time }: Mapping,
  header: readonly string[],
  sampled: Sampled
): string[] {
  const doubts: string[] = [];
  if (time.as === 'day' || time.as === 'span') {
    const columns = time.as === 'day' ? [time.column] : [time.from, time.to];
    if (areOrdersEven(sampled, columns)) {
      doubts.push(
        `The dates in “${header[columns[0]]}” can be read with the day or the month first: choose.`
      );
    }
  }
  if (
    position.as === 'lon-lat' &&
    /lat/i.test(header[position.lon]) &&
    /lon|lng/i.test(header[position.lat])
  ) {
    doubts.push(
      `“${header[position.lon]}” seems to hold longitudes and “${header[position.lat]}” latitudes: ` +
        'they were taken so.'
    );
  }
  return doubts;
}
