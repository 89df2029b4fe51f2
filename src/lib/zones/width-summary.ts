import type { WidthAt, WidthsAcross } from './cross-section';

/** Least, mean and greatest width. */
export interface WidthSummary {
  least: WidthAt;
  meanKm: number;
  greatest: WidthAt;
  /** How many widths count. */
  rows: number;
}

/**
 * The widths as stations have them, over the chainages where the polygon reaches the line on either
 * side; the total is both sides' sum, where both are known. Null if none counts.
 */
export interface WidthSummaries {
  afghan: WidthSummary | null;
  pakistan: WidthSummary | null;
  total: WidthSummary | null;
}

/** Gathers the widths at chainages for their summaries. */
export class WidthGathering {
  private readonly afghan = new Widths();
  private readonly pakistan = new Widths();
  private readonly total = new Widths();

  add(chainageKm: number, { afghan, pakistan, totalKm }: WidthsAcross): void {
    if (totalKm === 0) return;
    if (afghan) this.afghan.add(afghan);
    if (pakistan) this.pakistan.add(pakistan);
    if (afghan && pakistan) this.total.add({ km: afghan.km + pakistan.km, chainageKm });
  }

  summaries(): WidthSummaries {
    return {
      afghan: this.afghan.summary(),
      pakistan: this.pakistan.summary(),
      total: this.total.summary()
    };
  }
}

class Widths {
  private sumKm = 0;
  private rows = 0;
  private least: WidthAt = { km: Infinity, chainageKm: NaN };
  private greatest: WidthAt = { km: -Infinity, chainageKm: NaN };

  add(width: WidthAt): void {
    this.rows++;
    this.sumKm += width.km;
    if (width.km < this.least.km) this.least = width;
    if (width.km > this.greatest.km) this.greatest = width;
  }

  summary(): WidthSummary | null {
    const { rows, least, greatest, sumKm } = this;
    return rows > 0 ? { least, meanKm: sumKm / rows, greatest, rows } : null;
  }
}
