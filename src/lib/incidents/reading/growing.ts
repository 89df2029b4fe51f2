type Growing = Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array;

/** An array of at least `length`, with what the given one holds. */
export function grown<T extends Growing>(array: T, length: number): T {
  if (length <= array.length) return array;
  const make = array.constructor as new (length: number) => T;
  const larger = new make(Math.max(1024, length, Math.ceil(array.length * 1.6)));
  larger.set(array);
  return larger;
}
