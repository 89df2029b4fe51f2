import { posix, win32 } from 'node:path';
import { driverEnv } from './driver.mjs';
import { thisMachine } from './machine.mjs';

/**
 * @typedef {import('./machine.mjs').Machine} Machine
 * @typedef {{ path: string, why: string }} Browser a browser's program and why it was taken
 */

const named = ['DURAND_BROWSER', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'];
const programs = [
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'chromium',
  'chromium-browser',
  'chromium-headless-shell'
];
/** Debian's Chromium without a window: it spares what Chromium spends on its own, a tenth of it all. */
const windowless = 'chromium-headless-shell';

const advice = `No browser was found and none could be installed. Do one of these and try again:
  - install Chrome or Chromium (Debian, Ubuntu: apt-get install chromium)
  - npx playwright install --with-deps chromium
  - DURAND_BROWSER=/path/to/chrome npm test`;

/**
 * The browser for the tests: one named in the environment, else an installed Chrome or Chromium,
 * else Playwright's own download, else Debian's package, installed now, else a download now. In CI on
 * Debian Chromium without a window comes before an installed one, and is installed if it can be.
 * @param {Machine} machine
 * @returns {Browser}
 * @throws when an environment variable names a program that is not there, and when nothing helps
 */
export function chooseBrowser(machine) {
  const found =
    namedBrowser(machine) ??
    windowlessBrowser(machine) ??
    installedBrowser(machine) ??
    downloadedBrowser(machine);
  if (found) return found;

  if (machine.hasDebianPackages()) {
    machine.say('No browser here: installing the Debian package chromium.');
    machine.installPackage('chromium');
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
function windowlessBrowser(machine) {
  if (!machine.env.CI || machine.platform !== 'linux') return undefined;
  const installed = installedBrowser(machine, [windowless]);
  if (installed || !machine.hasDebianPackages()) return installed;
  machine.say(`Installing the Debian package ${windowless}: it is quicker.`);
  machine.installPackage(windowless);
  return installedBrowser(machine, [windowless]);
}

/** @param {Machine} machine @param {string[]} [names] @returns {Browser | undefined} */
function installedBrowser(machine, names = programs) {
  const path = installedPaths(machine, names).find((it) => machine.exists(it) && machine.runs(it));
  return path === undefined ? undefined : { path, why: 'installed on this machine' };
}

/** @param {Machine} machine @returns {Browser | undefined} */
function downloadedBrowser({ exists, runs, downloadPath }) {
  const path = downloadPath();
  return exists(path) && runs(path) ? { path, why: "Playwright's own download" } : undefined;
}

/**
 * Where programs are usually installed.
 * @param {Machine} machine
 * @param {string[]} names
 */
function installedPaths({ env, platform, home }, names) {
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
  const onPath = names.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
  if (platform !== 'darwin') return onPath;
  const bundles = ['/', home].flatMap((folder) =>
    ['Google Chrome', 'Chromium'].map((name) =>
      posix.join(folder, 'Applications', `${name}.app`, 'Contents', 'MacOS', name)
    )
  );
  return [...bundles, ...onPath];
}

/** The browser for the tests on this machine; says which and why. See chooseBrowser. */
export function findBrowser() {
  const browser = chooseBrowser(thisMachine());
  console.log(`Browser: ${browser.path} (${browser.why}).`);
  return browser;
}

/**
 * How a browser is launched for tests, benchmarks and screenshots: WebGL drawn in software, the same
 * on every machine, and no word to any host but this one.
 * @param {string} executablePath
 * @param {string} [driver] what draws WebGL instead of the browser's own (./driver.mjs)
 */
export function launchOptions(executablePath, driver) {
  return {
    executablePath,
    ...(driver ? { env: driverEnv(driver) } : {}),
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
