import { describe, expect, it } from 'vitest';
import { readLine } from '../../../tests/fixtures/line';
import { createBorder } from '../border/border';
import { crossings, gazetteer, isFarFromLine } from './gazetteer';

const { places } = gazetteer;

const border = createBorder(readLine());

describe('positions against the line', () => {
  it.each(crossings.map(({ id, at, uncertaintyKm }) => ({ id, at, uncertaintyKm })))(
    'puts $id on the line, within its uncertainty of $uncertaintyKm km',
    ({ at, uncertaintyKm }) => {
      expect(Math.abs(border.station(at).offsetKm)).toBeLessThanOrEqual(uncertaintyKm);
    }
  );

  it('would refuse Angoor Adda at the 1 km that it was first listed with', () => {
    const adda = crossings.find(({ id }) => id === 'angoor-adda');
    const offsetKm = adda ? border.station(adda.at).offsetKm : NaN;
    expect(Math.abs(offsetKm)).toBeGreaterThan(1);
  });

  it('shows only the places abroad as pointers at the edge of the view', () => {
    const far = places.filter(({ at }) => isFarFromLine(border.station(at).offsetKm));
    expect(far.map(({ id }) => id)).toEqual([
      'istanbul',
      'turkey',
      'qatar',
      'new-delhi',
      'china',
      'un-new-york'
    ]);
  });

  it('puts Kabul and Kandahar on the Afghan side, Islamabad and Miranshah on the Pakistani', () => {
    const side = (id: string) => {
      const place = places.find((p) => p.id === id);
      return place && border.station(place.at).side;
    };
    expect(['kabul', 'kandahar'].map(side)).toEqual(['afghan', 'afghan']);
    expect(['islamabad', 'miranshah'].map(side)).toEqual(['pakistan', 'pakistan']);
  });
});
