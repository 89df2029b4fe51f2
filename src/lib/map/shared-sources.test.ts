import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { afterAll, expect, test, vi } from 'vitest';
import { collection, feature } from './features';
import { mapLayers } from './layers';
import type { Palette } from './palette';
import { sharedFeatures, sharedSource } from './shared-sources';
import { buildStyle, type LayerSettings } from './style';

const palette = new Proxy({} as Palette, { get: () => '#123456' });
const settings: LayerSettings = Object.fromEntries(
  mapLayers.map(({ id }) => [id, { shown: true, opacity: 1 }])
);
// Fonts are told to MapLibre by their full address.
vi.stubGlobal('location', new URL('http://localhost/'));
afterAll(() => vi.unstubAllGlobals());
const style = buildStyle(palette, settings);
const point = (name: string) => feature({ type: 'Point', coordinates: [70, 33] }, { name });

test('the whole style is a valid one, also where layers share a source', () => {
  const faults = validateStyleMin({ ...style, 'font-faces': {} } as Parameters<
    typeof validateStyleMin
  >[0]);
  expect(faults).toEqual([]);
});

test('sources that share one have the same options', () => {
  for (const { sourceIds, sourceOptions } of mapLayers) {
    for (const id of sourceIds) {
      if (sharedSource(id) !== id) expect(sourceOptions, id).toBeUndefined();
    }
  }
});

test('no layer shows a feature of another source', () => {
  const given = new Map([
    ['areas', collection([point('an area')])],
    ['districts', collection([point('a district'), point('another')])]
  ]);
  const { features } = sharedFeatures('text-areas', given);
  expect(features.map(({ properties }) => properties)).toEqual([
    { name: 'an area', of: 'areas' },
    { name: 'a district', of: 'districts' },
    { name: 'another', of: 'districts' }
  ]);
  for (const layer of style.layers) {
    if (layer.type === 'background' || layer.source !== 'text-areas') continue;
    const of = layer.id.startsWith('areas-') ? 'areas' : 'districts';
    expect(JSON.stringify(layer.filter)).toContain(`["==",["get","of"],"${of}"]`);
  }
});

test('layers that share a source follow on each other, so that its tiles are cut out once', () => {
  const clipped = style.layers.flatMap((layer) =>
    layer.type === 'fill' || layer.type === 'line' ? [layer.source] : []
  );
  const runs = clipped.filter((source, i) => source !== clipped[i - 1]);
  for (const shared of ['basemap', 'text-areas']) {
    expect(runs.filter((source) => source === shared)).toHaveLength(1);
  }
});
