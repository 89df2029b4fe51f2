import { expect, test } from 'vitest';
import { numberAtZoom, paintWithOpacity, scaleOpacity } from './paint';

const stops = ['interpolate', ['linear'], ['zoom'], 4, 1, 8, 3, 10, 3.5];

test('the legend reads a width at the zoom that it shows', () => {
  expect(numberAtZoom(2, 6, 1)).toBe(2);
  expect(numberAtZoom(stops, 3, 1)).toBe(1);
  expect(numberAtZoom(stops, 6, 1)).toBe(2);
  expect(numberAtZoom(stops, 9, 1)).toBe(3.25);
  expect(numberAtZoom(stops, 12, 1)).toBe(3.5);
  expect(numberAtZoom(['get', 'width'], 6, 1.5)).toBe(1.5);
});

test('a layer at half opacity has every zoom stop at half, and keeps its zooms', () => {
  expect(scaleOpacity(stops, 0.5)).toEqual([
    'interpolate',
    ['linear'],
    ['zoom'],
    4,
    0.5,
    8,
    1.5,
    10,
    1.75
  ]);
  expect(scaleOpacity(undefined, 0.5)).toBe(0.5);
});

test('a symbol fades with both its text and its icon', () => {
  const paint = paintWithOpacity(
    { id: 'x', type: 'symbol', source: 's', paint: { 'text-color': '#000' } },
    0.25
  );
  expect(paint).toEqual({ 'text-color': '#000', 'text-opacity': 0.25, 'icon-opacity': 0.25 });
});
