import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidthPx, thinLabels } from './thin-labels';

const axis = { leftPx: 0, rightPx: 800, fontPx: 12 };

describe('labels along an axis', () => {
  it('never overlap, and stay within the axis', () => {
    const labels = fc.array(
      fc.record({
        px: fc.integer({ min: 0, max: 800 }),
        text: fc.string({ minLength: 1, maxLength: 30 })
      }),
      { maxLength: 40 }
    );
    fc.assert(
      fc.property(labels, (list) => {
        let endPx = -Infinity;
        for (const { middlePx, text } of thinLabels(list, axis)) {
          const half = textWidthPx(text, axis.fontPx) / 2;
          expect(middlePx - half).toBeGreaterThanOrEqual(Math.max(0, endPx));
          expect(middlePx + half).toBeLessThanOrEqual(800);
          endPx = middlePx + half;
        }
        if (list.length > 0) expect(thinLabels(list, axis).length).toBeGreaterThan(0);
      })
    );
  });

  it('prefer those that come first', () => {
    const labels = [
      { px: 400, text: 'Torkham' },
      { px: 380, text: 'Nawa Pass' },
      { px: 100, text: 'Chaman' }
    ];
    expect(thinLabels(labels, axis).map(({ text }) => text)).toEqual(['Chaman', 'Torkham']);
  });
});
