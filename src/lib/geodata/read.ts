import * as v from 'valibot';

/** Reads data by its schema; throws a sentence that says in which data, where and what is wrong. */
export function readBy<T>(schema: v.GenericSchema<unknown, T>, raw: unknown, title: string): T {
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue) ?? 'its top level';
  throw new Error(`${title}: the file is not sound at ${where} (${issue.message}).`);
}
