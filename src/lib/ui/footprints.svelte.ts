import { latest } from '../engine/latest';
import type { DrawnZone } from '../map/data';
import { zoneOf, type Proposal } from '../project/proposal';
import type { Workshop } from '../project/workshop';
import type { FlatFootprint } from '../zones/footprint';
import type { Zone } from '../zones/zone';

/** How the engine is asked for a footprint (see engine/protocol.ts). */
type Ask = (zone: Zone, toleranceKm?: number) => Promise<FlatFootprint>;

interface Request {
  id: string;
  /** The zone as text: what tells whether an answer is still of it. */
  key: string;
  zone: Zone;
  toleranceKm: number;
  askedMs: number;
}

interface Answer {
  key: string;
  toleranceKm: number;
  askedMs: number;
  footprint: FlatFootprint;
}

/**
 * The footprints of the proposals. The chosen one follows the reader's hand, thinned to what the
 * screen can show while it moves; each is exact once nothing moves.
 */
export class Footprints {
  #answers = $state.raw<Record<string, Answer>>({});
  readonly #workshop: () => Workshop;
  /**
   * Resolves once the map has drawn what it was given last: the next footprint is asked for only
   * then, of where the hand is by that time, and so is as new as can be when it is seen.
   */
  drawn: () => Promise<void> = () => Promise.resolve();
  #lengthKm = $state(0);
  #askChosen: ((request: Request) => void) | null = null;
  #askOthers: ((requests: Request[]) => void) | null = null;
  /** What was asked last for the chosen proposal, until it is answered or cannot be. */
  #lastAsked: Request | null = null;
  #lastChosen: DrawnZone | null = null;
  #lastOthers: DrawnZone[] = [];

  constructor(workshop: () => Workshop) {
    this.#workshop = workshop;
  }

  /** What the map draws of the chosen proposal; null while there is nothing to show. */
  chosen = $derived.by((): DrawnZone | null => {
    const { proposals, chosen } = this.#workshop();
    const proposal = proposals.find(({ id }) => id === chosen);
    const drawn = proposal?.shown ? this.#drawn(proposal, true) : null;
    this.#lastChosen = same(this.#lastChosen, drawn) ? this.#lastChosen : drawn;
    return this.#lastChosen;
  });

  /** What it draws of the others; the very same array as long as none of them changed. */
  others = $derived.by((): DrawnZone[] => {
    const { proposals, chosen } = this.#workshop();
    const drawn = proposals
      .filter(({ id, shown }) => shown && id !== chosen)
      .flatMap((proposal) => this.#drawn(proposal, false) ?? []);
    const last = this.#lastOthers;
    const kept = drawn.map((one, i) => last.find((old) => same(old, one)) ?? drawn[i]);
    if (kept.length !== last.length || kept.some((one, i) => one !== last[i])) {
      this.#lastOthers = kept;
    }
    return this.#lastOthers;
  });

  #drawn({ id, name, colour }: Proposal, isChosen: boolean): DrawnZone | null {
    const answer = this.#answers[id] as Answer | undefined;
    if (!answer) return null;
    const { footprint, askedMs, toleranceKm } = answer;
    return { id, name, colour, isChosen, footprint, askedMs, isMoving: toleranceKm > 0 };
  }

  /** The newest footprint of a proposal, which may be of the state before the last change. */
  of(id: string): FlatFootprint | null {
    return (this.#answers[id] as Answer | undefined)?.footprint ?? null;
  }

  /** Whether the footprint of a proposal is that of its present state, and exact. */
  isExact(proposal: Proposal): boolean {
    const answer = this.#answers[proposal.id] as Answer | undefined;
    return answer?.toleranceKm === 0 && answer.key === this.questionOf(proposal).key;
  }

  /** A proposal's zone, and its key: what the engine is asked about it. */
  questionOf(proposal: Proposal): { key: string; input: Zone } {
    const input = zoneOf(proposal, this.#lengthKm);
    return { key: keyOf(input), input };
  }

  /** Asks an engine that knows the line from now on; `fail` is told of what it cannot answer. */
  connect(ask: Ask, lengthKm: number, fail: (error: unknown) => void): void {
    this.#lengthKm = lengthKm;
    this.#answers = {};
    this.#lastAsked = null;
    const keep = ({ id, key, toleranceKm, askedMs }: Request, footprint: FlatFootprint) => {
      this.#answers = { ...this.#answers, [id]: { key, toleranceKm, askedMs, footprint } };
    };
    this.#askChosen = latest(
      async (request: Request) => {
        const { zone, toleranceKm } = request;
        const coarser = toleranceKm === 0 ? undefined : toleranceKm;
        keep(request, await ask(zone, coarser));
        if (this.#lastAsked === request) this.#lastAsked = null;
        await this.drawn();
      },
      () => undefined,
      (error) => {
        this.#lastAsked = null;
        fail(error);
      }
    );
    this.#askOthers = latest(
      async (requests) => {
        for (const request of requests) {
          if (this.#isAnswered(request)) continue;
          keep(request, await ask(request.zone));
        }
        // What was come back to meanwhile had its answer then, and has lost it to a later one.
        this.#refreshOthers();
      },
      () => undefined,
      fail
    );
  }

  #isAnswered({ id, key, toleranceKm }: Request): boolean {
    const answer = this.#answers[id] as Answer | undefined;
    return answer?.key === key && answer.toleranceKm <= toleranceKm;
  }

  /** Whether the answer to what was last asked for the chosen proposal will do. */
  #isAsked({ id, key, toleranceKm }: Request): boolean {
    const last = this.#lastAsked;
    return last?.id === id && last.key === key && last.toleranceKm <= toleranceKm;
  }

  /** Asks for what changed: the chosen proposal to a tolerance, 0 for exact, the others exact. */
  refresh(toleranceKm: number): void {
    const { proposals, chosen } = this.#workshop();
    const atWork = proposals.find(({ id }) => id === chosen);
    if (atWork && this.#askChosen) {
      const wanted = this.#requestFor(atWork, toleranceKm);
      // An answer that is there will be lost to one that is still to come.
      const isDue = this.#lastAsked ? this.#isAsked(wanted) : this.#isAnswered(wanted);
      if (!isDue) {
        this.#lastAsked = wanted;
        this.#askChosen(wanted);
      }
    }
    this.#refreshOthers();
  }

  #refreshOthers(): void {
    const { proposals, chosen } = this.#workshop();
    const others = proposals.filter(({ id, shown }) => shown && id !== chosen);
    const stale = others
      .map((proposal) => this.#requestFor(proposal, 0))
      .filter((request) => !this.#isAnswered(request));
    if (stale.length > 0) this.#askOthers?.(stale);
  }

  #requestFor(proposal: Proposal, toleranceKm: number): Request {
    const zone = zoneOf(proposal, this.#lengthKm);
    return { id: proposal.id, key: keyOf(zone), zone, toleranceKm, askedMs: performance.now() };
  }
}

const keyOf = (zone: Zone) => JSON.stringify(zone);

function same(a: DrawnZone | null, b: DrawnZone | null): boolean {
  if (a === null || b === null) return a === b;
  return a.footprint === b.footprint && a.id === b.id && a.name === b.name && a.colour === b.colour;
}
