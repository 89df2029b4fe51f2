import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { FAULT, Misuse, MISUSE, OK, type Command, type Streams } from './command';

/** A command by name, what it does in one line, and how it is had. */
interface Entry {
  name: string;
  summary: string;
  load(): Promise<Command>;
}

/** Only the one that is called is loaded: to read the code of all takes a second. */
const commands: readonly Entry[] = [
  {
    name: 'station',
    summary: 'where positions lie with respect to the line',
    load: async () => (await import('./station')).station
  },
  {
    name: 'zone',
    summary: 'a buffer zone of any width, with its areas',
    load: async () => (await import('./zone')).zone
  },
  {
    name: 'profile',
    summary: 'how wide a polygon is along the line, as CSV',
    load: async () => (await import('./profile')).profile
  },
  {
    name: 'incidents',
    summary: 'where the incidents of a table lie, as CSV, GeoJSON or Excel',
    load: async () => (await import('./incidents')).incidents
  },
  {
    name: 'text',
    summary: 'check files of texts to be added to the app',
    load: async () => (await import('./text')).text
  }
];

const help = `durand COMMAND [...]

Measures from the Durand Line, exact on WGS84.

${commands.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}

durand COMMAND --help tells more. Answers go to standard output, messages to standard error.
Exit codes: 0 all is well, 1 something in the data is not, 2 the command was not called rightly.
`;

/** Runs `durand` with its arguments; gives the exit code. */
export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  const [name, ...args] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    streams.print(help);
    return OK;
  }
  const entry = commands.find((it) => it.name === name);
  if (!entry) {
    streams.tell(name === undefined ? help : `durand: there is no command “${name}”.\n\n${help}`);
    return MISUSE;
  }
  const command = await entry.load();
  if (args.includes('--help') || args.includes('-h')) {
    streams.print(command.help);
    return OK;
  }
  try {
    return await command.run(args, streams);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    streams.tell(`durand ${entry.name}: ${message}`);
    if (!(error instanceof Misuse)) return FAULT;
    streams.tell(`durand ${entry.name} --help tells how to call it.`);
    return MISUSE;
  }
}

/** Runs `durand` as this process's work. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', endQuietly);
  process.exitCode = await run(argv, {
    input: inputLines(),
    bytes: () => Readable.toWeb(process.stdin) as ReadableStream<Uint8Array>,
    async write(bytes) {
      if (!process.stdout.write(bytes)) await once(process.stdout, 'drain');
    },
    print: (text) => process.stdout.write(text),
    tell: (message) => console.error(message)
  });
}

/** A reader that has seen enough, as `head`, closes the pipe: that is no fault. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

/** The lines of standard input, which is opened only if they are asked for. */
async function* inputLines(): AsyncGenerator<string> {
  let isFirst = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    yield isFirst ? line.replace(/^\uFEFF/, '') : line;
    isFirst = false;
  }
}
