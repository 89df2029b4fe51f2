import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { root } from './run.mjs';

/**
 * What choosing a browser and a driver asks of the machine, and what it may have done there.
 *
 * @typedef {object} Machine
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} home the user's own folder
 * @property {(path: string) => boolean} exists
 * @property {(folder: string) => string[]} filesIn names; none for a folder that is not there
 * @property {(path: string) => boolean} runs whether the program there starts
 * @property {(path: string, args: string[], env: NodeJS.ProcessEnv) => string} output what a program
 *   prints, or nothing when it does not end within half a minute
 * @property {() => string} downloadPath where Playwright keeps its own Chromium
 * @property {() => boolean} hasDebianPackages whether Debian packages can be installed by us
 * @property {(name: string) => void} installPackage installs a Debian package
 * @property {() => void} download lets Playwright download its Chromium
 * @property {(text: string) => void} say
 */

/**
 * This machine. Packages are installed as root, or by sudo where it asks for no password.
 * @returns {Machine}
 */
export function thisMachine() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

  /** @param {string[]} words */
  const succeeds = ([command, ...args], quiet = true) =>
    spawnSync(command, args, {
      cwd: root,
      env,
      stdio: quiet ? 'ignore' : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32'
    }).status === 0;

  return {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    exists: existsSync,
    filesIn: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
    // Ubuntu's chromium-browser may be a stub that only says to install a snap. On Windows asking
    // for the version would open a window.
    runs: (path) => process.platform === 'win32' || succeeds([path, '--version']),
    output: (path, args, more) =>
      spawnSync(path, args, { env: { ...env, ...more }, encoding: 'utf8', timeout: 30_000 })
        .stdout ?? '',
    downloadPath: () =>
      createRequire(import.meta.url)('@playwright/test').chromium.executablePath(),
    hasDebianPackages: () =>
      existsSync('/etc/debian_version') && succeeds([...sudo, 'apt-get', '--version']),
    installPackage: (name) => {
      succeeds([...sudo, 'apt-get', 'update'], false);
      succeeds([...sudo, 'apt-get', 'install', '-y', '--no-install-recommends', name], false);
    },
    download: () => {
      succeeds(['npx', 'playwright', 'install', '--no-shell', 'chromium'], false);
    },
    say: (text) => console.log(text)
  };
}
