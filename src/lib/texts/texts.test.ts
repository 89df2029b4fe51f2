import { describe, expect, it } from 'vitest';
import contextData from './data/context.json';
import textB from './data/text-b.json';
import { gazetteer } from './gazetteer';
import { ownLibrary } from './library';
import { context, ownTexts as texts, readContext, readText } from './texts';

const { areas, places } = gazetteer;
const { annotationsOf, eventsAt, textById } = ownLibrary;

const count = (of: (text: (typeof texts)[number]) => readonly unknown[]) =>
  texts.map((text) => of(text).length);

/** Text B with one thing changed, as a slip of the hand would change it. */
function broken(change: (copy: typeof textB) => unknown): unknown {
  const copy = structuredClone(textB);
  change(copy);
  return copy;
}

describe('the texts', () => {
  it('hold everything that the inventory (shared texts.json) lists for texts A and B', () => {
    expect(texts.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(count(({ outline }) => outline)).toEqual([22, 44]);
    expect(count(({ outline }) => outline.filter(({ heading }) => heading))).toEqual([0, 9]);
    expect(count(({ annotations }) => annotations)).toEqual([17, 25]);
    expect(count(({ events }) => events)).toEqual([7, 9]);
    expect(count(({ demands }) => demands.flatMap(({ items }) => items))).toEqual([8, 0]);
    expect(count(({ claims }) => claims)).toEqual([1, 6]);
  });

  it('say something of every place and area', () => {
    const silent = [...places, ...areas].filter(({ id }) => annotationsOf(id).length === 0);
    expect(silent).toEqual([]);
  });

  it('speak of Kabul both, each statement with its text and paragraph', () => {
    expect(annotationsOf('kabul').map(({ text, par }) => `${text}${par}`)).toEqual([
      'A9',
      'A10',
      'B3',
      'B14'
    ]);
    expect(annotationsOf('nowhere')).toEqual([]);
  });

  it('mark the opinion piece of text A as opinion', () => {
    const piece = textById('A')?.parts.find(({ kind }) => kind === 'opinion piece');
    const from = piece?.from ?? NaN;
    const kinds = textById('A')
      ?.annotations.filter(({ par }) => par >= from)
      .map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['opinion']));
  });

  it('keep the precision of the text’s date apart from the record’s', () => {
    const [strike] = eventsAt('urgun');
    expect(strike).toMatchObject({ text: 'A', when: '2025', contextWhen: '2025-10-17' });
    const [copper] = eventsAt('mohammed-khil');
    expect(copper).toMatchObject({ text: 'B', when: 'before 2023-08' });
    expect(copper).not.toHaveProperty('contextWhen');
  });

  it('have the record beside them: lengths, fence, precedents, conflicts', () => {
    // Counts of the inventory's lists of the same names.
    expect(context.publishedLengths).toHaveLength(8);
    expect(context.fence).toHaveLength(6);
    expect(context.precedents).toHaveLength(12);
    expect(context.reportedBufferZones).toHaveLength(2);
    expect(context.conflicts).toHaveLength(8);
    expect(context.positionsOfTheTwoStates.states).toHaveLength(2);
  });
});

describe('a broken text', () => {
  it.each([
    [
      'a paragraph that the outline lacks',
      broken((copy) => (copy.annotations[0].par = 99)),
      'b.json: annotations[0].par 99: the outline has only paragraphs 1 to 44; correct the number'
    ],
    [
      'a place that the gazetteer lacks',
      broken((copy) => (copy.annotations[0].of = 'atlantis')),
      'b.json: annotations[0].of "atlantis": no place or area of the gazetteer has this id'
    ],
    [
      'an event at an unknown place',
      broken((copy) => (copy.events[0].at = ['kabul', 'atlantis'])),
      'b.json: events[0].at[1] "atlantis": no place'
    ],
    [
      'a paragraph left out of the outline',
      broken((copy) => copy.outline.splice(4, 1)),
      'b.json: outline[4].par 6: expected 5; list every paragraph once, in order'
    ],
    [
      'a part that ends before it begins',
      broken((copy) => Object.assign(copy, { parts: [{ from: 9, to: 3, kind: 'report' }] })),
      'b.json: parts[0].from 9: the part ends before, at 3; swap them'
    ],
    [
      'a month that no year has',
      broken((copy) => (copy.events[0].when = '2022-13')),
      'b.json: events[0].when "2022-13": is no time: write 1893, 199X, 2022-03'
    ],
    [
      'an interval that runs backwards',
      broken((copy) => (copy.events[0].when = '2022/2021')),
      'b.json: events[0].when "2022/2021": is no time'
    ],
    [
      'a paragraph in quotes',
      broken((copy) => Object.assign(copy.claims[0], { par: '22' })),
      'b.json: claims[0].par "22": must be a paragraph number, without quotes'
    ],
    [
      'a misspelt field',
      broken((copy) => Object.assign(copy.claims[0], { stats: 'x' })),
      'b.json: claims[0].stats is not a known field: correct its spelling or remove it'
    ],
    [
      'a statement of no known kind',
      broken((copy) => (copy.annotations[0].kind = 'rumour')),
      'b.json: annotations[0].kind is "rumour": it must be "fact", "accusation", "demand", "opinion"'
    ],
    [
      'an id that stands twice',
      broken((copy) => (copy.events[1].id = copy.events[0].id)),
      'b.json: events[1].id "taliban-rise" stands twice: give each its own id'
    ],
    ['no text at all', null, 'b.json: is null: it must be Object']
  ])('is refused for %s', (_, data, message) => {
    expect(() => readText(data, 'b.json')).toThrow(message);
  });

  it('is refused by the gazetteer that it is read against', () => {
    expect(() => readText(textB, 'b.json', (id) => id !== 'swat')).toThrow('"swat": no place');
  });
});

describe('a broken record', () => {
  it('is refused when a conflict points at a paragraph or text that does not exist', () => {
    const noPar = structuredClone(contextData);
    noPar.conflicts[0].refs[0].par = 45;
    expect(() => readContext(noPar, texts)).toThrow(
      'context.json: conflicts[0].refs[0].par 45: text B has only paragraphs 1 to 44; correct the number'
    );
    const noText = structuredClone(contextData);
    noText.conflicts[1].refs[0].text = 'Z';
    expect(() => readContext(noText, texts)).toThrow(
      'context.json: conflicts[1].refs[0].text "Z": there is no such text'
    );
  });
});
