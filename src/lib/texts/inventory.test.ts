import { expect, test } from 'vitest';
import inventory from '../../../tests/fixtures/texts/inventory.json';
import { gazetteer } from './gazetteer';
import { ownLibrary } from './library';
import { demandsOf } from './paragraphs';
import { context, ownTexts } from './texts';

/**
 * The inventory was drawn up from the two source texts before this app was written, in our own words.
 * These tests hold that the data still has every fact of it: words are compared without case and
 * punctuation, and remarks in brackets may stand in fields of their own.
 */
const plain = (words: string) =>
  words
    .toLowerCase()
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const textOf = (id: string) => {
  const text = ownTexts.find((one) => one.id === id);
  if (!text) throw new Error(`There is no text ${id}.`);
  return text;
};

test.each(inventory.texts)(
  'text $id has every paragraph’s gist, and its author and stance',
  (one) => {
    const text = textOf(one.id);
    expect(text.outline.map(({ par, gist }) => [par, plain(gist)])).toEqual(
      one.outline.map(({ par, gist }) => [par, plain(gist.replace(/^(Heading|Opinion): /, ''))])
    );
    const headings = one.outline.filter(({ gist }) => gist.startsWith('Heading'));
    expect(text.outline.filter(({ heading }) => heading).map(({ par }) => par)).toEqual(
      headings.map(({ par }) => par)
    );
    expect([text.author, text.kind, text.dated]).toEqual([one.author, one.kind, one.dated]);
    expect(plain(text.stance)).toBe(plain(one.stance));
    const parts = 'parts' in one ? one.parts : [];
    expect(text.parts).toEqual(parts?.map(({ par: [from, to], kind }) => ({ from, to, kind })));
  }
);

const notes = [...inventory.places, ...inventory.areas].flatMap(({ id, notes }) =>
  notes.map((note) => ({ id, ...note }))
);

test.each(notes)('text $text, paragraph $par says of $id what it says there', (note) => {
  const said = ownLibrary
    .annotationsOf(note.id)
    .filter(({ text, par }) => text === note.text && par === note.par)
    .map(({ says }) => plain(says.replace(', Imran Khan,', '')));
  expect(said).toContain(plain(note.says));
});

test.each(inventory.places)('$name lies where it lay, as exactly known', (one) => {
  const place = gazetteer.places.find(({ id }) => id === one.id);
  expect(place).toMatchObject({ name: one.name, at: one.at, uncertaintyKm: one.uncertaintyKm });
  expect(place?.positionFrom).toBe(one.positionFrom);
  expect([place?.name, place?.common, ...(place?.also ?? [])]).toEqual(
    expect.arrayContaining(('also' in one && one.also) || [])
  );
  const candidates = ('candidates' in one && one.candidates) || [];
  expect((place?.candidates ?? []).map(({ name, at }) => ({ name, at }))).toEqual(
    candidates.map(({ name, at }) => ({ name, at }))
  );
});

test.each(inventory.events)('the event $id has its time, places, paragraphs and context', (one) => {
  const events = ownTexts.flatMap((text) => text.events.map((event) => ({ ...event, text })));
  const event = events.find(({ id }) => id === one.id);
  const when = one.when.replace(/ \(.*/, '').replace('before August 2023', 'before 2023-08');
  expect(event?.when).toBe(when);
  expect(event?.pars.map((par) => [event.text.id, par])).toEqual(one.refs);
  const place = one.place ?? [];
  if (typeof place === 'string' || Array.isArray(place)) expect(event?.at).toEqual([place].flat());
  else expect(event?.at).toEqual(['urgun']);
  if (one.context) {
    const words = (text: string) => new Set(plain(text).split(' '));
    const missing = [...words(one.context)].filter((w) => !words(event?.context ?? '').has(w));
    expect(missing).toEqual([]);
  }
});

test('all demands, claims, conflicts, fence dates, lengths and positions are there', () => {
  const asked = ownTexts
    .flatMap(demandsOf)
    .map(({ text, by, of, asks, par }) => [text, by, of, plain(asks), par]);
  expect(asked).toEqual(
    inventory.demands.flatMap(({ text, by, of, items }) =>
      items.map(([asks, par]) => [text, by, of, plain(String(asks)), par])
    )
  );
  const claims = ownTexts.flatMap((text) => text.claims.map(({ id, par }) => [text.id, id, par]));
  expect(claims.sort()).toEqual(
    inventory.claims.map(({ text, id, par }) => [text, id, par]).sort()
  );
  expect(
    context.conflicts.map(({ refs, against }) => [
      refs.map(({ text, par }) => [text, par]),
      plain(against)
    ])
  ).toEqual(inventory.conflicts.map(({ refs, against }) => [refs, plain(against)]));
  expect(context.fence.map(({ when, says }) => [when, plain(says)])).toEqual(
    inventory.fence.map(([when, says]) => [when, plain(says)])
  );
  expect(context.publishedLengths.map(({ lengthKm, by }) => [lengthKm, by])).toEqual(
    inventory.publishedLengthsKm
  );
  const { Pakistan, label } = inventory.positionsOfTheTwoStates;
  const { states } = context.positionsOfTheTwoStates;
  expect(context.positionsOfTheTwoStates.label).toBe(label);
  expect(states.map(({ says }) => plain(says))).toEqual([
    plain(Pakistan),
    plain(inventory.positionsOfTheTwoStates['Afghanistan (Taliban officials)'])
  ]);
});
