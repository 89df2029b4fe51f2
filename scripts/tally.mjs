/**
 * @typedef {{ passed: number, failed: number }} Tally real tests, skipped ones not among them
 *
 * @typedef {object} VitestReport what is read of Vitest's JSON report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults by file
 *
 * @typedef {object} PlaywrightReport what is read of Playwright's JSON report
 * @property {{ expected: number, unexpected: number, flaky: number }} stats
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
 * @param {PlaywrightReport} report
 * @returns {Tally}
 */
export function playwrightTally({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
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

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0)
  };
}
