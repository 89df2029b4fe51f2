import { readFileSync } from 'node:fs';
import type { Streams } from './command';

/** What a file is called in messages; `-` is standard input. */
export const nameOf = (file: string) => (file === '-' ? 'standard input' : file);

/** A file's text, or that of standard input for `-`. Throws with a sentence when it cannot be read. */
export async function textOf(file: string, { input }: Streams): Promise<string> {
  if (file === '-') {
    const lines: string[] = [];
    for await (const line of input) lines.push(line);
    return lines.join('\n');
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read: ${reason}`, { cause: error });
  }
}
