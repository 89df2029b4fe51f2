import type { Stretch } from '../../zones/zone';
import { widthText, chainageText, type LengthUnit } from './length-unit';
import {
  withChainage,
  withPointAfter,
  withWidth,
  withoutPoint,
  type PointEdit,
  type Points
} from './profile-points';
import { SIDES, type ChartSide } from './sides';

/** What is taken hold of: a point of the profile, on one side. */
export interface Handle {
  index: number;
  side: ChartSide;
}

export interface EditOptions {
  lengthKm: number;
  unit: LengthUnit;
  /** Whether both sides keep the same width. */
  linked: boolean;
}

/** A drag from where it began; the km that a pixel makes stay what they were then. */
export interface Drag {
  handle: Handle;
  /** The points as it began. */
  points: Points;
  fromX: number;
  fromY: number;
  chainageKmPerPx: number;
  widthKmPerPx: number;
}

/** A drag leaves the width or the chainage alone until it goes this far that way. */
const DEAD_ZONE_PX = 4;

/** Steps, in the reader's unit. */
const WIDTH_STEP = 0.5;
const WIDTH_LEAP = 5;
const CHAINAGE_STEP = 1;
const CHAINAGE_LEAP = 10;

/**
 * The points with the dragged one where the pointer is now: up and down changes its width, sideways
 * its chainage, in round steps of the reader's unit unless `free`.
 */
export function dragged(
  { handle, points, ...drag }: Drag,
  x: number,
  y: number,
  { lengthKm, unit, linked, free }: EditOptions & { free: boolean }
): Points {
  const { index, side } = handle;
  const alongPx = pastDeadZone(x - drag.fromX);
  const outwardsPx = -side.sign * pastDeadZone(y - drag.fromY);
  const snap = (km: number, step: number) => (free ? km : rounded(km, step / unit.perKm));
  let moved = points;
  if (alongPx !== 0) {
    const chainageKm = points[index].chainageKm + alongPx * drag.chainageKmPerPx;
    moved = withChainage(moved, index, snap(chainageKm, CHAINAGE_STEP), lengthKm);
  }
  if (outwardsPx !== 0) {
    const km = points[index][side.key] + outwardsPx * drag.widthKmPerPx;
    moved = withWidth(moved, index, side.key, snap(km, WIDTH_STEP), linked);
  }
  return moved;
}

const pastDeadZone = (px: number) => Math.sign(px) * Math.max(0, Math.abs(px) - DEAD_ZONE_PX);

/** A multiple of a step, without the dust of floating point. */
const rounded = (km: number, step: number) => tidy(Math.round(km / step) * step);
const tidy = (km: number) => Number(km.toFixed(6));

export type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey'>;

/**
 * What a key does to a point; null for keys that mean nothing here. The up and down arrows move it
 * as it is drawn; right is wider and left narrower on both sides; with Ctrl or Alt, arrows move it
 * along the line.
 */
export function keyed(
  points: Points,
  { index, side }: Handle,
  keys: Keys,
  { lengthKm, unit, linked }: EditOptions
): PointEdit | null {
  const point = points[index];
  const along = keys.ctrlKey || keys.altKey;
  const by = (steps: number) => {
    const [step, leap] = along ? [CHAINAGE_STEP, CHAINAGE_LEAP] : [WIDTH_STEP, WIDTH_LEAP];
    const changeKm = (steps * (keys.shiftKey ? leap : step)) / unit.perKm;
    return along
      ? withChainage(points, index, tidy(point.chainageKm + changeKm), lengthKm)
      : withWidth(points, index, side.key, tidy(point[side.key] + changeKm), linked);
  };
  const to = (km: number) => withWidth(points, index, side.key, km, linked);
  const edits: Record<string, () => PointEdit | null> = {
    ArrowUp: () => ({ index, points: by(along ? 1 : side.sign) }),
    ArrowDown: () => ({ index, points: by(along ? -1 : -side.sign) }),
    ArrowRight: () => ({ index, points: by(1) }),
    ArrowLeft: () => ({ index, points: by(-1) }),
    Home: () => ({ index, points: to(0) }),
    End: () => ({ index, points: to(Infinity) }),
    Delete: () => withoutPoint(points, index),
    Backspace: () => withoutPoint(points, index),
    Enter: () => withPointAfter(points, index, lengthKm),
    Insert: () => withPointAfter(points, index, lengthKm)
  };
  return edits[keys.key]?.() ?? null;
}

/** A handle's value in words: “30.0 km at chainage 900 km”. */
export function handleText(points: Points, { index, side }: Handle, unit: LengthUnit): string {
  const { chainageKm, [side.key]: km } = points[index];
  return `${widthText(km, unit)} at chainage ${chainageText(chainageKm, unit)}`;
}

/** What to tell after an edit that made a point or took one away; null after any other. */
export function editNews(before: Points, { points, index }: PointEdit, unit: LengthUnit) {
  if (points.length === before.length) return null;
  const gone = before.find((point) => !points.includes(point));
  const [done, point] =
    points.length > before.length ? ['added', points[index]] : ['deleted', gone];
  return point ? `Point ${done} at chainage ${chainageText(point.chainageKm, unit)}.` : null;
}

/** Both handles of every point on a stretch, Afghan side first. */
export function handlesOf(points: Points, { fromKm, toKm }: Stretch): Handle[] {
  return points.flatMap(({ chainageKm }, index) =>
    chainageKm >= fromKm && chainageKm <= toKm ? SIDES.map((side) => ({ index, side })) : []
  );
}
