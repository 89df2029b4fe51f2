/** One coordinate as read. */
export interface Angle {
  degrees: number;
  /** Which coordinate it is, where a letter tells. */
  axis: 'lat' | 'lon' | null;
}

const NUMBER = String.raw`(\d+\.?\d*|\.\d+)`;
const MINUTES = String.raw`(?: ?° ?| )${NUMBER}`;
const SECONDS = String.raw`(?: ?' ?| )${NUMBER} ?"?`;
const ANGLE = new RegExp(
  `^([NSEW])? ?([-+])? ?${NUMBER}(?:${MINUTES}(?:${SECONDS}| ?')?| ?°)? ?([NSEW])?$`
);

/**
 * Reads one angle: degrees, or degrees and minutes, or those and seconds, with or without the signs
 * ° ' ", with a sign or one letter before or behind. Null for anything else: minutes from 60 on,
 * decimals anywhere but in the last part, a minus sign beside a letter.
 */
export function readAngle(text: string): Angle | null {
  const match = ANGLE.exec(text.trim());
  if (!match) return null;
  const [, before, sign, degrees, minutes = '0', seconds = '0', behind] = match;
  const letter = before ?? behind;
  if (before !== undefined && behind !== undefined) return null;
  if (letter !== undefined && sign !== undefined) return null;
  const isBroken = (part: string) => !/^\d+$/.test(part);
  if (match[4] !== undefined && isBroken(degrees)) return null;
  if (match[5] !== undefined && isBroken(minutes)) return null;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;

  const size = Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600;
  const isNegative = sign === '-' || letter === 'S' || letter === 'W';
  return { degrees: isNegative ? -size : size, axis: axisOf(letter) };
}

function axisOf(letter: string | undefined): Angle['axis'] {
  if (letter === undefined) return null;
  return letter === 'N' || letter === 'S' ? 'lat' : 'lon';
}
