import { expect, test } from 'vitest';
import { newProject, readProject } from './document';
import { newProposal } from './proposal';
import { newWorkshop } from './workshop';

test('what was kept comes back as it was', () => {
  const project = newProject();
  project.workshop.proposals[0].afghanKm = 25;
  project.unit = 'nmi';
  project.layers = { provinces: { shown: false, opacity: 0.5 } };
  project.view = { center: [70.1, 33], zoom: 8.5, bearing: 12, pitch: 30 };
  expect(readProject(JSON.stringify(project))).toEqual({ project, problems: [] });
});

test('one broken section falls back by itself; the others stay', () => {
  const stored = {
    ...newProject(),
    theme: 'dark',
    unit: 'leagues'
  };
  const { project, problems } = readProject(JSON.stringify(stored));
  expect(project.theme).toBe('dark');
  expect(project.unit).toBe('km');
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain('“unit”');
});

test('a project of an older app that lacks a section gets that section’s default', () => {
  const { view, ...stored } = newProject();
  expect(view).toBeNull();
  expect(readProject(JSON.stringify({ ...stored, theme: 'light' })).project.theme).toBe('light');
  expect(readProject(JSON.stringify(stored)).problems).toEqual([]);
});

test.each([
  ['{"version":1,', 'not readable JSON'],
  ['[1,2]', 'not a project'],
  ['null', 'not a project'],
  ['{"version":7}', 'version 7']
])('%s is told as what it is, and a new project begins', (text, reason) => {
  const { project, problems } = readProject(text);
  expect(project).toEqual(newProject());
  expect(problems[0]).toContain(reason);
});

test('a view off the globe or a width above 100 km is not taken over', () => {
  const stored = {
    ...newProject(),
    view: { center: [500, 33], zoom: 5, bearing: 0, pitch: 0 },
    workshop: {
      ...newWorkshop(),
      proposals: [newProposal({ id: 'zone-1', name: 'Too wide', afghanKm: 101 })]
    }
  };
  const { project, problems } = readProject(JSON.stringify(stored));
  expect(project.view).toBeNull();
  expect(project.workshop.proposals).toEqual([]);
  expect(problems).toHaveLength(2);
});

test('the one zone that the first app kept is the first proposal', () => {
  const stored = { version: 1, tab: 'zone', zone: { afghanKm: 25, pakistanKm: 0, linked: false } };
  const { project, problems } = readProject(JSON.stringify(stored));
  expect(project.tab).toBe('zones');
  expect(project.workshop.proposals).toEqual([
    newProposal({ id: 'zone-1', name: 'Zone 1', ...stored.zone })
  ]);
  expect(problems).toEqual([]);
});
