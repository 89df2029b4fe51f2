import type { Map as MapLibreMap } from 'maplibre-gl';
import { pixelKm } from '../edit/pixel-km';
import type { Palette } from '../palette';
import { screenAffine } from '../screen-affine';
import { shifted, worldCopies } from './camera';
import type { DrawnIncidents } from './drawn';
import { cornersOf, frameAround, shows, type PictureFrame } from './picture-frame';
import type { PointsSplat } from './points-splat';
import { createProgram, type Program } from './program';
import { pictureFragment, pictureVertex } from './shaders';

/** From so many marks on a picture of them is quicker than they are where software draws WebGL. */
const LEAST_MARKS = 100_000;
/** A picture that no longer fits the view is made anew during a move for at most this share of the time. */
const MOST_SHARE = 1 / 3;
/** Up to this change of zoom a picture fits while the map moves. */
const MOST_ZOOM = 0.5;

/**
 * The incidents one by one as a picture that lies on the map among its layers, made by the processor.
 * Where that draws WebGL too, each mark of each frame would take it 1.7 µs; made so, most are hidden
 * by others and take next to nothing. The picture moves with the map, and is made anew once it rests.
 */
export class PointsPicture {
  readonly #gl: WebGL2RenderingContext;
  readonly #map: MapLibreMap;
  readonly #points: PointsSplat;
  readonly #program: Program;
  readonly #texture: WebGLTexture;
  readonly #quad: WebGLVertexArrayObject;
  readonly #corners: WebGLBuffer;
  #frame: PictureFrame | null = null;
  #shows: readonly DrawnIncidents[] = [];
  #palette: Palette | null = null;
  #seenFrom = '';
  #tookMs = 0;
  #doneMs = 0;

  constructor(gl: WebGL2RenderingContext, map: MapLibreMap, points: PointsSplat) {
    this.#gl = gl;
    this.#map = map;
    this.#points = points;
    this.#program = createProgram(gl, pictureVertex, pictureFragment);
    this.#texture = gl.createTexture();
    this.#corners = gl.createBuffer();
    this.#quad = gl.createVertexArray();
    gl.bindVertexArray(this.#quad);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#corners);
    const at = this.#program.attribute('a_corner');
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, 2, gl.FLOAT, false, 0, 0);
    gl.bindVertexArray(null);
    map.on('moveend', this.#repaint);
  }

  /** Whether these are better shown so. */
  suits(tables: readonly DrawnIncidents[]): boolean {
    if (this.#map.getPitch() !== 0) return false;
    const marks = tables.map(({ points }) => points?.rows.rows.length ?? 0);
    return marks.reduce((sum, count) => sum + count, 0) >= LEAST_MARKS;
  }

  /** Draws them, the last one on top. `matrix`: from web mercator to clip space. */
  draw(tables: readonly DrawnIncidents[], palette: Palette, matrix: ArrayLike<number>): void {
    if (!this.#isFit(tables, palette)) this.#make(tables, palette);
    const frame = this.#frame;
    if (!frame) return;
    const gl = this.#gl;
    this.#program.use();
    gl.uniform1i(this.#program.uniform('u_picture'), 0);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.bindVertexArray(this.#quad);
    const { x0, y0 } = frame.affine;
    const bounds = this.#map.getBounds();
    for (const copy of worldCopies(bounds.getWest(), bounds.getEast())) {
      const toClip = shifted(matrix, x0 + copy, y0);
      gl.uniformMatrix4fv(this.#program.uniform('u_matrix'), false, toClip);
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    }
    gl.bindVertexArray(null);
  }

  /** Whether the last picture can still be shown. */
  #isFit(tables: readonly DrawnIncidents[], palette: Palette): boolean {
    if (palette !== this.#palette || !sameMarks(tables, this.#shows)) return false;
    if (this.#seenFrom === this.#viewpoint()) return true;
    if (!this.#map.isMoving()) return false;
    if (this.#fillsView()) return true;
    return performance.now() - this.#doneMs < this.#tookMs / MOST_SHARE;
  }

  #fillsView(): boolean {
    const frame = this.#frame;
    if (!frame || Math.abs(this.#map.getZoom() - frame.zoom) > MOST_ZOOM) return false;
    const { clientWidth: right, clientHeight: bottom } = this.#map.getContainer();
    const corners: [x: number, y: number][] = [
      [0, 0],
      [right, 0],
      [0, bottom],
      [right, bottom]
    ];
    const centre = this.#map.getCenter();
    const copiesDeg = centre.lng - centre.wrap().lng;
    return corners.every((corner) => {
      const { lng, lat } = this.#map.unproject(corner);
      return shows(frame, [lng - copiesDeg, lat]);
    });
  }

  #viewpoint(): string {
    const map = this.#map;
    const { lng, lat } = map.getCenter();
    const { width, height } = map.getCanvas();
    return [lng, lat, map.getZoom(), map.getBearing(), width, height].join(' ');
  }

  #make(tables: readonly DrawnIncidents[], palette: Palette): void {
    const [gl, map] = [this.#gl, this.#map];
    const beganMs = performance.now();
    const zoom = map.getZoom();
    const frame = {
      ...frameAround(map.getCanvas(), Number(gl.getParameter(gl.MAX_TEXTURE_SIZE))),
      ratio: map.getPixelRatio(),
      affine: screenAffine(map),
      zoom,
      kmPerPixel: pixelKm(zoom, map.getCenter().lat)
    };
    const splat = this.#points.draw(tables, palette, frame);
    this.#send(splat.premultiplied(), frame);
    this.#frame = frame;
    this.#shows = tables;
    this.#palette = palette;
    this.#seenFrom = this.#viewpoint();
    this.#doneMs = performance.now();
    this.#tookMs = this.#doneMs - beganMs;
  }

  #send(pixels: Uint8Array, frame: PictureFrame): void {
    const gl = this.#gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#corners);
    gl.bufferData(gl.ARRAY_BUFFER, cornersOf(frame), gl.DYNAMIC_DRAW);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    const { width, height } = frame;
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
    }
    for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
      gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
    }
  }

  readonly #repaint = () => {
    if (this.#frame && this.#seenFrom !== this.#viewpoint()) this.#map.triggerRepaint();
  };

  delete(): void {
    this.#map.off('moveend', this.#repaint);
    this.#gl.deleteTexture(this.#texture);
    this.#gl.deleteBuffer(this.#corners);
    this.#gl.deleteVertexArray(this.#quad);
    this.#program.delete();
  }
}

/** Whether two drawings show the same marks; which are pointed at does not matter. */
function sameMarks(a: readonly DrawnIncidents[], b: readonly DrawnIncidents[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, opacity, points }, i) => {
      const other = b[i];
      return (
        id === other.id &&
        opacity === other.opacity &&
        points?.buffers === other.points?.buffers &&
        points?.rows === other.points?.rows &&
        points?.scale === other.points?.scale &&
        points?.sized === other.points?.sized
      );
    })
  );
}
