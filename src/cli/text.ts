import { readAddedText } from '../lib/texts/added-text';
import { demandsOf } from '../lib/texts/paragraphs';
import { DataError } from '../lib/texts/read';
import type { SourceText } from '../lib/texts/schema';
import { readArguments } from './arguments';
import { FAULT, Misuse, OK, type Command } from './command';
import { nameOf, textOf } from './files';

const help = `durand text FILE...

Checks files of texts to be added to the app, as the app itself does: the form of
every entry, that each paragraph, place and link referred to exists, and that no
id stands twice. docs/adding-a-text.md describes the format.

  FILE           a text's JSON file; - for standard input

Prints a line of JSON for each file that is sound: its name, id and how much is in
it. Each fault is told on standard error: the file, the path in it, what is wrong
and what to do. The exit code is 0 when all files are sound, else 1.

  durand text our-text.json
`;

export const text: Command = {
  help,
  async run(argv, streams) {
    const { positionals: files } = readArguments(argv, {});
    if (files.length === 0) throw new Misuse('FILE is missing; give - for standard input.');
    let code = OK;
    for (const file of files) {
      try {
        const read = readAddedText(await textOf(file, streams), nameOf(file));
        streams.print(`${JSON.stringify({ file: nameOf(file), ...countsOf(read) })}\n`);
      } catch (error) {
        code = FAULT;
        const { message } = error instanceof Error ? error : { message: String(error) };
        streams.tell(message);
        if (!(error instanceof DataError)) continue;
        const { length } = error.faults;
        streams.tell(`${nameOf(file)}: ${length} fault${length === 1 ? '' : 's'}`);
      }
    }
    return code;
  }
};

function countsOf(read: SourceText) {
  return {
    id: read.id,
    paragraphs: read.outline.length,
    places: read.places.length,
    areas: read.areas.length,
    annotations: read.annotations.length,
    events: read.events.length,
    demands: demandsOf(read).length,
    claims: read.claims.length
  };
}
