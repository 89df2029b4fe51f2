import { readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** @param {string} name @param {string} path @returns {string} a file of a source package */
export function readPackageText(name, path) {
  return readFileSync(new URL(`node_modules/${name}/${path}`, root), 'utf8');
}

/** @param {string} name @param {string} path @returns {any} */
export function readPackageJson(name, path) {
  return JSON.parse(readPackageText(name, path));
}

/** @param {string} name @returns {string} such as 'geo-tz@8.1.9' */
export function pinned(name) {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  if (!dependencies[name]) throw new Error(`${name} is not in geodata/package.json`);
  return `${name}@${dependencies[name]}`;
}
