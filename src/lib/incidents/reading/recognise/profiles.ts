import type { Mapping, PositionFrom, Profile, TimeFrom } from '../../mapping';
import { rolesOf, type ColumnNames } from './names';

/** A table that is known by its columns, whatever stands in them. */
interface KnownTable {
  profile: Profile;
  isIt(names: ColumnNames): boolean;
  mapping(names: ColumnNames): Mapping;
}

const lonLat = (lon: number | null, lat: number | null): PositionFrom =>
  lon === null || lat === null ? { as: 'none' } : { as: 'lon-lat', lon, lat };

const withScheme = <Scheme>(column: number | null, scheme: Scheme) =>
  column === null ? null : { column, scheme };

const countOf = (best: number | null, low: number | null = null, high: number | null = null) =>
  best === null ? null : { best, plus: [], low, high };

/** UCDP's best estimate; it is the sum of the dead of each side, which some copies have alone. */
function ucdpDeaths(names: ColumnNames): Mapping['deaths'] {
  const best = names.find('best', 'best_est');
  if (best !== null)
    return countOf(best, names.find('low', 'low_est'), names.find('high', 'high_est'));
  const [first, ...plus] = ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown']
    .map((name) => names.findCut(name))
    .filter((column) => column !== null);
  return first === undefined ? null : { best: first, plus, low: null, high: null };
}

const ucdp: KnownTable = {
  profile: 'ucdp-ged',
  isIt: (names) =>
    names.has('date_start', 'date_end', 'side_a', 'side_b') &&
    (names.has('deaths_a', 'deaths_b') || names.has('best') || names.has('type_of_violence')),
  mapping(names) {
    const [from, to] = [names.findCut('date_start'), names.findCut('date_end')];
    return {
      position: lonLat(names.findCut('longitude'), names.findCut('latitude')),
      time: spanOf(from, to),
      positionPrecision: withScheme(names.findCut('where_prec'), 'ucdp'),
      timePrecision: withScheme(names.findCut('date_prec'), 'ucdp'),
      deaths: ucdpDeaths(names),
      roles: rolesOf({
        id: names.find('id', 'relid'),
        title: names.findCut('dyad_name', 'conflict_name'),
        notes: names.findCut('source_headline'),
        type: names.findCut('type_of_violence'),
        actor1: names.findCut('side_a'),
        actor2: names.findCut('side_b'),
        place: names.findCut('where_coordinates', 'adm_2', 'where_description', 'adm_1'),
        source: names.findCut('source_article', 'source_original', 'source_office')
      })
    };
  }
};

/** UCDP gives the first and the last day on which it may have been: it does not say that it lasted. */
function spanOf(from: number | null, to: number | null): TimeFrom {
  if (from === null) return { as: 'none' };
  return to === null
    ? { as: 'day', column: from, order: 'ymd' }
    : { as: 'span', from, to, order: 'ymd', lasted: false };
}

const acled: KnownTable = {
  profile: 'acled',
  isIt: (names) =>
    names.has('event_date', 'event_type', 'sub_event_type') &&
    (names.has('event_id_cnty') || names.has('geo_precision') || names.has('data_id')),
  mapping(names) {
    const date = names.findCut('event_date');
    return {
      position: lonLat(names.findCut('longitude'), names.findCut('latitude')),
      time: date === null ? { as: 'none' } : { as: 'day', column: date, order: 'ymd' },
      positionPrecision: withScheme(names.findCut('geo_precision'), 'acled'),
      timePrecision: withScheme(names.findCut('time_precision'), 'acled'),
      deaths: countOf(names.findCut('fatalities')),
      roles: rolesOf({
        id: names.findCut('event_id_cnty', 'data_id'),
        notes: names.findCut('notes'),
        type: names.findCut('event_type'),
        subtype: names.findCut('sub_event_type'),
        actor1: names.findCut('actor1'),
        actor2: names.findCut('actor2'),
        place: names.findCut('location'),
        source: names.findCut('source')
      })
    };
  }
};

const gtd: KnownTable = {
  profile: 'gtd',
  isIt: (names) => names.has('eventid', 'iyear', 'imonth', 'iday'),
  mapping(names) {
    const year = names.find('iyear');
    return {
      position: lonLat(names.find('longitude'), names.find('latitude')),
      time:
        year === null
          ? { as: 'none' }
          : { as: 'parts', year, month: names.find('imonth'), day: names.find('iday') },
      positionPrecision: withScheme(names.findCut('specificity'), 'gtd'),
      timePrecision: null,
      deaths: countOf(names.find('nkill')),
      roles: rolesOf({
        id: names.find('eventid'),
        notes: names.find('summary'),
        type: names.findCut('attacktype1_txt', 'attacktype1'),
        subtype: names.findCut('weaptype1_txt', 'targtype1_txt'),
        actor1: names.find('gname'),
        actor2: names.findCut('target1', 'targtype1_txt'),
        place: names.find('city', 'location'),
        source: names.find('scite1')
      })
    };
  }
};

const gdelt: KnownTable = {
  profile: 'gdelt',
  isIt: (names) => names.find('GLOBALEVENTID') !== null && names.find('SQLDATE') !== null,
  mapping(names) {
    const date = names.find('SQLDATE');
    return {
      position: lonLat(names.find('ActionGeo_Long'), names.find('ActionGeo_Lat')),
      time: date === null ? { as: 'none' } : { as: 'day', column: date, order: 'ymd' },
      positionPrecision: withScheme(names.find('ActionGeo_Type'), 'gdelt'),
      timePrecision: null,
      deaths: null,
      roles: rolesOf({
        id: names.find('GLOBALEVENTID'),
        type: names.find('EventRootCode'),
        subtype: names.find('EventCode'),
        actor1: names.find('Actor1Name'),
        actor2: names.find('Actor2Name'),
        place: names.find('ActionGeo_FullName'),
        link: names.find('SOURCEURL')
      })
    };
  }
};

/** Every known table, the most particular first. New America's is left to the guess, but named. */
export const KNOWN_TABLES: readonly KnownTable[] = [ucdp, acled, gtd, gdelt];

/** New America's strike tables and the like: geo_lat and geo_lon, a province, columns named Source. */
export const isNewAmerica = (names: ColumnNames) =>
  names.find('geo_lat') !== null &&
  names.find('geo_lon', 'geo_long', 'geo_lng') !== null &&
  names.find('province', 'source') !== null;
