import { parseArgs } from 'node:util';
import { Misuse } from './command';

/** An option's value as given, or whether one without a value was given. */
export interface Arguments {
  values: Record<string, string | boolean | undefined>;
  /** The values of the options that may be given more than once, in their order. */
  lists: Record<string, string[]>;
  positionals: string[];
}

type Options = Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>;

const NEGATIVE_NUMBER = /^-[.\d]/;
const MINUS_SIGN = '\u2212';

/**
 * Reads a command's arguments by node's parseArgs. Negative numbers are values and positionals,
 * never options. Throws a Misuse that says what is wrong.
 */
export function readArguments(args: readonly string[], options: Options): Arguments {
  const shielded = args.map((arg) => (NEGATIVE_NUMBER.test(arg) ? MINUS_SIGN + arg.slice(1) : arg));
  const restored = (arg: string) => (arg.startsWith(MINUS_SIGN) ? `-${arg.slice(1)}` : arg);
  try {
    const { values, positionals } = parseArgs({
      args: shielded,
      options,
      allowPositionals: true
    });
    const read: Arguments = { values: {}, lists: {}, positionals: positionals.map(restored) };
    for (const [name, value] of Object.entries(values)) {
      if (Array.isArray(value)) read.lists[name] = value.map((it) => restored(String(it)));
      else read.values[name] = typeof value === 'string' ? restored(value) : value;
    }
    return read;
  } catch (error) {
    throw new Misuse(error instanceof Error ? restoredIn(error.message) : String(error));
  }
}

const restoredIn = (message: string) => message.replaceAll(MINUS_SIGN, '-');

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** The number that a text is, in plain decimals; NaN if it is none. */
export function toNumber(text: string): number {
  return NUMBER.test(text.trim()) ? Number(text) : NaN;
}

/** The number of km that an option gives; undefined if it is left out. Throws a Misuse. */
export function kmOption({ values }: Arguments, name: string): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const km = typeof text === 'string' ? toNumber(text) : NaN;
  if (Number.isFinite(km)) return km;
  throw new Misuse(`--${name} is “${text}”: give a number of km.`);
}

/** As `kmOption`, for an option that must be given. */
export function requiredKm(args: Arguments, name: string): number {
  const km = kmOption(args, name);
  if (km === undefined) throw new Misuse(`--${name} is missing: give a number of km.`);
  return km;
}

/** Throws a Misuse if there are more positionals than a command takes. */
export function requireNoMore({ positionals }: Arguments, most: number): void {
  if (positionals.length > most) {
    throw new Misuse(`“${positionals[most]}” is one argument too many.`);
  }
}

/** Runs a step whose RangeErrors tell of values that were given on the command line. */
export function asMisuse<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw error instanceof RangeError ? new Misuse(error.message) : error;
  }
}
