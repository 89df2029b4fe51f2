/**
 * Places labels along an axis, each as near to where it wants to stand as the others let it, at least
 * `gapPx` from the next and within the room; where there is too little room for all, they share it
 * evenly. `wanted` must rise; neighbours that push each other share the push (pool adjacent
 * violators).
 */
export function spread(
  wanted: readonly number[],
  gapPx: number,
  { from, to }: { from: number; to: number }
): number[] {
  const gap = Math.min(gapPx, wanted.length > 1 ? (to - from) / (wanted.length - 1) : gapPx);
  // With the gaps taken out, the places must merely not fall.
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((px, i) => {
    let pool = { sum: px - i * gap, count: 1 };
    for (let last = pools.at(-1); last && mean(last) > mean(pool); last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const most = to - from - (wanted.length - 1) * gap;
  return pools
    .flatMap((pool) => Array<number>(pool.count).fill(mean(pool)))
    .map((px, i) => Math.min(from + Math.max(0, most), Math.max(from, px)) + i * gap);
}

const mean = ({ sum, count }: { sum: number; count: number }) => sum / count;
