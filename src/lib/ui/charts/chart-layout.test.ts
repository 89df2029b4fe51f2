import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutChart, type ChartSize } from './chart-layout';
import { KILOMETRES } from './length-unit';
import { isWhole, moved, centredOn, SHORTEST_KM, type Grip } from './zoom';

const LENGTH_KM = 2790;
const size: ChartSize = {
  widthPx: 900,
  heightPx: 260,
  stretch: { fromKm: 0, toKm: LENGTH_KM },
  afghanKm: 30,
  pakistanKm: 20,
  unit: KILOMETRES,
  withMarks: true
};

describe('a chart', () => {
  it('draws both sides to one scale, everything within the plot, at any size', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 320, max: 1200 }),
        fc.integer({ min: 160, max: 320 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.boolean(),
        (widthPx, heightPx, afghanKm, pakistanKm, withMarks) => {
          const layout = layoutChart({
            ...size,
            ...{ widthPx, heightPx, afghanKm, pakistanKm, withMarks }
          });
          const { plot, y } = layout;
          expect(y(afghanKm)).toBeGreaterThanOrEqual(plot.top - 1e-6);
          expect(y(-pakistanKm)).toBeLessThanOrEqual(plot.bottom + 1e-6);
          expect(y(0) - y(1)).toBeCloseTo(y(-1) - y(0), 9);
          expect(y(0) - y(1)).toBeCloseTo(1 / layout.widthKmPerPx, 6);
          expect(layout.baselines.marks).toBeLessThanOrEqual(heightPx + (withMarks ? 0 : 18));
        }
      )
    );
  });

  it('reads a chainage back from where it is drawn, and none beyond the stretch', () => {
    const stretch = { fromKm: 700, toKm: 1100 };
    const layout = layoutChart({ ...size, stretch });
    expect(layout.chainageAt(layout.x(812.5))).toBeCloseTo(812.5, 9);
    expect(layout.chainageAt(0)).toBe(700);
    expect(layout.chainageAt(900)).toBe(1100);
  });

  it('has round ticks in the chosen unit, as widths on both sides of the line', () => {
    const ticks = (unit: ChartSize['unit']) =>
      layoutChart({ ...size, unit }).widthTicks.map(({ text }) => text);
    expect(ticks(KILOMETRES)).toEqual(['20', '10', '0\u202fkm', '10', '20', '30']);
    expect(ticks({ id: 'mi', label: 'mi', perKm: 0.621371 })).toContain('0\u202fmi');
    const [first, second] = layoutChart(size).chainageTicks.map(({ text }) => text);
    expect([first, second]).toEqual(['0\u202fkm', '200']);
  });
});

describe('the shown stretch', () => {
  const stretches = fc
    .tuple(fc.integer({ min: 0, max: LENGTH_KM }), fc.integer({ min: 0, max: LENGTH_KM }))
    .map(([a, b]) => ({ fromKm: Math.min(a, b), toKm: Math.max(a, b) }))
    .filter(({ fromKm, toKm }) => toKm - fromKm >= SHORTEST_KM);

  it('stays on the line and never gets too short, however it is moved', () => {
    const grips = fc.constantFrom<Grip>('from', 'both', 'to');
    const by = fc.integer({ min: -4000, max: 4000 });
    fc.assert(
      fc.property(stretches, grips, by, (stretch, grip, byKm) => {
        const { fromKm, toKm } = moved(stretch, grip, byKm, LENGTH_KM);
        expect(fromKm).toBeGreaterThanOrEqual(0);
        expect(toKm).toBeLessThanOrEqual(LENGTH_KM);
        expect(toKm - fromKm).toBeGreaterThanOrEqual(SHORTEST_KM);
        if (grip === 'both') expect(toKm - fromKm).toBe(stretch.toKm - stretch.fromKm);
      })
    );
  });

  it('moves to where the marker goes', () => {
    expect(centredOn({ fromKm: 0, toKm: 400 }, 1000, LENGTH_KM)).toEqual({
      fromKm: 800,
      toKm: 1200
    });
    expect(isWhole({ fromKm: 0, toKm: LENGTH_KM }, LENGTH_KM)).toBe(true);
    expect(isWhole({ fromKm: 0, toKm: 400 }, LENGTH_KM)).toBe(false);
  });
});
