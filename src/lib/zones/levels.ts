import { measureCells, type Cells } from './cells';
import { limitCells } from './limits';
import type { PlaneLine } from './plane-line';
import { refineSites, sitesInOrder, spreadSites } from './sites';

/** How close together the sites lie for zones from a width on, in km. */
const LEVELS = [
  { fromKm: 3, spacingKm: 0.2 },
  { fromKm: 0.9, spacingKm: 0.08 },
  { fromKm: 0, spacingKm: 0.025 }
];

/**
 * The least width of a zone for which a level's sites are near enough to each other. Discs around
 * sites that are s apart leave notches of s²/8w between them: a quarter of the tolerance at most.
 */
function leastWidthKm({ fromKm, spacingKm }: (typeof LEVELS)[number], toleranceKm: number): number {
  return Math.min(fromKm, Math.max(spacingKm, spacingKm ** 2 / (2 * toleranceKm)));
}

interface Level {
  cells: Cells;
  order: Int32Array;
  /** The answer to the last limits asked for: they stay while a width changes. */
  limited?: { key: string; cells: Cells };
}

/**
 * Gives the cells for zones of a width, with limits at chainages, fit for an outline that may stray
 * by `toleranceKm`. Each level is prepared when it is first asked for.
 */
export function createLevels(line: PlaneLine, reachKm: number) {
  const levels = new Map<number, Level>();

  function levelFor(widthKm: number, toleranceKm: number): Level {
    const { spacingKm } =
      LEVELS.find((level) => widthKm >= leastWidthKm(level, toleranceKm)) ?? LEVELS[0];
    let level = levels.get(spacingKm);
    if (!level) {
      const coarsest = levels.get(LEVELS[0].spacingKm)?.cells.sites;
      const sites = coarsest
        ? refineSites(coarsest, spacingKm)
        : spreadSites(line, spacingKm, reachKm);
      level = { cells: measureCells(sites), order: sitesInOrder(sites) };
      levels.set(spacingKm, level);
    }
    return level;
  }

  return (widthKm: number, limitsKm: readonly number[], toleranceKm = 0): Cells => {
    const level = levelFor(widthKm, toleranceKm);
    if (limitsKm.length === 0) return level.cells;
    const key = limitsKm.join(' ');
    if (level.limited?.key !== key) {
      level.limited = { key, cells: limitCells(level.cells, level.order, limitsKm) };
    }
    return level.limited.cells;
  };
}
