import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { LonLat } from '../geodesy/position';
import type { Border } from './border';
import type { ProvinceProperties } from './territory';

/** Where the line passes from one province to another, on one of its sides. */
export interface ProvinceLimit {
  chainageKm: number;
  side: 'afghan' | 'pakistan';
  /** The names of the provinces that meet there: the one before it, by chainage, and the one after. */
  before: string;
  after: string;
}

const SIDES = { afghan: 'AF', pakistan: 'PK' } as const;

/** Vertices that are the same to a millionth of a degree, the data's own grid, are the same place. */
const keyOf = ([lon, lat]: Position) => `${lon.toFixed(6)} ${lat.toFixed(6)}`;

/**
 * The province limits on the line, by rising chainage. The provinces must share the vertices of
 * `line`, from which `border` was made, wherever they meet it; so a limit is exactly the vertex at
 * which one province's outline leaves the line and the next one's takes it up. Where no province is
 * known on a side, there is no limit.
 */
export function provinceLimits(
  border: Border,
  line: readonly LonLat[],
  provinces: FeatureCollection<Polygon | MultiPolygon, ProvinceProperties>
): ProvinceLimit[] {
  const vertices = new Map(line.map((position, i) => [keyOf(position), i]));
  const limits = (['afghan', 'pakistan'] as const).flatMap((side) => {
    const names = namesAlong(vertices, provinces, SIDES[side]);
    return [...names.keys()].slice(1).flatMap((vertex): ProvinceLimit[] => {
      const [before, after] = [names[vertex - 1], names[vertex]];
      if (!before || !after || before === after) return [];
      const { chainageKm } = border.station(line[vertex]);
      return [{ chainageKm, side, before, after }];
    });
  });
  return limits.sort((a, b) => a.chainageKm - b.chainageKm);
}

/** The name of the country's province on each of the line's segments. */
function namesAlong(
  vertices: ReadonlyMap<string, number>,
  provinces: FeatureCollection<Polygon | MultiPolygon, ProvinceProperties>,
  country: string
): (string | undefined)[] {
  const names = new Array<string | undefined>(Math.max(0, vertices.size - 1)).fill(undefined);
  for (const { geometry, properties } of provinces.features) {
    if (properties.country !== country) continue;
    for (const ring of ringsOf(geometry)) {
      const on = ring.map((position) => vertices.get(keyOf(position)));
      on.forEach((vertex, i) => {
        const next = on[i + 1];
        if (vertex === undefined || next === undefined || Math.abs(vertex - next) !== 1) return;
        names[Math.min(vertex, next)] = properties.name;
      });
    }
  }
  return names;
}

function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}
