import type { Settlement } from '../../geodata/settlements';
import type { LonLat } from '../../geodesy/position';
import type { IncidentCard, IncidentLine } from '../../incidents/card';
import type { Bounds, Cell, CellShape } from '../../incidents/cells';
import type { Condition, Filter } from '../../incidents/filter';
import type { Mapping, Recognised } from '../../incidents/mapping';
import type { Order } from '../../incidents/ordering';
import type { Decision, ImportReport, Suspicion } from '../../incidents/report';
import type { Axis, DistanceCurve, Summary, ZoneCount } from '../../incidents/summary';
import type { Column, Precision, Role } from '../../incidents/table';
import type { ExportFormat } from '../../incidents/writing/write';
import type { Zone } from '../../zones/zone';

/** What a file turns out to be, before it is imported. */
export interface Look {
  /** To be named in what follows: the engine holds the file until it is imported or let go. */
  lookId: string;
  fileName: string;
  /** In words: “CSV, semicolons, Windows-1252”. */
  format: string;
  header: string[];
  /** The first rows, as texts. */
  sample: string[][];
  recognised: Recognised;
  notes: string[];
}

/** A Parquet file on a host: the page asks it for parts, the worker never does. */
export interface FarFile {
  url: string;
  byteLength: number;
}

/** Rejects with the end of a sentence that begins with the file's name. */
export type ReadPart = (start: number, end: number) => Promise<ArrayBuffer>;

/** What of a file on a host is read. */
export type FarPart =
  { of: 'box'; bounds: Bounds } | { of: 'line'; withinKm: number } | { of: 'all' };

/** How the sample reads under a mapping: each row's position and day in words, or why it is refused. */
export interface Preview {
  rows: ({ position: LonLat | null; when: string; precision: Precision } | { refused: string })[];
  /** Names of places that were looked up, and where they were found. */
  names: { name: string; guess: { name: string; at: LonLat; from: string } | null }[];
}

/** All that the page knows of a table; the rows stay in the engine. */
export interface TableFacts {
  id: string;
  name: string;
  /** In words: “UCDP GED”, “CSV”. */
  format: string;
  rows: number;
  columns: { name: string; kind: Column['kind']; distinct: number | null }[];
  roles: Partial<Record<Role, number>>;
  hasDeaths: boolean;
  /** Days since 1970-01-01; null where no incident has a date. */
  days: { first: number; last: number } | null;
  /** Those with a position precise enough for the map. */
  onMap: number;
  mapping: Mapping;
  report: Omit<ImportReport, 'refused' | 'suspects'> & {
    suspects: {
      suspicion: Suspicion;
      rows: number;
      choices: Decision[];
      decided: Decision;
      /** Whether the reader decided so; else it is what is done unless they say otherwise. */
      byReader: boolean;
    }[];
  };
  /** Bytes in the browser's store; 0 while it is not kept. */
  keptBytes: number;
  /** Why it is not kept, in a sentence for the reader; null if it is. */
  keptProblem: string | null;
}

export interface Progress {
  doing: 'reading' | 'locating' | 'filtering' | 'writing' | 'keeping';
  /** From 0 to 1. */
  share: number;
  rows: number;
}

export interface FilterAnswer {
  rows: number;
  /** How many rows each condition alone would leave, in the filter's order. */
  alone: number[];
}

/** How the points of a table are told apart. */
export interface PaintRequest {
  colourBy: { column: number } | 'side' | 'type' | 'none';
  sizeBy: { column: number } | 'deaths' | 'none';
}

/** What is drawn of every row, whatever the filter; sent once for a way of painting. */
export interface PointBuffers {
  /** x, y in web mercator, 0 to 1 over the world, less `origin`; NaN for what is not on the map. */
  mercator: Float32Array;
  origin: [x: number, y: number];
  radiusKm: Float32Array;
  precision: Uint8Array;
  /** Index into `legend`. */
  colour: Uint8Array;
  /** 0 to 255, by area. */
  size: Uint8Array;
  legend: { label: string; rows: number }[];
}

/** The rows that pass the filter, and how strongly each is drawn (255 is all of it). */
export interface PointRows {
  rows: Uint32Array;
  strength: Uint8Array | null;
}

export type { Cell } from '../../incidents/cells';
export type { IncidentCard, IncidentLine } from '../../incidents/card';

export interface CellRequest {
  as: CellShape;
  bounds: Bounds;
  zoom: number;
  by: 'side' | 'type';
}

/** What lies in the zone of a proposal, all of it and on both sides of a day. */
export interface ZoneCounts {
  proposal: string;
  count: ZoneCount;
  before?: ZoneCount;
  from?: ZoneCount;
}

export type { ExportFormat };

/** Proposals by id, as conditions and exports name them. */
export type NamedZones = { id: string; name: string; zone: Zone }[];

/**
 * What the worker of the incidents can be asked. It is a worker of its own, so that a zone follows
 * the hand while a million rows are read.
 */
export interface IncidentEngine {
  /** Takes the line, and the file of provinces and countries, if there is one. */
  setGround(line: readonly LonLat[], bordersFile: unknown): void;
  setZones(zones: NamedZones): void;
  /** Takes the settlements, which tables without positions may name. */
  setSettlements(settlements: readonly Settlement[]): void;

  /**
   * What kind of file this is; of a Parquet file of more than 1,000,000 rows those within `view`, by
   * the parts of it that hold them. Rejects with a sentence for the reader where it cannot be read.
   */
  look(file: File, view?: Bounds | null): Promise<Look>;
  /** The same of a Parquet file on a host. */
  lookFar(file: FarFile, part: FarPart, read: ReadPart): Promise<Look>;
  preview(lookId: string, mapping: Mapping): Promise<Preview>;
  letGo(lookId: string): void;
  /** Null if it was cancelled. `into` merges the rows into a table of the same kind. */
  importTable(
    lookId: string,
    mapping: Mapping,
    into: string | null,
    onProgress: (progress: Progress) => void
  ): Promise<TableFacts | null>;
  cancel(): void;
  /** Null if it was cancelled: all then stays as it was. */
  decide(
    tableId: string,
    suspicion: Suspicion,
    decision: Decision,
    onProgress: (progress: Progress) => void
  ): Promise<TableFacts | null>;
  refusedCsv(tableId: string): Promise<string>;

  /** Brings back the tables that were kept; `problems` are sentences for the reader. */
  restore(): Promise<{ tables: TableFacts[]; problems: string[] }>;
  rename(tableId: string, name: string): Promise<TableFacts>;
  remove(tableId: string): Promise<void>;

  filter(tableId: string, filter: Filter): Promise<FilterAnswer>;
  points(tableId: string, paint: PaintRequest): Promise<PointBuffers>;
  pointRows(tableId: string): Promise<PointRows>;
  cells(tableId: string, request: CellRequest): Promise<Cell[]>;
  /** The rows under a position within a distance, the nearest first; only those that are drawn. */
  pick(tableId: string, position: LonLat, reachKm: number, most: number): Promise<Uint32Array>;
  /** The rows within a polygon's outer ring; only those that are drawn. */
  rowsWithin(tableId: string, ring: LonLat[]): Promise<Uint32Array>;
  card(tableId: string, row: number): Promise<IncidentCard>;
  /** The values of a column, the most frequent first, counted under all other conditions. */
  values(tableId: string, column: number, most: number): Promise<{ value: string; rows: number }[]>;
  /** Rows that pass the filter, in a column's order. */
  page(
    tableId: string,
    request: { from: number; count: number; by: Order }
  ): Promise<IncidentLine[]>;

  /** Rows that pass the filter and these conditions too: what a bar of a chart stands for. */
  rowsWhere(tableId: string, also: Filter): Promise<Uint32Array>;
  /**
   * Under the filter, save for its conditions on an axis's own quantity: a chart shows all that can
   * be chosen on it. With `also`, of the rows for which these conditions hold too; with `without`, as
   * if the filter had no conditions of these kinds.
   */
  summaries(
    tableId: string,
    axes: Axis[],
    also?: Filter,
    without?: Condition['by'][]
  ): Promise<Summary[]>;
  /** Of all that is located, or of those whose distance is known: farther than their own radius. */
  distances(tableId: string, of: 'known' | 'all'): Promise<DistanceCurve>;
  /** Under the filter; `splitDay` counts before and from that day apart. */
  zoneCounts(tableId: string, splitDay: number | null): Promise<ZoneCounts[]>;

  exportTable(
    tableId: string,
    format: ExportFormat,
    onlyFiltered: boolean,
    onProgress: (progress: Progress) => void
  ): Promise<Blob | null>;
}
