import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { thisMachine } from './machine.mjs';

/** Where Vulkan's drivers on Linux tell where they are. */
const folder = '/usr/share/vulkan/icd.d';

/** A page that holds nothing but the name of what draws its WebGL. */
const page = `data:text/html,<script>
  const gl = document.createElement('canvas').getContext('webgl2');
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  document.write(gl.getParameter(names.UNMASKED_RENDERER_WEBGL));
</script>`.replaceAll('\n', '');

/**
 * What draws WebGL without a graphics card in the tests: Mesa's lavapipe, where it is installed and
 * the browser takes it. It draws a picture of the map in two fifths of the processor time that
 * Chromium's own SwiftShader takes. In CI it is installed if it is missing and can be.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string} browser a Chromium's path
 * @returns {string} the driver's manifest, or nothing for the browser's own
 */
export function chooseDriver(machine, browser) {
  if (machine.platform !== 'linux') return '';
  if (!lavapipe(machine) && machine.env.CI && machine.hasDebianPackages()) {
    machine.say('Installing the Debian package mesa-vulkan-drivers: it draws the map quicker.');
    machine.installPackage('mesa-vulkan-drivers');
  }
  const driver = lavapipe(machine);
  return driver && drawsWith(machine, browser, driver) ? driver : '';
}

/** @param {import('./machine.mjs').Machine} machine */
function lavapipe({ filesIn }) {
  const name = filesIn(folder).find((it) => it.startsWith('lvp_icd.'));
  return name && posix.join(folder, name);
}

/** @param {import('./machine.mjs').Machine} machine @param {string} browser @param {string} driver */
function drawsWith({ output }, browser, driver) {
  const draw = ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', '--no-first-run'];
  const profile = mkdtempSync(join(tmpdir(), 'durand-driver-'));
  const args = ['--headless', ...draw, `--user-data-dir=${profile}`, '--dump-dom', page];
  const html = output(browser, args, driverEnv(driver));
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return /<body>.*llvmpipe/.test(html);
}

/** The environment in which Chromium draws by a driver. @param {string} driver */
export function driverEnv(driver) {
  return { ...process.env, VK_DRIVER_FILES: driver };
}

/** The driver for the tests on this machine; says which. See chooseDriver. @param {string} browser */
export function findDriver(browser) {
  const driver = chooseDriver(thisMachine(), browser);
  console.log(`WebGL: ${driver ? `Mesa's lavapipe (${driver})` : "the browser's own software"}.`);
  return driver;
}
