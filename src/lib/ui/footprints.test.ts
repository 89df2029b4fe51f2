import { expect, test } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { createBorder } from '../border/border';
import { newProposal } from '../project/proposal';
import { setWidth, type Workshop } from '../project/workshop';
import { createZoneEngine } from '../zones/engine';
import type { Zone } from '../zones/zone';
import { Footprints } from './footprints.svelte';

const border = createBorder(readLine());
const engine = createZoneEngine(border);
const areaKm2 = (zone: Partial<Zone>) =>
  engine.footprint({ afghanKm: 0, pakistanKm: 0, caps: 'flat', ...zone }).areaKm2;

/** Two proposals with their footprints, and every question that the engine was asked. */
function workplace() {
  const oneSided = { afghanKm: 30, pakistanKm: 0, linked: false };
  const wide = newProposal({ id: 'wide', name: 'Wide', ...oneSided });
  const other = newProposal({ id: 'other', name: 'Other' });
  const workshop: Workshop = { proposals: [wide, other], chosen: 'other', base: null };
  const footprints = new Footprints(() => workshop);
  const asked: Zone[] = [];
  const ask = (zone: Zone, toleranceKm = 0) => {
    asked.push(zone);
    return Promise.resolve(engine.flatFootprint(zone, { toleranceKm }));
  };
  footprints.connect(ask, border.lengthKm, (error) => {
    throw error;
  });
  const settle = async () => {
    footprints.refresh(0);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { workshop, wide, footprints, asked, settle };
}

test('a zone that comes back to an earlier state has the outline of that state', async () => {
  const { workshop, wide, footprints, settle } = workplace();
  await settle();
  workshop.chosen = 'wide';
  setWidth(wide, 'afghanKm', 60);
  await settle();
  expect(footprints.of('wide')?.areaKm2).toBe(areaKm2({ afghanKm: 60 }));

  // As undo and redo do, also to zones that are not at work.
  workshop.chosen = 'other';
  setWidth(wide, 'afghanKm', 90);
  await settle();
  expect(footprints.of('wide')?.areaKm2).toBe(areaKm2({ afghanKm: 90 }));
  workshop.chosen = 'wide';
  setWidth(wide, 'afghanKm', 60);
  await settle();
  expect(footprints.of('wide')?.areaKm2).toBe(areaKm2({ afghanKm: 60 }));
  expect(footprints.isExact(wide)).toBe(true);
});

test('a zone that is changed and put back before it is answered has its own outline', async () => {
  const { workshop, wide, footprints, settle } = workplace();
  workshop.chosen = 'wide';
  await settle();
  for (const chosen of ['wide', 'other']) {
    workshop.chosen = chosen;
    await settle();
    for (const widthKm of [70, 30]) {
      setWidth(wide, 'afghanKm', widthKm);
      footprints.refresh(0);
    }
    await settle();
    expect(footprints.of('wide')?.areaKm2).toBe(areaKm2({ afghanKm: 30 }));
  }
});

test('the same zone is not asked for twice', async () => {
  const { workshop, footprints, asked, settle } = workplace();
  footprints.refresh(0);
  footprints.refresh(0);
  await settle();
  expect(asked).toHaveLength(2);
  workshop.chosen = 'wide';
  await settle();
  expect(asked).toHaveLength(2);
});
