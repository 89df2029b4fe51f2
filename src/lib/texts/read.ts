import * as v from 'valibot';

/** What is wrong at one spot of a data file, and what to do about it. */
export interface Fault {
  /** Where in the file, like `annotations[3].par`; empty for the file as a whole. */
  path: string;
  message: string;
}

/** A data file that does not keep to its schema; the message lists every fault. */
export class DataError extends Error {
  constructor(
    readonly file: string,
    readonly faults: Fault[]
  ) {
    super(
      faults.map(({ path, message }) => `${file}: ${path ? `${path} ` : ''}${message}`).join('\n')
    );
    this.name = 'DataError';
  }
}

function pathOf(keys: readonly unknown[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path ? `${path}.${String(key)}` : String(key);
  }, '');
}

/** Valibot's own wording, turned into what is wrong and what to do. */
function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path = pathOf((issue.path ?? []).map((item) => item.key));
  if (issue.kind === 'schema' && issue.received === 'undefined') {
    return { path, message: 'is missing: add it' };
  }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { path, message: 'is not a known field: correct its spelling or remove it' };
  }
  if (issue.message.startsWith('Invalid ')) {
    const expected = issue.expected?.replace(/[()]/g, '').replaceAll(' | ', ', ');
    return { path, message: `is ${issue.received}: it must be ${expected}` };
  }
  return { path, message: `${JSON.stringify(issue.input)}: ${issue.message}` };
}

/**
 * Reads data by its schema, then checks what the schema cannot see.
 *
 * @param file  the file's name, for the messages
 * @param faultsOf  faults across entries (references, doubles); asked only when the schema holds
 * @throws DataError naming the file, each path, what is wrong there and what to do
 */
export function readData<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
  data: unknown,
  faultsOf: (value: v.InferOutput<Schema>) => Fault[]
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, data);
  if (!result.success) throw new DataError(file, result.issues.map(faultOf));
  const faults = faultsOf(result.output);
  if (faults.length > 0) throw new DataError(file, faults);
  return result.output;
}
