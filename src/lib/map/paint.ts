import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';

/**
 * A paint value as this app's layers write it: a constant, linear between zoom stops, or an opacity
 * that is less for what is faded (`fading`). Keeping to these lets the legend read its swatches from the very style that the map draws.
 */
type ZoomStops = ['interpolate', ['linear'], ['zoom'], ...unknown[]];

function isZoomStops(value: unknown): value is ZoomStops {
  return Array.isArray(value) && value[0] === 'interpolate' && String(value[2]) === 'zoom';
}

/** How much of its opacity a faded feature keeps. */
const FADED = 0.2;

/** An opacity for features that may be faded (see focus.ts): a constant, and less of it for those. */
export function fading(opacity: number): Fading {
  return ['case', ['boolean', ['get', 'faded'], false], FADED * opacity, opacity];
}

type Fading = ['case', ExpressionSpecification, number, number];

function isFading(value: unknown): value is Fading {
  return Array.isArray(value) && value[0] === 'case' && typeof value[3] === 'number';
}

/** The paint value at `zoom`, when it is a number or a list of zoom stops; else `fallback`. */
export function numberAtZoom(value: unknown, zoom: number, fallback: number): number {
  if (typeof value === 'number') return value;
  if (isFading(value)) return value[3];
  if (!isZoomStops(value)) return fallback;
  const stops = value.slice(3) as number[];
  for (let i = 0; i + 3 < stops.length; i += 2) {
    const [z0, v0, z1, v1] = stops.slice(i, i + 4);
    if (zoom <= z0) return v0;
    if (zoom < z1) return v0 + ((v1 - v0) * (zoom - z0)) / (z1 - z0);
  }
  return stops[stops.length - 1];
}

/** Multiplies an opacity by `factor`, inside the zoom stops where it has some. */
export function scaleOpacity(value: unknown, factor: number): unknown {
  if (value === undefined) return factor;
  if (typeof value === 'number') return value * factor;
  if (isFading(value)) return [value[0], value[1], value[2] * factor, value[3] * factor];
  if (!isZoomStops(value)) return ['*', factor, value];
  return value.map((part, i) => (i > 3 && i % 2 === 0 ? scaleOpacity(part, factor) : part));
}

const opacityOf: Partial<Record<LayerSpecification['type'], string[]>> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  symbol: ['text-opacity', 'icon-opacity']
};

/** The layer's paint with every opacity multiplied by `factor`. */
export function paintWithOpacity(
  spec: LayerSpecification,
  factor: number
): Record<string, unknown> {
  const paint: Record<string, unknown> = { ...(spec.paint ?? {}) };
  for (const property of opacityOf[spec.type] ?? []) {
    paint[property] = scaleOpacity(paint[property], factor);
  }
  return paint;
}
