import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { runs } from '../../../tests/fixtures/runs';
import { createBorder } from '../border/border';
import { fitProjection } from '../geodesy/projection';
import { createLevels } from './levels';
import { isCurve, outlineRings, type OutlineRing } from './outline';
import { planeLine } from './plane-line';
import { createRadii } from './radii';
import { thicknessOf } from './untangle';
import { widthsOf } from './widths';
import { stretchesOf, WIDEST_KM, type Zone } from './zone';

const border = createBorder(readLine());
const line = planeLine(border.line, fitProjection(border.line.positions, WIDEST_KM));
const cellsFor = createLevels(line, WIDEST_KM);
const radiiOf = createRadii(border.lengthKm);

/** Searched arcs have a point on straight parts of the line too: less than this share of the width. */
const SAME_SHARE = 3e-4;

const ends = (ring: OutlineRing) =>
  ring.map((run) => (isCurve(run) ? 'curve' : `${run.fromKm}-${run.toKm}`)).join(' ');
const thickness = (ring: OutlineRing) =>
  ring.filter(isCurve).reduce((sum, curve) => sum + thicknessOf(curve), 0);
/** In an order that does not depend on where the walk began. */
const ordered = (rings: readonly OutlineRing[]) =>
  rings.toSorted((a, b) => thickness(a) - thickness(b));

test('the outline is the same, whether cusps are read off the arms or looked for in the mesh', () => {
  const width = fc.integer({ min: 0, max: 1000 }).map((n) => 0.3 * 330 ** (n / 1000));
  const profile = fc.tuple(width, width).map(([from, to]) => [
    { chainageKm: 0, afghanKm: from, pakistanKm: from },
    { chainageKm: border.lengthKm, afghanKm: to, pakistanKm: to }
  ]);
  const widths = { afghanKm: width, pakistanKm: width };
  const zones = fc.oneof(
    fc.record({ ...widths, caps: fc.constantFrom('flat' as const, 'round' as const) }),
    fc.record({ ...widths, profile })
  );
  const hands = fc.constantFrom(1 as const, -1 as const);
  fc.assert(
    fc.property(zones, hands, (zone: Zone, hand) => {
      const widths = widthsOf(zone, hand);
      const cells = cellsFor(widths.leastKm, []);
      const radii = radiiOf(cells.sites, widths, stretchesOf(zone, border.lengthKm), zone.caps);
      // Of cells that were changed after the arms were sorted, the mesh alone is believed.
      const changed = Int32Array.from(cells.nearKm.keys()).filter(
        (e) => e < cells.sites.mesh.halfEdges
      );
      const thinningKm = 1e-4 * widths.leastKm;
      const read = ordered(outlineRings(cells, radii, hand, thinningKm));
      const searched = ordered(outlineRings({ ...cells, changed }, radii, hand, thinningKm));
      expect(read.map(ends)).toEqual(searched.map(ends));
      for (const [i, ring] of read.entries()) {
        const differenceKm = Math.abs(thickness(ring) - thickness(searched[i]));
        expect(differenceKm).toBeLessThan(SAME_SHARE * widths.greatestKm);
      }
    }),
    { numRuns: runs(20) }
  );
});
