/**
 * Fits `value = sum of coefficient * term` by least squares.
 *
 * @param {number[][]} terms one row a sample
 * @param {number[]} values
 * @returns {number[]} coefficients
 */
export function leastSquares(terms, values) {
  const n = terms[0].length;
  const rows = Array.from({ length: n }, (_, i) => [
    ...Array.from({ length: n }, (_, j) => terms.reduce((sum, t) => sum + t[i] * t[j], 0)),
    terms.reduce((sum, t, k) => sum + t[i] * values[k], 0)
  ]);
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let j = i + 1; j < n; j++) if (Math.abs(rows[j][i]) > Math.abs(rows[pivot][i])) pivot = j;
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const factor = rows[j][i] / rows[i][i];
      for (let k = i; k <= n; k++) rows[j][k] -= factor * rows[i][k];
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}
