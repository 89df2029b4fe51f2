export type ParsedNumber = { ok: true; value: number } | { ok: false; problem: string };

const DECIMAL = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;

/**
 * Reads a quantity that a person typed: digits with an optional decimal point or comma. Zero stands
 * for none; anything else that is no number or outside [min, max] is refused with a sentence that
 * says what to do.
 */
export function parseNumber(text: string, min: number, max: number, unit: string): ParsedNumber {
  const trimmed = text.trim();
  if (trimmed === '')
    return { ok: false, problem: `Write 0, or a number from ${min} to ${max} ${unit}.` };
  if (!DECIMAL.test(trimmed)) {
    return { ok: false, problem: `“${trimmed}” is not a number. Write one like 12.5.` };
  }
  const value = Number(trimmed.replace(',', '.'));
  if (value < 0) return { ok: false, problem: 'Not below 0.' };
  if (value > 0 && value < min) return { ok: false, problem: `At least ${min} ${unit}, or 0.` };
  if (value > max) return { ok: false, problem: `At most ${max} ${unit}.` };
  return { ok: true, value };
}
