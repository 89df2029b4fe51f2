import { arc, pie } from 'd3-shape';

/** A pie is cut into so many parts: more could not be told apart on the map, and each has its icon. */
export const PARTS = 12;

/**
 * Shares as whole parts that add up to `PARTS`, by largest remainder; what is there at all has at
 * least one part, so that no side and no type vanishes. All 0 for no shares.
 */
export function pieParts(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!(total > 0)) return shares.map(() => 0);
  const exact = shares.map((share) => (share / total) * PARTS);
  const parts = exact.map((part) => (part > 0 ? Math.max(1, Math.floor(part)) : 0));
  const spare = () => PARTS - parts.reduce((sum, part) => sum + part, 0);
  while (spare() !== 0) {
    const step = Math.sign(spare());
    const want = (i: number) => step * (exact[i] - parts[i]);
    const able = parts.map((_, i) => i).filter((i) => exact[i] > 0 && parts[i] + step >= 1);
    parts[able.reduce((best, i) => (want(i) > want(best) ? i : best), able[0])] += step;
  }
  return parts;
}

/** What names a pie’s picture: the same parts in the same colours have the same. */
export function pieName(parts: readonly number[], colours: readonly string[]): string {
  return `pie ${parts.map((part, i) => (part > 0 ? `${part}${colours[i]}` : '')).join('')}`;
}

/** Side of the picture in CSS pixels; icons are drawn smaller than that, not larger. */
export const PIE_PX = 64;
const HOLE = 0.66;

/** A ring of the parts around a disc for the count, as a picture for the map. */
export function pieImage(
  parts: readonly number[],
  colours: readonly string[],
  { paper, edge }: { paper: string; edge: string },
  pixelRatio: number
): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = PIE_PX * pixelRatio;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2D canvas, so clusters have no pies.');
  context.scale(pixelRatio, pixelRatio);
  context.translate(PIE_PX / 2, PIE_PX / 2);
  const radius = PIE_PX / 2 - 2;
  const sector = arc<{ startAngle: number; endAngle: number }>()
    .innerRadius(radius * HOLE)
    .outerRadius(radius)
    .context(context);
  const fill = (colour: string, draw: () => void) => {
    context.beginPath();
    draw();
    context.fillStyle = colour;
    context.fill();
  };
  fill(edge, () => context.arc(0, 0, radius + 2, 0, 2 * Math.PI));
  const angles = pie<number>().sort(null)([...parts]);
  for (const [i, { startAngle, endAngle }] of angles.entries()) {
    fill(colours[i], () => sector({ startAngle, endAngle }));
  }
  fill(paper, () => context.arc(0, 0, radius * HOLE, 0, 2 * Math.PI));
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
