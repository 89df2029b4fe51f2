import { SvelteURL } from 'svelte/reactivity';
import { transfer } from 'comlink';
import type { FarFile } from '../../engine/incidents/protocol';
import { Unreadable } from '../../formats/unreadable';
import { fileNameOf } from '../../incidents/parquet/file-name';
import { httpBuffer, type FetchPart, type RangeBuffer } from '../../incidents/parquet/range-buffer';
import { Courier } from './courier';

/** An address that a reader typed: what is wrong with it, or whose it is. */
export type Address =
  { ok: false; problem: string } | { ok: true; url: string; host: string; isOwn: boolean };

const THIS_MACHINE = /^(localhost|127\.0\.0\.1)$/;

/** Only https is asked, and http of this page's own host or this machine. */
export function addressOf(text: string, origin: string): Address {
  const typed = text.trim();
  if (!URL.canParse(typed)) {
    return { ok: false, problem: 'An address begins with https:// and names a host and a file.' };
  }
  const { protocol, hostname, host, href, origin: asked, username } = new SvelteURL(typed);
  if (protocol !== 'https:' && protocol !== 'http:') {
    return { ok: false, problem: `Only https is asked, and ${protocol} is not.` };
  }
  if (username !== '') return { ok: false, problem: 'Take name and password out of the address.' };
  const isOwn = asked === origin;
  if (protocol === 'http:' && !isOwn && !THIS_MACHINE.test(hostname)) {
    return { ok: false, problem: 'Over http others can read along: give an https address.' };
  }
  return { ok: true, url: href, host, isOwn };
}

/** A file on a host, of which the worker of the incidents asks for parts, and how much was read. */
export class FarFileReading {
  readonly name: string;
  readBytes = $state(0);
  /** Of the whole file; null until the host has told. */
  byteLength = $state<number | null>(null);
  isStopped = false;

  readonly #url: string;
  readonly #courier: Courier | null;
  #buffer: RangeBuffer | null = null;

  constructor({ url, isOwn }: Extract<Address, { ok: true }>) {
    this.#url = url;
    this.name = fileNameOf(url);
    this.#courier = isOwn ? null : new Courier();
  }

  /** Asks how large it is. Rejects with an Unreadable. */
  async open(): Promise<FarFile> {
    const courier = this.#courier;
    const fetchPart: FetchPart = courier ? (url, init) => courier.fetch(url, init) : fetch;
    this.#buffer = await httpBuffer(this.#url, fetchPart);
    this.byteLength = this.#buffer.byteLength;
    return { url: this.#url, byteLength: this.#buffer.byteLength };
  }

  /** A part of it, handed over without copying. */
  async read(start: number, end: number): Promise<ArrayBuffer> {
    if (this.isStopped || !this.#buffer) throw new Unreadable('was given up.');
    const part = await this.#buffer.slice(start, end);
    this.readBytes += part.byteLength;
    return transfer(part, [part]);
  }

  /** Ends whatever is asked; from now on nothing is. */
  stop(): void {
    this.isStopped = true;
    this.#courier?.close();
  }
}
