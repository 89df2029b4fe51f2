export type Complex = [re: number, im: number];

/** Coefficients of a complex polynomial, lowest power first. */
export interface Polynomial {
  re: Float64Array;
  im: Float64Array;
}

/** The polynomial with coefficients given as real and imaginary part by turns, lowest power first. */
export function polynomial(pairs: readonly number[]): Polynomial {
  return {
    re: Float64Array.from(pairs.filter((_, i) => i % 2 === 0)),
    im: Float64Array.from(pairs.filter((_, i) => i % 2 === 1))
  };
}

/** The value at x + iy. Horner's rule for even and odd powers apart: a processor goes on with both. */
export function evaluate({ re, im }: Polynomial, x: number, y: number): Complex {
  const squareX = x * x - y * y;
  const squareY = 2 * x * y;
  let evenX = 0;
  let evenY = 0;
  let oddX = 0;
  let oddY = 0;
  let k = re.length - 1;
  if (k % 2 === 0) {
    evenX = re[k];
    evenY = im[k--];
  }
  for (; k > 0; k -= 2) {
    const nextEvenX = evenX * squareX - evenY * squareY + re[k - 1];
    const nextOddX = oddX * squareX - oddY * squareY + re[k];
    evenY = evenX * squareY + evenY * squareX + im[k - 1];
    oddY = oddX * squareY + oddY * squareX + im[k];
    evenX = nextEvenX;
    oddX = nextOddX;
  }
  return [evenX + oddX * x - oddY * y, evenY + oddX * y + oddY * x];
}

/**
 * The first coefficients, up to a degree, of the same polynomial written in powers of the distance
 * from x + iy (by synthetic division again and again).
 */
export function expandedAround(p: Polynomial, x: number, y: number, degree: number): Polynomial {
  const re = p.re.slice();
  const im = p.im.slice();
  for (let lowest = 0; lowest <= degree; lowest++) {
    for (let k = re.length - 2; k >= lowest; k--) {
      const fromX = re[k + 1] * x - im[k + 1] * y;
      im[k] += re[k + 1] * y + im[k + 1] * x;
      re[k] += fromX;
    }
  }
  return { re: re.slice(0, degree + 1), im: im.slice(0, degree + 1) };
}

/** The powers 0 to `degree` of x + iy. */
export function powers(x: number, y: number, degree: number): Complex[] {
  const list: Complex[] = [[1, 0]];
  for (let k = 0; k < degree; k++) {
    const [a, b] = list[k];
    list.push([a * x - b * y, a * y + b * x]);
  }
  return list;
}

/** The power series of exp(p), up to a degree: its coefficients follow from (exp p)' = p' exp p. */
export function exponential(p: Polynomial, degree: number): Polynomial {
  const re = new Float64Array(degree + 1);
  const im = new Float64Array(degree + 1);
  re[0] = Math.exp(p.re[0]);
  for (let k = 1; k <= degree; k++) {
    for (let j = 1; j <= Math.min(k, p.re.length - 1); j++) {
      re[k] += (j / k) * (p.re[j] * re[k - j] - p.im[j] * im[k - j]);
      im[k] += (j / k) * (p.re[j] * im[k - j] + p.im[j] * re[k - j]);
    }
  }
  return { re, im };
}

/** The integral from 0, times a factor. */
export function integral(p: Polynomial, factor: number): Polynomial {
  const raise = (c: Float64Array) =>
    Float64Array.from([0, ...c.map((v, k) => (factor * v) / (k + 1))]);
  return { re: raise(p.re), im: raise(p.im) };
}
