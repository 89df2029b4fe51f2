/**
 * Runs the benches in this folder one after another and prints their tables:
 *
 *     npm run bench              all of them
 *     npm run bench stations     only those named
 */
import { readdirSync } from 'node:fs';

interface Bench {
  title: string;
  run(): Promise<void>;
}

const benches = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches.includes(name));

if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}; there are ${benches.join(', ')}.`);
  process.exitCode = 1;
} else {
  for (const name of asked.length > 0 ? asked : benches) {
    const { title, run } = (await import(`./${name}.ts`)) as Bench;
    console.log(`\n${title}`);
    await run();
  }
}
