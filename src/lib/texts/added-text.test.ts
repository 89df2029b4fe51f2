import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { MOST_BYTES, readAddedText } from './added-text';

const example = readFileSync(new URL('./examples/example-text.json', import.meta.url), 'utf8');

test('the example is sound and says of itself that it is made up', () => {
  const text = readAddedText(example, 'example-text.json');
  expect(text).toMatchObject({ id: 'example', isExample: true });
  expect(text.places.map(({ id }) => id)).toEqual(['example:jalalabad']);
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
