import { describe, expect, it } from 'vitest';
import { chooseDriver } from '../../scripts/driver.mjs';
import { machine } from './made-up-machine';

const manifest = '/usr/share/vulkan/icd.d/lvp_icd.x86_64.json';
const drawn =
  '<html><head></head><body>ANGLE (Mesa, Vulkan 1.3 (llvmpipe), llvmpipe)</body></html>';

describe('what draws WebGL in the tests', () => {
  it('is Mesa’s lavapipe where it is installed and the browser draws with it', () => {
    const ready = machine([], {
      filesIn: () => ['intel_icd.x86_64.json', 'lvp_icd.x86_64.json'],
      output: (path, _args, env) =>
        path === '/usr/bin/chromium' && env['VK_DRIVER_FILES'] === manifest ? drawn : ''
    });
    expect(chooseDriver(ready, '/usr/bin/chromium')).toBe(manifest);
  });

  it('is the browser’s own where it does not take the driver', () => {
    const other = drawn.replaceAll('llvmpipe', 'SwiftShader');
    for (const output of ['', other]) {
      const stubborn = machine([], {
        filesIn: () => ['lvp_icd.x86_64.json'],
        output: () => output
      });
      expect(chooseDriver(stubborn, '/usr/bin/chromium')).toBe('');
    }
  });

  it('is installed in CI where it is missing, and never elsewhere', () => {
    const bare = (env: NodeJS.ProcessEnv) => {
      const files: string[] = [];
      return machine([], {
        env,
        hasDebianPackages: () => true,
        installPackage: (name) => {
          if (name === 'mesa-vulkan-drivers') files.push('lvp_icd.x86_64.json');
        },
        filesIn: () => files,
        output: () => drawn
      });
    };
    expect(chooseDriver(bare({ CI: 'true' }), '/usr/bin/chromium')).toBe(manifest);
    expect(chooseDriver(bare({}), '/usr/bin/chromium')).toBe('');
  });

  it('is the browser’s own where the package cannot be had', () => {
    const offline = machine([], {
      env: { CI: 'true' },
      hasDebianPackages: () => true,
      installPackage: () => undefined
    });
    expect(chooseDriver(offline, '/usr/bin/chromium')).toBe('');
  });
});
