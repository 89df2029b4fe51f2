import type { PointBuffers, PointRows } from '../../engine/incidents/protocol';
import type { Camera } from './camera';
import type { Rgb } from './colours';
import type { DrawnPoints } from './drawn';
import { LEAST_PX, markScale, MOST_PX, packMarks, PLAIN_PX, rimPx } from './mark';
import type { Program } from './program';
import { ringsOf, ringsOfRows, ringsWithin, type Rings } from './rings';

/** Up to so many rings in view each can still be seen; more make a haze, and are left to a closer view. */
const MOST_RINGS = 3000;
/** A smaller ring would be hidden by its own mark. */
const LEAST_RING_PX = 7;
const RING_HALF_WIDTH_PX = 0.8;

export interface Paint {
  /** Red, green and blue of each colour, one after another. */
  colours: Float32Array;
  rim: Rgb;
  emphasis: Rgb;
  opacity: number;
}

type BufferName = 'position' | 'radius' | 'mark' | 'strength' | 'index' | 'pointed' | 'ring';

interface MarksOf {
  buffer: 'index' | 'pointed';
  count: number;
  scale: number;
  /** The radius of all marks; 0 where each has its own. */
  plainPx: number;
  rimPx: number;
}

export interface Programs {
  marks: Program;
  rings: Program;
}

/** One table in the memory of the graphics card; a filter's change sends indexes and strengths alone. */
export class GpuTable {
  readonly #gl: WebGL2RenderingContext;
  readonly #marks: WebGLVertexArrayObject;
  readonly #ringBand: WebGLVertexArrayObject;
  readonly #buffers: Record<BufferName, WebGLBuffer>;
  readonly #programs: Programs;
  #taken: PointBuffers | null = null;
  #rows: PointRows | null = null;
  /** The rows whose marks the card has been told of. */
  #marked: PointRows | null = null;
  #pointed: Uint32Array | null = null;
  #rings: Rings | null = null;
  #ringsShown: Uint32Array = new Uint32Array();

  constructor(gl: WebGL2RenderingContext, programs: Programs) {
    this.#gl = gl;
    this.#programs = programs;
    this.#marks = gl.createVertexArray();
    this.#ringBand = gl.createVertexArray();
    const buffer = () => gl.createBuffer();
    this.#buffers = {
      position: buffer(),
      radius: buffer(),
      mark: buffer(),
      strength: buffer(),
      index: buffer(),
      pointed: buffer(),
      ring: buffer()
    };
    this.#layOut();
  }

  #layOut(): void {
    const gl = this.#gl;
    const { marks, rings } = this.#programs;
    const attribute = (program: Program, name: string, buffer: WebGLBuffer, size: number) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
      const at = program.attribute(name);
      gl.enableVertexAttribArray(at);
      const bytes = name === 'a_mark' || name === 'a_strength';
      const type = bytes ? gl.UNSIGNED_BYTE : gl.FLOAT;
      gl.vertexAttribPointer(at, size, type, name === 'a_strength', 0, 0);
      return at;
    };
    gl.bindVertexArray(this.#marks);
    attribute(marks, 'a_position', this.#buffers.position, 2);
    attribute(marks, 'a_radiusKm', this.#buffers.radius, 1);
    attribute(marks, 'a_mark', this.#buffers.mark, 4);
    attribute(marks, 'a_strength', this.#buffers.strength, 1);
    gl.bindVertexArray(this.#ringBand);
    gl.vertexAttribDivisor(attribute(rings, 'a_ring', this.#buffers.ring, 4), 1);
    gl.bindVertexArray(null);
  }

  /** Takes what is to be drawn; sends on only what has changed. */
  take({ buffers, rows, pointed }: DrawnPoints): void {
    const gl = this.#gl;
    if (buffers !== this.#taken) {
      this.#taken = buffers;
      this.#rows = this.#marked = null;
      this.#rings = ringsOf(buffers);
      this.#send('position', buffers.mercator, gl.STATIC_DRAW);
      this.#send('radius', buffers.radiusKm, gl.STATIC_DRAW);
      this.#send('mark', packMarks(buffers), gl.STATIC_DRAW);
    }
    if (rows !== this.#rows) {
      this.#rows = rows;
      this.#sendStrengths(rows);
      this.#ringsShown = this.#rings ? ringsOfRows(this.#rings, rows.rows) : new Uint32Array();
    }
    if (pointed !== this.#pointed) {
      this.#pointed = pointed;
      if (pointed) this.#sendIndexes('pointed', pointed);
    }
  }

  #send(name: BufferName, data: ArrayBufferView, usage: GLenum): void {
    const gl = this.#gl;
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers[name]);
    gl.bufferData(gl.ARRAY_BUFFER, data, usage);
  }

  #sendIndexes(name: 'index' | 'pointed', rows: Uint32Array): void {
    const gl = this.#gl;
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#buffers[name]);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, rows, gl.DYNAMIC_DRAW);
  }

  #sendStrengths({ rows, strength }: PointRows): void {
    const gl = this.#gl;
    const at = this.#programs.marks.attribute('a_strength');
    gl.bindVertexArray(this.#marks);
    if (!strength || !this.#taken) {
      gl.disableVertexAttribArray(at);
      return;
    }
    const ofRow = new Uint8Array(this.#taken.colour.length);
    for (let i = 0; i < rows.length; i++) ofRow[rows[i]] = strength[i];
    gl.enableVertexAttribArray(at);
    this.#send('strength', ofRow, gl.DYNAMIC_DRAW);
  }

  drawMarks(camera: Camera, { rows, sized }: DrawnPoints, paint: Paint): void {
    if (rows !== this.#marked) {
      this.#marked = rows;
      this.#sendIndexes('index', rows.rows);
    }
    const count = rows.rows.length;
    const marks = { buffer: 'index', count, rimPx: rimPx(count) } as const;
    this.#paintMarks(camera, paint, { ...marks, ...sizes(camera, count, sized) });
  }

  /** The marks that are pointed at, once more and with a rim of their own. */
  drawPointed(camera: Camera, { rows, pointed, sized }: DrawnPoints, paint: Paint): void {
    if (!pointed) return;
    const emphasised = { ...paint, rim: paint.emphasis };
    const marks = { buffer: 'pointed', count: pointed.length, rimPx: 2.4 } as const;
    this.#paintMarks(camera, emphasised, { ...marks, ...sizes(camera, rows.rows.length, sized) });
  }

  #paintMarks(
    camera: Camera,
    paint: Paint,
    { buffer, count, scale, plainPx, rimPx }: MarksOf
  ): void {
    if (count === 0) return;
    const gl = this.#gl;
    const { marks } = this.#programs;
    marks.use();
    this.#setCamera(marks, camera, paint.colours, paint.opacity);
    gl.uniform1f(marks.uniform('u_pixelRatio'), camera.pixelRatio);
    gl.uniform1f(marks.uniform('u_pixelsPerKm'), camera.pixelsPerKm);
    gl.uniform1f(marks.uniform('u_scale'), scale);
    gl.uniform1f(marks.uniform('u_plainPx'), plainPx);
    gl.uniform2f(marks.uniform('u_sizesPx2'), LEAST_PX ** 2, MOST_PX ** 2);
    gl.uniform1f(marks.uniform('u_rimPx'), rimPx);
    gl.uniform3fv(marks.uniform('u_rim'), paint.rim);
    gl.bindVertexArray(this.#marks);
    gl.vertexAttrib1f(marks.attribute('a_strength'), 1);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#buffers[buffer]);
    gl.drawElements(gl.POINTS, count, gl.UNSIGNED_INT, 0);
    gl.bindVertexArray(null);
  }

  drawRings(camera: Camera, { colours, opacity }: Paint): void {
    const all = this.#rings;
    if (!all || this.#ringsShown.length === 0) return;
    const least = LEAST_RING_PX * camera.mercatorPerPixel;
    const inView = ringsWithin(all, this.#ringsShown, camera.box, least);
    if (inView.length === 0 || inView.length > MOST_RINGS) return;
    const gl = this.#gl;
    const { rings } = this.#programs;
    const sent = new Float32Array(4 * inView.length);
    let widest = 0;
    inView.forEach((ring, i) => {
      const circle = all.circles.subarray(3 * ring, 3 * ring + 3);
      sent.set(circle, 4 * i);
      sent[4 * i + 3] = all.colour[ring];
      widest = Math.max(widest, circle[2] / camera.mercatorPerPixel);
    });
    const corners = ringCorners(widest);
    this.#send('ring', sent, gl.STREAM_DRAW);
    rings.use();
    this.#setCamera(rings, camera, colours, opacity * ringOpacity(inView.length));
    gl.uniform1f(rings.uniform('u_mercatorPerPixel'), camera.mercatorPerPixel);
    gl.uniform1f(rings.uniform('u_halfWidthPx'), RING_HALF_WIDTH_PX);
    gl.uniform1f(rings.uniform('u_corners'), corners);
    gl.bindVertexArray(this.#ringBand);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 2 * corners + 2, inView.length);
    gl.bindVertexArray(null);
  }

  #setCamera(program: Program, camera: Camera, colours: Float32Array, opacity: number): void {
    const gl = this.#gl;
    gl.uniformMatrix4fv(program.uniform('u_matrix'), false, camera.matrix);
    gl.uniform2f(program.uniform('u_centre'), ...camera.centre);
    gl.uniform3fv(program.uniform('u_colours'), colours);
    gl.uniform1f(program.uniform('u_opacity'), opacity);
  }

  delete(): void {
    for (const buffer of Object.values(this.#buffers)) this.#gl.deleteBuffer(buffer);
    this.#gl.deleteVertexArray(this.#marks);
    this.#gl.deleteVertexArray(this.#ringBand);
  }
}

/** How large the marks of a table are that shows so many rows. */
function sizes(
  { zoom }: Camera,
  count: number,
  sized: boolean
): Pick<MarksOf, 'scale' | 'plainPx'> {
  return { scale: markScale(count, zoom), plainPx: sized ? 0 : PLAIN_PX };
}

/** Rings are drawn the fainter the more there are: they are to be seen, and seen through. */
export function ringOpacity(count: number): number {
  return Math.min(0.9, Math.max(0.3, 0.9 * (10 / count) ** 0.3));
}

/** So many corners that a ring of this radius is a circle to a fifth of a pixel, within reason. */
export function ringCorners(radiusPx: number): number {
  return Math.min(180, Math.max(24, Math.ceil(Math.PI / Math.sqrt(0.4 / Math.max(1, radiusPx)))));
}
