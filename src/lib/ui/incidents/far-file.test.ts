import { expect, test } from 'vitest';
import { addressOf } from './far-file.svelte';

const ORIGIN = 'https://maps.example.org';

test('only https is asked, and http of this machine or of the page’s own host', () => {
  expect(addressOf(' https://data.example.org/a/events.parquet ', ORIGIN)).toEqual({
    ok: true,
    url: 'https://data.example.org/a/events.parquet',
    host: 'data.example.org',
    isOwn: false
  });
  expect(addressOf('http://localhost:9000/a.parquet', ORIGIN).ok).toBe(true);
  expect(addressOf('http://data.example.org/a.parquet', ORIGIN).ok).toBe(false);
  expect(addressOf(`${ORIGIN}/a.parquet`, ORIGIN)).toMatchObject({ ok: true, isOwn: true });
  expect(addressOf('http://10.0.0.5/a.parquet', 'http://10.0.0.5')).toMatchObject({ isOwn: true });
});

test('what is no address of a host is told, and so is one with a password', () => {
  for (const text of [
    'events.parquet',
    'ftp://x/a',
    'javascript:alert(1)',
    'https://me:pw@x.org/a'
  ]) {
    const address = addressOf(text, ORIGIN);
    expect(address.ok).toBe(false);
    expect(!address.ok && address.problem.length).toBeGreaterThan(20);
  }
});
