import { getContext, setContext } from 'svelte';
import type { LonLat } from '../geodesy/position';
import type { MapData } from '../map/data';
import { pixelKm } from '../map/edit/pixel-km';
import type { Sweep } from '../map/edit/sweep';
import { tableIdOf } from '../map/incidents/listed';
import type { Bounds, MapEvents } from '../map/map-events';
import { LINE_BOUNDS } from '../map/line-bounds';
import { boundsOf } from '../map/places';
import { readPalette, type Palette } from '../map/palette';
import type { LayerState, View } from '../project/document';
import { Project, type EditOptions } from '../project/project.svelte';
import type { Proposal } from '../project/proposal';
import { proposalById, type Workshop } from '../project/workshop';
import { makeLibrary } from '../texts/library';
import { ownTexts } from '../texts/texts';
import { Answers } from './answers.svelte';
import { Finding } from './find/find.svelte';
import { Claims } from './claims/claims.svelte';
import { Footprints } from './footprints.svelte';
import { layerSettings } from './layer-settings';
import { IncidentDrawing } from './incidents/drawing.svelte';
import { Incidents } from './incidents/incidents.svelte';
import { IncidentPointing } from './incidents/pointing.svelte';
import { Measuring } from './measuring/measuring.svelte';
import { AddedTexts } from './reading/added-texts.svelte';
import { isFarAway } from './panels/place-list';
import { Reading } from './reading/reading.svelte';
import { PositionReadout } from './readout.svelte';
import { Ruler } from './measuring/ruler.svelte';
import { Shapes } from './measuring/shapes.svelte';
import { Supply } from './supply.svelte';
import { sweepBox } from './tools/box-tool.svelte';
import { MapEdits } from './tools/map-edits.svelte';
import { Hatching } from './hatching.svelte';
import type { Tool } from './tools/tool';
import type { Zone } from '../zones/zone';
import { setUnit } from './units.svelte';

/** What the map is to bring into view. */
interface Aim {
  bounds: [LonLat, LonLat];
  maxZoom?: number;
  /** Whether its middle is to stand under the crosshair. */
  centred?: boolean;
}

/**
 * The one flow of state: a gesture changes the project, the project's change asks the engine, the
 * engine's answer goes to the map and the panels.
 */
export class Session {
  readonly project = new Project();
  /** The data, and the engine that computes from it. */
  readonly supply = new Supply(this);
  readonly readout = new PositionReadout(this);
  readonly footprints = new Footprints(() => this.project.current.workshop);
  /** The zone whose difference from the base is shown on the map. */
  readonly hatching = new Hatching((base, other) =>
    this.supply.withLine().comparison(base, other, this.pixelKm() / 2)
  );
  /** All figures of a zone, by its key. */
  readonly figures = new Answers((zone: Zone) => this.supply.withLine().figures(zone));
  /** What two zones share, by both keys. */
  readonly overlaps = new Answers((pair: { base: Zone; other: Zone }) =>
    this.supply.withLine().overlap(pair.base, pair.other)
  );
  /** The reader's polygons, what is cut across, and the path that is measured. */
  readonly shapes = new Shapes(this);
  readonly measuring = new Measuring(this);
  readonly ruler = new Ruler(this);
  /** The reader's event tables. */
  readonly incidents = new Incidents(this);
  /** The reader's own claim, and where it holds. */
  readonly finding = new Finding(this);
  readonly drawing = new IncidentDrawing(this);
  readonly pointing = new IncidentPointing(this);
  /** The texts' claims and what came of testing them. */
  readonly claims = new Claims(this);
  /** The texts that the reader added. */
  readonly added = new AddedTexts(this);
  /** The texts that there are and the places that they speak of. */
  library = $derived(makeLibrary([...ownTexts, ...this.added.list]));
  /** What of the texts is looked at. */
  readonly reading = new Reading(this);
  /** All that the map draws. */
  mapData = $derived<MapData>({
    ...this.supply.data,
    library: this.library,
    focus: this.reading.focus,
    statements: this.reading.statements,
    named: this.finding.named,
    chosenZone: this.footprints.chosen,
    otherZones: this.footprints.others,
    cut: this.measuring.drawn,
    ruler: this.ruler.drawn,
    shapes: this.shapes.drawn,
    comparison: this.hatching.drawn,
    find: this.finding.drawn,
    incidents: this.drawing.drawn,
    pointedIncidents: this.pointing.drawn,
    claimTest: this.claims.drawn,
    ruledLine: this.claims.length.drawn
  });
  /** The proposal at work. */
  chosen = $derived.by(() => {
    const { workshop } = this.project.current;
    return proposalById(workshop, workshop.chosen) ?? null;
  });
  /** What a click on the map means at present; null for choosing a place. */
  tool = $state.raw<Tool | null>(null);
  /** How the proposal at work is changed by hand on the map. */
  readonly edits = new MapEdits(this);
  /** What is said to those who do not see it. */
  said = $state('');
  /** What the map is to bring into view; each time another object. */
  aim = $state.raw<Aim | null>(null);
  /** Why there is no map to see, or null: the lists, cards and numbers do not need it. */
  mapProblem = $state<string | null>(null);
  /** The view as it is at this moment, also while it moves. */
  view = $state.raw<View | null>(null);
  /** What the map shows while it rests, and how close. */
  rest = $state.raw<{ bounds: Bounds; zoom: number } | null>(null);
  palette = $state.raw<Palette>(readPalette(document.documentElement));
  settings = $derived(
    layerSettings(
      this.project.current.layers,
      this.incidents.tables,
      (id) => this.incidents.settingsOf(id).shown
    )
  );

  constructor() {
    $effect.pre(() => setUnit(this.project.current.unit));
  }

  /** Loads what the visit works with. */
  start(): void {
    this.supply.start();
  }

  stop(): void {
    this.supply.stop();
    this.incidents.stop();
  }

  /** A click is for the tool at hand, else it chooses what was clicked: incidents lie on top. */
  clickMap(position: LonLat, { place, cell }: Parameters<MapEvents['click']>[1]): void {
    if (this.tool) this.tool.click(position);
    else {
      void this.pointing.click(position, cell).then((found) => {
        if (!found && !this.reading.openStatement(place)) this.select(place);
      });
    }
  }

  /** What a drag over the map does, where it is for a tool; with Shift it boxes incidents. */
  sweep = {
    begins: (shift: boolean): boolean =>
      this.tool ? this.tool.sweep !== undefined : shift && this.incidents.tables.length > 0,
    begin: (from: LonLat): Sweep | null => this.tool?.sweep?.(from) ?? sweepBox(this, from)
  };

  setLayer(id: string, change: LayerState): void {
    const table = tableIdOf(id);
    if (table !== null && change.shown !== undefined) this.incidents.setShown(table, change.shown);
    else this.project.setLayer(id, change);
  }

  /** With keys the crosshair is the pointer, and Enter its click. */
  mapKey(key: string): void {
    this.useCrosshair();
    if (key === 'Enter' && this.view) {
      if (this.tool) this.tool.click(this.view.center);
      else void this.pointing.click(this.view.center);
    } else this.tool?.key?.(key);
  }

  takeUp(tool: Tool): void {
    this.putDown();
    this.tool = tool;
    this.said = tool.hint;
  }

  /** Asks the map to bring something into view. */
  showOnMap(bounds: Aim['bounds'], how: Omit<Aim, 'bounds'> = {}): void {
    this.aim = { bounds, ...how };
  }

  /** Asks the map to bring places and areas into view; the whole line for what has no outline. */
  showPlaces(ids: readonly string[]): void {
    const [west, south, east, north] = boundsOf(ids, this.mapData) ?? LINE_BOUNDS.flat();
    // Cards stand beside the places.
    const room = 0.2 * (east - west);
    const bounds: [LonLat, LonLat] = [
      [west - room, south],
      [east + room, north]
    ];
    const isFar = ids.every((id) => isFarAway(this.supply.stations[id]));
    this.showOnMap(bounds, { maxZoom: isFar ? 5 : 10 });
  }

  putDown(): void {
    const { tool } = this;
    this.tool = null;
    tool?.stop?.();
  }

  /** The pointer is at a position of the map, or has left it. */
  pointerAt(position: LonLat | null): void {
    this.tool?.move?.(position);
    this.pointing.hover(position);
    this.readout.pointerAt(position);
  }

  /** The map was moved with keys: from now on the readout is of the crosshair in its middle. */
  useCrosshair(): void {
    this.readout.source = 'crosshair';
    if (this.view) this.tool?.move?.(this.view.center);
    this.readout.refresh();
  }

  viewIs(view: View, settled: boolean, bounds: Bounds): void {
    this.view = view;
    if (settled || !this.rest) this.rest = { bounds, zoom: view.zoom };
    if (settled) this.project.current.view = view;
    if (this.readout.source === 'crosshair') this.tool?.move?.(view.center);
    this.readout.refresh();
  }

  /** Changes the workshop, so that it can be undone, and asks for what changed with it. */
  edit(label: string, change: (workshop: Workshop) => void, options: EditOptions = {}): void {
    this.project.edit(label, change, options);
    this.refreshZones(options.settled ?? true);
  }

  /** Changes the proposal at work. */
  editChosen(label: string, change: (proposal: Proposal) => void, options: EditOptions = {}): void {
    const id = this.chosen?.id;
    if (id === undefined) return;
    const key = options.key === undefined ? {} : { key: `${options.key} ${id}` };
    const ofChosen = (workshop: Workshop) => {
      const proposal = proposalById(workshop, id);
      if (proposal) change(proposal);
    };
    this.edit(label, ofChosen, { ...options, ...key });
  }

  /** Chooses a proposal to work at; which is not an edit, and not undone. */
  choose(id: string): void {
    this.project.current.workshop.chosen = id;
    this.refreshZones(true);
  }

  undo(): void {
    this.#wentTo(this.project.undo(), 'Undone', 'There is nothing to undo.');
  }

  redo(): void {
    this.#wentTo(this.project.redo(), 'Done again', 'There is nothing to do again.');
  }

  #wentTo(label: string | null, done: string, nothing: string): void {
    this.said = label === null ? nothing : `${done}: ${label}.`;
    this.refreshZones(true);
  }

  /** Asks for the zones anew: thinned to what the screen can show while one moves, exact at rest. */
  refreshZones(settled: boolean): void {
    this.footprints.refresh(settled ? 0 : this.pixelKm() / 2);
  }

  /** Ground length of a CSS pixel in the middle of the view, in km. */
  pixelKm(): number {
    const { zoom, center } = this.view ?? { zoom: 5, center: [0, 33] };
    return pixelKm(zoom, center[1]);
  }

  select(id: string | null): void {
    const { current } = this.project;
    current.selectedPlace = id;
    if (id) Object.assign(current, { tab: 'places', panelOpen: true });
  }
}

const key = Symbol('session');

export function provideSession(session: Session): Session {
  return setContext(key, session);
}

export function useSession(): Session {
  return getContext<Session>(key);
}
