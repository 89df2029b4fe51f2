/**
 * The x that makes the sum of squares of `rows · x - values` least, by Householder reflections, which
 * bear powers of a variable as columns where normal equations would not. Works on copies. Wants at
 * least as many rows as unknowns, and independent columns.
 */
export function leastSquares(rows: readonly number[][], values: readonly number[]): number[] {
  const a = rows.map((row) => Float64Array.from(row));
  const b = Float64Array.from(values);
  const unknowns = a[0].length;
  for (let k = 0; k < unknowns; k++) reflect(a, b, k);
  return backSubstitute(a, b, unknowns);
}

/** Turns column k into zeros below the diagonal, and the columns right of it and b along with it. */
function reflect(a: Float64Array[], b: Float64Array, k: number): void {
  let norm2 = 0;
  for (let i = k; i < a.length; i++) norm2 += a[i][k] ** 2;
  const diagonal = a[k][k] > 0 ? -Math.sqrt(norm2) : Math.sqrt(norm2);
  const v = a.map((row, i) => (i < k ? 0 : i === k ? row[k] - diagonal : row[k]));
  const v2 = norm2 - a[k][k] ** 2 + v[k] ** 2;
  if (v2 === 0) return;
  for (let j = k; j < a[k].length; j++) {
    let dot = 0;
    for (let i = k; i < a.length; i++) dot += v[i] * a[i][j];
    for (let i = k; i < a.length; i++) a[i][j] -= ((2 * dot) / v2) * v[i];
  }
  let dot = 0;
  for (let i = k; i < a.length; i++) dot += v[i] * b[i];
  for (let i = k; i < a.length; i++) b[i] -= ((2 * dot) / v2) * v[i];
}

function backSubstitute(a: Float64Array[], b: Float64Array, unknowns: number): number[] {
  const x = new Array<number>(unknowns).fill(0);
  for (let i = unknowns - 1; i >= 0; i--) {
    let sum = b[i];
    for (let j = i + 1; j < unknowns; j++) sum -= a[i][j] * x[j];
    x[i] = sum / a[i][i];
  }
  return x;
}
