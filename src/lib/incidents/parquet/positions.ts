import { parquetSchema, type FileMetaData, type ParquetQueryFilter } from 'hyparquet';
import * as v from 'valibot';

export type Bounds = [west: number, south: number, east: number, north: number];

/** Where a Parquet file has the positions of its rows. */
export interface Positions {
  /** A column of geometries as WKB. */
  geometry: string | null;
  /** Columns of longitudes and latitudes; null where only the geometry has them. */
  lonLat: { lon: string; lat: string } | null;
  /** Paths to the box of each geometry, of which the file tells the limits for each row group. */
  box: { xmin: string; ymin: string; xmax: string; ymax: string } | null;
}

const Path = v.pipe(v.array(v.string()), v.minLength(1));
/** What is used of the metadata of GeoParquet 1.1. */
const Geo = v.object({
  primary_column: v.string(),
  columns: v.record(
    v.string(),
    v.object({
      encoding: v.string(),
      covering: v.optional(
        v.object({ bbox: v.object({ xmin: Path, ymin: Path, xmax: Path, ymax: Path }) })
      )
    })
  )
});

const LON = /^(lon|lng|long|longitude|x)$/i;
const LAT = /^(lat|latitude|y)$/i;

/** Finds them: as GeoParquet's metadata tells, else by the columns' names. */
export function positionsOf(metadata: FileMetaData): Positions {
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const geo = geoOf(metadata);
  const column = geo?.columns[geo.primary_column];
  const geometry = geo && column?.encoding === 'WKB' ? geo.primary_column : null;
  const covering = column?.covering?.bbox;
  const lon = names.find((name) => LON.test(name));
  const lat = names.find((name) => LAT.test(name));
  return {
    geometry,
    lonLat: lon !== undefined && lat !== undefined ? { lon, lat } : null,
    box: covering
      ? {
          xmin: covering.xmin.join('.'),
          ymin: covering.ymin.join('.'),
          xmax: covering.xmax.join('.'),
          ymax: covering.ymax.join('.')
        }
      : ['xmin', 'ymin', 'xmax', 'ymax'].every((name) => names.includes(name))
        ? { xmin: 'xmin', ymin: 'ymin', xmax: 'xmax', ymax: 'ymax' }
        : null
  };
}

function geoOf(metadata: FileMetaData): v.InferOutput<typeof Geo> | null {
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  if (text === undefined) return null;
  try {
    const read = v.safeParse(Geo, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/**
 * The rows within boxes as a filter by which whole row groups and pages are passed over; undefined
 * where the file has no column that tells.
 */
export function within(
  positions: Positions,
  boxes: readonly Bounds[]
): ParquetQueryFilter | undefined {
  const filters = boxes.map((box) => withinBox(positions, box));
  const told = filters.filter((filter) => filter !== undefined);
  if (told.length < filters.length || told.length === 0) return undefined;
  return told.length === 1 ? told[0] : { $or: told };
}

function withinBox(
  { lonLat, box }: Positions,
  [west, south, east, north]: Bounds
): ParquetQueryFilter | undefined {
  if (box) {
    return {
      $and: [
        { [box.xmin]: { $lte: east } },
        { [box.xmax]: { $gte: west } },
        { [box.ymin]: { $lte: north } },
        { [box.ymax]: { $gte: south } }
      ]
    };
  }
  if (!lonLat) return undefined;
  return {
    $and: [
      { [lonLat.lon]: { $gte: west, $lte: east } },
      { [lonLat.lat]: { $gte: south, $lte: north } }
    ]
  };
}
