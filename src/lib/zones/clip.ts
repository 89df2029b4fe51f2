import { boxPath, findCrossings, type BoxedPath, type Crossing } from './crossings';
import { isCurve, type Curve, type OutlineRing } from './outline';

/** A crossing of an outline with a frontier: on which run of which ring, and on which chain. */
interface Gate extends Crossing {
  ring: number;
  run: number;
  chain: number;
  /** The next gate along the ring, and the next along the chain, where there is one. */
  nextOnRing?: Gate;
  nextOnChain?: Gate;
}

/**
 * The part of an outline to the left of a country's frontier. The frontier is a set of chains with
 * the country on their left, each of which begins and ends outside the outline. Rings that do not
 * meet the frontier are kept if `isInside` holds for them.
 *
 * Where the outline leaves the country the result follows the frontier to where that leaves the
 * outline (K. Weiler and P. Atherton, Hidden surface removal using polygon area sorting, 1977).
 */
export function clipOutline(
  rings: readonly OutlineRing[],
  frontier: readonly BoxedPath[],
  isInside: (ring: OutlineRing) => boolean
): OutlineRing[] {
  const gates = findGates(rings, frontier);
  const crossed = new Set(gates.map(({ ring }) => ring));
  const kept = rings.filter((ring, i) => !crossed.has(i) && isInside(ring));
  const unvisited = new Set(gates.filter(({ isEntering }) => isEntering));
  for (const start of unvisited) {
    const builder = new RingBuilder();
    let gate: Gate | undefined = start;
    do {
      unvisited.delete(gate);
      const exit: Gate | undefined = gate.nextOnRing;
      if (!exit || exit.isEntering) throw new Error('An outline enters a country twice in a row.');
      followRing(rings[gate.ring], gate, exit, builder);
      gate = exit.nextOnChain;
      if (!gate?.isEntering) throw new Error('A frontier ends within an outline.');
      followChain(frontier[exit.chain], exit, gate, builder);
    } while (gate !== start);
    kept.push(builder.finish());
  }
  return kept;
}

function findGates(rings: readonly OutlineRing[], frontier: readonly BoxedPath[]): Gate[] {
  const gates: Gate[] = [];
  rings.forEach((runs, ring) => {
    const onRing: Gate[] = [];
    runs.forEach((curve, run) => {
      if (!isCurve(curve)) return;
      const path = boxPath(curve);
      frontier.forEach((other, chain) => {
        for (const crossing of findCrossings(path, other)) {
          onRing.push({ ...crossing, ring, run, chain });
        }
      });
    });
    onRing.sort((a, b) => a.run - b.run || a.edge - b.edge || a.share - b.share);
    onRing.forEach((gate, i) => (gate.nextOnRing = onRing[(i + 1) % onRing.length]));
    gates.push(...onRing);
  });
  frontier.forEach((path, chain) => {
    const onChain = gates.filter((gate) => gate.chain === chain);
    onChain.sort((a, b) => a.otherEdge - b.otherEdge || a.otherShare - b.otherShare);
    const last = path.x.length - 1;
    const isLoop = path.x[0] === path.x[last] && path.y[0] === path.y[last];
    onChain.forEach((gate, i) => {
      const following = isLoop ? onChain[(i + 1) % onChain.length] : onChain[i + 1];
      if (following) gate.nextOnChain = following;
    });
  });
  return gates;
}

/** Takes over a ring from one gate to the next. */
function followRing(ring: OutlineRing, from: Gate, to: Gate, builder: RingBuilder): void {
  builder.point(from.x, from.y);
  let run = from.run;
  let edge = from.edge + 1;
  const isAhead = to.run > from.run || (to.run === from.run && comesAfter(to, from));
  for (let first = true; ; first = false) {
    const current = ring[run];
    const isLast = run === to.run && (isAhead || !first);
    if (!isCurve(current)) builder.run(current);
    else builder.part(current, edge, isLast ? to.edge + 1 : current.x.length);
    if (isLast) break;
    run = (run + 1) % ring.length;
    edge = 0;
  }
  builder.point(to.x, to.y);
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
  for (let i = from.otherEdge + 1; i <= last; i++) builder.point(x[i % edges], y[i % edges]);
}

/** Puts the runs of a new ring together, so that they have the order that `OutlineRing` asks. */
class RingBuilder {
  private readonly ring: OutlineRing = [];
  private curve: Curve = { x: [], y: [], fixed: [] };

  constructor() {
    this.ring.push(this.curve);
  }

  point(x: number, y: number): void {
    const last = this.curve.x.length - 1;
    if (last >= 0 && this.curve.x[last] === x && this.curve.y[last] === y) return;
    this.curve.x.push(x);
    this.curve.y.push(y);
    this.curve.fixed.push(true);
  }

  part({ x, y, fixed }: Curve, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      this.curve.x.push(x[i]);
      this.curve.y.push(y[i]);
      this.curve.fixed.push(fixed[i]);
    }
  }

  run(run: OutlineRing[number]): void {
    this.curve = { x: [], y: [], fixed: [] };
    this.ring.push(run, this.curve);
  }

  /** Closes the ring. It was begun in the middle of a curve, whose beginning goes to its end. */
  finish(): OutlineRing {
    const [beginning, ...others] = this.ring;
    if (others.length === 0) {
      this.point(this.curve.x[0], this.curve.y[0]);
      return this.ring;
    }
    if (isCurve(beginning)) this.part(beginning, 0, beginning.x.length);
    return others;
  }
}
