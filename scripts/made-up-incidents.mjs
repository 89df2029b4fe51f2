/** Where the made-up incidents gather: lon, lat, spread in degrees, and how many. */
const CLUSTERS = [
  [66.45, 31.0, 0.35, 90],
  [69.3, 32.5, 0.4, 140],
  [70.0, 33.1, 0.35, 170],
  [71.1, 34.15, 0.3, 150],
  [71.5, 34.85, 0.35, 120],
  [64.5, 29.7, 0.8, 50]
];
const TYPES = ['Battles', 'Explosions/Remote violence', 'Protests', 'Strategic developments'];

/**
 * A table of incidents that nobody reported, for pictures of the app: ACLED's columns, the same rows
 * every time.
 */
export function madeUpIncidents() {
  let state = 7;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  const spread = (/** @type {number} */ middle, /** @type {number} */ by) =>
    (middle + (next() + next() + next() - 1.5) * by).toFixed(4);
  const rows = CLUSTERS.flatMap(([lon, lat, by, count]) =>
    Array.from({ length: count }, () => {
      const day = new Date(Date.UTC(2021, 0, 1 + Math.floor(1200 * next() ** 0.7)));
      const type = TYPES[Math.floor(TYPES.length * next() ** 1.6)];
      const deaths = Math.floor(12 * next() ** 4);
      const precision = next() < 0.7 ? 1 : 2;
      return [day.toISOString().slice(0, 10), 1, type, spread(lat, by), spread(lon, by), precision]
        .concat(['Made up', deaths])
        .join(',');
    })
  );
  const header =
    'event_id_cnty,event_date,time_precision,event_type,latitude,longitude,geo_precision,notes,fatalities';
  return [header, ...rows.map((row, i) => `XXX${i + 1},${row}`)].join('\n');
}
