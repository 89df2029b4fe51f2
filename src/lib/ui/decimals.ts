/** To make a format takes a thousand times as long as to use it, and a moving hand asks for dozens. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number with at least and at most so many decimals: “1,234.5”. */
export function decimals(value: number, least: number, most: number): string {
  const key = `${least} ${most}`;
  let format = formats.get(key);
  if (!format) {
    const digits = { minimumFractionDigits: least, maximumFractionDigits: most };
    formats.set(key, (format = new Intl.NumberFormat('en', digits)));
  }
  return format.format(value);
}
