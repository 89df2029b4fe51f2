import { spawn } from 'node:child_process';

/**
 * The command that opens an address in the default browser, or undefined where there is no display.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {[command: string, ...args: string[]] | undefined}
 */
export function openCommand(platform, env) {
  if (env.CI) return undefined;
  if (platform === 'darwin') return ['open'];
  // The empty argument is the window's title, which `start` would otherwise take the address for.
  if (platform === 'win32') return ['cmd', '/c', 'start', ''];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : undefined;
}

/**
 * Opens an address in the default browser where that is possible; the address was printed, so a
 * machine without a browser or display loses nothing.
 * @param {string} url
 */
export function openInBrowser(url) {
  const opener = openCommand(process.platform, process.env);
  if (!opener) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => console.log(`Could not run ${command}; open the address yourself.`));
  child.unref();
}
