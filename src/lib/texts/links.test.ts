import { expect, test } from 'vitest';
import { comparePlaces, compareSubjects } from './compare';
import { ownLibrary } from './library';
import { linksOf } from './links';

const linksFrom = (text: string, id: string) => {
  const statements = ownLibrary.paragraphs.flatMap(({ annotations }) => annotations);
  const found = statements.find((one) => one.text === text && one.id === id);
  return found ? linksOf(found, ownLibrary) : [];
};

test('what is said of the buffer zone leads to the demand for it, and to what links to it', () => {
  const links = linksFrom('A', 'buffer-zone-9').map(
    ({ kind, text, par }) => `${kind} ${text}${par}`
  );
  expect(links).toEqual(expect.arrayContaining(['demand A15', 'statement A15', 'statement A9']));
});

test('what is said of a place leads to its event and to the claims about it', () => {
  expect(linksFrom('B', 'mohammed-khil-22').map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['event', 'claim', 'statement'])
  );
  expect(linksFrom('A', 'kabul-10')).toMatchObject([
    { kind: 'event', words: 'Fall of Kabul, 2021' }
  ]);
});

test('every link leads to a paragraph that there is, and none stands twice', () => {
  for (const { annotations } of ownLibrary.paragraphs) {
    for (const statement of annotations) {
      const links = linksOf(statement, ownLibrary);
      expect(new Set(links.map(({ key }) => key)).size).toBe(links.length);
      for (const link of links) expect(ownLibrary.paragraph(link), link.key).toBeDefined();
    }
  }
});

test('what only one text has is told from the data', () => {
  const places = comparePlaces(ownLibrary);
  const only = (id: string) =>
    places.only.find(({ text }) => text === id)?.shared.map(({ of }) => of) ?? [];
  expect(only('A')).toEqual(
    expect.arrayContaining(['istanbul', 'qatar', 'new-delhi', 'buffer-zone'])
  );
  expect(only('B')).toEqual(expect.arrayContaining(['mohammed-khil', 'miranshah', 'swat']));
  expect(places.common.map(({ of }) => of).sort()).toEqual([
    'durand-line',
    'islamabad',
    'kabul',
    'pashtun-areas'
  ]);
  const subjects = compareSubjects(ownLibrary);
  expect(subjects.common.map(({ of }) => of)).toContain('The line');
  expect(subjects.only.map(({ shared }) => shared.map(({ of }) => of))).toEqual([
    ['Afghan opposition', 'Buffer zone', 'Trade'],
    ['Recognition and aid', 'Resettlement', 'Minerals', 'Politics in Pakistan']
  ]);
});
