import { writeFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openSection, openWithoutMap, panel, whenAlive } from './app';
import { randomFrom } from '../../fixtures/random';

/** An event of a table made up for a test. */
export interface Event {
  lon: number;
  lat: number;
  type: string;
  /** As ACLED has it: 1 exact, 2 near a place, 3 somewhere in a region. */
  precision: 1 | 2 | 3;
  fatalities: number;
  notes: string;
}

export const TYPES = ['Battles', 'Explosions', 'Protests'] as const;

/** Events around a position, within so many degrees of it; the same for the same seed. */
export function eventsAround(
  [lon, lat]: readonly [number, number],
  { count, spreadDeg = 0.5, seed = 1 }: { count: number; spreadDeg?: number; seed?: number }
): Event[] {
  const next = randomFrom(seed);
  const between = (middle: number) => middle + (2 * next() - 1) * spreadDeg;
  return Array.from({ length: count }, (_, i) => ({
    lon: Number(between(lon).toFixed(5)),
    lat: Number(between(lat).toFixed(5)),
    type: TYPES[i % TYPES.length],
    precision: 1,
    fatalities: Math.floor(10 * next()),
    notes: `Event ${i + 1}`
  }));
}

/** The events as a CSV with ACLED's columns. */
export function acledCsv(events: readonly Event[]): string {
  const header =
    'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,' +
    'iso,region,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities';
  const rows = events.map((event, i) => {
    const day = `2021-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
    const { lat, lon, precision, type, notes, fatalities } = event;
    return `AFG${i + 1},${day},2021,1,Political violence,${type},${type} of a kind,Someone,4,Caucasus and Central Asia,Afghanistan,Khost,Somewhere,${lat},${lon},${precision},A paper,${notes},${fatalities}`;
  });
  return [header, ...rows].join('\n');
}

/** Opens the incidents without a map, once the page has done what it does on opening. */
export async function openIncidents(page: Page): Promise<void> {
  await openWithoutMap(page);
  await whenAlive(page);
  await openSection(page, 'Incidents');
}

/** Gives a file from the disk, as a reader does: a large one takes long through the test's own wire. */
export async function bring(page: Page, name: string, text: string): Promise<void> {
  const path = test.info().outputPath(name);
  await writeFile(path, text);
  await page.getByTestId('incident-files').setInputFiles(path);
}

/** Brings a table in by the file dialog, and waits until its rows are counted. */
export async function importTable(page: Page, name: string, csv: string): Promise<void> {
  await panel(page).getByRole('tab', { name: 'Incidents' }).click();
  await bring(page, name, csv);
  const arrivals = panel(page).getByRole('list', { name: 'Files on their way in' });
  await arrivals.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(countOfIncidents(page)).toHaveText(/^All [\d,]+ incidents$/, { timeout: 30_000 });
  await arrivals.getByRole('button', { name: /^Done with/ }).click();
}

/** How many incidents pass the filter, in words. */
export const countOfIncidents = (page: Page): Locator => page.getByTestId('incident-count');
