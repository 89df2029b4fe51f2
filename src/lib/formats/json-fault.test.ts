import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from './json-fault';

test.each([
  ['{"a": [}', 1, 8, '"}"', /a value/],
  ['{\n  "a": 1,\n}', 3, 1, '"}"', /no comma after the last/],
  ['{"a": 1\n "b": 2}', 2, 2, '"\\""', /a comma or }/],
  ["{'a': 1}", 1, 2, '"\'"', /double quotes/],
  ['[1, 2', 1, 6, 'the end', /a comma or ]/],
  ['{"a" 1}', 1, 6, '"1"', /a colon/],
  ['{} x', 1, 4, '"x"', /nothing more/],
  ['"\u201cquoted\u201d', 1, 1, '"\\""', /a value/],
  ['{"a": faLse}', 1, 7, '"f"', /a value/],
  ['["\\N"]', 1, 2, '"\\""', /a value/],
  ['', 1, 1, 'the end', /a value/]
])('%j stops at line %d, column %d', (text, line, column, found, expected) => {
  expect(jsonFault(text)).toMatchObject({ line, column, found });
  expect(jsonFault(text)?.expected).toMatch(expected);
});

test('only the controls that JSON forbids are a fault within a text', () => {
  expect(jsonFault('["a\u007f\u0085"]')).toBeNull();
  expect(jsonFault('["a\u001f"]')).not.toBeNull();
});

test('agrees with the parser on what is JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (json, place, other) => {
      const at = place % (json.length + 1);
      const text = json.slice(0, at) + other + json.slice(at + 1);
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect(jsonFault(text) === null, text).toBe(isJson);
    })
  );
});
