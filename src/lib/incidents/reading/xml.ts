import { SaxesParser } from 'saxes';
import { Unreadable } from '../../formats/unreadable';
import { DEEPEST, LONGEST_ROW } from './limits';

export interface XmlHandlers {
  /** `path` holds the names of the elements that are open, this one last, without prefixes. */
  open(name: string, attributes: ReadonlyMap<string, string>, path: readonly string[]): void;
  /** `text` is what stood directly in the element; `path` is that of its parent. */
  close(name: string, text: string, path: readonly string[]): void;
}

/**
 * Reads XML piece by piece. Document types, and with them entities of the file's own, are refused;
 * no other file is ever opened. Throws an Unreadable for what is not sound, nests too deep or never
 * ends.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #path: string[] = [];
  readonly #texts: string[] = [];
  #sinceTag = 0;

  constructor(handlers: XmlHandlers) {
    const parser = this.#parser;
    parser.on('error', ({ message }) => {
      throw new Unreadable(`is no sound XML, line ${message.replace(/:\d+/, '').slice(0, 200)}`);
    });
    parser.on('doctype', () => {
      throw new Unreadable(
        'declares a document type, which could hold entities and is not read: save it without.'
      );
    });
    parser.on('opentag', (tag) => {
      const name = localName(tag.name);
      this.#sinceTag = 0;
      this.#path.push(name);
      this.#texts.push('');
      if (this.#path.length > DEEPEST) {
        throw new Unreadable(`nests deeper than ${DEEPEST} levels, line ${parser.line}.`);
      }
      const attributes = new Map(
        Object.entries(tag.attributes).map(([key, value]) => [localName(key), String(value)])
      );
      handlers.open(name, attributes, this.#path);
    });
    const add = (text: string) => {
      if (this.#texts.length > 0) this.#texts[this.#texts.length - 1] += text;
    };
    parser.on('text', add);
    parser.on('cdata', add);
    parser.on('closetag', () => {
      this.#sinceTag = 0;
      const name = this.#path.pop() ?? '';
      handlers.close(name, this.#texts.pop() ?? '', this.#path);
    });
  }

  push(text: string): void {
    this.#sinceTag += text.length;
    this.#parser.write(text);
    const longest = this.#texts.reduce((most, held) => Math.max(most, held.length), this.#sinceTag);
    if (longest > LONGEST_ROW) {
      throw new Unreadable(
        `has a part of more than ${LONGEST_ROW.toLocaleString('en')} characters, line ` +
          `${this.#parser.line}.`
      );
    }
  }

  end(): void {
    this.#parser.close();
  }
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
