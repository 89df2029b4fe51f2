import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';
import { root } from './run.mjs';

/**
 * @typedef {{ path: string, why: string }} Browser a browser's program and why it was taken
 *
 * @typedef {object} Machine what the choice asks of the machine, and what it may have done there
 * @property {NodeJS.ProcessEnv} env
 * @property {NodeJS.Platform} platform
 * @property {string} home the user's own folder
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => boolean} runs whether the program there starts
 * @property {() => string} downloadPath where Playwright keeps its own Chromium
 * @property {() => boolean} hasDebianPackages whether Debian packages can be installed by us
 * @property {() => void} installPackage installs Debian's `chromium`
 * @property {() => void} download lets Playwright download its Chromium
 * @property {(text: string) => void} say
 */

const named = ['DURAND_BROWSER', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'];
const programs = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser'
];

const advice = `No browser was found and none could be installed. Do one of these and try again:
  - install Chrome or Chromium (Debian, Ubuntu: apt-get install chromium)
  - npx playwright install --with-deps chromium
  - DURAND_BROWSER=/path/to/chrome npm test`;

/**
 * The browser for the tests: one named in the environment, else an installed Chrome or Chromium,
 * else Playwright's own download, else Debian's package, installed now, else a download now.
 * @param {Machine} machine
 * @returns {Browser}
 * @throws when an environment variable names a program that is not there, and when nothing helps
 */
export function chooseBrowser(machine) {
  const found = namedBrowser(machine) ?? installedBrowser(machine) ?? downloadedBrowser(machine);
  if (found) return found;

  if (machine.hasDebianPackages()) {
    machine.say('No browser here: installing the Debian package chromium.');
    machine.installPackage();
    const installed = installedBrowser(machine);
    if (installed) return { ...installed, why: 'the Debian package chromium, installed just now' };
  }
  machine.say('No browser here: downloading Chromium (npx playwright install chromium).');
  machine.download();
  const downloaded = downloadedBrowser(machine);
  if (downloaded) return { ...downloaded, why: "Playwright's Chromium, downloaded just now" };

  throw new Error(advice);
}

/** @param {Machine} machine @returns {Browser | undefined} */
function namedBrowser({ env, exists }) {
  for (const name of named) {
    const path = env[name];
    if (!path) continue;
    if (exists(path)) return { path, why: `named by ${name}` };
    throw new Error(
      `${name} names ${path}, where there is no program. Give the full path of a Chrome or ` +
        `Chromium, or unset ${name} to let one be found.`
    );
  }
  return undefined;
}

/** @param {Machine} machine @returns {Browser | undefined} */
function installedBrowser(machine) {
  const path = installedPaths(machine).find((it) => machine.exists(it) && machine.runs(it));
  return path === undefined ? undefined : { path, why: 'installed on this machine' };
}

/** @param {Machine} machine @returns {Browser | undefined} */
function downloadedBrowser({ exists, runs, downloadPath }) {
  const path = downloadPath();
  return exists(path) && runs(path) ? { path, why: "Playwright's own download" } : undefined;
}

/** Where Chrome and Chromium are usually installed. @param {Machine} machine */
function installedPaths({ env, platform, home }) {
  if (platform === 'win32') {
    return [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((folder) =>
      folder
        ? [
            win32.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            win32.join(folder, 'Chromium', 'Application', 'chrome.exe')
          ]
        : []
    );
  }
  const folders = (env.PATH ?? '').split(posix.delimiter).filter(Boolean);
  const onPath = programs.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
  if (platform !== 'darwin') return onPath;
  const bundles = ['/', home].flatMap((folder) =>
    ['Google Chrome', 'Chromium'].map((name) =>
      posix.join(folder, 'Applications', `${name}.app`, 'Contents', 'MacOS', name)
    )
  );
  return [...bundles, ...onPath];
}

/**
 * This machine. Packages are installed as root, or by sudo where it asks for no password.
 * @returns {Machine}
 */
function thisMachine() {
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
    // Ubuntu's chromium-browser may be a stub that only says to install a snap. On Windows asking
    // for the version would open a window.
    runs: (path) => process.platform === 'win32' || succeeds([path, '--version']),
    downloadPath: () =>
      createRequire(import.meta.url)('@playwright/test').chromium.executablePath(),
    hasDebianPackages: () =>
      existsSync('/etc/debian_version') && succeeds([...sudo, 'apt-get', '--version']),
    installPackage: () => {
      const install = ['install', '-y', '--no-install-recommends', 'chromium'];
      succeeds([...sudo, 'apt-get', 'update'], false);
      succeeds([...sudo, 'apt-get', ...install], false);
    },
    download: () => {
      succeeds(['npx', 'playwright', 'install', '--no-shell', 'chromium'], false);
    },
    say: (text) => console.log(text)
  };
}

/** The browser for the tests on this machine; says which and why. See chooseBrowser. */
export function findBrowser() {
  const browser = chooseBrowser(thisMachine());
  console.log(`Browser: ${browser.path} (${browser.why}).`);
  return browser;
}

/**
 * How a browser is launched for tests and screenshots: WebGL drawn in software, the same on every
 * machine, and no word to any host but this one.
 * @param {string} executablePath
 */
export function launchOptions(executablePath) {
  return {
    executablePath,
    args: [
      // As a browser without a graphics card: the page is put together by the processor, and only
      // the map's WebGL is drawn by software that plays a card. With one pretended for all, each
      // frame of the page waits for it.
      '--disable-gpu',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'
    ]
  };
}
