import { describe, expect, it } from 'vitest';
import { openCommand } from '../../scripts/open.mjs';
import { installMatches } from '../../scripts/prepare.mjs';
import { playwrightTally, stepTally, sum, vitestTally } from '../../scripts/tally.mjs';

describe('whether the packages are installed as locked', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
      'node_modules/mac-only': { version: '2.0.0', integrity: 'sha512-m', optional: true }
    }
  };
  const installed = (version: string) => ({
    packages: { 'node_modules/a': { version, integrity: 'sha512-a' } }
  });

  it('holds though a package for another kind of machine is missing', () => {
    expect(installMatches(wanted, installed('1.0.0'))).toBe(true);
  });

  it('fails for another version and for a missing package', () => {
    expect(installMatches(wanted, installed('1.0.1'))).toBe(false);
    expect(installMatches(wanted, { packages: {} })).toBe(false);
  });
});

describe('the sum of the tests', () => {
  it('counts a test file that does not load as one failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
        { status: 'failed', assertionResults: [] }
      ]
    };
    expect(vitestTally(report)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a test that passes when tried again as passed, and names it', () => {
    const test = (title: string, status: string) => ({
      title,
      file: 'zone.spec.ts',
      line: 35,
      tests: [
        { projectName: 'desktop', status: 'expected' },
        { projectName: 'phone', status }
      ]
    });
    const suites = [
      { specs: [], suites: [{ specs: [test('it follows', 'flaky')] }] },
      { specs: [test('it stays', 'unexpected')] }
    ];
    expect(playwrightTally({ stats: { expected: 2, unexpected: 1, flaky: 1 }, suites })).toEqual({
      passed: 3,
      failed: 1,
      flaky: ['[phone] zone.spec.ts:35 it follows']
    });
  });

  it('counts one failure for a step that fails by other than tests', () => {
    expect(stepTally({ exitCode: 2, hasTests: false })).toEqual({ passed: 0, failed: 1 });
    expect(stepTally({ exitCode: 1, hasTests: true, tests: { passed: 9, failed: 0 } })).toEqual({
      passed: 9,
      failed: 1
    });
  });

  it('counts failed tests once, not the step that holds them as well', () => {
    expect(stepTally({ exitCode: 1, hasTests: true, tests: { passed: 9, failed: 2 } })).toEqual({
      passed: 9,
      failed: 2
    });
  });

  it('counts a step of tests in which none ran as failed, though it ended well', () => {
    expect(stepTally({ exitCode: 0, hasTests: true })).toEqual({ passed: 0, failed: 1 });
    expect(stepTally({ exitCode: 0, hasTests: true, tests: { passed: 0, failed: 0 } })).toEqual({
      passed: 0,
      failed: 1
    });
  });

  it('adds up over the steps', () => {
    const steps = [
      { passed: 9, failed: 1 },
      { passed: 3, failed: 0 }
    ];
    expect(sum(steps)).toEqual({ passed: 12, failed: 1 });
  });
});

describe('opening the browser', () => {
  it('needs a display on Linux and never happens in CI', () => {
    expect(openCommand('linux', {})).toBeUndefined();
    expect(openCommand('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
    expect(openCommand('linux', { DISPLAY: ':0', CI: 'true' })).toBeUndefined();
  });

  it('keeps the address apart from the window title on Windows', () => {
    expect(openCommand('win32', {})).toEqual(['cmd', '/c', 'start', '']);
  });
});
