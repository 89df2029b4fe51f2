import * as v from 'valibot';

/** Some text, not blank. */
export const Words = v.pipe(
  v.string('must be text'),
  v.trim(),
  v.minLength(1, 'must not be blank')
);

/** A name in lower-case letters, digits and hyphens that other entries can point to. */
export const Id = v.pipe(
  v.string('must be text'),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and hyphens, like "swat"')
);

/** Short enough to stand beside a paragraph's number: "A", or a longer one for texts that are added. */
export const TextId = v.pipe(
  v.string('must be text'),
  v.regex(
    /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
    'must be letters, digits and hyphens, like "A" or "herald-7"'
  ),
  v.maxLength(16, 'is too long to stand beside every paragraph: take at most 16 characters')
);

/** An address on the web; nothing else may stand behind a link. */
export const Link = v.pipe(
  v.string('must be text'),
  v.url('is no address: write it whole, like "https://example.org/article"'),
  v.regex(/^https?:/i, 'is no address on the web: it must begin with https:// or http://')
);

/** A paragraph: the count of the text's non-empty lines, from 1. */
export const Par = v.pipe(
  v.number('must be a paragraph number, without quotes'),
  v.integer('must be a whole paragraph number'),
  v.minValue(1, 'must be 1 or more: paragraphs count from 1')
);

const degrees = (name: string, limit: number) =>
  v.pipe(
    v.number(`must be a ${name} in degrees`),
    v.minValue(-limit, `is no ${name}: give degrees from -${limit} to ${limit}, longitude first`),
    v.maxValue(limit, `is no ${name}: give degrees from -${limit} to ${limit}, longitude first`)
  );

/** A GeoJSON position, `[lon, lat]` in WGS84 degrees. */
export const Position = v.strictTuple(
  [degrees('longitude', 180), degrees('latitude', 90)],
  'must be [longitude, latitude], two numbers'
);

/** A length in km, above zero. */
export const Km = v.pipe(
  v.number('must be a number of km'),
  v.finite('must be a number of km'),
  v.gtValue(0, 'must be above 0 km')
);

const DATE = /^\d{3}[\dX]$|^\d{4}-\d{2}(-\d{2})?$/;

/** A decade, year, month or day that the calendar has: `199X`, `2001`, `2022-03`, `2023-08-10`. */
function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const [year, month = '01', day = '01'] = text.replace('X', '0').split('-');
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

function isWhen(text: string): boolean {
  const open = /^(?:before|after) (.*)$/.exec(text);
  if (open) return isDate(open[1]);
  const dates = text.split('/');
  if (dates.length > 2 || !dates.every(isDate)) return false;
  return dates.length === 1 || dates[0] <= dates[1];
}

/**
 * A time as precisely as it is known, in ISO 8601 form: `1893`, `2022-03`, `2023-08-10`, a decade
 * `199X`, an interval `2021/2022`, or `before 2023-08`, `after 2025-11-07`.
 */
export const When = v.pipe(
  v.string('must be text'),
  v.check(
    isWhen,
    'is no time: write 1893, 199X, 2022-03, 2023-08-10, 2021/2022 or "before 2023-08"'
  )
);
