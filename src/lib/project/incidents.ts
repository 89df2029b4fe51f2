import * as v from 'valibot';
import type { Condition } from '../incidents/filter';
import { DAY_ORDERS, PRECISION_SCHEMES, type Mapping } from '../incidents/mapping';
import { ROLES } from '../incidents/table';

const LONGEST_TEXT = 1000;
const MOST_CONDITIONS = 50;
const MOST_VALUES = 1000;
const MOST_NAMES = 20_000;
const MOST_TABLES = 200;
const MOST_MAPPINGS = 50;

const Text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const Column = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const Limit = v.nullable(v.pipe(v.number(), v.finite()));
const Range = v.object({ least: Limit, most: Limit });
const Texts = v.pipe(v.array(Text), v.maxLength(MOST_VALUES));

/** Rows selected on the map are not kept: another import would give their numbers to others. */
const KeptConditionSchema = v.variant('by', [
  v.object({ by: v.literal('text'), words: Text }),
  v.object({ by: v.literal('values'), column: Column, values: Texts }),
  v.object({ by: v.literal('range'), column: Column, range: Range }),
  v.object({ by: v.literal('side'), sides: v.array(v.picklist(['afghan', 'pakistan'])) }),
  v.object({ by: v.picklist(['distance', 'chainage', 'deaths']), range: Range }),
  v.object({ by: v.literal('territory'), ids: Texts }),
  v.object({ by: v.literal('zone'), proposal: Text }),
  v.object({ by: v.literal('precision'), precisions: Texts }),
  v.object({
    by: v.literal('time'),
    fromDay: v.pipe(v.number(), v.finite()),
    toDay: v.pipe(v.number(), v.finite())
  })
]);

/** How incidents stand on the map. */
export const DRAWN_AS = ['points', 'clusters', 'hexagons', 'heat'] as const;
export type DrawnAs = (typeof DRAWN_AS)[number];

/** What is charted of a table. */
export const CHARTS = ['chainage', 'distance', 'width', 'time', 'values'] as const;
export type ChartId = (typeof CHARTS)[number];

const StyleSchema = v.object({
  drawnAs: v.picklist(DRAWN_AS),
  colourBy: v.union([v.object({ column: Column }), v.picklist(['side', 'type', 'none'])]),
  sizeBy: v.union([v.object({ column: Column }), v.picklist(['deaths', 'none'])]),
  /** What the pies of clusters and the shares of hexagons are of. */
  splitBy: v.picklist(['side', 'type'])
});

const TableSchema = v.object({
  shown: v.boolean(),
  filter: v.pipe(v.array(KeptConditionSchema), v.maxLength(MOST_CONDITIONS)),
  style: StyleSchema
});

const ColumnOrNone = v.nullable(Column);
const PrecisionSchema = v.nullable(
  v.object({ column: Column, scheme: v.picklist(PRECISION_SCHEMES) })
);
const Order = v.picklist(DAY_ORDERS);
const Place = v.nullable(v.tuple([v.number(), v.number()]));

export const MappingSchema = v.object({
  position: v.variant('as', [
    v.object({ as: v.literal('lon-lat'), lon: Column, lat: Column }),
    v.object({
      as: v.literal('one'),
      column: Column,
      order: v.picklist(['lat-lon', 'lon-lat'])
    }),
    v.object({
      as: v.literal('names'),
      column: Column,
      confirmed: v.pipe(v.record(Text, Place), v.maxEntries(MOST_NAMES))
    }),
    v.object({ as: v.literal('none') })
  ]),
  time: v.variant('as', [
    v.object({ as: v.literal('day'), column: Column, order: Order }),
    v.object({
      as: v.literal('span'),
      from: Column,
      to: Column,
      order: Order,
      lasted: v.boolean()
    }),
    v.object({ as: v.literal('parts'), year: Column, month: ColumnOrNone, day: ColumnOrNone }),
    v.object({ as: v.literal('none') })
  ]),
  positionPrecision: PrecisionSchema,
  timePrecision: PrecisionSchema,
  deaths: v.nullable(
    v.object({
      best: Column,
      plus: v.array(Column),
      low: ColumnOrNone,
      high: ColumnOrNone
    })
  ),
  roles: v.record(v.picklist(ROLES), Column)
});

const KeptMappingSchema = v.object({
  /** The header of the files that it is for. */
  header: v.pipe(v.array(Text), v.maxLength(10_000)),
  mapping: MappingSchema
});

/** What is kept of the reader's incidents; their rows are kept by the engine's own store. */
export const IncidentsSchema = v.object({
  /** Id of the table at work. */
  chosen: v.nullable(Text),
  /** By table id. */
  tables: v.pipe(v.record(Text, TableSchema), v.maxEntries(MOST_TABLES)),
  /** The charts that are shown, the newest choice last: as many as there is room for. */
  charts: v.array(v.picklist(CHARTS)),
  /** The newest last. */
  mappings: v.pipe(v.array(KeptMappingSchema), v.maxLength(MOST_MAPPINGS))
});

export type KeptIncidents = v.InferOutput<typeof IncidentsSchema>;
export type KeptCondition = v.InferOutput<typeof KeptConditionSchema>;
export type TableStyle = v.InferOutput<typeof StyleSchema>;
export type TableSettings = v.InferOutput<typeof TableSchema>;

export function noIncidents(): KeptIncidents {
  return { chosen: null, tables: {}, charts: ['distance', 'time', 'chainage'], mappings: [] };
}

/** A table as it stands when it was just imported: shown, whole, coloured by side. */
export function newTableSettings(): TableSettings {
  return {
    shown: true,
    filter: [],
    style: { drawnAs: 'points', colourBy: 'side', sizeBy: 'none', splitBy: 'side' }
  };
}

/** Whether a condition outlives the visit. */
export function isKept(condition: Condition): condition is KeptCondition {
  return condition.by !== 'rows';
}

const sameHeader = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** The mapping that was kept for files with these columns, or null. */
export function keptMapping(kept: KeptIncidents, header: readonly string[]): Mapping | null {
  return kept.mappings.find((one) => sameHeader(one.header, header))?.mapping ?? null;
}

/** Keeps a mapping for files with these columns, in place of an earlier one; null forgets it. */
export function keepMapping(
  kept: KeptIncidents,
  header: readonly string[],
  mapping: Mapping | null
): void {
  const others = kept.mappings.filter((one) => !sameHeader(one.header, header));
  const added = mapping ? [{ header: [...header], mapping }] : [];
  kept.mappings = [...others, ...added].slice(-MOST_MAPPINGS);
}
