import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Entry {
  id: string;
  file: string;
  from: string[];
  licence: { name: string; url: string };
  attribution: string;
  vintage: string;
  knownFaults: string[];
  bytes: number;
  gzipBytes: number;
  sha256: string;
}

const here = (path: string): URL => new URL(path, import.meta.url);
const { files } = JSON.parse(readFileSync(here('catalog.json'), 'utf8')) as { files: Entry[] };
const provenance = readFileSync(here('PROVENANCE.md'), 'utf8');

describe('the catalog', () => {
  it('lists the committed files and no others', () => {
    const listed = files.map(({ file }) => file).sort();
    expect(listed).toEqual(readdirSync(here('files/')).sort());
  });

  it.each(files)('tells the size and hash of $file as committed', ({ file, bytes, sha256 }) => {
    const content = readFileSync(here(`files/${file}`));
    expect(content.length).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  });

  it.each(files)('names the pinned packages, licence and vintage of $file', (entry) => {
    const { dependencies } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const pinned = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
    expect(pinned).toEqual(expect.arrayContaining(entry.from));
    expect(entry.licence.url).toMatch(/^https:/);
    expect(entry.attribution).not.toBe('');
    expect(entry.vintage).not.toBe('');
    expect(provenance).toContain(`## ${entry.file}`);
  });

  it('credits OpenStreetMap, under the ODbL, for all that comes from it', () => {
    const fromOsm = files.filter(({ from }) => /geo-tz|osm_borders/.test(from.join()));
    expect(fromOsm.map(({ id }) => id)).toEqual(['line-osm-2026', 'line-osm-2022', 'borders']);
    expect(fromOsm.every(({ licence }) => licence.name.startsWith('ODbL'))).toBe(true);
    expect(fromOsm.every((e) => e.attribution.includes('© OpenStreetMap contributors'))).toBe(true);
  });

  it('keeps borders and world to 200 kB each when gzipped', () => {
    const sizes = files.filter(({ id }) => id === 'borders' || id === 'world');
    expect(sizes).toHaveLength(2);
    expect(sizes.every(({ gzipBytes }) => gzipBytes <= 200_000)).toBe(true);
  });
});

describe('the source packages', () => {
  it('are pinned to exact versions, and the lockfile names no host', () => {
    const { dependencies } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(
      Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))
    ).toEqual([]);
    expect(readFileSync(here('package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
