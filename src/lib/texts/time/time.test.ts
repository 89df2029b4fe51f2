import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { context, ownTexts } from '../texts';
import { erasOf } from './eras';
import { lanesOf } from './lanes';
import { timeScale } from './scale';
import { DAY_MS, spanOf, whenWords, YEAR_MS } from './span';

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

describe('the span of a time', () => {
  test.each([
    ['2023-08-10', '2023-08-10', '2023-08-11'],
    ['2022-03', '2022-03-01', '2022-04-01'],
    ['2021-12', '2021-12-01', '2022-01-01'],
    ['1893', '1893-01-01', '1894-01-01'],
    ['199X', '1990-01-01', '2000-01-01'],
    ['2021/2022', '2021-01-01', '2023-01-01'],
    ['2025-10-25/2025-11-07', '2025-10-25', '2025-11-08']
  ])('%s runs from %s until %s', (when, from, to) => {
    expect([spanOf(when).from, spanOf(when).to].map(iso)).toEqual([from, to]);
    expect(spanOf(when)).toMatchObject({ opensBefore: false, opensAfter: false });
  });

  test('is open where the text is: “before” ends as the month begins, “after” begins as the day ends', () => {
    const before = spanOf('before 2023-08');
    expect(iso(before.to)).toBe('2023-08-01');
    expect(before).toMatchObject({ opensBefore: true, opensAfter: false });
    const after = spanOf('after 2025-11-07');
    expect(iso(after.from)).toBe('2025-11-08');
    expect(after).toMatchObject({ opensBefore: false, opensAfter: true });
  });

  test('only a day is a point', () => {
    expect(spanOf('2023-08-10').isDay).toBe(true);
    for (const when of ['2023-08', '2023', '202X', 'before 2023-08-10', '2023-08-10/2023-08-12']) {
      expect(spanOf(when).isDay, when).toBe(false);
    }
  });

  test('is told in words that claim no more than the text', () => {
    expect(
      [
        '199X',
        '1893',
        '2022-03',
        '2023-08-10',
        '2021/2022',
        '2025-10-18/2025-10-19',
        'before 2023-08'
      ].map(whenWords)
    ).toEqual([
      'the 1990s',
      '1893',
      'March 2022',
      '10 August 2023',
      '2021 to 2022',
      '18 to 19 October 2025',
      'before August 2023'
    ]);
  });
});

const spans = [
  ...ownTexts.flatMap(({ events }) => events.map(({ when }) => spanOf(when))),
  ...context.fence.map(({ when }) => spanOf(when))
];

describe('the scale of all events', () => {
  const scale = timeScale(erasOf(spans), 0, 1000);

  test('leaves out the silent times between 1893, the nineties and the fence', () => {
    expect(scale.eras.map(({ from, to }) => [from, to].map((ms) => iso(ms).slice(0, 4)))).toEqual([
      ['1892', '1894'],
      ['1989', '2002'],
      ['2016', '2026']
    ]);
    expect(scale.breaksPx).toHaveLength(2);
  });

  test('gives the crowded years most of the room, and each era a tick', () => {
    const [first, , last] = scale.eras;
    expect(last.rightPx - last.leftPx).toBeGreaterThan(500);
    expect(first.rightPx - first.leftPx).toBeGreaterThan(60);
    for (const { leftPx, rightPx } of scale.eras) {
      expect(scale.ticks.some(({ px }) => px >= leftPx && px <= rightPx)).toBe(true);
    }
    expect(scale.ticks.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['1893', '2021', '2025'])
    );
  });

  test('names 1893 also on a phone', () => {
    const narrow = timeScale(erasOf(spans), 0, 330);
    const [first] = narrow.eras;
    const inFirst = narrow.ticks.filter(({ px }) => px <= first.rightPx);
    expect(inFirst.map(({ text }) => text)).toEqual(['1893']);
  });

  test('rises with time, and gives back the time of a pixel within an era', () => {
    const time = fc.integer({ min: Date.UTC(1892, 6), max: Date.UTC(2026, 0) });
    fc.assert(
      fc.property(time, time, (a, b) => {
        if (a < b) expect(scale.x(a)).toBeLessThanOrEqual(scale.x(b));
      })
    );
    for (const { from, to } of scale.eras) {
      for (const share of [0, 0.3, 0.7, 1]) {
        const ms = from + share * (to - from);
        expect(Math.abs(scale.invert(scale.x(ms)) - ms)).toBeLessThan(DAY_MS);
      }
    }
  });

  test('a part seen alone has months where there is room', () => {
    const part = { from: Date.UTC(2025, 6), to: Date.UTC(2025, 11, 31), count: 1 };
    const { ticks, breaksPx } = timeScale([part], 0, 900);
    expect(ticks.map(({ text }) => text)).toEqual(['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']);
    expect(breaksPx).toEqual([]);
  });

  test('whatever the spans, the eras keep their order and their room', () => {
    const span = fc
      .tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 1, max: 400 }))
      .map(([year, years]) => ({ from: year * YEAR_MS, to: (year + years / 10) * YEAR_MS }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 20 }), (some) => {
        const { eras, x } = timeScale(erasOf(some), 10, 810);
        for (const { from, to } of some) expect(x(from)).toBeLessThanOrEqual(x(to));
        expect(eras[0].leftPx).toBe(10);
        expect(eras[eras.length - 1].rightPx).toBeLessThanOrEqual(810 + 1e-6 + 26 * eras.length);
      })
    );
  });
});

test('no bar and no label lies over another, whatever is to be placed', () => {
  const bar = fc
    .tuple(
      fc.integer({ min: 0, max: 990 }),
      fc.integer({ min: 4, max: 300 }),
      fc.integer({ min: 20, max: 420 })
    )
    .map(([leftPx, width, labelPx]) => ({
      leftPx,
      rightPx: Math.min(1000, leftPx + width),
      labelPx
    }));
  fc.assert(
    fc.property(fc.array(bar, { maxLength: 30 }), (bars) => {
      const placed = lanesOf(bars, 0, 1000);
      const boxes = placed.map(({ lane, labelLeftPx, labelRoomPx }, i) => ({
        lane,
        from: Math.min(bars[i].leftPx, labelLeftPx),
        to: Math.max(bars[i].rightPx, labelLeftPx + labelRoomPx)
      }));
      for (const [i, a] of boxes.entries()) {
        expect(a.from).toBeGreaterThanOrEqual(0);
        expect(a.to).toBeLessThanOrEqual(1000);
        for (const b of boxes.slice(i + 1)) {
          expect(a.lane !== b.lane || a.to <= b.from || b.to <= a.from).toBe(true);
        }
      }
    })
  );
});
