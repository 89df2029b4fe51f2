import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command in the project's folder and shows its output.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, shell?: boolean }} [options]
 * @returns {Promise<number>} its exit code, 1 when a signal ended it
 */
export function run(command, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs npm, by the very npm that runs us if there is one.
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function npm(args, env = {}) {
  const cli = process.env.npm_execpath ?? '';
  return basename(cli) === 'npm-cli.js'
    ? run(process.execPath, [cli, ...args], { env })
    : run('npm', args, { env, shell: process.platform === 'win32' });
}

/**
 * Runs a script of package.json.
 * @param {string} script
 * @param {string[]} [args] handed to the script
 * @param {Record<string, string>} [env]
 */
export function npmScript(script, args = [], env = {}) {
  return npm(['run', '--silent', script, '--', ...args], env);
}
