import { LEAST_EDGE_PX, LEAST_HOLLOW_PX } from './mark';

/** How many colours a table's legend may have. */
export const MOST_COLOURS = 16;

/** Length of a ring's dash with its gap, and of the dash alone. */
const RING_DASH_PX = [9, 6] as const;

/**
 * Positions are taken less a centre near the middle of the view before they are scaled up: so they
 * are as fine as their own 32 bits, to a decimetre, at any zoom.
 */
const COMMON = `#version 300 es
precision highp float;
uniform mat4 u_matrix;
uniform vec2 u_centre;
uniform vec3 u_colours[${MOST_COLOURS}];
`;

export const markVertex = `${COMMON}
uniform float u_pixelRatio;
uniform float u_scale;
uniform float u_plainPx;
uniform vec2 u_sizesPx2;
uniform float u_pixelsPerKm;
uniform float u_rimPx;
uniform float u_opacity;
in vec2 a_position;
in float a_radiusKm;
in vec4 a_mark;
in float a_strength;
out vec3 v_colour;
flat out float v_look;
flat out float v_alpha;
flat out float v_radius;
flat out float v_box;

void main() {
  if (a_mark.z == 3.0) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 1.0;
    return;
  }
  gl_Position = u_matrix * vec4(a_position - u_centre, 0.0, 1.0);
  float radius = u_plainPx > 0.0
    ? u_plainPx
    : sqrt(u_sizesPx2.x + a_mark.y / 255.0 * (u_sizesPx2.y - u_sizesPx2.x));
  radius *= u_scale;
  v_look = a_mark.z;
  // A place known to a kilometre is no point any more where a kilometre fills the view.
  if (v_look == 1.0 && a_radiusKm * u_pixelsPerKm > ${LEAST_HOLLOW_PX.toFixed(1)}) v_look = 2.0;
  v_radius = radius * u_pixelRatio;
  v_box = 2.0 * (radius + u_rimPx) * u_pixelRatio + 1.0;
  v_colour = u_colours[int(a_mark.x)];
  v_alpha = u_opacity * a_strength;
  gl_PointSize = v_box;
}`;

export const markFragment = `#version 300 es
precision highp float;
uniform vec3 u_rim;
uniform float u_rimPx;
uniform float u_pixelRatio;
in vec3 v_colour;
flat in float v_look;
flat in float v_alpha;
flat in float v_radius;
flat in float v_box;
out vec4 fragColour;

float within(float radius, float at) {
  return clamp(radius - at + 0.5, 0.0, 1.0);
}

void main() {
  float at = length(gl_PointCoord - 0.5) * v_box;
  float disc = within(v_radius, at);
  float rim = within(v_radius + u_rimPx * u_pixelRatio, at);
  float stroke = max(${LEAST_EDGE_PX.toFixed(1)} * u_pixelRatio, 0.22 * v_radius);
  float edge = disc - within(v_radius - stroke, at);
  float fill = disc;
  if (v_look == 1.0) fill = max(edge, within(0.48 * v_radius, at));
  if (v_look == 2.0) fill = max(edge, 0.12 * disc);
  if (v_look == 4.0) fill = max(edge, 0.55 * disc);
  // The rim, in the land's colour, keeps marks apart that lie on one another; premultiplied.
  float ground = 0.85 * rim * (v_look == 2.0 ? 1.0 - 0.6 * within(v_radius - stroke, at) : 1.0);
  float alpha = fill + ground * (1.0 - fill);
  fragColour = vec4(v_colour * fill + u_rim * ground * (1.0 - fill), alpha) * v_alpha;
}`;

/** A band around each circle: two vertices at each of its corners, one inside and one outside. */
export const ringVertex = `${COMMON}
uniform float u_mercatorPerPixel;
uniform float u_halfWidthPx;
uniform float u_corners;
in vec4 a_ring;
out vec3 v_colour;
out float v_alongPx;

void main() {
  float angle = float(gl_VertexID / 2) / u_corners * 6.283185307179586;
  float side = gl_VertexID % 2 == 0 ? -1.0 : 1.0;
  float radius = a_ring.z + side * u_halfWidthPx * u_mercatorPerPixel;
  vec2 corner = (a_ring.xy - u_centre) + vec2(cos(angle), sin(angle)) * radius;
  gl_Position = u_matrix * vec4(corner, 0.0, 1.0);
  v_colour = u_colours[int(a_ring.w)];
  v_alongPx = angle * a_ring.z / u_mercatorPerPixel;
}`;

export const ringFragment = `#version 300 es
precision highp float;
uniform float u_opacity;
in vec3 v_colour;
in float v_alongPx;
out vec4 fragColour;

void main() {
  if (mod(v_alongPx, ${RING_DASH_PX[0].toFixed(1)}) > ${RING_DASH_PX[1].toFixed(1)}) discard;
  fragColour = vec4(v_colour, 1.0) * u_opacity;
}`;

/** A picture that lies on the map: its corners from the top left on, two above and two below. */
export const pictureVertex = `#version 300 es
precision highp float;
uniform mat4 u_matrix;
in vec2 a_corner;
out vec2 v_at;

void main() {
  v_at = vec2(gl_VertexID % 2, gl_VertexID / 2);
  gl_Position = u_matrix * vec4(a_corner, 0.0, 1.0);
}`;

export const pictureFragment = `#version 300 es
precision highp float;
uniform sampler2D u_picture;
in vec2 v_at;
out vec4 fragColour;

void main() {
  fragColour = texture(u_picture, v_at);
}`;
