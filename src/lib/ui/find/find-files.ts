import type { LocusOutline } from '../../engine/loci';
import type { KeptFind } from '../../project/finds';
import { statedWords, type ProvinceNames } from './words';

/** Seven decimals of a degree are a centimetre: finer than any outline here is known. */
const DIGITS = 7;

/** A kept claim as GeoJSON (RFC 7946): where it holds, with what it states as properties. */
export function geojsonOf(
  { name, stated }: KeptFind,
  { polygons, areaKm2, areaErrorKm2, toleranceKm }: LocusOutline,
  provinces: ProvinceNames
): string {
  const rounded = polygons.coordinates.map((rings) =>
    rings.map((ring) => ring.map((at) => at.map((degrees) => Number(degrees.toFixed(DIGITS)))))
  );
  const file = {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: {
          name,
          conditions: stated.map((one) => statedWords(one, provinces)),
          stated,
          areaKm2,
          areaErrorKm2,
          toleranceKm,
          measured: 'WGS84 geodesics; every condition met at once'
        },
        geometry: { type: 'MultiPolygon', coordinates: rounded }
      }
    ]
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
