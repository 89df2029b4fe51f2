import { Unreadable } from '../../formats/unreadable';
import { DEEPEST, LONGEST_ROW } from './limits';

const OPEN = /["{}[\]]/g;

/**
 * Finds the records of a JSON text, piece by piece, without holding the whole: the objects in the
 * array `features` of its object, the objects in its array, or its objects one after another.
 * Throws an Unreadable for what nests too deep, never ends or is not sound.
 */
export class JsonRecords {
  #text = '';
  /** Where the text that is looked at begins, and what is open there. */
  #at = 0;
  #open: string[] = [];
  #recordStart = -1;
  #recordDepth = 0;
  #found = 0;
  #isList = false;

  /** Gives each record that is complete to `take`. */
  push(more: string, take: (record: unknown) => void): void {
    this.#text += more;
    for (;;) {
      OPEN.lastIndex = this.#at;
      const match = OPEN.exec(this.#text);
      if (!match) {
        this.#at = this.#text.length;
        break;
      }
      if (match[0] === '"') {
        const end = endOfString(this.#text, match.index);
        if (end < 0) {
          this.#at = match.index;
          break;
        }
        this.#at = end + 1;
      } else {
        this.#at = match.index + 1;
        this.#sign(match[0], match.index, take);
      }
    }
    this.#forget();
  }

  end(): void {
    if (this.#open.length > 0) {
      throw new Unreadable('is no sound JSON: it ends in the middle, as if it were cut off.');
    }
    if (this.#found === 0) throw new Unreadable('holds no features or records.');
  }

  #sign(sign: string, at: number, take: (record: unknown) => void): void {
    if (sign === '{' || sign === '[') {
      if (sign === '{' && this.#recordStart < 0 && this.#isRecord()) {
        this.#recordStart = at;
        this.#recordDepth = this.#open.length;
      }
      if (sign === '[' && this.#open.length === 1 && this.#open[0] === '{') {
        this.#beginsList(at);
      }
      this.#open.push(sign);
      if (this.#open.length > DEEPEST) {
        throw new Unreadable(`nests deeper than ${DEEPEST} levels, as no table of incidents does.`);
      }
      return;
    }
    const opened = this.#open.pop();
    if (opened === undefined || (sign === '}') !== (opened === '{')) {
      throw new Unreadable('is no sound JSON: its brackets do not match.');
    }
    if (this.#open.length < 2) this.#isList = false;
    if (this.#recordStart < 0 || this.#open.length !== this.#recordDepth) return;
    const record = parsed(this.#text.slice(this.#recordStart, at + 1));
    if (record instanceof UnsoundRecord && this.#found === 0) {
      throw new Unreadable(`is no sound JSON: ${record.reason}.`);
    }
    take(record);
    this.#found++;
    this.#recordStart = -1;
  }

  /** An object at the top is a record until it turns out to be a collection. */
  #isRecord(): boolean {
    const depth = this.#open.length;
    if (depth === 0) return true;
    if (depth === 1) return this.#open[0] === '[';
    return depth === 2 && this.#isList;
  }

  /** The list of the top object: `features` in GeoJSON, `data` in what ACLED's API gives. */
  #beginsList(at: number): void {
    if (this.#found > 0) return;
    const before = this.#text.slice(Math.max(0, at - 60), at);
    if (!/"(features|data)"\s*:\s*$/.test(before)) return;
    this.#isList = true;
    this.#recordStart = -1;
  }

  #forget(): void {
    const keep = this.#recordStart >= 0 ? this.#recordStart : this.#at;
    if (this.#text.length - keep > LONGEST_ROW) {
      throw new Unreadable(
        `has a record of more than ${LONGEST_ROW.toLocaleString('en')} characters: it is no table ` +
          'of incidents.'
      );
    }
    this.#text = this.#text.slice(keep);
    this.#at -= keep;
    if (this.#recordStart >= 0) this.#recordStart -= keep;
  }
}

/** Where the string that begins at `start` ends; -1 if its end is not there yet. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return end;
  }
  return -1;
}

/** A record that is no JSON, among others that are. */
export class UnsoundRecord {
  constructor(readonly reason: string) {}
}

const STRING_OR_NO_NUMBER = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/** The record; NaN and Infinity, which Python writes and JSON does not have, become null. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parsedWithoutNaN(text);
  }
}

function parsedWithoutNaN(text: string): unknown {
  try {
    return JSON.parse(
      text.replace(STRING_OR_NO_NUMBER, (part) => (part.startsWith('"') ? part : 'null'))
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new UnsoundRecord(reason.slice(0, 200));
  }
}
