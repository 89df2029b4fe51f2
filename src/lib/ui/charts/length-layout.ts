import { scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { LengthByRuler } from '../../border/length/length-curve';
import type { KnownLength } from '../claims/length.svelte';
import { rulerWords } from '../claims/words';
import { spread } from './spread';
import { textWidthPx } from './thin-labels';

export const FONT_PX = 12;

const LEFT_PX = 52;
const TOP_PX = 10;
const BOTTOM_PX = 40;
const ROW_PX = 15;
/** The names of the lengths take this share of the chart, at most this much. */
const NAMES = { share: 0.42, mostPx: 300, gapPx: 28 };

/** A length that is named beside the chart, and where the curves have it. */
export interface NamedLength {
  is: 'published' | 'map';
  /** As much of the name as there is room for. */
  text: string;
  y: number;
  /** Where the name stands. */
  nameY: number;
  /** Where the curves meet the length, from the left. */
  at: { x: number; of: 'divider' | 'simplify' }[];
}

export interface LengthLayout {
  plot: { left: number; right: number; top: number; bottom: number };
  nameX: number;
  x(rulerKm: number): number;
  y(lengthKm: number): number;
  rulerAt(px: number): number;
  curves: { divider: string; simplify: string };
  rulerTicks: { px: number; text: string }[];
  lengthTicks: { px: number; text: string }[];
  names: NamedLength[];
}

/** Lays out length against ruler, both axes logarithmic, with the names of known lengths beside. */
export function layoutLength(
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
  curve: readonly LengthByRuler[],
  known: readonly KnownLength[],
  perKm: number
): LengthLayout {
  const namesPx = Math.min(NAMES.mostPx, NAMES.share * widthPx);
  const plot = {
    left: LEFT_PX,
    right: Math.max(LEFT_PX + 80, widthPx - namesPx - NAMES.gapPx),
    top: TOP_PX,
    bottom: Math.max(TOP_PX + 60, heightPx - BOTTOM_PX)
  };
  const rulers = scaleLog(
    [curve[0].rulerKm, curve[curve.length - 1].rulerKm],
    [plot.left, plot.right]
  );
  const lengthsKm = [
    ...curve.flatMap(({ walkedKm, simplifiedKm }) => [walkedKm, simplifiedKm]),
    ...known.map(({ lengthKm }) => lengthKm)
  ];
  const lengths = scaleLog(
    [Math.min(...lengthsKm), Math.max(...lengthsKm)],
    [plot.bottom - 4, plot.top + 4]
  );
  const nameX = plot.right + NAMES.gapPx;
  const path = (of: (row: LengthByRuler) => number) =>
    line<LengthByRuler>(
      (row) => rulers(row.rulerKm),
      (row) => lengths(of(row))
    )([...curve]) ?? '';
  return {
    plot,
    nameX,
    x: rulers,
    y: lengths,
    rulerAt: (px) => rulers.invert(Math.min(plot.right, Math.max(plot.left, px))),
    curves: {
      divider: path(({ walkedKm }) => walkedKm),
      simplify: path(({ simplifiedKm }) => simplifiedKm)
    },
    rulerTicks: rulerTicks(rulers, plot.right - plot.left),
    lengthTicks: lengthTicks(lengths, perKm),
    names: namedLengths(known, { rulers, lengths, plot, widthPx: widthPx - nameX - 8, perKm })
  };
}

type Scale = ReturnType<typeof scaleLog<number, number>>;

const TICKS_KM = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];
const TICK_PX = 62;

/** Powers of ten first, then what fits between them. */
function rulerTicks(rulers: Scale, widthPx: number): LengthLayout['rulerTicks'] {
  const [least, most] = rulers.domain();
  const within = TICKS_KM.filter((km) => km >= least * 0.999 && km <= most * 1.001);
  const every = Math.ceil((within.length * TICK_PX) / widthPx);
  return within
    .filter((_, i) => i % every === 0)
    .map((km) => ({ px: rulers(km), text: rulerWords(km) }));
}

/** Round lengths in the reader's unit. */
function lengthTicks(lengths: Scale, perKm: number): LengthLayout['lengthTicks'] {
  const [least, most] = lengths.domain().map((km) => km * perKm);
  const step = most - least > 500 ? 200 : 100;
  const first = Math.ceil(least / step) * step;
  const count = Math.max(0, Math.floor((most - first) / step) + 1);
  return Array.from({ length: count }, (_, i) => first + i * step).map((value) => ({
    px: lengths(value / perKm),
    text: value.toLocaleString('en')
  }));
}

function namedLengths(
  known: readonly KnownLength[],
  {
    rulers,
    lengths,
    plot,
    widthPx,
    perKm
  }: {
    rulers: Scale;
    lengths: Scale;
    plot: LengthLayout['plot'];
    widthPx: number;
    perKm: number;
  }
): NamedLength[] {
  const ordered = known.toSorted((a, b) => b.lengthKm - a.lengthKm);
  const nameYs = spread(
    ordered.map(({ lengthKm }) => lengths(lengthKm)),
    ROW_PX,
    { from: plot.top, to: plot.bottom + BOTTOM_PX - ROW_PX }
  );
  return ordered.map(({ lengthKm, by, is, rulers: { dividerKm, toleranceKm } }, i) => {
    const number = Math.round(lengthKm * perKm).toLocaleString('en');
    const on = (km: number | null, of: 'divider' | 'simplify') =>
      km !== null && km >= rulers.domain()[0] && km <= rulers.domain()[1]
        ? [{ x: rulers(km), of }]
        : [];
    return {
      is,
      text: shortened(`${number} ${by}`, widthPx),
      y: lengths(lengthKm),
      nameY: nameYs[i],
      at: [...on(toleranceKm, 'simplify'), ...on(dividerKm, 'divider')]
    };
  });
}

/** As much of a text as fits, with a sign that there is more. */
function shortened(text: string, widthPx: number): string {
  if (textWidthPx(text, FONT_PX) <= widthPx) return text;
  const letters = Math.max(1, Math.floor(widthPx / textWidthPx('n', FONT_PX)) - 1);
  return `${text.slice(0, letters).trimEnd()}…`;
}
