import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginsStep, noHistory, record, redo, undo, type History } from './history';

/** A state that changes by one at each change, as a reader's would. */
class Session {
  history: History<number> = noHistory();
  state = 0;

  change(key: string | null, settled = true, atMs = 0): void {
    const isNew = beginsStep(this.history, key, atMs);
    const step = isNew ? { label: `from ${this.state}`, state: this.state } : null;
    this.history = record(this.history, step, { key, settled, atMs });
    this.state++;
  }

  go(way: typeof undo): boolean {
    const gone = way(this.history, this.state);
    if (!gone) return false;
    this.history = gone.history;
    this.state = gone.step.state;
    return true;
  }
}

test('a drag is one step, however many moves it has', () => {
  const session = new Session();
  for (let i = 0; i < 20; i++) session.change('width', i === 19, i * 5000);
  session.go(undo);
  expect(session.state).toBe(0);
  session.go(redo);
  expect(session.state).toBe(20);
});

test('what is typed at one go is one step, and what is typed later another', () => {
  const session = new Session();
  session.change('width', true, 0);
  session.change('width', true, 300);
  session.change('width', true, 5000);
  session.go(undo);
  expect(session.state).toBe(2);
  session.go(undo);
  expect(session.state).toBe(0);
});

test('a change of something else is a step of its own', () => {
  const session = new Session();
  session.change('width', true, 0);
  session.change('name', true, 10);
  session.go(undo);
  expect(session.state).toBe(1);
});

test('after an undo a new change begins anew: what was undone is gone', () => {
  const session = new Session();
  session.change('width');
  session.go(undo);
  session.change('width', true, 10);
  expect(session.go(redo)).toBe(false);
  session.go(undo);
  expect(session.state).toBe(0);
});

test('undone to the beginning and redone to the end, all is as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', null), { maxLength: 40 }), (keys) => {
      const session = new Session();
      keys.forEach((key, i) => session.change(key, true, i * 400));
      const end = session.state;
      let steps = 0;
      while (session.go(undo)) steps++;
      expect(session.state).toBe(0);
      for (let i = 0; i < steps; i++) expect(session.go(redo)).toBe(true);
      expect(session.state).toBe(end);
    })
  );
});
