import { expect, test } from 'vitest';
import { latest } from './latest';

/** A task whose every call is answered by hand. */
function byHand() {
  const calls: { input: number; answer: () => void; refuse: () => void }[] = [];
  const task = (input: number) =>
    new Promise<string>((resolve, reject) => {
      calls.push({
        input,
        answer: () => resolve(`answer to ${input}`),
        refuse: () => reject(new Error(`no answer to ${input}`))
      });
    });
  return { calls, task };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

test('only the newest of the inputs that came in meanwhile is worked on', async () => {
  const { calls, task } = byHand();
  const answers: string[] = [];
  const ask = latest(
    task,
    (output) => answers.push(output),
    () => undefined
  );
  [1, 2, 3, 4].forEach(ask);
  calls[0].answer();
  await settle();
  expect(calls.map((call) => call.input)).toEqual([1, 4]);
  calls[1].answer();
  await settle();
  expect(answers).toEqual(['answer to 1', 'answer to 4']);
});

test('after a failure the next input is still worked on', async () => {
  const { calls, task } = byHand();
  const answers: string[] = [];
  const failures: string[] = [];
  const ask = latest(
    task,
    (output) => answers.push(output),
    (error) => failures.push(String(error))
  );
  ask(1);
  ask(2);
  calls[0].refuse();
  await settle();
  calls[1].answer();
  await settle();
  expect(failures).toEqual(['Error: no answer to 1']);
  expect(answers).toEqual(['answer to 2']);
});
