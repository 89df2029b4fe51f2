import { isWithin } from '../geodesy/within';
import type { BoxedPath, Crossing } from './crossings';
import { isCurve, type OutlineRing } from './outline';
import { RingBuilder } from './ring-builder';
import type { RunPath } from './ring-path';

/** What an outline is cut to: all that is to the left of the chains of its edge. */
export interface Region {
  /**
   * The region's edge in the plane. Each chain is closed, or begins and ends outside the outlines
   * that are cut.
   */
  edge: readonly BoxedPath[];
  /** Whether the region holds a point of the plane that is not on its edge. */
  contains(x: number, y: number): boolean;
}

/** A crossing of an outline with a region's edge: on which run of which ring, and on which chain. */
interface Gate extends Crossing {
  ring: number;
  run: number;
  chain: number;
  /** The next gate along the ring, and the next along the chain, where there is one. */
  nextOnRing?: Gate;
  nextOnChain?: Gate;
}

/**
 * The part of an outline that lies in a region.
 *
 * Where the outline leaves the region the result follows the region's edge to where that leaves the
 * outline (K. Weiler and P. Atherton, Hidden surface removal using polygon area sorting, 1977). A
 * run along the line may be cut too: the rest of it ends at the chainage of the crossing. A closed
 * chain that meets no ring becomes one if it lies within the outline. `pathsOf` gives a ring's runs
 * in the plane.
 */
export function clipOutline(
  rings: readonly OutlineRing[],
  { edge, contains }: Region,
  pathsOf: (ring: OutlineRing) => RunPath[]
): OutlineRing[] {
  const paths = rings.map(pathsOf);
  const gates = findGates(paths, edge);
  const crossed = new Set(gates.map(({ ring }) => ring));
  const kept = rings.filter((ring, i) => !crossed.has(i) && contains(...pointOf(ring)));
  const unvisited = new Set(gates.filter(({ isEntering }) => isEntering));
  for (const start of unvisited) {
    const builder = new RingBuilder();
    let gate: Gate | undefined = start;
    do {
      unvisited.delete(gate);
      const exit: Gate | undefined = gate.nextOnRing;
      if (!exit || exit.isEntering) throw new Error('An outline enters a region twice in a row.');
      followRing(rings[gate.ring], paths[gate.ring], gate, exit, builder);
      gate = exit.nextOnChain;
      if (!gate?.isEntering) throw new Error('The edge of a region ends within an outline.');
      followChain(edge[exit.chain], exit, gate, builder);
    } while (gate !== start);
    kept.push(builder.finish());
  }
  const met = new Set(gates.map(({ chain }) => chain));
  const loops = edge.filter((chain, i) => !met.has(i) && isLoop(chain));
  const boxed = loops.length > 0 ? paths.flat().map((path) => path.boxed().tree) : [];
  const within = loops.filter(({ x, y }) => isWithin(boxed, x[0], y[0]));
  return [...kept, ...within.map(ringOf)];
}

/** A point of a ring away from the line. */
function pointOf(ring: OutlineRing): [x: number, y: number] {
  const curve = ring.find(isCurve);
  if (!curve) throw new Error('A ring runs along the line only.');
  const middle = curve.x.length >> 1;
  return [curve.x[middle], curve.y[middle]];
}

function isLoop({ x, y }: BoxedPath): boolean {
  const last = x.length - 1;
  return x[0] === x[last] && y[0] === y[last];
}

function ringOf({ x, y }: BoxedPath): OutlineRing {
  return [{ x: Float64Array.from(x), y: Float64Array.from(y) }];
}

function findGates(paths: readonly RunPath[][], edge: readonly BoxedPath[]): Gate[] {
  const gates: Gate[] = [];
  for (const [ring, runs] of paths.entries()) {
    const onRing: Gate[] = [];
    for (const [run, path] of runs.entries()) {
      for (const [chain, other] of edge.entries()) {
        for (const crossing of path.crossings(other)) {
          onRing.push({ ...crossing, ring, run, chain });
        }
      }
    }
    onRing.sort((a, b) => a.run - b.run || a.edge - b.edge || a.share - b.share);
    onRing.forEach((gate, i) => (gate.nextOnRing = onRing[(i + 1) % onRing.length]));
    gates.push(...onRing);
  }
  edge.forEach((path, chain) => {
    const onChain = gates.filter((gate) => gate.chain === chain);
    onChain.sort((a, b) => a.otherEdge - b.otherEdge || a.otherShare - b.otherShare);
    onChain.forEach((gate, i) => {
      const following = isLoop(path) ? onChain[(i + 1) % onChain.length] : onChain[i + 1];
      if (following) gate.nextOnChain = following;
    });
  });
  return gates;
}

/** Takes over a ring from one gate to the next. */
function followRing(
  ring: OutlineRing,
  paths: readonly RunPath[],
  from: Gate,
  to: Gate,
  builder: RingBuilder
): void {
  const isAhead = to.run > from.run || (to.run === from.run && comesAfter(to, from));
  for (let run = from.run, first = true; ; run = (run + 1) % ring.length, first = false) {
    const isLast = run === to.run && (isAhead || !first);
    const current = ring[run];
    if (isCurve(current)) {
      if (first) builder.point(from.x, from.y);
      builder.part(current, first ? from.edge + 1 : 0, isLast ? to.edge + 1 : current.x.length);
      if (isLast) builder.point(to.x, to.y);
    } else {
      builder.run({
        fromKm: first ? paths[run].chainageAt(from) : current.fromKm,
        toKm: isLast ? paths[run].chainageAt(to) : current.toKm
      });
    }
    if (isLast) break;
  }
}

function comesAfter(a: Crossing, b: Crossing): boolean {
  return a.edge > b.edge || (a.edge === b.edge && a.share > b.share);
}

/** Takes over a chain from one gate to the next, around its beginning if it is closed. */
function followChain({ x, y }: BoxedPath, from: Gate, to: Gate, builder: RingBuilder): void {
  const edges = x.length - 1;
  const goesRound =
    to.otherEdge < from.otherEdge ||
    (to.otherEdge === from.otherEdge && to.otherShare < from.otherShare);
  const last = to.otherEdge + (goesRound ? edges : 0);
  builder.point(from.x, from.y);
  for (let i = from.otherEdge + 1; i <= last; i++) builder.point(x[i % edges], y[i % edges]);
  builder.point(to.x, to.y);
}
