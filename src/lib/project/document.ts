import * as v from 'valibot';
import { isLonLat } from '../geodesy/position';
import { KINDS } from '../texts/kinds';
import { FindSchema, noFind } from './finds';
import { ClaimSettings, newClaimSettings } from './claims';
import { IncidentsSchema, noIncidents } from './incidents';
import { newProposal } from './proposal';
import { newWorkshop, readWorkshop, type Workshop } from './workshop';

/** Maps of the line differ by up to 5 km (Natural Earth's from OpenStreetMap's). */
export const WIDEST_GAP_KM = 10;
/** The longest path that the ruler measures. */
export const MOST_VERTICES = 500;

const LayerState = v.object({
  shown: v.optional(v.boolean()),
  opacity: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))
});

const View = v.object({
  center: v.tuple([
    v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    v.pipe(v.number(), v.minValue(-85), v.maxValue(85))
  ]),
  zoom: v.pipe(v.number(), v.minValue(0), v.maxValue(24)),
  bearing: v.pipe(v.number(), v.finite()),
  pitch: v.pipe(v.number(), v.minValue(0), v.maxValue(85))
});

/** The ruler's vertices, in order, and whether the last leg leads back to the first. */
const Ruler = v.object({
  vertices: v.pipe(
    v.array(
      v.pipe(
        v.tuple([v.number(), v.number()]),
        v.check(([lon, lat]) => isLonLat(lon, lat), 'is no position in degrees')
      )
    ),
    v.maxLength(MOST_VERTICES)
  ),
  closed: v.boolean()
});

export const TABS = ['zones', 'measure', 'places', 'texts', 'incidents', 'layers'] as const;
/** What the section of the texts shows: them, their claims, or a claim of the reader's own. */
export const TEXT_VIEWS = ['read', 'claims', 'find'] as const;
/** How the texts are read: one at a time, by subject, or what only one of them has. */
export const READING_MODES = ['apart', 'together', 'compared'] as const;
/** What stands below the map when it is opened there. */
export const DOCKS = ['profile', 'compare', 'timeline', 'length', 'incidents'] as const;
/** The units of length to choose from: kilometres, miles, nautical miles. */
export const UNITS = ['km', 'mi', 'nmi'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

const sections = {
  theme: v.picklist(THEMES),
  tab: v.picklist(TABS),
  textView: v.picklist(TEXT_VIEWS),
  /** How the texts are read, the one that is read apart, and the kinds of statements; none for all. */
  reading: v.object({
    mode: v.picklist(READING_MODES),
    text: v.pipe(v.string(), v.maxLength(16)),
    kinds: v.optional(v.array(v.picklist(KINDS)), [])
  }),
  panelOpen: v.boolean(),
  dock: v.nullable(v.picklist(DOCKS)),
  unit: v.picklist(UNITS),
  /** By layer id, only what differs from the layer's own defaults. */
  layers: v.record(v.string(), LayerState),
  /** Null until the reader has moved the map: then the whole line is fitted. */
  view: v.nullable(View),
  selectedPlace: v.nullable(v.string()),
  /** What is cut across: a proposal's or shape's id, or null for the proposal at work. */
  measured: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  /** How near to the line an edge of a shape counts as the line, in km. */
  gapKm: v.pipe(v.number(), v.minValue(0), v.maxValue(WIDEST_GAP_KM)),
  ruler: Ruler,
  claims: ClaimSettings,
  incidents: IncidentsSchema,
  find: FindSchema
};

/** Everything that a reader made or set: what a reload brings back. */
export type ProjectDocument = { version: 1; workshop: Workshop } & {
  [Name in keyof typeof sections]: v.InferOutput<(typeof sections)[Name]>;
};
export type LayerState = v.InferOutput<typeof LayerState>;
export type Ruler = v.InferOutput<typeof Ruler>;
export type View = v.InferOutput<typeof View>;
export type Tab = (typeof TABS)[number];
export type ReadingMode = (typeof READING_MODES)[number];
export type TextView = (typeof TEXT_VIEWS)[number];
export type Dock = (typeof DOCKS)[number];
export type UnitId = (typeof UNITS)[number];
export type ThemeChoice = (typeof THEMES)[number];

/** A fresh project: one zone of 10 km on each side, every layer at its own default. */
export function newProject(): ProjectDocument {
  return {
    version: 1,
    theme: 'system',
    tab: 'zones',
    textView: 'read',
    reading: { mode: 'apart', text: 'A', kinds: [] },
    panelOpen: true,
    dock: null,
    unit: 'km',
    workshop: newWorkshop(),
    layers: {},
    view: null,
    selectedPlace: null,
    measured: null,
    gapKm: 0.05,
    ruler: { vertices: [], closed: false },
    claims: newClaimSettings(),
    incidents: noIncidents(),
    find: noFind()
  };
}

export interface ReadProject {
  project: ProjectDocument;
  /** What could not be read, in words for the reader; empty when all was sound. */
  problems: string[];
}

/**
 * Reads a project from text that may be old, cut short or edited by hand. Each section is judged by
 * itself: a broken one falls back to its default and is named in `problems`; the sound ones stay.
 */
export function readProject(text: string): ReadProject {
  const project = newProject();
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { project, problems: ['The saved project is not readable JSON.'] };
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { project, problems: ['The saved project is not a project.'] };
  }
  const stored = modernised(raw as Record<string, unknown>);
  if (stored.version !== 1) {
    return {
      project,
      problems: [`The saved project has version ${String(stored.version)}; this app reads 1.`]
    };
  }
  const problems: string[] = [];
  for (const [name, schema] of Object.entries(sections)) {
    if (!(name in stored)) continue;
    const read = v.safeParse(schema, stored[name]);
    if (read.success) Object.assign(project, { [name]: read.output });
    else
      problems.push(
        `“${name}” was not sound (${read.issues[0].message}) and is back at its default.`
      );
  }
  if ('workshop' in stored) {
    const read = readWorkshop(stored.workshop);
    if (read) project.workshop = read.workshop;
    problems.push(...(read?.problems ?? ['The zones could not be read; a new one stands there.']));
  }
  return { project, problems };
}

/** What the first app kept, one zone without a name, in today's form. */
function modernised(stored: Record<string, unknown>): Record<string, unknown> {
  const { zone, ...rest } = stored;
  const tab = rest.tab === 'zone' ? { tab: 'zones' } : {};
  if (zone === undefined || 'workshop' in rest) return { ...rest, ...tab };
  const first = newProposal({ id: 'zone-1', name: 'Zone 1' });
  const proposal = typeof zone === 'object' && zone !== null ? { ...first, ...zone } : zone;
  return { ...rest, ...tab, workshop: { proposals: [proposal], chosen: first.id, base: null } };
}
