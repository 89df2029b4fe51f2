import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser, launchOptions } from '../../scripts/browser.mjs';
import { ensureBuilt } from '../../scripts/prepare.mjs';
import { root } from '../../scripts/run.mjs';
import { serve } from '../../scripts/serve.mjs';
import { readLine } from '../fixtures/line';
import { randomFrom } from '../fixtures/random';

export const title =
  'Incidents on the map: from a filter’s change to the drawn frame, beside plain MapLibre (software rendering here)';

const SIZES = [200_000, 1_000_000];
const CHANGES = 15;
/** Deaths run from 0 to this; a filter on them leaves from a tenth to all of the rows. */
const MOST_DEATHS = 10;
const WAYS = ['points', 'hexagons'] as const;

interface Row {
  lon: number;
  lat: number;
  deaths: number;
}

/** Rows along the whole line, within some 60 km of it, thickest near it. */
function rowsOf(count: number): Row[] {
  const line = readLine();
  const next = randomFrom(5);
  const off = () => (next() + next() + next() - 1.5) * 0.8;
  return Array.from({ length: count }, () => {
    const [lon, lat] = line[Math.floor(next() * line.length)];
    return { lon: lon + off(), lat: lat + off(), deaths: Math.floor(next() * MOST_DEATHS) };
  });
}

function csvOf(rows: readonly Row[]): string {
  const types = ['Battles', 'Protests', 'Riots', 'Explosions'];
  const lines = rows.map(({ lon, lat, deaths }, i) => {
    const day = `20${10 + (i % 14)}-0${1 + (i % 9)}-1${i % 9}`;
    return `${i},${day},${lat.toFixed(5)},${lon.toFixed(5)},${types[i % 4]},${deaths}`;
  });
  return ['id,event_date,latitude,longitude,event_type,fatalities', ...lines].join('\n');
}

const thresholds = Array.from({ length: CHANGES }, (_, i) => 1 + ((i * 4) % (MOST_DEATHS - 1)));

/** Prints, for each size, how long a filter’s change takes here and with a plain GeoJSON source. */
export async function run(): Promise<void> {
  await ensureBuilt();
  const site = await serve();
  const browser = await chromium.launch(launchOptions(findBrowser().path));
  const folder = await mkdtemp(join(tmpdir(), 'incidents-'));
  const table: Record<string, Record<string, number | string>> = {};
  try {
    for (const count of SIZES) {
      const rows = rowsOf(count);
      const file = join(folder, `${count}.csv`);
      await writeFile(file, csvOf(rows));
      const open = () => browser.newPage({ viewport: { width: 1440, height: 900 } });
      const page = await open();
      const loadMs = await load(page, site.url, file);
      const ours = await filterTimes(page);
      await page.close();
      const plainPage = await open();
      const plain = await plainTimes(plainPage, site.url, rows);
      await plainPage.close();
      for (const way of WAYS) {
        table[`${count.toLocaleString('en')} rows, ${way}`] = {
          'read and located s': (loadMs / 1000).toFixed(1),
          ...summary(ours[way]),
          'longest the page froze ms': Math.round(ours.frozenMs),
          'plain setData, median ms': Math.round(median(plain)),
          'times quicker': (median(plain) / median(ours[way])).toFixed(1)
        };
      }
      console.table(table);
    }
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true });
  }
}

async function load(page: Page, url: string, file: string): Promise<number> {
  // tsx marks named functions with a helper of its own, which the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(url);
  await page.getByRole('tab', { name: 'Incidents' }).click();
  await page.getByTestId('incident-files').setInputFiles(file);
  // Columns that are not of a known table are shown to the reader first.
  const start = page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true });
  await start.click({ timeout: 120_000 });
  const began = performance.now();
  await page.getByText(/^All [\d,]+ incidents$/).waitFor({ timeout: 600_000 });
  const took = performance.now() - began;
  await page.getByRole('button', { name: /^Done with/ }).click();
  await page.getByRole('combobox', { name: 'Add a condition' }).selectOption({ label: 'Deaths' });
  return took;
}

interface Times extends Record<(typeof WAYS)[number], number[]> {
  frozenMs: number;
}

async function filterTimes(page: Page): Promise<Times> {
  await page.evaluate(() => {
    const frozen = { ms: 0 };
    Object.assign(window, { frozen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) frozen.ms = Math.max(frozen.ms, duration);
    }).observe({ type: 'longtask' });
  });
  // Reading pixels back holds the page up by itself, so freezes are watched for without.
  await changes(page, 'incidents drawn', false);
  const frozenMs = await page.evaluate(
    () => (window as unknown as { frozen: { ms: number } }).frozen.ms
  );
  const points = await changes(page, 'incidents drawn', true);
  await page.getByText('On the map', { exact: true }).click();
  await page.evaluate(() => performance.clearMarks('cells drawn'));
  await page.getByRole('radio', { name: 'Hexagons' }).check({ force: true });
  await page.waitForFunction(() => performance.getEntriesByName('cells drawn').length > 0);
  await page.waitForFunction(() =>
    document.querySelector('[data-testid="map"][data-map-state="idle"]')
  );
  const hexagons = await changes(page, 'cells drawn', true);
  return { points, hexagons, frozenMs };
}

/** Sets the lower limit of deaths again and again; times each to its frame, drawn where it `waits`. */
function changes(page: Page, mark: string, waits: boolean): Promise<number[]> {
  return page.evaluate(
    async ({ thresholds, mark, waits }) => {
      const input = document.querySelector<HTMLInputElement>('.range input');
      const canvas = document.querySelector('canvas.maplibregl-canvas');
      const gl = (canvas as HTMLCanvasElement | null)?.getContext('webgl2');
      if (!input || !gl) throw new Error('The filter on deaths, or the map, is not there.');
      const times: number[] = [];
      for (const threshold of thresholds) {
        performance.clearMarks(mark);
        const began = performance.now();
        input.value = String(threshold);
        input.dispatchEvent(new Event('change', { bubbles: true }));
        while (performance.getEntriesByName(mark).length === 0) {
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
        // What was ordered is not drawn yet: reading a pixel waits until it is.
        if (waits) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
        times.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      return times;
    },
    { thresholds, mark, waits }
  );
}

/** The same points and filters in a map of MapLibre alone, by `setData` on a GeoJSON source. */
async function plainTimes(page: Page, url: string, rows: readonly Row[]): Promise<number[]> {
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.route('**/plain/**', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    if (name === '') {
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' });
    }
    const body = await readFile(join(root, 'node_modules/maplibre-gl/dist', name));
    return route.fulfill({ contentType: 'text/javascript', body });
  });
  await page.goto(`${url}plain/`);
  const flat = rows.flatMap(({ lon, lat, deaths }) => [lon, lat, deaths]);
  await page.evaluate((given) => Object.assign(window, { flat: given }), flat);
  return page.evaluate(plain, thresholds);
}

/** Runs in the page. */
async function plain(thresholds: number[]): Promise<number[]> {
  const address = `${location.href}maplibre-gl.mjs`;
  const { Map: PlainMap } = (await import(address)) as typeof import('maplibre-gl');
  const { flat } = window as unknown as { flat: number[] };
  const features = Array.from({ length: flat.length / 3 }, (_, i) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [flat[3 * i], flat[3 * i + 1]] },
    properties: { deaths: flat[3 * i + 2] }
  }));
  const container = document.createElement('div');
  container.style.cssText = 'position: absolute; inset: 0';
  document.body.append(container);
  const source = {
    type: 'geojson' as const,
    data: { type: 'FeatureCollection' as const, features: [] }
  };
  const map = new PlainMap({
    container,
    center: [68, 33.2],
    zoom: 5,
    style: {
      version: 8,
      sources: { points: source },
      layers: [{ id: 'points', type: 'circle', source: 'points', paint: { 'circle-radius': 3 } }]
    }
  });
  await map.once('load');
  const gl = map.getCanvas().getContext('webgl2');
  const points = map.getSource<import('maplibre-gl').GeoJSONSource>('points');
  if (!gl || !points) throw new Error('The plain map could not be made.');
  const times: number[] = [];
  for (const threshold of thresholds.slice(0, 7)) {
    const began = performance.now();
    const kept = features.filter(({ properties }) => properties.deaths >= threshold);
    void points.setData({ type: 'FeatureCollection', features: kept });
    await map.once('idle');
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    times.push(performance.now() - began);
  }
  return times;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

function summary(times: readonly number[]): Record<string, number> {
  return { 'median ms': Math.round(median(times)), 'worst ms': Math.round(Math.max(...times)) };
}
