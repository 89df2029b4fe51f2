import { describe, expect, it } from 'vitest';
import type { WidthsAt } from '../../zones/zone';
import { dragged, editNews, handlesOf, keyed, type Drag, type Keys } from './edit-handle';
import { KILOMETRES, type LengthUnit } from './length-unit';
import { SIDES } from './sides';

const [afghan, pakistan] = SIDES;
const points: WidthsAt[] = [
  { chainageKm: 200, afghanKm: 5, pakistanKm: 4 },
  { chainageKm: 900, afghanKm: 30, pakistanKm: 8 }
];
const options = { lengthKm: 2790, unit: KILOMETRES, linked: false };
const MILES: LengthUnit = { id: 'mi', label: 'mi', perKm: 1 / 1.609344 };

describe('dragging', () => {
  const drag: Drag = {
    handle: { index: 0, side: afghan },
    points,
    fromX: 100,
    fromY: 100,
    chainageKmPerPx: 3,
    widthKmPerPx: 0.33
  };
  const to = (x: number, y: number, change = {}, of = drag) =>
    dragged(of, x, y, { ...options, free: false, ...change })[of.handle.index];

  it('up widens the Afghan side and down the Pakistani, in half units', () => {
    // 14 pixels, less the dead zone of 4, are 3.3 km.
    expect(to(100, 86)).toEqual({ chainageKm: 200, afghanKm: 8.5, pakistanKm: 4 });
    const down = { ...drag, handle: { index: 0, side: pakistan } };
    expect(to(100, 114, {}, down)).toEqual({ chainageKm: 200, afghanKm: 5, pakistanKm: 7.5 });
  });

  it('is free of steps when asked, and moves both sides if they are linked', () => {
    expect(to(100, 86, { free: true }).afghanKm).toBeCloseTo(8.3, 9);
    expect(to(100, 86, { linked: true })).toMatchObject({ afghanKm: 8.5, pakistanKm: 8.5 });
  });

  it('sideways moves along the line and leaves the width alone while it wavers little', () => {
    expect(to(120, 103)).toEqual({ chainageKm: 248, afghanKm: 5, pakistanKm: 4 });
  });

  it('beyond the line ends at no width', () => {
    expect(to(100, 400).afghanKm).toBe(0);
  });

  it('steps in the unit that the reader chose', () => {
    const miles = to(100, 86, { unit: MILES }).afghanKm * MILES.perKm;
    expect(miles * 2).toBeCloseTo(Math.round(miles * 2), 4);
  });
});

describe('keys', () => {
  const press = (key: string, held: Partial<Keys> = {}, side = afghan as (typeof SIDES)[number]) =>
    keyed(
      points,
      { index: 1, side },
      { key, shiftKey: false, ctrlKey: false, altKey: false, ...held },
      options
    );

  it('move a point as it is drawn with up and down, and widen to the right', () => {
    expect(press('ArrowUp')?.points[1].afghanKm).toBe(30.5);
    expect(press('ArrowUp', {}, pakistan)?.points[1].pakistanKm).toBe(7.5);
    expect(press('ArrowRight', {}, pakistan)?.points[1].pakistanKm).toBe(8.5);
    expect(press('ArrowLeft', { shiftKey: true })?.points[1].afghanKm).toBe(25);
    expect(press('End')?.points[1].afghanKm).toBe(100);
    expect(press('Home')?.points[1].afghanKm).toBe(0);
  });

  it('move it along the line with Ctrl or Alt', () => {
    expect(press('ArrowRight', { ctrlKey: true })?.points[1].chainageKm).toBe(901);
    expect(press('ArrowLeft', { altKey: true, shiftKey: true })?.points[1].chainageKm).toBe(890);
  });

  it('add and delete points, and the news say so', () => {
    const added = press('Enter');
    expect(added?.points.map(({ chainageKm }) => chainageKm)).toEqual([200, 900, 1845]);
    expect(added && editNews(points, added, KILOMETRES)).toBe(
      'Point added at chainage 1,845\u202fkm.'
    );
    const deleted = press('Delete');
    expect(deleted).toEqual({ points: [points[0]], index: 0 });
    expect(deleted && editNews(points, deleted, KILOMETRES)).toBe(
      'Point deleted at chainage 900\u202fkm.'
    );
  });

  it('that mean nothing here are left to the page', () => {
    expect(press('Tab')).toBeNull();
    expect(press('a')).toBeNull();
  });
});

describe('handles', () => {
  it('are those of the points on the stretch that is shown', () => {
    const shown = handlesOf(points, { fromKm: 500, toKm: 1000 });
    expect(shown).toEqual([
      { index: 1, side: afghan },
      { index: 1, side: pakistan }
    ]);
  });
});
