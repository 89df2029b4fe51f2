import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { npm, npmScript, root } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of what it
 * installed. An optional package may be missing: it is for another kind of machine.
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json
 */
export function installMatches(wanted, installed) {
  return Object.entries(wanted.packages)
    .filter(([path]) => path !== '')
    .every(([path, { version, integrity, optional }]) => {
      const found = installed.packages[path];
      if (!found) return optional === true;
      return found.version === version && found.integrity === integrity;
    });
}

/** Installs the locked packages unless they are there. Throws when npm fails. */
export async function ensureInstalled() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(record)) {
    if (installMatches(readJson(join(root, 'package-lock.json')), readJson(record))) return;
    console.log('node_modules does not match package-lock.json: installing again (npm ci).');
  } else {
    console.log('Installing the packages (npm ci). This happens once.');
  }
  // Development packages are what builds and tests the app, also where NODE_ENV says production.
  if ((await npm(['ci', '--include=dev'])) !== 0) throw new Error('npm ci failed (see above).');
}

/** @param {string} path @returns {Lockfile} */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const sources = [
  'src',
  'static',
  'geodata',
  'vite.config.ts',
  'svelte.config.js',
  'package-lock.json'
];

/** Builds the app into build/ unless it is there and newer than every source. Throws on failure. */
export async function ensureBuilt() {
  const page = join(root, 'build', 'index.html');
  const newest = Math.max(...sources.map((name) => newestChange(join(root, name))));
  if (existsSync(page) && statSync(page).mtimeMs > newest) return;
  console.log('Building the app.');
  if ((await npmScript('build')) !== 0) throw new Error('The build failed (see above).');
}

/**
 * The time of the latest change at or below a path, in milliseconds. A folder's own time counts, so
 * that a file taken away is a change too.
 * @param {string} path
 * @returns {number}
 */
function newestChange(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const below = readdirSync(path).filter((name) => name !== 'node_modules');
  return Math.max(stat.mtimeMs, ...below.map((name) => newestChange(join(path, name))));
}
