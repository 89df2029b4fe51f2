import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { bearingDeg, destination, distanceKm, lengthKm } from '../geodesy/geodesic';
import type { LonLat } from '../geodesy/position';
import { createBorder } from './border';

const line = readLine();
const border = createBorder(line);
const reversed = createBorder([...line].reverse());

const MM = 1e-6;
const chainage = fc.double({ min: 0, max: border.lengthKm, noNaN: true });
const offset = fc.double({ min: -300, max: 300, noNaN: true });
const nearby = fc
  .tuple(chainage, offset)
  .map(([chainageKm, offsetKm]) => border.positionAt(chainageKm, offsetKm));

describe('chainage', () => {
  test('runs over the true length of the line', () => {
    expect(border.lengthKm).toBeCloseTo(lengthKm(line), 7);
  });

  test('begins at the Iran tripoint and ends at the China tripoint', () => {
    expect(border.station(line[0])).toMatchObject({ chainageKm: 0, atEnd: 'start', side: 'line' });
    expect(border.station([61, 29]).atEnd).toBeNull();
    expect(border.station([75.5, 37.3])).toMatchObject({
      chainageKm: border.lengthKm,
      atEnd: 'end'
    });
  });

  test('of each given vertex is the length of the line up to it', () => {
    const part = line.slice(0, 400);
    expect(border.station(part[399]).chainageKm).toBeCloseTo(lengthKm(part), 8);
  });
});

describe('stations', () => {
  test('a position given by chainage and offset has that station, or a nearer foot elsewhere', () => {
    fc.assert(
      fc.property(chainage, offset, (chainageKm, offsetKm) => {
        const position = border.positionAt(chainageKm, offsetKm);
        const station = border.station(position);
        const nearerElsewhere = distanceKm(position, station.foot) < Math.abs(offsetKm) - MM;
        if (nearerElsewhere) return;
        expect(station.offsetKm).toBeCloseTo(offsetKm, 5);
        expect(distanceKm(border.positionAt(station.chainageKm), station.foot)).toBeLessThan(MM);
      }),
      { numRuns: 1000 }
    );
  });

  test('outside a line that only bends left, chainage and offset come back exactly', () => {
    const arc = Array.from({ length: 200 }, (_, k) => destination([65, 33], 240 - k, 600));
    const bending = createBorder(arc);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: bending.lengthKm, noNaN: true }),
        fc.double({ min: -100, max: -0.001, noNaN: true }),
        (chainageKm, offsetKm) => {
          const station = bending.station(bending.positionAt(chainageKm, offsetKm));
          expect(Math.abs(station.offsetKm - offsetKm)).toBeLessThan(MM);
          expect(Math.abs(station.chainageKm - chainageKm)).toBeLessThan(100 * MM);
        }
      ),
      { numRuns: 1000 }
    );
  });

  test('no vertex of the line is nearer than the foot', () => {
    const vertex = fc.nat(line.length - 1).map((i) => line[i]);
    fc.assert(
      fc.property(nearby, vertex, (position, vertex) => {
        const offsetKm = Math.abs(border.station(position).offsetKm);
        expect(offsetKm).toBeLessThanOrEqual(distanceKm(position, vertex) + MM);
      })
    );
  });

  test('two positions differ in distance from the line by no more than the way between them', () => {
    fc.assert(
      fc.property(
        nearby,
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 0.001, max: 20, noNaN: true }),
        (from, bearing, km) => {
          const to = destination(from, bearing, km);
          const [fromKm, toKm] = [from, to].map((at) => Math.abs(border.station(at).offsetKm));
          expect(Math.abs(toKm - fromKm)).toBeLessThanOrEqual(km + 2 * MM);
        }
      )
    );
  });

  test('turning the line round turns the sign of every offset', () => {
    fc.assert(
      fc.property(nearby, (position) => {
        const { offsetKm } = border.station(position);
        expect(reversed.station(position).offsetKm).toBeCloseTo(-offsetKm, 8);
      })
    );
  });

  test('a position on the line has no offset and no side', () => {
    fc.assert(
      fc.property(chainage, (chainageKm) => {
        const station = border.station(border.positionAt(chainageKm));
        expect(station).toMatchObject({ offsetKm: 0, side: 'line' });
        expect(station.chainageKm).toBeCloseTo(chainageKm, 6);
      })
    );
  });

  test('the other side of the earth has a station too', () => {
    expect(border.station([28.98, 41.01]).offsetKm).toBeGreaterThan(3000);
    expect(border.station([-112, -33]).chainageKm).toBeGreaterThanOrEqual(0);
    expect(border.station([180, 90]).side).toBe('afghan');
  });
});

describe('many stations at once', () => {
  const positions: LonLat[] = Array.from({ length: 50 }, (_, i) => [60 + i / 4, 29 + i / 6]);
  const lonLat = Float64Array.from(positions.flat());

  test('are the same as one by one', () => {
    const columns = border.stations(lonLat);
    positions.forEach((position, row) => {
      expect(border.station(position)).toMatchObject({
        chainageKm: columns.chainageKm[row],
        offsetKm: columns.offsetKm[row],
        foot: [columns.footLon[row], columns.footLat[row]]
      });
    });
  });

  test('can be made in steps, with pauses for other work', () => {
    const steps = border.stationsInSteps(lonLat, 20);
    expect([steps.next().value, steps.next().value]).toEqual([20, 40]);
    expect(steps.next()).toEqual({ done: true, value: border.stations(lonLat) });
  });

  test('half a position, and too few rows to write to, are refused', () => {
    expect(() => border.stations(Float64Array.of(60, 30, 60))).toThrow(/3 coordinates/);
    expect(() => border.stations(lonLat, border.stations(lonLat.slice(0, 4)))).toThrow(
      /100 coordinates for columns of 2/
    );
  });

  test('a row that is no position is named', () => {
    expect(() => border.stations(Float64Array.of(60, 30, 60, NaN))).toThrow(/Position 1 .*NaN/);
  });
});

describe('positions by chainage and offset', () => {
  test('lie at the offset’s distance from the line’s point, on the Afghan side if positive', () => {
    const foot = border.positionAt(1000);
    expect(distanceKm(foot, border.positionAt(1000, 7))).toBeCloseTo(7, 9);
    expect(border.station(border.positionAt(1000, 0.01)).side).toBe('afghan');
    expect(border.station(border.positionAt(1000, -0.01)).side).toBe('pakistan');
  });

  test('at a vertex the perpendicular halves the angle', () => {
    const corner = createBorder([
      [60, 0],
      [61, 0],
      [61, 1]
    ]);
    const cornerKm = distanceKm([60, 0], [61, 0]);
    expect(corner.bearingAt(cornerKm)).toBeCloseTo(45, 6);
    expect(bearingDeg([61, 0], corner.positionAt(cornerKm, -5))).toBeCloseTo(135, 6);
  });

  test('the line’s direction within a segment is the geodesic’s', () => {
    const long = createBorder([
      [60, 30],
      [70, 36]
    ]);
    const middle = long.positionAt(long.lengthKm / 2);
    expect(long.bearingAt(long.lengthKm / 2)).toBeCloseTo(bearingDeg(middle, [70, 36]), 6);
  });
});

describe('stretches', () => {
  test('are as long as their chainages say, and neighbours meet', () => {
    fc.assert(
      fc.property(fc.uniqueArray(chainage, { minLength: 3, maxLength: 3 }), (three) => {
        const [fromKm, middleKm, toKm] = three.sort((a, b) => a - b);
        const first = border.stretch(fromKm, middleKm);
        const second = border.stretch(middleKm, toKm);
        expect(lengthKm(first)).toBeCloseTo(middleKm - fromKm, 7);
        expect(second[0]).toEqual(first[first.length - 1]);
      }),
      { numRuns: 20 }
    );
  });

  test('that begin or end at a vertex, but for rounding, do not repeat it', () => {
    const fromKm = border.line.chainageKm[500];
    const toKm = border.line.chainageKm[510];
    for (const rounding of [-1e-12, 0, 1e-12]) {
      const stretch = border.stretch(fromKm + rounding, toKm + rounding);
      expect(stretch).toEqual(border.line.positions.slice(500, 511));
    }
  });

  test('the whole line is one', () => {
    expect(border.stretch(0, border.lengthKm)).toEqual(border.line.positions);
  });
});

describe('what makes no sense is refused with what was wrong and what to do', () => {
  test.each([
    [[NaN, 30], /position is \[NaN, 30\].*finite degrees/],
    [[190, 30], /lon from -180 to 180/],
    [[60, 91], /lat from -90 to 90/]
  ] as [LonLat, RegExp][])('position %j', (position, message) => {
    expect(() => border.station(position)).toThrow(message);
  });

  test.each([-1, NaN, 5000])('chainage %d km', (km) => {
    expect(() => border.positionAt(km)).toThrow(/chainages from 0 to 2790/);
    expect(() => border.bearingAt(km)).toThrow(RangeError);
    expect(() => border.stretch(0, km)).toThrow(/stretch's end is/);
  });

  test('an offset that is no number, a stretch that runs backwards', () => {
    expect(() => border.positionAt(1, Infinity)).toThrow(/offset is Infinity km/);
    expect(() => border.stretch(20, 10)).toThrow(/from 20 to 10 km/);
  });

  test('a line that is none', () => {
    expect(() => createBorder([[60, 30]])).toThrow(/at least 2 positions/);
    expect(() =>
      createBorder([
        [60, 30],
        [60, 30]
      ])
    ).toThrow(/stands still at \[60, 30\]/);
    expect(() =>
      createBorder([
        [60, 30],
        [60, NaN]
      ])
    ).toThrow(/Position 1 of the line/);
  });
});
