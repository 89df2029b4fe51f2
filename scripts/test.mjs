import './node-version.mjs';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './prepare.mjs';
import { root } from './run.mjs';
import { steps } from './steps.mjs';
import { stepTally, sum } from './tally.mjs';

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {import('./tally.mjs').Tally} Tally
 *
 * @typedef {object} Result
 * @property {Step} step
 * @property {Tally} tally what the step adds to the sum
 * @property {Tally} [tests] its tests, as its own report counts them
 * @property {number} [seconds] missing when the step was left out because an earlier one failed
 */

/** How many light steps run side by side. */
const LIGHT_AT_ONCE = 2;

const help = `npm test [-- STEP ...]
Installs what is missing and runs these steps, or only the ones named:

${steps.map(({ name, title }) => `  ${name.padEnd(7)} ${title}`).join('\n')}

The last line gives the tests of all steps: N passed, N failed. A step that fails by anything but a
test counts as one failed; in CI a browser test that fails is tried again once, and named when it
passes then. DURAND_BROWSER=/path/to/chrome chooses the browser.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } }
  });
  if (values.help) console.log(help);
  else process.exitCode = await test(chosenSteps(positionals));
} catch (error) {
  console.error(message(error));
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

/** @param {string[]} names none for all @returns {Step[]} */
function chosenSteps(names) {
  const unknown = names.find((name) => !steps.some((step) => step.name === name));
  if (unknown !== undefined) throw new Error(`There is no step "${unknown}".\n\n${help}`);
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
}

/** Runs the steps and sums them up. @param {Step[]} chosen @returns {Promise<number>} exit code */
async function test(chosen) {
  await ensureInstalled();
  /** @type {Result[]} */
  const results = [];
  for (const batch of batches(chosen)) {
    const waiting = [...batch];
    /** Takes one step after the other, beside others that do so. */
    const work = async () => {
      for (let step = waiting.shift(); step; step = waiting.shift()) {
        const { after } = step;
        const isBlocked = results.some((it) => it.step.name === after && it.tally.failed > 0);
        const none = { step, tally: { passed: 0, failed: 0 } };
        results.push(isBlocked ? none : await runStep(step));
      }
    };
    await Promise.all(Array.from({ length: LIGHT_AT_ONCE }, work));
  }
  const { passed, failed } = sum(results.map(({ tally }) => tally));
  header('Summary');
  for (const result of results) console.log(summaryLine(result));
  for (const name of results.flatMap(({ tests }) => tests?.flaky ?? [])) {
    console.log(`unsteady  passed when tried again: ${name}`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** The steps in order, with light ones that follow each other together. @param {Step[]} chosen */
function batches(chosen) {
  /** @type {Step[][]} */
  const all = [];
  for (const step of chosen) {
    const last = all.at(-1);
    if (step.isLight && last?.[0].isLight) last.push(step);
    else all.push([step]);
  }
  return all;
}

/** @param {Step} step @returns {Promise<Result>} */
async function runStep(step) {
  header(step.title);
  const began = performance.now();
  // A report of an earlier run must not be counted for this one.
  if (step.tests) rmSync(join(root, step.tests.report), { force: true });
  const exitCode = await step.run().catch((error) => {
    console.error(message(error));
    return 1;
  });
  const seconds = (performance.now() - began) / 1000;
  const tests = step.tests && readTally(step.tests);
  const tally = stepTally({ exitCode, tests, hasTests: Boolean(step.tests) });
  return tests ? { step, seconds, tally, tests } : { step, seconds, tally };
}

/** @param {NonNullable<Step['tests']>} tests */
function readTally({ report, tally }) {
  const path = join(root, report);
  return existsSync(path) ? tally(readFileSync(path, 'utf8')) : undefined;
}

/** @param {Result} result */
function summaryLine({ step, seconds, tally, tests }) {
  if (seconds === undefined)
    return line('left out', step.title, '', `because ${step.after} failed`);
  const outcome = tally.failed > 0 ? 'FAILED' : 'ok';
  return line(outcome, step.title, `${seconds.toFixed(1)} s`, step.tests ? testsNote(tests) : '');
}

/** @param {Tally | undefined} tests */
function testsNote(tests) {
  if (!tests || tests.passed + tests.failed === 0) return 'no test ran';
  return `${tests.passed} passed, ${tests.failed} failed`;
}

/** @param {string} outcome @param {string} title @param {string} time @param {string} note */
function line(outcome, title, time, note) {
  return `${outcome.padEnd(9)} ${title.padEnd(46)} ${time.padStart(8)}  ${note}`.trimEnd();
}

/** @param {string} title */
function header(title) {
  console.log(`\n== ${title} ${'='.repeat(Math.max(0, 76 - title.length))}\n`);
}

/** @param {unknown} error */
function message(error) {
  return error instanceof Error ? error.message : String(error);
}
