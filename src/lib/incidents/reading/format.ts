import type { Bytes } from './source';
import type { Sheet } from './sheet';

/** The first bytes of a file, as bytes and as text. */
export interface Head {
  name: string;
  bytes: Uint8Array;
  text: string;
}

/** A format of files that incidents come in. */
export interface Format {
  id: string;
  label: string;
  extensions: readonly string[];
  recognises(head: Head): boolean;
  /** Throws an Unreadable for what is not sound. */
  open(bytes: Bytes): Promise<Sheet>;
}
