import type { Map as MapLibreMap } from 'maplibre-gl';
import type { DrawnZone } from './data';
import type { Rect } from './edge-pointers';
import type { Palette } from './palette';
import { screenAffine, toPixels, type ScreenAffine } from './screen-affine';
import { afterFrame, SketchCanvas } from './sketch-canvas';
import { tellDrawn } from './zone-timing';

/** As the layer of the zone at work paints it (layers/zone.ts). */
const FILL_OPACITY = 0.22;
const EDGE_PX = 1.8;
const SIDES = ['afghan', 'pakistan'] as const;

/**
 * The zone at work while a hand moves it, on a canvas over the map. Once the hand rests the map draws
 * the exact outline, and the sketch goes.
 */
export class ZoneSketch {
  readonly #map: MapLibreMap;
  readonly #canvas: SketchCanvas;
  #shown: { zone: DrawnZone; palette: Palette; opacity: number } | null = null;
  #frame: Promise<void> = Promise.resolve();

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
    const paths = SIDES.map((side) => pathOf(zone.footprint[side].coordinates, screen, area));
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
  }
}

/** Polygons as a path in pixels; `area` is made large enough to hold it. */
function pathOf(polygons: number[][][][], screen: ScreenAffine, area: Rect): Path2D {
  const path = new Path2D();
  for (const ring of polygons.flat()) {
    ring.forEach((position, i) => {
      const [x, y] = toPixels(position, screen);
      area.left = Math.min(area.left, x);
      area.right = Math.max(area.right, x);
      area.top = Math.min(area.top, y);
      area.bottom = Math.max(area.bottom, y);
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    path.closePath();
  }
  return path;
}

function widened({ left, top, right, bottom }: Rect, px: number): Rect {
  return { left: left - px, top: top - px, right: right + px, bottom: bottom + px };
}
