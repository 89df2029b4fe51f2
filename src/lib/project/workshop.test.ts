import { expect, test } from 'vitest';
import { newProposal, zoneOf } from './proposal';
import {
  addProposal,
  baseOf,
  duplicateProposal,
  moveProposal,
  newWorkshop,
  readWorkshop,
  removeProposal,
  setLinked,
  setVaries,
  setWidth
} from './workshop';

const names = ({ proposals }: ReturnType<typeof newWorkshop>) => proposals.map(({ name }) => name);

test('a proposal that is added is chosen, has a name and a colour of its own', () => {
  const workshop = newWorkshop();
  const added = addProposal(workshop);
  expect(workshop.chosen).toBe(added?.id);
  expect(names(workshop)).toEqual(['Zone 1', 'Zone 2']);
  expect(new Set(workshop.proposals.map(({ colour }) => colour)).size).toBe(2);
});

test('a copy stands after its original and changes apart from it', () => {
  const workshop = newWorkshop();
  addProposal(workshop);
  workshop.proposals[0].stretches = [{ fromKm: 10, toKm: 20 }];
  const copy = duplicateProposal(workshop, 'zone-1');
  expect(names(workshop)).toEqual(['Zone 1', 'Zone 1 copy', 'Zone 2']);
  if (copy) copy.stretches[0].toKm = 30;
  expect(workshop.proposals[0].stretches).toEqual([{ fromKm: 10, toKm: 20 }]);
});

test('when the chosen proposal is deleted its neighbour is chosen, and none after the last', () => {
  const workshop = newWorkshop();
  addProposal(workshop);
  workshop.base = 'zone-2';
  removeProposal(workshop, 'zone-2');
  expect(workshop).toMatchObject({ chosen: 'zone-1', base: null });
  removeProposal(workshop, 'zone-1');
  expect(workshop).toEqual({ proposals: [], chosen: null, base: null });
});

test('the order is the reader’s, and a move stops at the list’s ends', () => {
  const workshop = newWorkshop();
  addProposal(workshop);
  addProposal(workshop);
  moveProposal(workshop, 'zone-3', -1);
  expect(names(workshop)).toEqual(['Zone 1', 'Zone 3', 'Zone 2']);
  moveProposal(workshop, 'zone-3', -9);
  expect(names(workshop)).toEqual(['Zone 3', 'Zone 1', 'Zone 2']);
});

test('without a chosen base the first proposal is compared with', () => {
  const workshop = newWorkshop();
  addProposal(workshop);
  expect(baseOf(workshop)?.id).toBe('zone-1');
  workshop.base = 'zone-2';
  expect(baseOf(workshop)?.id).toBe('zone-2');
});

test('linked widths are one, also where they vary', () => {
  const proposal = newProposal({ id: 'a', name: 'A', linked: false });
  setWidth(proposal, 'afghanKm', 25);
  expect(proposal.pakistanKm).toBe(10);
  setVaries(proposal, true, 2790);
  setLinked(proposal, true);
  expect(proposal.profile?.every(({ afghanKm, pakistanKm }) => afghanKm === pakistanKm)).toBe(true);
  setWidth(proposal, 'pakistanKm', 3);
  expect(proposal.afghanKm).toBe(3);
});

test('a broken proposal is left out and named, the others stay', () => {
  const workshop = newWorkshop();
  addProposal(workshop);
  const stored = JSON.parse(JSON.stringify(workshop)) as { proposals: { afghanKm: unknown }[] };
  stored.proposals[0].afghanKm = 'wide';
  const read = readWorkshop(stored);
  expect(read?.workshop.proposals.map(({ id }) => id)).toEqual(['zone-2']);
  expect(read?.problems[0]).toMatch(/Zone 1 .*afghanKm/);
  expect(readWorkshop('nothing')).toBeNull();
});

test('a stretch that was kept for a longer line ends with this one', () => {
  const stretches = [
    { fromKm: 2700, toKm: 2900 },
    { fromKm: 2850, toKm: 2900 }
  ];
  const proposal = newProposal({ id: 'a', name: 'A', stretches });
  expect(zoneOf(proposal, 2790).stretches).toEqual([{ fromKm: 2700, toKm: 2790 }]);
});
