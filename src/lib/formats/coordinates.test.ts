import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '../geodesy/position';
import { parsePosition, parsePositions } from './coordinates';

function positionOf(text: string): LonLat {
  const parsed = parsePosition(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.position;
}

/** The degrees that a tenth of a millimetre makes, far below what anybody types. */
const DIGITS = 9;

const DECIMAL: LonLat = [70.0712, 33.0006];
const DMS: LonLat = [70 + 4 / 60 + 16 / 3600, 33 + 2 / 3600];

describe('a position is read as people write it', () => {
  test.each([
    ['33.0006, 70.0712', DECIMAL],
    ['33.0006,70.0712', DECIMAL],
    ['  33.0006   70.0712 ', DECIMAL],
    ['33.0006\t70.0712', DECIMAL],
    ['(33.0006, 70.0712)', DECIMAL],
    ['33.0006; 70.0712', DECIMAL],
    ['33.0006 / 70.0712', DECIMAL],
    ['+33.0006 +70.0712', DECIMAL],
    ['33.0006N 70.0712E', DECIMAL],
    ['33.0006n70.0712e', DECIMAL],
    ['N33.0006 E70.0712', DECIMAL],
    ['N 33.0006, E 70.0712', DECIMAL],
    ['70.0712E 33.0006N', DECIMAL],
    ['E70.0712 N33.0006', DECIMAL],
    ['70.0712 E, 33.0006', DECIMAL],
    ['33.0006 E70.0712', DECIMAL],
    ['33.0006°\u202fN, 70.0712°\u202fE', DECIMAL],
    ['33.0006 70.0712E', DECIMAL],
    ['33.0006°, 70.0712°', DECIMAL],
    ['33.0006° 70.0712°', DECIMAL],
    ['33,0006; 70,0712', DECIMAL],
    ['33,0006 70,0712', DECIMAL],
    ['33,0006, 70,0712', DECIMAL],
    ['33,0006N 70,0712E', DECIMAL],
    ['۳۳٫۰۰۰۶، ۷۰٫۰۷۱۲', DECIMAL],
    ['33°00\'02"N 70°04\'16"E', DMS],
    ['33°00′02″N, 70°04′16″E', DMS],
    ['33º00’02” N 70º04’16” E', DMS],
    ["33˚ 00' 02'' N, 70˚ 04' 16'' E", DMS],
    ['N33°00\'02" E70°04\'16"', DMS],
    ['70°04\'16"E 33°00\'02"N', DMS],
    ['33°00\'02" 70°04\'16"', DMS],
    ['33 00 02 N 70 04 16 E', DMS],
    ['33 00 02, 70 04 16', DMS],
    ['33 00 02,70 04 16', DMS],
    ['33 00 02 70 04 16', DMS],
    ["33°30'N 70°15'E", [70.25, 33.5]],
    ["33°30.5' 70°15.25'", [70 + 15.25 / 60, 33 + 30.5 / 60]],
    ["33°30,5'N, 70°15,25'E", [70 + 15.25 / 60, 33 + 30.5 / 60]],
    ['33,70', [70, 33]],
    ['33, 70', [70, 33]],
    ['-40.7 -73.9', [-73.9, -40.7]],
    ['−40.7, −73.9', [-73.9, -40.7]],
    ['40.7S 73.9W', [-73.9, -40.7]],
    ["40°30'S, 0°30'W", [-0.5, -40.5]],
    ["-0°30', 0", [0, -0.5]]
  ] as [string, LonLat][])('%s', (text, [lon, lat]) => {
    const [readLon, readLat] = positionOf(text);
    expect(readLon).toBeCloseTo(lon, DIGITS);
    expect(readLat).toBeCloseTo(lat, DIGITS);
  });
});

describe('what cannot be read is refused with advice', () => {
  test.each([
    ['', 'Write latitude and longitude, as 33.0006, 70.0712'],
    ['Torkham', '“Torkham” is no position'],
    ['33.0006', 'is no position'],
    ['33.0006, 70.0712, 1200', 'is no position'],
    ['33 30 70', 'is no position'],
    ['33,0006,70,0712', 'is no position'],
    ['33N 70N', 'is no position'],
    ['N33E 70E', 'is no position'],
    ['-33S 70E', 'is no position'],
    ["33' 70'", 'is no position'],
    ["33°60' 70°", 'is no position'],
    ["33.5°30' 70°", 'is no position'],
    ['33-70', 'is no position'],
    ['1e1, 70', 'is no position'],
    ['9'.repeat(500), 'Write latitude'],
    ['33,5 40', 'in two ways. Write 33N 5.6666667E or 33.5N 40E.'],
    ['133, 70', 'The latitude 133 is not from -90 to 90. If longitude came first, write 70N 133E.'],
    ['33, 190', 'The longitude 190 is not from -180 to 180.'],
    ['100, 100', 'The latitude 100 is not from -90 to 90.'],
    ['90°00\'01"N 0°E', 'is not from -90 to 90']
  ])('%s', (text, message) => {
    const parsed = parsePosition(text);
    expect(parsed).toMatchObject({ ok: false, problem: expect.stringContaining(message) });
  });
});

test('a position far away that would be near with longitude first gets a hint', () => {
  expect(parsePosition('70.0712, 33.0006')).toEqual({
    ok: true,
    position: [33.0006, 70.0712],
    hint: '70.0712N 33.0006E is far from the line. If longitude came first, write 33.0006N 70.0712E.'
  });
  expect(parsePosition('33.0006, 70.0712')).toMatchObject({ hint: null });
  expect(parsePosition('52.5, 13.4')).toMatchObject({ hint: null });
});

test('several lines are read one by one, and the bad ones told by their number', () => {
  const { positions, problems, hints } = parsePositions('33, 70\r\n\r\nhere\n70, 33\n33N 71E\n');
  expect(positions).toEqual([
    [70, 33],
    [33, 70],
    [71, 33]
  ]);
  expect(problems).toEqual([{ line: 3, text: expect.stringContaining('“here” is no position') }]);
  expect(hints).toEqual([{ line: 4, text: expect.stringContaining('If longitude came first') }]);
});

describe('whatever is written is read back', () => {
  const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true });
  const position = fc.tuple(degrees(180), degrees(90));
  const writers: Record<string, (lat: string, lon: string) => string> = {
    'with a comma': (lat, lon) => `${lat}, ${lon}`,
    'with a space': (lat, lon) => `${lat} ${lon}`,
    'with decimal commas': (lat, lon) => `${lat.replace('.', ',')}; ${lon.replace('.', ',')}`,
    'with decimal commas and a comma': (lat, lon) =>
      `${lat.replace('.', ',')}, ${lon.replace('.', ',')}`
  };

  test.each(Object.entries(writers))('in decimals %s', (_, write) => {
    fc.assert(
      fc.property(position, ([lon, lat]) => {
        const [readLon, readLat] = positionOf(write(lat.toFixed(7), lon.toFixed(7)));
        expect(readLon).toBeCloseTo(lon, 6);
        expect(readLat).toBeCloseTo(lat, 6);
      })
    );
  });

  const sexagesimal = (value: number, letters: string, separators: readonly string[]) => {
    const units = Math.round(Math.abs(value) * 36000);
    const parts = [Math.floor(units / 36000), Math.floor(units / 600) % 60, (units % 600) / 10];
    const text = parts
      .map((part, i) => `${part}${separators[i]}`)
      .join('')
      .trim();
    return {
      text: `${text}${letters[value < 0 ? 1 : 0]}`,
      value: (Math.sign(value) * units) / 36000
    };
  };
  const signs = fc.constantFrom(
    ['°', "'", '"'],
    ['° ', '′ ', '″ '],
    [' ', ' ', ' '],
    ['º', '’', "''"]
  );

  test('in degrees, minutes and seconds, in either order', () => {
    fc.assert(
      fc.property(position, signs, fc.boolean(), ([lon, lat], separators, isLonFirst) => {
        const [north, east] = [
          sexagesimal(lat, 'NS', separators),
          sexagesimal(lon, 'EW', separators)
        ];
        const texts = [north.text, east.text];
        const [readLon, readLat] = positionOf((isLonFirst ? texts.toReversed() : texts).join(' '));
        expect(readLon).toBeCloseTo(east.value, DIGITS);
        expect(readLat).toBeCloseTo(north.value, DIGITS);
      })
    );
  });

  test('and any other text is answered without a throw', () => {
    const letters = fc.constantFrom(...`0123456789.,;/ -+°'"NSEWnsew\n()x`);
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 30 }), (text) => {
        const parsed = parsePosition(text);
        if (parsed.ok) {
          expect(Math.abs(parsed.position[0])).toBeLessThanOrEqual(180);
          expect(Math.abs(parsed.position[1])).toBeLessThanOrEqual(90);
        } else expect(parsed.problem).toMatch(/\.$/);
      }),
      { numRuns: 1000 }
    );
  });
});
