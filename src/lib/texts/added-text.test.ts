import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { MOST_BYTES, readAddedText } from './added-text';

const example = readFileSync(new URL('./examples/example-text.json', import.meta.url), 'utf8');

test('the example is sound and says of itself that it is made up', () => {
  const text = readAddedText(example, 'example-text.json');
  expect(text).toMatchObject({ id: 'example', isExample: true });
  expect(text.places.map(({ id }) => id)).toEqual(['example:jalalabad']);
  expect(text.areas.map(({ id, shape }) => `${id} ${shape.as}`)).toEqual([
    'example:bazaar-quarter circle',
    'example:trade-road polygon'
  ]);
});

test('docs/adding-a-text.md names every field of the format', () => {
  const docs = readFileSync(new URL('../../../docs/adding-a-text.md', import.meta.url), 'utf8');
  const fieldsOf = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [
          ...(Array.isArray(value) ? [] : [key]),
          ...fieldsOf(inner)
        ])
      : [];
  for (const field of new Set(fieldsOf(JSON.parse(example)))) {
    expect(docs, field).toContain(`\`${field}\``);
  }
});

test.each([
  ['[70.5, 34.48],', '', /^$/],
  [
    '[70.5, 34.48],\n              [70.45, 34.37]',
    '[70.5, 34.48]',
    /areas\[1\]\.shape\.geometry\.coordinates\[0\] .*is not closed: repeat its first position as its last/
  ],
  ['[71.05, 34.06]', '[70.6, 34.6]', /coordinates\[0\] .*crosses itself/],
  ['[71.05, 34.06]', '[271.05, 34.06]', /coordinates\[0\]\[1\]\[0\] 271.05: is no longitude/],
  [
    '"radiusKm": 15',
    '"radiusKm": 4000',
    /areas\[0\]\.shape\.radiusKm 4000: is too large: give 1000/
  ],
  ['"as": "circle"', '"as": "blob"', /areas\[0\]\.shape\.as /],
  ['"id": "trade-road"', '"id": "jalalabad"', /areas\[1\]\.id "jalalabad" stands twice/],
  ['"id": "trade-road"', '"id": "fata"', /areas\[1\]\.id "fata" is in the gazetteer already/],
  ['"of": "trade-road"', '"of": "road"', /annotations\[1\]\.of "road": no place or area .*"areas"/]
])('an area is checked as all else: %s made %s', (from, to, message) => {
  const changed = example.replace(from, to);
  expect(changed).not.toBe(example);
  const told = (() => {
    try {
      readAddedText(changed, 't.json');
      return '';
    } catch (error) {
      return error instanceof Error ? error.message.replace(/^t\.json: /, '') : '';
    }
  })();
  expect(told).toMatch(message);
});

test.each([
  [
    '{"id": "x",\n  "outline": [}',
    /is not JSON at line 2, column 15: there is "}", but must be a value/
  ],
  ['', /is not JSON/],
  [' '.repeat(MOST_BYTES + 1), /has 1000001 bytes: at most 1000000/],
  [example.replace('"example"', '"a"'), /id "a" is the id of a text of the app itself/],
  ['[]', /^t\.json: is a list: a file holds one text/]
])('a file is refused with what is wrong and where', (json, message) => {
  expect(() => readAddedText(json, 't.json')).toThrow(message);
});
