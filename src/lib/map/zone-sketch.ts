import type { Map as MapLibreMap } from 'maplibre-gl';
import type { DrawnZone } from './data';
import type { LonLat } from '../geodesy/position';
import type { Rect } from './edge-pointers';
import { lineWidthPx } from './layers/line';
import type { FlatPolygons } from '../zones/flat-polygons';
import type { Palette } from './palette';
import { screenAffine, toPixels, type ScreenAffine } from './screen-affine';
import { afterFrame, SketchCanvas } from './sketch-canvas';
import { tellDrawn } from './zone-timing';

/** As the layer of the zone at work paints it (layers/zone.ts). */
const FILL_OPACITY = 0.22;
const EDGE_PX = 1.8;
const SIDES = ['afghan', 'pakistan'] as const;
/** Points of the line nearer to each other than this are one in a sketch, in pixels. */
const LEAST_STEP_PX = 0.7;

/**
 * The zone at work while a hand moves it, on a canvas over the map, left open where the line runs:
 * that lies on top. Once the hand rests the map draws the exact outline, and the sketch goes.
 */
export class ZoneSketch {
  readonly #map: MapLibreMap;
  readonly #canvas: SketchCanvas;
  #shown: { zone: DrawnZone; palette: Palette; opacity: number } | null = null;
  #frame: Promise<void> = Promise.resolve();
  /** The line on the map as it is drawn, in pixels, and from where that is seen; null if it is not. */
  #line: { positions: readonly LonLat[]; path: Path2D; seenFrom: string } | null = null;

  constructor(map: MapLibreMap) {
    this.#map = map;
    this.#canvas = new SketchCanvas(map);
    map.on('move', () => this.#draw());
    map.on('resize', () => this.#draw());
  }

  /** Whether the map lies flat, so that a sketch can follow it. */
  get canShow(): boolean {
    return this.#map.getPitch() === 0;
  }

  get isShown(): boolean {
    return this.#shown !== null;
  }

  show(zone: DrawnZone, palette: Palette, opacity: number): void {
    this.#shown = { zone, palette, opacity };
    this.#draw();
    this.#frame = afterFrame().then(() => tellDrawn(zone.askedMs));
  }

  /** The line that the map draws over zones, or null while it is hidden. */
  setLine(positions: readonly LonLat[] | null): void {
    if (positions === (this.#line?.positions ?? null)) return;
    this.#line = positions && { positions, path: new Path2D(), seenFrom: '' };
  }

  /** Resolves once what was shown last is on the screen. */
  drawn(): Promise<void> {
    return this.#frame;
  }

  clear(): void {
    if (!this.#shown) return;
    this.#shown = null;
    this.#canvas.clear();
  }

  #draw(): void {
    if (!this.#shown) return;
    const { zone, palette, opacity } = this.#shown;
    const screen = screenAffine(this.#map);
    const area = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    const paths = SIDES.map((side) => pathOf(zone.footprint[side], screen, area));
    const pen = this.#canvas.blank(widened(area, EDGE_PX));
    if (!pen) return;
    const sideColours = { afghan: palette.zoneAfghan, pakistan: palette.zonePakistan };
    for (const [i, side] of SIDES.entries()) {
      const colour = zone.colour === 'sides' ? sideColours[side] : palette[zone.colour];
      const outline = paths[i];
      pen.fillStyle = pen.strokeStyle = colour;
      pen.lineWidth = EDGE_PX;
      pen.lineJoin = 'round';
      pen.globalAlpha = opacity * FILL_OPACITY;
      pen.fill(outline, 'evenodd');
      pen.globalAlpha = opacity;
      pen.stroke(outline);
    }
    this.#leaveLineOpen(pen, screen);
  }

  #leaveLineOpen(pen: CanvasRenderingContext2D, screen: ScreenAffine): void {
    const line = this.#line;
    if (!line) return;
    const seenFrom = Object.values(screen).join(' ');
    if (line.seenFrom !== seenFrom) {
      Object.assign(line, { seenFrom, path: linePath(line.positions, screen, this.#canvas.size) });
    }
    pen.globalCompositeOperation = 'destination-out';
    pen.globalAlpha = 1;
    pen.lineCap = 'round';
    pen.lineWidth = lineWidthPx(this.#map.getZoom());
    pen.stroke(line.path);
    pen.globalCompositeOperation = 'source-over';
  }
}

/** What of a line may be seen as a path in pixels, of as many points as can be told apart. */
function linePath(
  positions: readonly LonLat[],
  screen: ScreenAffine,
  { width, height }: { width: number; height: number }
): Path2D {
  const path = new Path2D();
  let [lastX, lastY] = toPixels(...positions[0], screen);
  let isOn = false;
  for (const position of positions) {
    const [x, y] = toPixels(...position, screen);
    if (Math.hypot(x - lastX, y - lastY) < LEAST_STEP_PX) continue;
    const isBeside =
      Math.max(x, lastX) < 0 ||
      Math.max(y, lastY) < 0 ||
      Math.min(x, lastX) > width ||
      Math.min(y, lastY) > height;
    if (!isBeside) {
      if (!isOn) path.moveTo(lastX, lastY);
      path.lineTo(x, y);
    }
    isOn = !isBeside;
    [lastX, lastY] = [x, y];
  }
  return path;
}

/** Polygons as a path in pixels; `area` is made large enough to hold it. */
function pathOf(polygons: FlatPolygons, screen: ScreenAffine, area: Rect): Path2D {
  const path = new Path2D();
  for (const ring of polygons.flat()) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = toPixels(ring[i], ring[i + 1], screen);
      area.left = Math.min(area.left, x);
      area.right = Math.max(area.right, x);
      area.top = Math.min(area.top, y);
      area.bottom = Math.max(area.bottom, y);
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}

function widened({ left, top, right, bottom }: Rect, px: number): Rect {
  return { left: left - px, top: top - px, right: right + px, bottom: bottom + px };
}
