import {
  MercatorCoordinate,
  type CustomLayerInterface,
  type CustomRenderMethodInput,
  type Map as MapLibreMap
} from 'maplibre-gl';
import { pixelKm } from '../edit/pixel-km';
import type { Palette } from '../palette';
import { isDrawnBySoftware } from '../software-gl';
import { shifted, worldCopies, type Camera } from './camera';
import { legendColours, rgb } from './colours';
import type { DrawnIncidents, DrawnPoints } from './drawn';
import { GpuTable, type Paint, type Programs } from './gpu-table';
import { PointsPicture } from './points-picture';
import type { PointsSplat } from './points-splat';
import { createProgram } from './program';
import { markFragment, markVertex, MOST_COLOURS, ringFragment, ringVertex } from './shaders';

/** The name under which the browser's performance timeline lists each frame with new rows in it. */
export const DRAWN_MARK = 'incidents drawn';

/**
 * Draws the incidents of all tables one by one, from typed arrays: MapLibre's own sources would turn
 * a million points into tiles anew at each change of a filter.
 */
export class PointsLayer implements CustomLayerInterface {
  readonly id = 'incidents-points';
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly #splat: PointsSplat;
  #map: MapLibreMap | null = null;
  /** Shows them where software draws WebGL and they are many. */
  #picture: PointsPicture | null = null;
  #programs: Programs | null = null;
  #onGpu = new Map<string, GpuTable>();
  #tables: readonly DrawnIncidents[] = [];
  #palette: Palette;
  /** Whether a sketch shows them at present (points-sketch.ts). */
  #isHidden = false;
  /** Whether there are rows that no frame has shown yet. */
  #isNew = false;

  constructor(palette: Palette, splat: PointsSplat) {
    this.#palette = palette;
    this.#splat = splat;
  }

  /** Draws these from the next frame on, the last one on top. */
  show(tables: readonly DrawnIncidents[], palette: Palette): void {
    this.#tables = tables;
    this.#palette = palette;
    this.#isNew = true;
    this.#isHidden = false;
    this.#map?.triggerRepaint();
  }

  get isHidden(): boolean {
    return this.#isHidden;
  }

  /** Draws nothing from the next frame on, until `show`. */
  hide(): void {
    if (this.#isHidden) return;
    this.#isHidden = true;
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#programs = {
      marks: createProgram(gl, markVertex, markFragment),
      rings: createProgram(gl, ringVertex, ringFragment)
    };
    if (isDrawnBySoftware(gl)) this.#picture = new PointsPicture(gl, map, this.#splat);
  }

  onRemove(): void {
    for (const table of this.#onGpu.values()) table.delete();
    this.#onGpu.clear();
    this.#programs?.marks.delete();
    this.#programs?.rings.delete();
    this.#picture?.delete();
    this.#programs = this.#map = this.#picture = null;
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    const programs = this.#programs;
    if (!programs || this.#isHidden) return;
    const { mainMatrix } = defaultProjectionData;
    this.#forgetAllBut(this.#tables.map(({ id }) => id));
    const drawn = this.#tables.flatMap(({ id, points, opacity }) => {
      if (!points) return [];
      const onGpu = this.#onGpu.get(id) ?? new GpuTable(gl, programs);
      this.#onGpu.set(id, onGpu);
      onGpu.take(points);
      const cameras = this.#cameras(mainMatrix, points.buffers.origin);
      return [{ onGpu, cameras, points, paint: this.#paint(points, opacity) }];
    });
    const picture = this.#picture?.suits(this.#tables) ? this.#picture : null;
    for (const { onGpu, cameras, points, paint } of drawn) {
      for (const camera of cameras) {
        onGpu.drawRings(camera, paint);
        if (!picture) onGpu.drawMarks(camera, points, paint);
      }
    }
    picture?.draw(this.#tables, this.#palette, mainMatrix);
    for (const { onGpu, cameras, points, paint } of drawn) {
      for (const camera of cameras) onGpu.drawPointed(camera, points, paint);
    }
    if (this.#isNew) performance.mark(DRAWN_MARK);
    this.#isNew = false;
  }

  #forgetAllBut(ids: readonly string[]): void {
    for (const [id, table] of this.#onGpu) {
      if (ids.includes(id)) continue;
      table.delete();
      this.#onGpu.delete(id);
    }
  }

  /** The view on each copy of the world that is to be seen. */
  #cameras(matrix: ArrayLike<number>, [originX, originY]: [x: number, y: number]): Camera[] {
    const map = this.#map;
    if (!map) return [];
    const bounds = map.getBounds();
    const zoom = map.getZoom();
    const { lat } = map.getCenter();
    const middle = MercatorCoordinate.fromLngLat(map.getCenter());
    const northWest = MercatorCoordinate.fromLngLat(bounds.getNorthWest());
    const southEast = MercatorCoordinate.fromLngLat(bounds.getSouthEast());
    return worldCopies(bounds.getWest(), bounds.getEast()).map((copy) => {
      const [x, y] = [originX + copy, originY];
      const centre: [number, number] = [Math.fround(middle.x - x), Math.fround(middle.y - y)];
      return {
        matrix: shifted(matrix, x + centre[0], y + centre[1]),
        centre,
        mercatorPerPixel: 1 / (512 * 2 ** zoom),
        pixelsPerKm: 1 / pixelKm(zoom, lat),
        pixelRatio: map.getPixelRatio(),
        zoom,
        box: [northWest.x - x, northWest.y - y, southEast.x - x, southEast.y - y]
      };
    });
  }

  #paint({ buffers, scale }: DrawnPoints, opacity: number): Paint {
    const labels = buffers.legend.map(({ label }) => label);
    const colours = new Float32Array(3 * MOST_COLOURS);
    legendColours(scale, labels, this.#palette)
      .slice(0, MOST_COLOURS)
      .forEach((colour, i) => colours.set(rgb(colour), 3 * i));
    return { colours, rim: rgb(this.#palette.halo), emphasis: rgb(this.#palette.select), opacity };
  }
}
