import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sideOf, type Station } from '../../border/station';
import { newProposal, type Proposal } from '../../project/proposal';
import { draggedWidthKm, edgeAt, setEdge, type Edge } from './edge';

const station = (offsetKm: number, chainageKm = 500): Station => ({
  chainageKm,
  offsetKm,
  side: sideOf(offsetKm),
  foot: [64, 29.5],
  atEnd: null
});
const proposal = (given: Partial<Proposal> = {}) =>
  newProposal({ id: 'zone-1', name: 'Zone 1', linked: false, ...given });

function held(one: Proposal, at: Station): Edge {
  const edge = edgeAt(one, at, 2, 50);
  if (!edge) throw new Error('There is no edge at the station.');
  return edge;
}

describe('the edge under the pointer', () => {
  test('is that of the side on which the pointer lies, within its reach and no farther', () => {
    const one = proposal({ afghanKm: 10, pakistanKm: 20 });
    expect(held(one, station(11)).side.key).toBe('afghanKm');
    expect(held(one, station(-18.5)).side.key).toBe('pakistanKm');
    for (const offsetKm of [12.5, 7, 0, -10, -23]) {
      expect(edgeAt(one, station(offsetKm), 2, 50)).toBeNull();
    }
  });

  test('is none beyond the stretches, at a flat end, or where the zone is too narrow to tell', () => {
    const one = proposal({ stretches: [{ fromKm: 400, toKm: 600 }] });
    expect(edgeAt(one, station(10, 700), 2, 50)).toBeNull();
    expect(edgeAt(proposal(), { ...station(10, 0), atEnd: 'start' }, 2, 50)).toBeNull();
    expect(edgeAt(proposal({ afghanKm: 1 }), station(1), 2, 50)).toBeNull();
  });

  test('of a width that varies is held at the points of its profile alone', () => {
    const one = proposal({
      profile: [0, 500, 1000].map((chainageKm) => ({ chainageKm, afghanKm: 10, pakistanKm: 10 }))
    });
    expect(held(one, station(10, 530)).point).toBe(1);
    expect(edgeAt(one, station(10, 700), 2, 50)).toBeNull();
    setEdge(one, held(one, station(10, 530)), 42);
    expect(one.profile?.map(({ afghanKm }) => afghanKm)).toEqual([10, 42, 10]);
    expect(one.profile?.map(({ pakistanKm }) => pakistanKm)).toEqual([10, 10, 10]);
  });
});

describe('dragging it', () => {
  test('follows the pointer from where it took hold, in round steps unless it is let free', () => {
    const edge = held(proposal(), station(11));
    expect(draggedWidthKm(edge, 31.2, 1)).toBe(30);
    expect(draggedWidthKm(edge, 31.2, null)).toBeCloseTo(30.2, 9);
  });

  test('never goes across the line or beyond the widest zone', () => {
    const edge = held(proposal(), station(-9));
    fc.assert(
      fc.property(fc.double({ min: -500, max: 500, noNaN: true }), (offsetKm) => {
        const km = draggedWidthKm(edge, offsetKm, 0.5);
        expect(km === 0 || (km >= 0.1 && km <= 100)).toBe(true);
        if (offsetKm >= 0) expect(km).toBe(0);
      })
    );
  });

  test('changes the other side too where the widths are linked', () => {
    const linked = proposal({ linked: true });
    setEdge(linked, held(linked, station(10)), 30);
    expect([linked.afghanKm, linked.pakistanKm]).toEqual([30, 30]);
  });
});
