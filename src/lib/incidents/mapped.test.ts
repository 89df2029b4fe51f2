import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm } from '../geodesy/geodesic';
import { cellsOf, type CellRows, type CellShape } from './cells';
import { chosenBy } from './mask';
import { fromMercator, mercatorOf, mercatorX, mercatorY } from './mercator';
import { orderOf } from './ordering';
import { classesOf, countClasses, sizesOf } from './painting';
import { pickRows, rowsInRing } from './picking';
import { testColumn, testTable, type TestIncident } from './testing';

const runs = (count: number) => ({ numRuns: process.env.NIGHTLY ? 50 * count : count });
const position = fc.tuple(
  fc.double({ min: 61, max: 75, noNaN: true }),
  fc.double({ min: 29, max: 38, noNaN: true })
);
const REGION: [number, number, number, number] = [60, 28, 76, 39];

test('a position goes to web mercator and back', () => {
  fc.assert(
    fc.property(position, ([lon, lat]) => {
      const [backLon, backLat] = fromMercator(mercatorX(lon), mercatorY(lat));
      expect(backLon).toBeCloseTo(lon, 9);
      expect(backLat).toBeCloseTo(lat, 9);
    }),
    runs(100)
  );
});

function cellRows(incidents: TestIncident[]): CellRows {
  const table = testTable(incidents);
  return {
    mercator: mercatorOf(table),
    deaths: table.deaths?.best ?? null,
    classes: classesOf(table, 'side')
  };
}

test.each(['clusters', 'hexagons', 'heat'] as const)(
  '%s hold every incident on the map once, with its deaths and class',
  (shape: CellShape) => {
    const incident = fc.record({
      at: position,
      deaths: fc.nat(20),
      offsetKm: fc.constantFrom(1, -1)
    });
    fc.assert(
      fc.property(
        fc.array(incident, { maxLength: 80 }),
        fc.double({ min: 3, max: 14, noNaN: true }),
        (placed, zoom) => {
          const incidents: TestIncident[] = [
            ...placed,
            {},
            { at: [70, 33], precision: 'unplaced' }
          ];
          const cells = cellsOf(
            cellRows(incidents),
            chosenBy([], incidents.length),
            shape,
            REGION,
            zoom
          );
          const sum = (of: (cell: (typeof cells)[number]) => number) =>
            cells.reduce((total, cell) => total + of(cell), 0);
          expect(sum(({ count }) => count)).toBe(placed.length);
          expect(sum(({ deaths }) => deaths)).toBe(
            placed.reduce((all, { deaths }) => all + deaths, 0)
          );
          expect(sum(({ shares }) => shares[0])).toBe(
            placed.filter(({ offsetKm }) => offsetKm > 0).length
          );
          for (const { count, shares } of cells) {
            expect(shares.reduce((a, b) => a + b)).toBe(count);
          }
        }
      ),
      runs(60)
    );
  }
);

test('a hexagon’s ring is closed and holds what it counts', () => {
  fc.assert(
    fc.property(position, fc.double({ min: 6, max: 12, noNaN: true }), (at, zoom) => {
      const [cell] = cellsOf(cellRows([{ at }]), chosenBy([], 1), 'hexagons', REGION, zoom);
      const ring = cell.ring ?? [];
      expect(ring).toHaveLength(7);
      expect(ring[6]).toEqual(ring[0]);
      const table = testTable([{ at }]);
      // A hair wider, for positions on an edge, which is straight on the map and not in degrees.
      const [x, y] = [0, 1].map((axis) =>
        ring.slice(1).reduce((sum, point) => sum + point[axis] / 6, 0)
      );
      const wider = ring.map(([lon, lat]): [number, number] => [
        x + (lon - x) * 1.002,
        y + (lat - y) * 1.002
      ]);
      expect([...rowsInRing(table, chosenBy([], 1), wider)]).toEqual([0]);
    }),
    runs(100)
  );
});

test('what lies under the pointer comes nearest first, and no unplaced incident', () => {
  const incidents: TestIncident[] = [
    { at: [70, 33.02] },
    { at: [70, 33] },
    { at: [70, 33], precision: 'unplaced' },
    { at: [71, 33] },
    {}
  ];
  const rows = pickRows(testTable(incidents), chosenBy([], 5), [70, 33.001], 5, 9);
  expect([...rows]).toEqual([1, 0]);
});

test('picking finds all within its reach', () => {
  fc.assert(
    fc.property(fc.array(position, { maxLength: 30 }), position, (positions, from) => {
      const table = testTable(positions.map((at) => ({ at })));
      const expected = positions.flatMap((at, row) => (distanceKm(from, at) <= 150 ? [row] : []));
      const rows = pickRows(table, chosenBy([], positions.length), from, 150, 99);
      expect([...rows].sort((a, b) => a - b)).toEqual(expected);
    }),
    runs(60)
  );
});

test('the most frequent types have classes of their own, the others one', () => {
  const types = Array.from({ length: 60 }, (_, i) => `type ${Math.floor(Math.sqrt(i))}`);
  for (const kind of ['category', 'text'] as const) {
    const table = testTable(
      types.map(() => ({})),
      [testColumn('type', types, kind)],
      { type: 0 }
    );
    const classes = classesOf(table, 'type');
    expect(classes.labels).toHaveLength(8);
    expect(classes.labels).toEqual(classesOf(table, { column: 0 }).labels);
    expect(classes.labels.at(-1)).toBe('type 0');
    expect(countClasses(classes).reduce((a, b) => a + b)).toBe(60);
  }
});

test('numbers have classes by how many there are, blanks one of their own', () => {
  const table = testTable(
    Array.from({ length: 11 }, () => ({})),
    [testColumn('n', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, NaN])]
  );
  const classes = classesOf(table, { column: 0 });
  expect(countClasses(classes)).toEqual([2, 2, 2, 2, 2, 1]);
  expect(classes.labels.at(-1)).toBe('blank');
});

test('sizes grow with the number by area, and one outlier does not shrink all others', () => {
  const incidents = Array.from({ length: 1000 }, (_, i) => ({ deaths: i === 0 ? 5000 : i % 11 }));
  const sizes = sizesOf(testTable(incidents), 'deaths');
  expect(sizes[0]).toBe(255);
  expect(sizes[10]).toBe(255);
  expect(sizes[5]).toBeGreaterThan(100);
  expect(sizes[11]).toBe(0);
});

test('rows are ordered by date, chainage, distance and deaths, those that lack it last', () => {
  const table = testTable([
    { days: [5, 5], chainageKm: 9, offsetKm: -2, deaths: 1 },
    {},
    { days: [8, 8], chainageKm: 3, offsetKm: 40, deaths: 7 },
    { days: [5, 5], chainageKm: 7, offsetKm: 1, deaths: 7 }
  ]);
  expect([...orderOf(table, 'date')]).toEqual([2, 0, 3, 1]);
  expect([...orderOf(table, 'chainage')]).toEqual([2, 3, 0, 1]);
  expect([...orderOf(table, 'distance')]).toEqual([3, 0, 2, 1]);
  expect([...orderOf(table, 'deaths')]).toEqual([2, 3, 0, 1]);
});
