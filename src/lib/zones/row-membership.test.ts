import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { arbitraryZone, share } from '../../../tests/fixtures/zones/arbitrary';
import { readCountries } from '../../../tests/fixtures/zones/countries';
import { readProvinces } from '../../../tests/fixtures/zones/provinces';
import { createAreaGrid } from '../border/area-grid';
import { createBorder } from '../border/border';
import type { LonLat } from '../geodesy/position';
import { createZoneMembership } from './membership';
import { CERTAINTIES, createRowMembership, type StationedRows } from './row-membership';
import type { Zone } from './zone';

const line = readLine();
const border = createBorder(line);
const countries = readCountries(line);
const provinces = readProvinces(line);
const provinceGrid = createAreaGrid(provinces.map(({ geometry }) => geometry));
const numRuns = process.env.NIGHTLY ? 1_000 : 30;

/** Rows as a located table has them: stations in 32 bits. */
function rowsAt(positions: readonly LonLat[]): StationedRows {
  const lonLat = Float64Array.from(positions.flat());
  const { chainageKm, offsetKm } = border.stations(lonLat);
  return {
    lonLat,
    chainageKm: Float32Array.from(chainageKm),
    offsetKm: Float32Array.from(offsetKm),
    territory: Uint16Array.from(positions, ([lon, lat]) => 1 + provinceGrid.at(lon, lat)),
    territories: [{ id: '', country: '' }, ...provinces]
  };
}

/** Positions near the line, most of them within metres of an edge, a limit, the line or an end. */
const positions = fc.array(
  fc.tuple(share, share, share, fc.constantFrom('anywhere', 'limit', 'edge', 'line')),
  { minLength: 20, maxLength: 60 }
);

function place(zone: Zone, [along, across, fine, where]: [number, number, number, string]): LonLat {
  const stretch = zone.stretches?.at(0) ?? { fromKm: 0, toKm: border.lengthKm };
  const metre = (fine - 0.5) / 100;
  const clamp = (km: number) => Math.max(0, Math.min(border.lengthKm, km));
  if (where === 'limit') return border.positionAt(clamp(stretch.toKm + metre), 20 * (across - 0.5));
  const chainageKm = clamp(along * border.lengthKm);
  if (where === 'line') return border.positionAt(chainageKm, metre);
  if (where === 'edge') return border.positionAt(chainageKm, zone.afghanKm + metre);
  return border.positionAt(chainageKm, 220 * (across - 0.5));
}

test('a table’s rows are in a zone exactly where its definition says so', () => {
  fc.assert(
    fc.property(arbitraryZone(border, provinces).any, positions, (zone, given) => {
      const at = given.map((one) => place(zone, one));
      const one = createZoneMembership(border, zone, countries, provinces);
      const inside = createRowMembership(border, zone, countries, provinces).inside(rowsAt(at));
      at.forEach((position, row) => {
        expect(inside[row] === 1, position.join()).toBe(one.contains(position));
      });
    }),
    { numRuns }
  );
});

test('and a row is uncertain exactly where its own radius makes it so', () => {
  fc.assert(
    fc.property(arbitraryZone(border, provinces).even, positions, (zone, given) => {
      const at = given.map((one) => place(zone, one));
      const radiusKm = Float32Array.from(given, ([, , fine], i) => (i % 4 === 0 ? NaN : 30 * fine));
      const one = createZoneMembership(border, zone, countries, provinces);
      const steps = createRowMembership(border, zone, countries, provinces).certainties(
        rowsAt(at),
        radiusKm,
        Uint32Array.from(at, (_, i) => i)
      );
      let step = steps.next();
      while (!step.done) step = steps.next();
      at.forEach((position, row) => {
        const expected = one.certainty(position, radiusKm[row] || 0);
        expect(CERTAINTIES[(step.value as Uint8Array)[row]], position.join()).toBe(expected);
      });
    }),
    { numRuns: Math.ceil(numRuns / 3) }
  );
});
