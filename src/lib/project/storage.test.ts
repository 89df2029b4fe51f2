import { expect, test } from 'vitest';
import { PROJECT_KEY, readShelf, setAside, writeShelf, type Shelf } from './storage';

function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value)
  };
}

function shut(name: string): Shelf {
  const fail = (): never => {
    throw Object.assign(new Error('no'), { name });
  };
  return { getItem: fail, setItem: fail };
}

test('what is written is read back', () => {
  const store = shelf();
  expect(writeShelf(store, 'text')).toBeNull();
  expect(readShelf(store)).toBe('text');
});

test('a full store says so, and says that the session goes on', () => {
  expect(writeShelf(shut('QuotaExceededError'), 'text')).toContain('storage is full');
  expect(writeShelf(shut('SecurityError'), 'text')).toContain('does not let the page store');
});

test('a store that cannot be read is as one that is empty', () => {
  expect(readShelf(shut('SecurityError'))).toBeNull();
});

test('a project that cannot be read whole is set aside, not overwritten', () => {
  const store = shelf();
  writeShelf(store, 'broken');
  setAside(store, 'broken');
  writeShelf(store, 'new');
  expect([...store.kept.values()]).toEqual(['new', 'broken']);
  expect(store.kept.get(PROJECT_KEY)).toBe('new');
});
