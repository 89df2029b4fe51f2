/**
 * Rebuilds every file of geodata/files, the catalog and PROVENANCE.md from the pinned packages.
 *
 *   node geodata/build.mjs            writes them
 *   node geodata/build.mjs --check    rebuilds them elsewhere and names every difference; exit code 1
 *                                     if there is any
 */
import { installPackages } from './tools/install.mjs';

const root = new URL('./', import.meta.url);
const check = process.argv.includes('--check');

installPackages(root);
// Only now: what it imports may not have been installed before.
const { compareOutputs, makeOutputs, writeOutputs } = await import('./tools/outputs.mjs');
const outputs = await makeOutputs();

if (check) {
  const differences = compareOutputs(root, outputs);
  for (const difference of differences) console.error(difference);
  console.log(
    differences.length === 0
      ? `geodata: ${outputs.size} files come out byte for byte as committed.`
      : `geodata: ${differences.length} of ${outputs.size} files differ.`
  );
  if (differences.length > 0) process.exitCode = 1;
} else {
  writeOutputs(root, outputs);
  for (const [name, text] of outputs) console.log(`${name}  ${Buffer.byteLength(text)} bytes`);
}
