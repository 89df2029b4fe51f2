import { expect, test } from 'vitest';
import { countByKind, ofKinds } from './kinds';
import { ownLibrary } from './library';

const { paragraphs } = ownLibrary;

test('every statement is counted once, demands that a statement tells already not again', () => {
  const statements = paragraphs.flatMap(({ annotations }) => annotations);
  const demands = paragraphs.flatMap((one) => one.demands);
  const counts = countByKind(paragraphs);
  expect(counts.untold).toBe(0);
  // Text A asks for guarantees along the line and for the zone in statements of their own.
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(
    statements.length + demands.length - 2
  );
});

test('a kind leaves only the paragraphs that state something of it, and of these only that', () => {
  const accusing = ofKinds(paragraphs, ['accusation']);
  expect(accusing.map(({ text, par }) => `${text}${par}`)).toEqual(['B11', 'B18', 'B21', 'B26']);
  expect(accusing.flatMap(({ annotations }) => annotations)).toHaveLength(
    countByKind(paragraphs).accusation
  );
  expect(countByKind(accusing)).toMatchObject({ fact: 0, demand: 0, opinion: 0 });
  const inMinerals = accusing.find(({ par }) => par === 21);
  expect(inMinerals?.placeIds).toEqual(['mohammed-khil', 'balochistan']);
});

test('kinds add up, and none of them means all', () => {
  const both = ofKinds(paragraphs, ['accusation', 'demand']);
  expect(countByKind(both).demand).toBe(countByKind(paragraphs).demand);
  expect(both.map(({ text, par }) => `${text}${par}`)).toEqual(
    expect.arrayContaining(['A15', 'A22', 'B18'])
  );
  expect(ofKinds(paragraphs, [])).toBe(paragraphs);
});
