import { expect, test } from 'vitest';
import { Answers } from './answers.svelte';

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const questions = (...keys: string[]) => keys.map((key) => ({ key, input: key }));

function counting() {
  const asked: string[] = [];
  const answers = new Answers(async (input: string) => {
    asked.push(input);
    await Promise.resolve();
    if (input === 'bad') throw new Error('No answer.');
    return input.toUpperCase();
  });
  return { asked, answers };
}

test('what was answered once is not asked for again', async () => {
  const { asked, answers } = counting();
  answers.want('panel', questions('a', 'b'));
  await settle();
  answers.want('table', questions('b', 'c'));
  await settle();
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(answers.of('b')).toBe('B');
});

test('what is no longer wanted is not asked for, and one part does not forget another’s', async () => {
  const { asked, answers } = counting();
  answers.want('table', questions('a', 'b'));
  answers.want('panel', questions('c'));
  answers.want('panel', questions('d'));
  await settle();
  expect(asked).toEqual(['a', 'b', 'd']);
});

test('a question without an answer is told, and the next is asked', async () => {
  const { answers } = counting();
  answers.want('panel', questions('bad'));
  await settle();
  expect(answers.problem).toBe('No answer.');
  answers.want('panel', questions('good'));
  await settle();
  expect(answers.problem).toBeNull();
  expect(answers.of('good')).toBe('GOOD');
});
