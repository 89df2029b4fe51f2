export type ParsedNumber = { ok: true; value: number } | { ok: false; problem: string };

const DECIMAL = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

/**
 * Reads a number that a person typed: digits with an optional decimal point or comma. Anything else,
 * or a value outside [min, max], is refused with a sentence that says what to do.
 */
export function parseNumber(text: string, min: number, max: number, unit: string): ParsedNumber {
  const trimmed = text.trim();
  if (trimmed === '')
    return { ok: false, problem: `Write a number from ${min} to ${max} ${unit}.` };
  if (!DECIMAL.test(trimmed)) {
    return { ok: false, problem: `“${trimmed}” is not a number. Write one like 12.5.` };
  }
  const value = Number(trimmed.replace(',', '.'));
  if (value < min) return { ok: false, problem: `At least ${min} ${unit}.` };
  if (value > max) return { ok: false, problem: `At most ${max} ${unit}.` };
  return { ok: true, value };
}
