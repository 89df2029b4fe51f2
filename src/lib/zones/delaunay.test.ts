import fc from 'fast-check';
import { incircle } from 'robust-predicates';
import { expect, test } from 'vitest';
import { copyMesh, insertPoint, next, previous, refine, triangulate, type Mesh } from './delaunay';

/** Points nearly in a row, as on a line's straight parts, where rounding misleads. */
const nearlyInRow = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 3 })),
  { minLength: 10, maxLength: 200 }
);
const frame = [
  [-1e4, -1e4],
  [1e4, -1e4],
  [1e4, 1e4],
  [-1e4, 1e4]
];

function meshOf(points: number[][]): Mesh {
  const unique = [...new Map(points.map((p) => [p.join(), p])).values(), ...frame];
  return triangulate(
    Float64Array.from(unique, ([x]) => x),
    Float64Array.from(unique, ([, y]) => y)
  );
}

/** How many edges have the opposite point of their neighbour within their triangle's circle. */
function violations({ x, y, origin, twin, halfEdges }: Mesh): number {
  let count = 0;
  for (let e = 0; e < halfEdges; e++) {
    if (twin[e] < 0) continue;
    const [a, b, c, d] = [e, next(e), previous(e), previous(twin[e])].map((h) => origin[h]);
    if (incircle(x[a], y[a], x[b], y[b], x[c], y[c], x[d], y[d]) > 0) count++;
  }
  return count;
}

test('no point lies within the circle of a triangle, also after more are inserted', () => {
  fc.assert(
    fc.property(nearlyInRow, fc.array(fc.tuple(fc.nat(5000), fc.nat(3))), (points, more) => {
      const mesh = meshOf(points);
      expect(violations(mesh)).toBe(0);
      const wider = copyMesh(mesh, more.length);
      more.forEach(([x, y], i) => insertPoint(wider, x + 0.25 + i / 1000, y + 0.3, 0, []));
      expect(wider.points).toBe(mesh.points + more.length);
      expect(violations(wider)).toBe(0);
    }),
    { numRuns: 50 }
  );
});

/** Numbers and equal steps between each two of the first `row`. */
function stepped(v: Float64Array, row: number, parts: number): Float64Array {
  const values = [...v.slice(0, row - 1)].flatMap((from, i) => {
    return Array.from({ length: parts }, (_, k) => from + (k * (v[i + 1] - from)) / parts);
  });
  return Float64Array.from([...values, ...v.slice(row - 1)]);
}

test('points put between those of a mesh make a mesh of the same kind', () => {
  fc.assert(
    fc.property(nearlyInRow, fc.integer({ min: 2, max: 5 }), (points, parts) => {
      const mesh = meshOf([...points].sort(([a, c], [b, d]) => a - b || c - d));
      const row = mesh.points - frame.length;
      const places = Int32Array.from(mesh.leaving, (_, i) => {
        return Math.min(i, row - 1) * parts + Math.max(0, i - row + 1);
      });
      const [x, y] = [mesh.x, mesh.y].map((v) => stepped(v, row, parts));
      const finer = refine(mesh, places, x, y);
      expect(finer.points).toBe(mesh.points + (row - 1) * (parts - 1));
      expect(finer.halfEdges).toBe(6 * (finer.points - 3));
      expect(violations(finer)).toBe(0);
      finer.leaving.forEach((e, i) => expect(finer.origin[e]).toBe(i));
    }),
    { numRuns: 50 }
  );
});

test('refuses a point when there is no room for it', () => {
  expect(() => insertPoint(meshOf([[0, 0]]), 1, 1, 0, [])).toThrow('room');
});
