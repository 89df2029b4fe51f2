import type { Feature, FeatureCollection } from 'geojson';
import { COLOURS } from '../../project/proposal';
import { toMultiPolygon } from '../../zones/flat-polygons';
import type { DrawnZone } from '../data';
import { collection, feature } from '../features';
import type { Palette } from '../palette';
import { at, defineLayer, type Drawn } from './layer';

/** The chosen proposal has a source of its own: while it is changed, the others stay as they are. */
const SOURCES = [
  { source: 'zone-chosen', fill: 0.22, edge: 1.8 },
  { source: 'zone-others', fill: 0.1, edge: 1.1 }
] as const;

/** What one map layer paints: all of a colour, or one side of what is coloured by side. */
interface Paint {
  id: string;
  color: string;
}

function paints(palette: Palette): Paint[] {
  return COLOURS.flatMap((colour) =>
    colour === 'sides'
      ? [
          { id: 'afghan', color: palette.zoneAfghan },
          { id: 'pakistan', color: palette.zonePakistan }
        ]
      : [{ id: colour, color: palette[colour] }]
  );
}

function drawn({ source, fill, edge }: (typeof SOURCES)[number], { id, color }: Paint): Drawn[] {
  const filter: ['==', ['get', string], string] = ['==', ['get', 'paint'], id];
  return [
    at('zone', {
      id: `${source}-${id}-fill`,
      type: 'fill',
      source,
      filter,
      paint: { 'fill-color': color, 'fill-opacity': fill }
    }),
    at('zone', {
      id: `${source}-${id}-edge`,
      type: 'line',
      source,
      filter,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': color, 'line-width': edge }
    })
  ];
}

function features({ id, colour, footprint }: DrawnZone): Feature[] {
  const paintOf = (side: 'afghan' | 'pakistan') => (colour === 'sides' ? side : colour);
  return (['afghan', 'pakistan'] as const).map((side) =>
    feature(toMultiPolygon(footprint[side]), { id, side, paint: paintOf(side) })
  );
}

const known = new WeakMap<object, FeatureCollection>();

/** The same collection for the same zones, so that the map is not given again what it has. */
function collectionOf(key: object, zones: readonly DrawnZone[]): FeatureCollection {
  let found = known.get(key);
  if (!found) known.set(key, (found = collection(zones.flatMap(features))));
  return found;
}

const none = collection([]);

export default defineLayer({
  id: 'zone',
  title: 'Buffer zones',
  group: 'zone',
  note: 'The zones that you set: all that lies within their width of the line, measured on the ellipsoid. The chosen one stands out.',
  datasets: ['line-osm-2026', 'borders'],
  shown: true,
  needs: ['chosenZone', 'otherZones'],
  sourceIds: SOURCES.map(({ source }) => source),
  sourceOptions: { tolerance: 0.25 },
  sources: ({ chosenZone, otherZones }) => ({
    'zone-chosen': chosenZone ? collectionOf(chosenZone, [chosenZone]) : none,
    'zone-others': collectionOf(otherZones, otherZones)
  }),
  count: ({ chosenZone, otherZones }) => otherZones.length + (chosenZone ? 1 : 0),
  draw: (palette) =>
    [...SOURCES]
      .reverse()
      .flatMap((source) => paints(palette).flatMap((paint) => drawn(source, paint))),
  legend: [
    { label: 'Afghan side', from: ['zone-chosen-afghan-fill', 'zone-chosen-afghan-edge'] },
    { label: 'Pakistani side', from: ['zone-chosen-pakistan-fill', 'zone-chosen-pakistan-edge'] },
    {
      label: 'A zone in a colour of its own',
      from: ['zone-chosen-blue-fill', 'zone-chosen-blue-edge']
    }
  ]
});
