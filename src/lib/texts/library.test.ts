import { expect, test } from 'vitest';
import { makeLibrary, ownLibrary } from './library';
import { searchIn } from './search';
import { ownTexts, readText } from './texts';

const added = {
  id: 'C',
  short: 'A third text',
  kind: 'report',
  dated: '2024',
  stance: 'None',
  outline: [
    { par: 1, gist: 'Speaks of Jalalabad and Kabul.', subjects: ['The line'] },
    { par: 2, gist: 'And of nothing else.' }
  ],
  places: [
    {
      id: 'jalalabad',
      name: 'Jalalabad',
      kind: 'city',
      at: [70.45, 34.43],
      uncertaintyKm: 5,
      positionFrom: 'made up for this test'
    }
  ],
  annotations: [
    { id: 'one', par: 1, of: 'jalalabad', says: 'A market town on the road', related: ['two'] },
    { id: 'two', par: 1, of: 'kabul', says: 'The road’s other end' }
  ],
  events: [{ id: 'fair', when: '2024-05', name: 'A fair', at: ['jalalabad'], pars: [2] }]
};

const library = makeLibrary([...ownTexts, readText(added, 'c.json')]);

test('a text that is added stands beside the others everywhere', () => {
  expect(library.texts.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  expect(library.byId('C:jalalabad')).toMatchObject({ type: 'place', name: 'Jalalabad' });
  expect(library.annotationsOf('kabul').map(({ text }) => text)).toContain('C');
  expect(library.eventsAt('C:jalalabad')).toMatchObject([{ text: 'C', id: 'fair' }]);
  expect(library.speakingOf('C:jalalabad').map(({ par }) => par)).toEqual([1, 2]);
  expect(searchIn(library)('jalala')).toMatchObject([{ id: 'C:jalalabad' }]);
});

test('two texts may each bring a place of the same id', () => {
  const both = [readText(added, 'c.json'), readText({ ...added, id: 'D' }, 'd.json')];
  const found = makeLibrary(both);
  expect(found.places.filter(({ name }) => name === 'Jalalabad').map(({ id }) => id)).toEqual([
    'C:jalalabad',
    'D:jalalabad'
  ]);
  expect(found.annotationsOf('D:jalalabad').map(({ text }) => text)).toEqual(['D']);
});

test.each([
  [
    'a place that the gazetteer has',
    { places: [{ ...added.places[0], id: 'swat' }] },
    /"swat" is in the gazetteer already/
  ],
  [
    'a link to nothing',
    { annotations: [{ ...added.annotations[0], related: ['zwei'] }] },
    /related\[0\] "zwei": no annotation, event or claim/
  ],
  [
    'a link that could run code',
    { link: 'javascript:alert(1)' },
    /link "javascript:alert\(1\)": is no address on the web/
  ],
  ['no paragraph at all', { outline: [] }, /outline \[\]: must have at least one paragraph/],
  ['an id too long', { id: 'a-newsroom-of-some-name' }, /id "a-newsroom-of-some-name": is too long/]
])('an added text is refused for %s', (_, change, message) => {
  expect(() => readText({ ...added, ...change }, 'c.json')).toThrow(message);
});

test('a paragraph tells all that it puts on the map', () => {
  expect(ownLibrary.paragraph({ text: 'B', par: 22 })).toMatchObject({
    isHeading: false,
    part: null,
    placeIds: ['mohammed-khil', 'miranshah', 'north-waziristan', 'china', 'durand-line'],
    events: [{ id: 'copper-extraction' }],
    conflicts: [{ refs: [{ text: 'B', par: 22 }] }]
  });
  expect(ownLibrary.paragraph({ text: 'A', par: 15 })).toMatchObject({
    part: { kind: 'news report citing unnamed top sources' },
    demands: [{ by: 'Pakistan', of: 'Afghan Taliban', about: ['buffer-zone'] }]
  });
  expect(ownLibrary.paragraph({ text: 'B', par: 99 })).toBeUndefined();
});

test('a place knows every paragraph that speaks of it in any way, of both texts', () => {
  const refs = ownLibrary.speakingOf('durand-line').map(({ text, par }) => `${text}${par}`);
  // Statements (A 14, 17, 18, B 11, 34), a demand (A 22) and claims (B 22).
  expect(refs).toEqual(['A14', 'A17', 'A18', 'A22', 'B11', 'B22', 'B34']);
});

test('every paragraph that says something has a subject', () => {
  const about = ownLibrary.paragraphs.filter(({ isHeading }) => !isHeading);
  const silent = about.filter(({ subjects }) => subjects.length === 0);
  // The title, the author's name and biography, and the date of a comment.
  expect(silent.map(({ text, par }) => `${text}${par}`)).toEqual(['B1', 'B40', 'B41', 'B43']);
});
