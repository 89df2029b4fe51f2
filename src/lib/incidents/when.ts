import { civilDay, daysOfMonth } from './reading/values/days';
import { NO_DAY } from './table';

const MONTH_NAMES =
  'January,February,March,April,May,June,July,August,September,October,November,December'.split(
    ','
  );

/**
 * When an incident was, in words as exact as it is known: “16 May 2025”, “May 2025”, “2025”, “3 to 9
 * May 2025” for a day in between, “10–11 November 2001” for one that lasted; “no date”.
 */
export function whenInWords(firstDay: number, lastDay: number, lasted: boolean): string {
  if (firstDay === NO_DAY) return 'no date';
  const [y1, m1, d1] = civilDay(firstDay);
  const [y2, m2, d2] = civilDay(lastDay);
  const last = `${d2} ${MONTH_NAMES[m2 - 1]} ${y2}`;
  if (firstDay === lastDay) return last;
  const endsMonth = d1 === 1 && d2 === daysOfMonth(y2, m2);
  if (!lasted && endsMonth && y1 === y2) {
    if (m1 === m2) return `${MONTH_NAMES[m1 - 1]} ${y1}`;
    if (m1 === 1 && m2 === 12) return String(y1);
  }
  const first = [
    String(d1),
    ...(m1 !== m2 || y1 !== y2 ? [MONTH_NAMES[m1 - 1]] : []),
    ...(y1 !== y2 ? [String(y1)] : [])
  ].join(' ');
  if (!lasted) return `${first} to ${last}`;
  return m1 === m2 && y1 === y2 ? `${first}–${last}` : `${first} – ${last}`;
}
