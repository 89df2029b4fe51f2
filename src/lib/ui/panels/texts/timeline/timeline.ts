import type { Told } from '../../../../texts/paragraphs';
import type { Context, TextEvent } from '../../../../texts/schema';
import { erasOf, type Era } from '../../../../texts/time/eras';
import { lanesOf, type PlacedBar } from '../../../../texts/time/lanes';
import { timeScale, type TimeScale } from '../../../../texts/time/scale';
import { spanOf, type Span, type ToldSpan } from '../../../../texts/time/span';
import { textWidthPx, thinLabels, type PlacedLabel } from '../../../charts/thin-labels';

/** An event as it is drawn. */
export interface DrawnEvent extends PlacedBar {
  event: Told<TextEvent>;
  span: ToldSpan;
  leftPx: number;
  rightPx: number;
  label: string;
  /** Where the record puts it, when that is more exact than the text. */
  record: { leftPx: number; rightPx: number } | null;
}

export interface TimelineLayout {
  scale: TimeScale;
  events: DrawnEvent[];
  lanes: number;
  fence: (PlacedLabel & { says: string })[];
}

export const FONT_PX = 12;
const LEAST_BAR_PX = 6;

/** Where every event of the texts and every date of the fence stands in a width. */
export function layoutTimeline(options: {
  events: readonly Told<TextEvent>[];
  fence: Context['fence'];
  /** The part of time to be seen alone; null for all of it. */
  zoom: Span | null;
  leftPx: number;
  rightPx: number;
}): TimelineLayout {
  const { events, fence, zoom, leftPx, rightPx } = options;
  const seen = ({ from, to }: Span) => !zoom || (from < zoom.to && to > zoom.from);
  const told = events.map((event) => ({ event, span: spanOf(event.when) }));
  const inView = told.filter(({ span }) => seen(span));
  const fenceSpans = fence.map((one) => ({ ...one, span: spanOf(one.when) }));
  const eras: Era[] = zoom
    ? [{ ...zoom, count: 1 }]
    : erasOf([...told.map(({ span }) => span), ...fenceSpans.map(({ span }) => span)]);
  const scale = timeScale(eras, leftPx, rightPx);
  const barOf = ({ from, to }: Span) => {
    const left = scale.x(from);
    return { leftPx: left, rightPx: Math.max(scale.x(to), left + LEAST_BAR_PX) };
  };
  const drawn = inView.map(({ event, span }) => {
    const record = event.contextWhen ? spanOf(event.contextWhen) : null;
    return {
      event,
      span,
      ...barOf(span),
      label: `${event.text} · ${event.name}`,
      record: record && seen(record) ? barOf(record) : null
    };
  });
  const placed = lanesOf(
    drawn.map((one) => ({
      leftPx: Math.min(one.leftPx, one.record?.leftPx ?? Infinity),
      rightPx: Math.max(one.rightPx, one.record?.rightPx ?? -Infinity),
      labelPx: textWidthPx(one.label, FONT_PX)
    })),
    leftPx,
    rightPx
  );
  return {
    scale,
    events: drawn.map((one, i) => ({ ...one, ...placed[i] })),
    lanes: 1 + Math.max(0, ...placed.map(({ lane }) => lane)),
    fence: thinLabels(
      fenceSpans
        .filter(({ span }) => seen(span))
        .map(({ says, span }) => ({
          px: scale.x(span.from),
          text: says.replace(/ \(.*/, ''),
          says
        })),
      { leftPx, rightPx, fontPx: FONT_PX }
    )
  };
}

/** A label cut to the room that it has. */
export function fitted(label: string, roomPx: number): string {
  if (textWidthPx(label, FONT_PX) <= roomPx + 1) return label;
  const letters = Math.max(
    1,
    Math.floor(label.length * (roomPx / textWidthPx(label, FONT_PX))) - 1
  );
  return `${label.slice(0, letters).trimEnd()}…`;
}
