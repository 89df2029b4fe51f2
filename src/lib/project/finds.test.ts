import { expect, test } from 'vitest';
import { newProject, readProject } from './document';
import { conditionOf, type Stated } from './finds';

const stated: Stated[] = [
  {
    kind: 'distance',
    from: { name: 'Miranshah', at: [70.0712, 33.0006], uncertaintyKm: 2 },
    extent: { as: 'about', km: 20, tolerance: 0.1 }
  },
  { kind: 'offset', side: 'pakistan', extent: { as: 'between', leastKm: 5, mostKm: 9 } },
  { kind: 'stretch', fromKm: 100, toKm: 300 },
  { kind: 'province', id: 'PK-TA' }
];

test('what the reader looks for and what was kept of it comes back', () => {
  const kept = [{ id: 'find:1', name: 'Both claims', shown: false, stated }];
  const find = { stated: stated.slice(1), candidates: [], kept };
  const { project, problems } = readProject(JSON.stringify({ ...newProject(), find }));
  expect(problems).toEqual([]);
  expect(project.find).toEqual(find);
});

test('a broken claim is told, and the rest of the project stays', () => {
  const broken = { ...newProject(), unit: 'mi', find: { stated: [{ kind: 'guess' }], kept: [] } };
  const { project, problems } = readProject(JSON.stringify(broken));
  expect(problems.join()).toContain('find');
  expect(project.find.stated).toEqual([]);
  expect(project.unit).toBe('mi');
});

test('each statement makes the condition that it means', () => {
  expect(stated.map((one) => conditionOf(one, 200))).toEqual([
    { kind: 'distance', from: [70.0712, 33.0006], leastKm: 18, mostKm: 22 },
    { kind: 'offset', side: 'pakistan', leastKm: 5, mostKm: 9 },
    { kind: 'stretch', fromKm: 100, toKm: 200 },
    { kind: 'province', id: 'PK-TA' }
  ]);
});

test.each<[Stated, string]>([
  [{ kind: 'distance', from: null, extent: { as: 'about', km: 20, tolerance: 0.1 } }, 'place'],
  [{ kind: 'province', id: null }, 'province'],
  [{ kind: 'stretch', fromKm: 9, toKm: 9 }, 'order'],
  [{ kind: 'offset', side: 'either', extent: { as: 'between', leastKm: 9, mostKm: 9 } }, 'order'],
  [
    { kind: 'offset', side: 'either', extent: { as: 'about', km: 95, tolerance: 0.1 } },
    'too far from the line'
  ]
])('%j still lacks something: %s', (statement, lack) => {
  expect(conditionOf(statement, 2790)).toBe(lack);
});
