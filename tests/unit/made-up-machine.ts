import type { Machine } from '../../scripts/machine.mjs';

/** A machine on which nothing is installed and nothing can be, but for what a test says. */
export function machine(
  files: string[],
  changes: Partial<Machine> = {}
): Machine & { said: string[] } {
  const said: string[] = [];
  return {
    env: { PATH: '/usr/local/bin:/usr/bin' },
    platform: 'linux',
    home: '/home/reader',
    exists: (path) => files.includes(path),
    filesIn: () => [],
    runs: () => true,
    output: () => '',
    downloadPath: () => '/cache/playwright/chrome',
    hasDebianPackages: () => false,
    installPackage: () => {
      throw new Error('No package may be installed here.');
    },
    download: () => undefined,
    say: (text) => said.push(text),
    said,
    ...changes
  };
}
