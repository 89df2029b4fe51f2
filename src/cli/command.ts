/** What a command reads from and writes to. */
export interface Streams {
  /** The lines of standard input, as they come. */
  input: AsyncIterable<string>;
  /** Standard input as bytes, for what is not lines. */
  bytes(): ReadableStream<Uint8Array>;
  /** Writes bytes to standard output, and waits while whoever reads them is slower. */
  write(bytes: Uint8Array): Promise<void>;
  /** Writes to standard output: the answer and nothing else. */
  print(text: string): void;
  /** Writes a message for a person to standard error. */
  tell(message: string): void;
}

/** The exit codes: all is well, something in the data is not, the command was not called rightly. */
export const OK = 0;
export const FAULT = 1;
export const MISUSE = 2;

/** One of the things that `durand` does. */
export interface Command {
  help: string;
  /**
   * Runs with the arguments after its name and gives the exit code. Throws a `Misuse` for arguments
   * that make no sense, and an Error with a sentence for data that is not sound.
   */
  run(args: readonly string[], streams: Streams): Promise<number>;
}

/** The command was not called rightly; the message says what is wrong. */
export class Misuse extends Error {
  override name = 'Misuse';
}
