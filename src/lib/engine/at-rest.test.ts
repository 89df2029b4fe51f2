import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atRest } from './at-rest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('work is done once calls have ended for a while, and not while one runs or another comes', async () => {
  const work = vi.fn();
  const during = atRest(work);
  expect(await during(() => 'answer')).toBe('answer');
  await vi.advanceTimersByTimeAsync(1000);
  let finish: () => void = () => undefined;
  const slow = during(() => new Promise<void>((resolve) => (finish = resolve)));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).not.toHaveBeenCalled();
  finish();
  await slow;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledOnce();
});

test('a call that fails is told to its caller, and is over', async () => {
  const work = vi.fn();
  const during = atRest(work);
  await expect(during(() => Promise.reject(new Error('too wide')))).rejects.toThrow('too wide');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(work).toHaveBeenCalledOnce();
});
