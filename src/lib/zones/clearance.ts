import type { Position } from 'geojson';
import { createBorder, type Border } from '../border/border';
import { distanceKm } from '../geodesy/geodesic';
import { kept } from '../geodesy/kept';
import type { LonLat } from '../geodesy/position';
import type { Hand } from './cells';
import { territoryEdges } from './frontier';
import type { Territory } from './territory';
import { NARROWEST_KM, stretchesOf, type Stretch, type Zone } from './zone';

/** Where one side of a zone may lie. */
export interface Ground {
  territories: readonly Territory[];
  holds(position: LonLat): boolean;
}

/** A number of km for a position. */
type Measure = (position: LonLat) => number;

/**
 * Gives how far in km a position may be moved, at least, before a zone's definition says otherwise of
 * it: above 0 if it is inside, below 0 if it is outside. Each part of the definition holds or fails
 * by some margin; the least of them counts. What is needed is prepared at first use.
 */
export function createClearance(
  border: Border,
  zone: Zone,
  grounds: Record<Hand, Ground | undefined>
): Measure {
  let margins: Measure[] | undefined;
  return (position) => {
    margins ??= [
      byWidths(border, zone),
      byLimits(border, zone),
      byGrounds(border, zone, grounds),
      ...(zone.keepOut ?? []).map(({ at, radiusKm }): Measure => {
        return (from) => distanceKm(from, at) - radiusKm;
      })
    ];
    return Math.min(...margins.map((margin) => margin(position)));
  };
}

/** Positions r km apart differ in offset by at most r, and by way of the line from side to side. */
function byWidths(border: Border, zone: Zone): Measure {
  const spans = { [1]: spanOf(zone, 'afghanKm'), [-1]: spanOf(zone, 'pakistanKm') };
  return (position) => {
    const { offsetKm } = border.station(position);
    const awayKm = Math.abs(offsetKm);
    const [own, other] = offsetKm >= 0 ? [spans[1], spans[-1]] : [spans[-1], spans[1]];
    if (awayKm <= own.leastKm) return Math.min(own.leastKm - awayKm, awayKm + other.leastKm);
    const beyondKm = Math.max(0, awayKm - own.greatestKm);
    return -(other.greatestKm > 0 ? Math.min(beyondKm, awayKm) : beyondKm);
  };
}

/** The least and the greatest width that one side is given. */
function spanOf(zone: Zone, side: 'afghanKm' | 'pakistanKm') {
  const given = zone.profile?.map((point) => point[side]) ?? [zone[side]];
  const leastKm = Math.min(...given);
  return { leastKm: leastKm < NARROWEST_KM ? 0 : leastKm, greatestKm: Math.max(...given) };
}

/**
 * Half of how much farther the rest of the line is than the zone's stretches: a position that is
 * moved by less still has its foot in them.
 */
function byLimits(border: Border, zone: Zone): Measure {
  const within = stretchesOf(zone, border.lengthKm);
  const toStretches = nearestOf(within.map((part) => toStretch(border, part)));
  const toRest = nearestOf([
    ...gapsBetween(within, border.lengthKm).map((part) => toStretch(border, part)),
    // Flat ends leave out what is nearest to the very end of the line.
    ...(zone.caps === 'round' ? [] : [0, border.lengthKm]).map((km): Measure => {
      const end = border.positionAt(km);
      return (position) => distanceKm(position, end);
    })
  ]);
  return (position) => (toRest(position) - toStretches(position)) / 2;
}

function gapsBetween(stretches: readonly Stretch[], lengthKm: number): Stretch[] {
  const limits = [0, ...stretches.flatMap(({ fromKm, toKm }) => [fromKm, toKm]), lengthKm];
  const gaps = limits.map((fromKm, i) => ({ fromKm, toKm: limits[i + 1] ?? fromKm }));
  return gaps.filter(({ fromKm, toKm }, i) => i % 2 === 0 && toKm > fromKm);
}

/** How far it is to a frontier of the zone's ground; a zone limited to provinces may end on the line. */
function byGrounds(
  border: Border,
  { provinces = [] }: Zone,
  grounds: Record<Hand, Ground | undefined>
): Measure {
  const edgesOf = territoryEdges(border);
  const toFrontier = nearestOf(
    ([1, -1] as const).flatMap((hand) => edgesOf(grounds[hand]?.territories ?? [])).map(toChain)
  );
  return (position) => {
    const { offsetKm } = border.station(position);
    const lineKm = provinces.length > 0 ? Math.abs(offsetKm) : Infinity;
    const farKm = Math.min(lineKm, toFrontier(position));
    return (grounds[offsetKm >= 0 ? 1 : -1]?.holds(position) ?? true) ? farKm : -farKm;
  };
}

function toStretch(border: Border, { fromKm, toKm }: Stretch): Measure {
  const isWhole = fromKm === 0 && toKm === border.lengthKm;
  return toLine(isWhole ? border : createBorder(border.stretch(fromKm, toKm)));
}

/** How far it is to a chain of a frontier; chains are kept, so what is prepared for them is too. */
const toChain = kept((chain: readonly Position[]) =>
  toLine(createBorder(chain.map(([lon, lat]): LonLat => [lon, lat])))
);

function toLine(line: Border): Measure {
  return (position) => Math.abs(line.station(position).offsetKm);
}

const nearestOf =
  (measures: readonly Measure[]): Measure =>
  (position) =>
    Math.min(Infinity, ...measures.map((measure) => measure(position)));
