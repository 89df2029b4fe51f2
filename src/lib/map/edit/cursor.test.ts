import { expect, test } from 'vitest';
import { resizeCursor } from './cursor';

test('the cursor’s arrows point the way that the edge is dragged, whichever way that is', () => {
  const from = { x: 100, y: 100 };
  const cursors = [
    [150, 100, 'ew-resize'],
    [50, 104, 'ew-resize'],
    [100, 40, 'ns-resize'],
    [98, 160, 'ns-resize'],
    [140, 140, 'nwse-resize'],
    [60, 60, 'nwse-resize'],
    [140, 60, 'nesw-resize'],
    [60, 140, 'nesw-resize']
  ] as const;
  for (const [x, y, cursor] of cursors) expect(resizeCursor(from, { x, y })).toBe(cursor);
});
