import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { expect, test } from 'vitest';
import { catalogEntry } from '../../geodata/catalog';
import type { Palette } from '../palette';
import { mapLayers } from './index';
import { SLOTS } from './layer';

const palette = new Proxy({} as Palette, { get: () => '#123456' });
const drawn = mapLayers.flatMap((layer) => layer.draw(palette));

test('every layer and every map layer has an id of its own', () => {
  const ids = mapLayers.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
});

test('the layers make a valid MapLibre style', () => {
  const ids = mapLayers.flatMap(({ sourceIds }) => sourceIds);
  const empty = { type: 'FeatureCollection' as const, features: [] };
  const faults = validateStyleMin({
    version: 8,
    'font-faces': {},
    sources: Object.fromEntries(ids.map((id) => [id, { type: 'geojson' as const, data: empty }])),
    layers: drawn.map(({ slot, ...spec }) => spec)
  } as Parameters<typeof validateStyleMin>[0]);
  expect(faults).toEqual([]);
});

test.each(mapLayers.map((layer) => [layer.id, layer] as const))(
  '%s: its legend shows only what it draws, and someone vouches for it',
  (_id, layer) => {
    const own = layer.draw(palette).map(({ id }) => id);
    expect(layer.legend.length).toBeGreaterThan(0);
    for (const { from } of layer.legend) expect(own).toEqual(expect.arrayContaining(from));
    expect(Boolean(layer.credit) || layer.datasets.length > 0).toBe(true);
    for (const id of layer.datasets) expect(catalogEntry(id).licence.url).toMatch(/^https:/);
  }
);

test('every map layer has a slot in the stack', () => {
  for (const { id, slot } of drawn) expect(SLOTS, id).toContain(slot);
});

test('labels of the texts give way to each other: none may lie over another or be passed over', () => {
  const free = [
    'text-allow-overlap',
    'text-ignore-placement',
    'text-overlap',
    'icon-overlap',
    'text-optional'
  ];
  const ofTexts = mapLayers.filter(({ group }) => group === 'texts');
  for (const { id, type, layout = {} } of ofTexts.flatMap((layer) => layer.draw(palette))) {
    if (type !== 'symbol' || !('text-field' in layout)) continue;
    expect(
      free.filter((property) => property in layout),
      id
    ).toEqual([]);
    expect('icon-allow-overlap' in layout, id).toBe(false);
  }
});
