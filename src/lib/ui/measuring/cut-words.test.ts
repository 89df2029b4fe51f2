import { expect, test } from 'vitest';
import type { CutSide } from '../../zones/cross-section';
import { cutWords } from './cut-words';

const side = (given: Partial<CutSide>): CutSide => ({
  widthKm: 10,
  end: [70, 33],
  intervals: [],
  ownKm: 150,
  stationWidth: { km: 10, chainageKm: 1200 },
  ...given
});

test('a plain width needs no words', () => {
  expect(cutWords(side({}), 1200)).toBeNull();
});

test('a cut in another branch’s shadow says whose width it ends in, or that it is none', () => {
  const shadowed = side({ widthKm: 14, ownKm: 6, stationWidth: { km: 10, chainageKm: 1215.25 } });
  expect(cutWords(shadowed, 1200)).toMatch(
    /^Beyond 6\.00.km .* chainage 1,215\.3.km, and is 10\.0.km/
  );
  expect(cutWords({ ...shadowed, stationWidth: null }, 1200)).toMatch(/no width\.$/);
  expect(cutWords(side({ widthKm: 0 }), 1200)).toMatch(/does not reach the line/);
});
