import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Installs geodata's own packages when they are missing or not the locked ones.
 *
 * @param {URL} root the folder geodata/
 * @throws when npm fails
 */
export function installPackages(root) {
  if (isCurrent(root)) return;
  console.log('geodata: installing the source packages (some 450 MB, once)');
  const { status } = spawnSync(
    'npm',
    ['ci', '--prefix', fileURLToPath(root), '--ignore-scripts', '--no-audit', '--no-fund'],
    { stdio: 'inherit', cwd: fileURLToPath(root), shell: process.platform === 'win32' }
  );
  if (status !== 0) throw new Error('npm ci failed in geodata/');
}

/**
 * npm leaves a copy of the lockfile in node_modules: equal versions there mean an up-to-date install.
 * @param {URL} root
 */
function isCurrent(root) {
  const installed = new URL('node_modules/.package-lock.json', root);
  if (!existsSync(installed)) return false;
  return versions(installed) === versions(new URL('package-lock.json', root));
}

/** @param {URL} lockfile */
function versions(lockfile) {
  /** @type {Record<string, { version: string, optional?: boolean }>} */
  const packages = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  return Object.entries(packages)
    .filter(([path, { optional }]) => path !== '' && !optional)
    .map(([path, { version }]) => `${path}@${version}`)
    .sort()
    .join('\n');
}
