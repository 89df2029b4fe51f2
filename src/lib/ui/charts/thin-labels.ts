/** A label that wants to stand centred at `px` along an axis. */
export interface Label {
  px: number;
  text: string;
}

export interface PlacedLabel extends Label {
  /** Where its middle came to stand: moved inwards from the axis' ends. */
  middlePx: number;
}

/** A generous mean width of a letter as a share of the font's size. */
const LETTER_EM = 0.58;

/** About how wide a text is, rather more than less. */
export function textWidthPx(text: string, fontPx: number): number {
  return text.length * LETTER_EM * fontPx;
}

/**
 * Chooses the labels that fit beside each other within [leftPx, rightPx]; those that come first
 * are chosen first, so that the important ones belong in front. Given back by rising position.
 */
export function thinLabels<T extends Label>(
  labels: readonly T[],
  { leftPx, rightPx, fontPx, gapPx = 8 }: ThinOptions
): (T & PlacedLabel)[] {
  const placed: (T & PlacedLabel)[] = [];
  for (const label of labels) {
    const half = textWidthPx(label.text, fontPx) / 2;
    if (2 * half > rightPx - leftPx) continue;
    const middlePx = Math.min(rightPx - half, Math.max(leftPx + half, label.px));
    const free = placed.every((other) => {
      const otherHalf = textWidthPx(other.text, fontPx) / 2;
      return Math.abs(other.middlePx - middlePx) >= half + otherHalf + gapPx;
    });
    if (free) placed.push({ ...label, middlePx });
  }
  return placed.sort((a, b) => a.middlePx - b.middlePx);
}

export interface ThinOptions {
  leftPx: number;
  rightPx: number;
  fontPx: number;
  /** The least space between two labels. */
  gapPx?: number;
}
