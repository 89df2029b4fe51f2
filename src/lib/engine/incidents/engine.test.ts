import { readFileSync } from 'node:fs';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { beforeAll, describe, expect, test } from 'vitest';
import { readLine } from '../../../../tests/fixtures/line';
import { createBorder } from '../../border/border';
import type { Filter } from '../../incidents/filter';
import type { Zone } from '../../zones/zone';
import { createIncidentEngine } from './engine';
import type { IncidentEngine, Progress, TableFacts } from './protocol';
import type { KeyValues } from './shelf';

const line = readLine();
const border = createBorder(line);
const bordersFile: unknown = JSON.parse(
  readFileSync(new URL('../../../../geodata/files/borders.topojson', import.meta.url), 'utf8')
);

/** A store in memory that can be full. */
function memory() {
  const held = new Map<string, unknown>();
  const state = { isFull: false };
  const store: KeyValues = {
    keys: async () => [...held.keys()],
    getMany: async (keys) => keys.map((key) => held.get(key)),
    async setMany(entries) {
      if (state.isFull) throw new DOMException('No space.', 'QuotaExceededError');
      for (const [key, value] of entries) held.set(key, structuredClone(value));
    },
    async delMany(keys) {
      for (const key of keys) held.delete(key);
    }
  };
  return { store, state, held };
}

function started(store: KeyValues): IncidentEngine {
  const engine = createIncidentEngine(store);
  engine.setGround(line, bordersFile);
  return engine;
}

/** Near enough to the line that no other part of it is nearer. */
const offsetKmOf = (i: number) => (i % 2 === 0 ? 1 : -1) * 0.001 * (1 + (i % 40));

const positionOf = (i: number) => border.positionAt(600 + ((1.5 * i) % 2000), offsetKmOf(i));
/** Where the line is jagged, a few of them lie on its other side. */
const afghanOf = (rows: number) =>
  Array.from({ length: rows }, (_, i) => border.station(positionOf(i))).filter(
    ({ side }) => side === 'afghan'
  ).length;

/** A file of incidents at stations that are known. */
function fileOf(rows: number, name = 'events.csv', firstId = 0): File {
  const lines = Array.from({ length: rows }, (_, i) => {
    const [lon, lat] = positionOf(i);
    const day = String(1 + (i % 28)).padStart(2, '0');
    const type = i % 3 === 0 ? 'Battles' : 'Protests';
    return `E${firstId + i},2021-0${1 + (i % 9)}-${day},${type},${lat},${lon},${i % 7},"Note ${firstId + i}, ok"`;
  });
  return new File(
    [['id,date,type,latitude,longitude,fatalities,notes', ...lines].join('\n')],
    name,
    { type: 'text/csv' }
  );
}

async function imported(engine: IncidentEngine, file: File, into: string | null = null) {
  const look = await engine.look(file);
  const progress: Progress[] = [];
  const facts = await engine.importTable(look.lookId, look.recognised.mapping, into, (step) =>
    progress.push(step)
  );
  if (!facts) throw new Error('The import was cancelled.');
  return { facts, progress, look };
}

describe('a file that was dropped', () => {
  let engine: IncidentEngine;
  let facts: TableFacts;
  beforeAll(async () => {
    engine = started(memory().store);
    ({ facts } = await imported(engine, fileOf(300)));
  });

  test('is known by its columns, located and kept', () => {
    expect(facts).toMatchObject({ name: 'events', rows: 300, onMap: 300, hasDeaths: true });
    expect(facts.report).toMatchObject({ read: 300, imported: 300, refusedCount: 0 });
    expect(facts.keptBytes).toBeGreaterThan(10_000);
    expect(facts.keptProblem).toBeNull();
  });

  test('has its stations on the cards', async () => {
    const card = await engine.card(facts.id, 10);
    expect(card.station?.chainageKm).toBeCloseTo(615, 0);
    expect(card.station?.offsetKm).toBeCloseTo(offsetKmOf(10), 3);
    expect(card.when).toBe('11 February 2021');
    expect(card.fields).toContainEqual({ name: 'notes', value: 'Note 10, ok' });
  });

  test('is filtered, and what is drawn, listed and counted follows', async () => {
    const filter: Filter = [
      { by: 'side', sides: ['afghan'] },
      { by: 'text', words: 'BATTLES' }
    ];
    expect(await engine.filter(facts.id, filter)).toEqual({
      rows: 50,
      alone: [afghanOf(300), 100]
    });
    expect((await engine.pointRows(facts.id)).rows).toHaveLength(50);
    const page = await engine.page(facts.id, { from: 1, count: 2, by: 'chainage' });
    expect(page.map(({ row }) => row)).toEqual([6, 12]);
    const cells = await engine.cells(facts.id, {
      as: 'clusters',
      bounds: [60, 28, 76, 39],
      zoom: 6,
      by: 'type'
    });
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(50);
    expect(await engine.values(facts.id, 2, 5)).toEqual([{ value: 'Battles', rows: 50 }]);
    const [sides] = await engine.summaries(facts.id, [{ of: 'chainage', binKm: 2000 }]);
    expect(sides.bins[0]).toMatchObject({ afghan: 50, pakistan: 0 });
    await engine.filter(facts.id, []);
  });

  test('is drawn from buffers that name every row', async () => {
    const { mercator, origin, legend, colour } = await engine.points(facts.id, {
      colourBy: 'side',
      sizeBy: 'deaths'
    });
    expect(mercator).toHaveLength(600);
    expect(legend.slice(0, 2).map(({ rows }) => rows)).toEqual([
      afghanOf(300),
      300 - afghanOf(300)
    ]);
    expect([...colour.subarray(0, 4)]).toEqual([0, 1, 0, 1]);
    const [lon] = border.positionAt(600, offsetKmOf(0));
    expect((mercator[0] + origin[0]) * 360 - 180).toBeCloseTo(lon, 4);
  });

  test('is counted in each zone, before and from a day, and by type in it', async () => {
    const zone: Zone = { afghanKm: 0.1, pakistanKm: 0 };
    engine.setZones([{ id: 'p1', name: 'Narrow', zone }]);
    const day = Date.parse('2021-05-01') / 86_400_000;
    const [{ proposal, count, before, from }] = await engine.zoneCounts(facts.id, day);
    const rows = await engine.rowsWhere(facts.id, [{ by: 'zone', proposal: 'p1' }]);
    expect(proposal).toBe('p1');
    expect(count.incidents).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(30);
    expect((before?.incidents ?? 0) + (from?.incidents ?? 0)).toBe(rows.length);
    const [types] = await engine.summaries(
      facts.id,
      [{ of: 'values', column: 2, most: 5 }],
      [{ by: 'zone', proposal: 'p1' }]
    );
    expect(types.bins.reduce((sum, bin) => sum + bin.afghan, 0)).toBe(rows.length);
  });
});

test('what is filtered is exported with its station, side, province and zones', async () => {
  const engine = started(memory().store);
  const { facts } = await imported(engine, fileOf(1200));
  engine.setZones([{ id: 'p1', name: 'Narrow', zone: { afghanKm: 0.1, pakistanKm: 0 } }]);
  await engine.filter(facts.id, [{ by: 'side', sides: ['afghan'] }]);
  const shares: number[] = [];
  const filtered = await engine.exportTable(facts.id, 'csv', true, ({ share }) =>
    shares.push(share)
  );
  const lines = ((await filtered?.text()) ?? '').trim().split('\r\n');
  expect(lines[0]).toMatch(
    /notes,chainage_km,offset_km,side,uncertainty_km,country,province,zone: Narrow$/
  );
  expect(lines).toHaveLength(1 + afghanOf(1200));
  expect(lines[1]).toMatch(/,afghan,,AF,[^,]+,yes$/);
  expect(shares.length).toBeGreaterThan(0);
  const all = await engine.exportTable(facts.id, 'geojson', false, () => engine.cancel());
  expect(all).toBeNull();
});

test('a table survives a reload with its decisions, name and stations', async () => {
  const { store } = memory();
  const before = started(store);
  const { facts } = await imported(before, fileOf(60));
  await before.rename(facts.id, 'Mine');

  const after = started(store);
  const { tables, problems } = await after.restore();
  expect(problems).toEqual([]);
  expect(tables).toMatchObject([{ id: facts.id, name: 'Mine', rows: 60 }]);
  expect(await after.card(facts.id, 7)).toEqual(await before.card(facts.id, 7));
  const { facts: second } = await imported(after, fileOf(5));
  expect(second.id).not.toBe(facts.id);
  await after.remove(facts.id);
  await expect(after.card(facts.id, 7)).rejects.toThrow('deleted');
  expect((await after.restore()).tables.map(({ id }) => id)).toEqual([second.id]);
});

test('a full store is told, ends nothing and loses nothing that was kept', async () => {
  const { store, state } = memory();
  const engine = started(store);
  const { facts: first } = await imported(engine, fileOf(20));
  state.isFull = true;
  const { facts: second } = await imported(engine, fileOf(30));
  expect(second).toMatchObject({ rows: 30, keptBytes: 0 });
  expect(second.keptProblem).toContain('storage is full');
  expect(await engine.filter(second.id, [{ by: 'side', sides: ['afghan'] }])).toMatchObject({
    rows: afghanOf(30)
  });
  const { tables } = await started(store).restore();
  expect(tables.map(({ id, rows }) => [id, rows])).toEqual([[first.id, 20]]);
});

test('a kept table that was damaged is told, and the others come back', async () => {
  const { store, held } = memory();
  const engine = started(store);
  const { facts: first } = await imported(engine, fileOf(20));
  const { facts: second } = await imported(engine, fileOf(10));
  held.set(`${first.id}/rows`, new Blob(['durand incidents 1\n99999\n{']));
  held.set('table:77/meta', { version: 0 });
  const after = started(store);
  const { tables, problems } = await after.restore();
  expect(tables).toHaveLength(2);
  expect(problems[0]).toContain('1 could not be read');
  await expect(after.card(first.id, 0)).rejects.toThrow('import the file again');
  expect((await after.card(second.id, 3)).row).toBe(3);
});

test('an import tells how far it has come, answers other calls meanwhile and can be cancelled', async () => {
  const engine = started(memory().store);
  const { facts } = await imported(engine, fileOf(10));
  const look = await engine.look(fileOf(40_000));
  const doing = new Set<string>();
  const importing = engine.importTable(look.lookId, look.recognised.mapping, null, (step) => {
    doing.add(step.doing);
    if (step.doing === 'locating') engine.cancel();
  });
  expect((await engine.card(facts.id, 3)).row).toBe(3);
  expect(await importing).toBeNull();
  expect([...doing]).toEqual(expect.arrayContaining(['reading', 'locating']));
  const again = await engine.importTable(
    look.lookId,
    look.recognised.mapping,
    null,
    () => undefined
  );
  expect(again?.rows).toBe(40_000);
});

test('a file of the same kind is merged in without what is there already', async () => {
  const engine = started(memory().store);
  const { facts } = await imported(engine, fileOf(30));
  const { facts: both } = await imported(engine, fileOf(50), facts.id);
  expect(both).toMatchObject({ id: facts.id, rows: 50 });
  expect(both.report).toMatchObject({ read: 80, imported: 50 });
  expect(both.report.dropped.map(({ rows }) => rows)).toEqual([30]);
  expect((await engine.card(facts.id, 40)).station?.chainageKm).toBeCloseTo(660, 0);
  const other = new File(['a,latitude,longitude\n1,34,70'], 'other.csv');
  await expect(imported(engine, other, facts.id)).rejects.toThrow('table of its own');
});

test('what was merged into a kept table and found no room leaves it kept as it was, whatever follows', async () => {
  const { store, state } = memory();
  const engine = started(store);
  const { facts } = await imported(engine, fileOf(30));
  state.isFull = true;
  const { facts: both } = await imported(engine, fileOf(50), facts.id);
  expect(both).toMatchObject({ rows: 50, keptBytes: facts.keptBytes });
  expect(both.keptProblem).toContain('storage is full');
  expect((await engine.rename(facts.id, 'Both')).keptProblem).toContain('storage is full');
  const reloaded = started(store);
  expect((await reloaded.restore()).tables).toMatchObject([{ name: 'events', rows: 30 }]);
  expect((await reloaded.card(facts.id, 29)).row).toBe(29);

  state.isFull = false;
  expect(await engine.rename(facts.id, 'Both')).toMatchObject({ keptProblem: null, rows: 50 });
  const later = started(store);
  expect((await later.restore()).tables).toMatchObject([{ name: 'Both', rows: 50 }]);
  expect(await later.card(facts.id, 49)).toEqual(await engine.card(facts.id, 49));
});

test('refused rows of a file that is merged in stand under the first file’s columns, 10,000 at most', async () => {
  const engine = started(memory().store);
  const bring = async (text: string, columns: [lat: number, lon: number], into: string | null) => {
    const { lookId, recognised } = await engine.look(new File([text], 'some.csv'));
    const position = { as: 'lon-lat', lat: columns[0], lon: columns[1] } as const;
    const mapping = { ...recognised.mapping, position };
    const facts = await engine.importTable(lookId, mapping, into, () => undefined);
    if (!facts) throw new Error('The import was cancelled.');
    return facts;
  };
  const bad = Array.from({ length: 9_999 }, (_, i) => `${2 + i},nowhere,70`);
  const facts = await bring(['id,latitude,longitude', '1,33,70', ...bad].join('\n'), [1, 2], null);
  const second = 'longitude,latitude,id\n70,34,20000\n70,nix,20001\n70,nix,20002';
  const both = await bring(second, [1, 0], facts.id);
  expect(both.report).toMatchObject({ read: 10_003, imported: 2, refusedCount: 10_001 });
  const lines = (await engine.refusedCsv(facts.id)).trim().split('\r\n');
  expect(lines).toHaveLength(10_001);
  expect(lines.at(-1)).toMatch(/,20001,nix,70$/);
});

test('a place that only a late row names is looked up too, and its incidents put where the reader confirms', async () => {
  const engine = started(memory().store);
  engine.setSettlements([
    { name: 'Testabad', position: [66.4, 31.0], country: 'AF', population: null, rank: 3 }
  ]);
  const rows = Array.from({ length: 1500 }, (_, i) =>
    i === 1400 ? '2021-05-01,Testabad,x' : `2021-05-01,Nowhere at all,${i}`
  );
  const look = await engine.look(new File([['date,place,what', ...rows].join('\n')], 'named.csv'));
  const { mapping } = look.recognised;
  const { names } = await engine.preview(look.lookId, mapping);
  expect(names.map(({ name, guess }) => [name, guess?.at])).toEqual([
    ['Nowhere at all', undefined],
    ['Testabad', [66.4, 31.0]]
  ]);
  const confirmed = { Testabad: [66.4, 31.0] as [number, number] };
  const facts = await engine.importTable(
    look.lookId,
    { ...mapping, position: { as: 'names', column: 1, confirmed } },
    null,
    () => undefined
  );
  expect(facts).toMatchObject({ rows: 1500, onMap: 1 });
  const card = await engine.card(facts?.id ?? '', 1400);
  expect(card).toMatchObject({ position: [66.4, 31.0], precision: 'near', radiusKm: 10 });
});

test('a small Parquet file is imported whole, whatever is in view', async () => {
  const engine = started(memory().store);
  const file = parquetWriteBuffer({
    columnData: [
      { name: 'longitude', data: [69.5, 70.5, 71.5], type: 'DOUBLE' },
      { name: 'latitude', data: [33, 33, 33], type: 'DOUBLE' },
      { name: 'event_date', data: ['2021-05-01', '2021-05-02', '2021-05-03'] }
    ]
  });
  const look = await engine.look(new File([file], 'big.parquet'), [70, 32, 72, 34]);
  expect(look).toMatchObject({ fileName: 'big.parquet', format: 'Parquet' });
  const facts = await engine.importTable(
    look.lookId,
    look.recognised.mapping,
    null,
    () => undefined
  );
  expect(facts).toMatchObject({ name: 'big', rows: 3, onMap: 3 });
});

test('a zone condition waits for the zones', async () => {
  const engine = started(memory().store);
  const { facts } = await imported(engine, fileOf(40));
  const answer = engine.filter(facts.id, [{ by: 'zone', proposal: 'p1' }]);
  engine.setZones([{ id: 'p1', name: 'Narrow', zone: { afghanKm: 0.1, pakistanKm: 0 } }]);
  expect((await answer).rows).toBe(afghanOf(40));
  await expect(engine.filter(facts.id, [{ by: 'zone', proposal: 'gone' }])).rejects.toThrow(
    'deleted'
  );
});

test('what is suspected is decided on together, and can be decided anew', async () => {
  const engine = started(memory().store);
  const csv =
    'id,date,latitude,longitude\n1,2021-05-01,70.1,33.9\n2,2021-05-02,34,70.2\n3,2021-05-03,0,0';
  const { facts } = await imported(engine, new File([csv], 'swapped.csv'));
  expect(facts.report.suspects.map(({ suspicion, decided }) => [suspicion, decided])).toEqual([
    ['swapped', 'mend'],
    ['zero', 'mend']
  ]);
  expect((await engine.card(facts.id, 0)).position).toEqual([70.1, 33.9]);
  const doing = new Set<string>();
  const dropped = await engine.decide(facts.id, 'swapped', 'drop', (step) => doing.add(step.doing));
  expect(dropped?.rows).toBe(2);
  expect(dropped?.report.suspects.map(({ byReader }) => byReader)).toEqual([true, false]);
  expect([...doing]).toEqual(['locating']);
  const back = await engine.decide(facts.id, 'swapped', 'mend', () => undefined);
  expect(back).toMatchObject({ rows: 3, onMap: 2 });
});
