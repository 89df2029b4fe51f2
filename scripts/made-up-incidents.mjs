/** Around which places, in degrees, and how many. */
const CENTRES = [
  { lon: 66.42, lat: 30.95, count: 60 },
  { lon: 69.3, lat: 31.6, count: 40 },
  { lon: 69.75, lat: 32.9, count: 90 },
  { lon: 70.0, lat: 33.6, count: 70 },
  { lon: 70.9, lat: 34.15, count: 80 },
  { lon: 71.3, lat: 34.9, count: 50 }
];
const TYPES = ['Battles', 'Explosions', 'Protests', 'Violence against civilians'];
const COLUMNS =
  'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,' +
  'iso,region,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities';

/**
 * A table of events that never were, in ACLED's columns, for pictures: the same each time.
 * @returns {string}
 */
export function madeUpIncidents() {
  let seed = 11;
  const next = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  const off = () => (next() + next() + next() - 1.5) * 0.45;
  const rows = CENTRES.flatMap(({ lon, lat, count }) =>
    Array.from({ length: count }, () => {
      const year = 2012 + Math.floor(11 * next() ** 0.7);
      const day = `${year}-0${1 + Math.floor(9 * next())}-1${Math.floor(9 * next())}`;
      const type = TYPES[Math.floor(TYPES.length * next() ** 1.4)];
      const precision = 1 + Math.floor(2.2 * next() ** 2);
      const position = `${(lat + off()).toFixed(4)},${(lon + off()).toFixed(4)}`;
      return [
        day,
        year,
        `1,Made up,${type},Made up,A group,4,A region,A country,A province,A place`,
        position,
        precision,
        'No source,A made-up event for a picture',
        Math.floor(6 * next() ** 2)
      ].join();
    })
  );
  return [COLUMNS, ...rows.map((row, i) => `MADEUP${i + 1},${row}`)].join('\n');
}
