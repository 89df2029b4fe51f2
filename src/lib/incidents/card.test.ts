import { expect, test } from 'vitest';
import { cardOf, lineOf } from './card';
import { testColumn, testTable } from './testing';

const columns = [
  testColumn('event', ['', 'Clash <b>x</b>']),
  testColumn('kind', ['Shelling', 'Battle']),
  testColumn('side_a', ['A', '']),
  testColumn('side_b', ['B', '']),
  testColumn('source', [
    'See https://example.org/a?b=1, and javascript:alert(1); data:text/html,x',
    'HTTP://EXAMPLE.com:80/x) or https://'
  ]),
  testColumn('n', [NaN, 5])
];
const table = testTable(
  [
    {
      at: [70, 33],
      chainageKm: 5,
      offsetKm: -2,
      radiusKm: 3,
      precision: 'near',
      territory: 'PK-KP'
    },
    {}
  ],
  columns,
  { title: 0, type: 1, actor1: 2, actor2: 3, source: 4 }
);

test('a card holds all that is not blank, as text', () => {
  expect(cardOf(table, 0)).toMatchObject({
    title: 'Shelling: A – B',
    when: 'no date',
    position: [70, 33],
    precision: 'near',
    radiusKm: 3,
    station: { chainageKm: 5, offsetKm: -2 },
    territory: 'PK-KP'
  });
  expect(cardOf(table, 0).fields.map(({ name }) => name)).toEqual([
    'kind',
    'side_a',
    'side_b',
    'source'
  ]);
  expect(cardOf(table, 1)).toMatchObject({
    title: 'Clash <b>x</b>',
    position: null,
    station: null
  });
});

test('links are http and https only, whatever else the text holds', () => {
  expect(cardOf(table, 0).links).toEqual([
    { label: 'example.org', url: 'https://example.org/a?b=1' }
  ]);
  expect(cardOf(table, 1).links).toEqual([{ label: 'example.com', url: 'http://example.com/x' }]);
});

test('a line of the list says what, when and where', () => {
  expect(lineOf(table, 0)).toEqual({
    row: 0,
    title: 'Shelling: A – B',
    when: 'no date',
    where: 'PK-KP'
  });
});
