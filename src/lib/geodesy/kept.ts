/** Gives what is made of an object, which must not be changed later, and keeps it as long as that. */
export function kept<Key extends object, Made extends object>(
  make: (key: Key) => Made
): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    const before = known.get(key);
    if (before) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
