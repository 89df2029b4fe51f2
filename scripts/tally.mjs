/**
 * @typedef {object} Tally real tests, skipped ones not among them
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} [flaky] those among the passed that failed at first
 *
 * @typedef {object} VitestReport what is read of Vitest's JSON report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults by file
 *
 * @typedef {object} PlaywrightReport what is read of Playwright's JSON report
 * @property {{ expected: number, unexpected: number, flaky: number }} stats
 * @property {PlaywrightSuite[]} suites
 *
 * @typedef {object} PlaywrightSuite a file, or what it groups together
 * @property {PlaywrightSuite[]} [suites]
 * @property {PlaywrightSpec[]} specs
 *
 * @typedef {object} PlaywrightSpec a test, as it ran on each screen
 * @property {string} title
 * @property {string} file
 * @property {number} line
 * @property {{ status: string, projectName: string }[]} tests
 */

/**
 * A file that fails outside its tests (it does not load, say) counts as one failed test.
 * @param {VitestReport} report
 * @returns {Tally}
 */
export function vitestTally({ numPassedTests, numFailedTests, testResults }) {
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
  );
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}

/**
 * A test that passed when it was tried again has passed: a slow machine is no failure. It is named.
 * @param {PlaywrightReport} report
 * @returns {Tally}
 */
export function playwrightTally({ stats, suites }) {
  const flaky = suites.flatMap(flakyIn);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, flaky };
}

/** @param {PlaywrightSuite} suite @returns {string[]} */
function flakyIn({ suites = [], specs }) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky')
      .map(({ projectName }) => `[${projectName}] ${file}:${line} ${title}`)
  );
  return [...own, ...suites.flatMap(flakyIn)];
}

/**
 * What a step adds to the sum: its tests, and one failure when it failed by anything else, which
 * includes a step of tests in which no test ran.
 * @param {{ exitCode: number, tests?: Tally | undefined, hasTests: boolean }} outcome `tests` is
 *   missing when the step has none or wrote no report
 * @returns {Tally}
 */
export function stepTally({ exitCode, tests = { passed: 0, failed: 0 }, hasTests }) {
  const noneRan = hasTests && tests.passed + tests.failed === 0;
  const failedOtherwise = tests.failed === 0 && (exitCode !== 0 || noneRan);
  return { passed: tests.passed, failed: tests.failed + (failedOtherwise ? 1 : 0) };
}

/** @param {Tally[]} tallies @returns {{ passed: number, failed: number }} */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0)
  };
}
