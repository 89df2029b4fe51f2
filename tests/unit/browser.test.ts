import { describe, expect, it } from 'vitest';
import { chooseBrowser, launchOptions } from '../../scripts/browser.mjs';
import { machine } from './made-up-machine';

const everything = ['/opt/mine', '/usr/bin/chromium', '/cache/playwright/chrome'];

describe('the browser that the tests take', () => {
  it('is the one that the environment names, before any other', () => {
    for (const name of ['DURAND_BROWSER', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH']) {
      const env = { PATH: '/usr/bin', [name]: '/opt/mine' };
      expect(chooseBrowser(machine(everything, { env }))).toEqual({
        path: '/opt/mine',
        why: `named by ${name}`
      });
    }
  });

  it('is never silently another than the one named', () => {
    const env = { PATH: '/usr/bin', DURAND_BROWSER: '/opt/gone' };
    expect(() => chooseBrowser(machine(everything, { env }))).toThrow(
      'DURAND_BROWSER names /opt/gone, where there is no program'
    );
  });

  it('is an installed one, before a download', () => {
    expect(chooseBrowser(machine(everything)).path).toBe('/usr/bin/chromium');
  });

  it('is Chrome before Chromium when both are installed', () => {
    const both = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
    expect(chooseBrowser(machine(both)).path).toBe('/usr/bin/google-chrome');
  });

  it('is not a stub that does not start', () => {
    const stub = ['/usr/bin/chromium-browser', '/cache/playwright/chrome'];
    const runs = (path: string) => path !== '/usr/bin/chromium-browser';
    expect(chooseBrowser(machine(stub, { runs })).why).toBe("Playwright's own download");
  });

  it('is found in the usual places of macOS and Windows', () => {
    const mac = '/home/reader/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(chooseBrowser(machine([mac], { platform: 'darwin' })).path).toBe(mac);

    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    const env = { PROGRAMFILES: 'C:\\Program Files' };
    expect(chooseBrowser(machine([windows], { platform: 'win32', env })).path).toBe(windows);
  });

  it("is Playwright's download when none is installed", () => {
    const bare = machine(['/cache/playwright/chrome']);
    expect(chooseBrowser(bare).why).toBe("Playwright's own download");
    expect(bare.said).toEqual([]);
  });

  it('is Debian’s package, installed now, on a bare Debian machine', () => {
    const files: string[] = [];
    const bare = machine(files, {
      hasDebianPackages: () => true,
      installPackage: () => files.push('/usr/bin/chromium')
    });
    expect(chooseBrowser(bare)).toEqual({
      path: '/usr/bin/chromium',
      why: 'the Debian package chromium, installed just now'
    });
    expect(bare.said).toEqual(['No browser here: installing the Debian package chromium.']);
  });

  it('is downloaded now when the package cannot be had', () => {
    const files: string[] = [];
    const bare = machine(files, {
      hasDebianPackages: () => true,
      installPackage: () => undefined,
      download: () => files.push('/cache/playwright/chrome')
    });
    expect(chooseBrowser(bare).why).toBe("Playwright's Chromium, downloaded just now");
    expect(bare.said).toHaveLength(2);
  });

  it('is in CI on Debian Chromium without a window, installed if it is missing', () => {
    const files = ['/usr/bin/chromium'];
    const env = { PATH: '/usr/bin', CI: 'true' };
    const debian = machine(files, {
      env,
      hasDebianPackages: () => true,
      installPackage: (name) => files.push(`/usr/bin/${name}`)
    });
    for (let time = 0; time < 2; time++) {
      expect(chooseBrowser(debian).path).toBe('/usr/bin/chromium-headless-shell');
    }
    expect(debian.said).toHaveLength(1);

    const without = machine(['/usr/bin/chromium'], {
      env,
      hasDebianPackages: () => true,
      installPackage: () => undefined
    });
    expect(chooseBrowser(without).path).toBe('/usr/bin/chromium');
    expect(chooseBrowser(machine(['/usr/bin/chromium'], { env })).path).toBe('/usr/bin/chromium');
  });

  it('is missing with advice when nothing helps', () => {
    expect(() => chooseBrowser(machine([]))).toThrow(/DURAND_BROWSER=\/path\/to\/chrome npm test/);
  });
});

it('lets a browser under test reach no host but this machine', () => {
  expect(launchOptions('/usr/bin/chromium').args).toContain(
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'
  );
});
