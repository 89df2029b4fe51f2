import { SIDE_NAMES } from '../format';

/** The two sides of the line, as charts draw them: Afghan up, Pakistani down. */
export const SIDES = [
  {
    key: 'afghanKm',
    name: SIDE_NAMES.afghan,
    /** Of the side's offsets. */
    sign: 1,
    color: 'var(--zone-afghan)',
    ink: 'var(--side-afghan)'
  },
  {
    key: 'pakistanKm',
    name: SIDE_NAMES.pakistan,
    sign: -1,
    color: 'var(--zone-pakistan)',
    ink: 'var(--side-pakistan)'
  }
] as const;

export type ChartSide = (typeof SIDES)[number];

/** The property of a row or point that holds a side's width. */
export type SideKey = ChartSide['key'];
