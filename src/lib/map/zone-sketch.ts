import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from '../geodesy/position';
import type { DrawnZone } from './data';
import type { Palette } from './palette';
import { tellDrawn } from './zone-timing';

/** As the layer of the zone at work paints it (layers/zone.ts). */
const FILL_OPACITY = 0.22;
const EDGE_PX = 1.8;

/** Web mercator, 0 to 1 over the world. */
function mercator([lon, lat]: readonly number[]): [x: number, y: number] {
  const phi = (lat * Math.PI) / 180;
  return [(lon + 180) / 360, 0.5 - Math.asinh(Math.tan(phi)) / (2 * Math.PI)];
}

/** From mercator to pixels of the map: of one kind all over a map that is not tilted. */
interface Affine {
  (lonLat: readonly number[]): [x: number, y: number];
}

function affineOf(map: MapLibreMap): Affine {
  const { lng, lat } = map.getCenter();
  const scale = 1e-3;
  const at = (position: LonLat) => map.project(position);
  const origin = at([lng, lat]);
  const east = at([lng + 360 * scale, lat]);
  const [x0, y0] = mercator([lng, lat]);
  // A quarter turn of what leads east leads south: the map is conformal.
  const [ex, ey] = [(east.x - origin.x) / scale, (east.y - origin.y) / scale];
  return (lonLat) => {
    const [x, y] = mercator(lonLat);
    const [dx, dy] = [x - x0, y - y0];
    return [origin.x + ex * dx - ey * dy, origin.y + ey * dx + ex * dy];
  };
}

/**
 * The zone at work while a hand moves it, on a canvas over the map. To draw it in the map itself all
 * layers must be drawn anew for each step, labels placed again included: without a graphics card
 * that takes hundreds of milliseconds, and this a few. Once the hand rests the map draws the exact
 * outline, and the sketch goes.
 */
export class ZoneSketch {
  readonly #map: MapLibreMap;
  readonly #canvas = document.createElement('canvas');
  #shown: { zone: DrawnZone; palette: Palette; opacity: number } | null = null;
  #frame: Promise<void> = Promise.resolve();

  constructor(map: MapLibreMap) {
    this.#map = map;
    const { style } = this.#canvas;
    Object.assign(style, { position: 'absolute', inset: '0', pointerEvents: 'none' });
    this.#canvas.setAttribute('aria-hidden', 'true');
    map.getCanvasContainer().append(this.#canvas);
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
    this.#canvas.width = 0;
  }

  #draw(): void {
    if (!this.#shown) return;
    const { zone, palette, opacity } = this.#shown;
    const pen = this.#blank();
    if (!pen) return;
    const toPixel = affineOf(this.#map);
    const sideColours = { afghan: palette.zoneAfghan, pakistan: palette.zonePakistan };
    for (const side of ['afghan', 'pakistan'] as const) {
      const colour = zone.colour === 'sides' ? sideColours[side] : palette[zone.colour];
      const outline = pathOf(zone.footprint[side].coordinates, toPixel);
      pen.fillStyle = pen.strokeStyle = colour;
      pen.lineWidth = EDGE_PX;
      pen.lineJoin = 'round';
      pen.globalAlpha = opacity * FILL_OPACITY;
      pen.fill(outline, 'evenodd');
      pen.globalAlpha = opacity;
      pen.stroke(outline);
    }
  }

  /** The canvas wiped, as large as the map and as fine as the screen. */
  #blank(): CanvasRenderingContext2D | null {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const [width, height] = [clientWidth, clientHeight].map((px) =>
      Math.round(px * devicePixelRatio)
    );
    const canvas = this.#canvas;
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height });
      Object.assign(canvas.style, { width: `${clientWidth}px`, height: `${clientHeight}px` });
    }
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen?.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    pen?.clearRect(0, 0, clientWidth, clientHeight);
    return pen;
  }
}

function pathOf(polygons: number[][][][], toPixel: Affine): Path2D {
  const path = new Path2D();
  for (const ring of polygons.flat()) {
    ring.forEach((position, i) => {
      const [x, y] = toPixel(position);
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
    path.closePath();
  }
  return path;
}

/** Resolves when the browser has made the frame that shows what was drawn until now. */
function afterFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
