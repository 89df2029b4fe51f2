/**
 * Types of packages that only geodata installs: the type check of the app must pass without them.
 */
declare module 'fflate' {
  export function strToU8(text: string): Uint8Array;
  export function gzipSync(data: Uint8Array, options: { level: number; mtime: number }): Uint8Array;
}
