import type { Feature, MultiPolygon } from 'geojson';
import { createBorder } from '../lib/border/border';
import { createZoneEngine } from '../lib/zones/engine';
import { unionAlongLine } from '../lib/zones/union';
import { requireZone, type Zone } from '../lib/zones/zone';
import { asMisuse, kmOption, readArguments, requiredKm, requireNoMore } from './arguments';
import { Misuse, OK, type Command } from './command';
import { lineAttribution, loadCountries, loadLine } from './data';
import { roundKm, roundKm2 } from './numbers';

const help = `durand zone --afghan KM --pakistan KM [--from KM --to KM] [--caps flat|round]

The buffer zone of a width on each side of the Durand Line, as a GeoJSON Feature
with a MultiPolygon.

  --afghan KM     width on the Afghan side: 0, or 0.1 to 100 km
  --pakistan KM   width on the Pakistani side
  --from KM       chainage where the zone begins (default: the Iran tripoint)
  --to KM         chainage where it ends (default: the China tripoint)
  --caps flat     leave out what is nearest to the line's very end (default)
  --caps round    keep it, also in a third country

The outline is within 0.05 % of the width, or 1 m. Properties: afghanKm,
pakistanKm, fromKm, toKm, caps, areaKm2, areaAfghanKm2, areaPakistanKm2,
lengthKm (how much of the line the zone runs along), toleranceKm (how far the
outline may stray), cutOff (what would lie in a third country and is left out)
and attribution.

  durand zone --afghan 10 --pakistan 0 > zone.geojson
  durand zone --afghan 5 --pakistan 5 --from 1300 --to 1500 | durand profile -
`;

export const zone: Command = {
  name: 'zone',
  summary: 'a buffer zone of any width, with its areas',
  help,
  async run(argv, { print }) {
    const args = readArguments(argv, {
      afghan: { type: 'string' },
      pakistan: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      caps: { type: 'string' }
    });
    requireNoMore(args, 0);
    const widths = {
      afghanKm: requiredKm(args, 'afghan'),
      pakistanKm: requiredKm(args, 'pakistan')
    };
    if (widths.afghanKm === 0 && widths.pakistanKm === 0) {
      throw new Misuse('Both widths are 0: give at least one side a width.');
    }
    const limits = { fromKm: kmOption(args, 'from'), toKm: kmOption(args, 'to') };
    const caps = capsOf(args.values.caps);
    print(`${JSON.stringify(zoneFeature(widths, limits, caps))}\n`);
    return OK;
  }
};

function capsOf(value: string | boolean | undefined): 'flat' | 'round' {
  if (value === undefined || value === 'flat') return 'flat';
  if (value === 'round') return 'round';
  throw new Misuse(`--caps is “${value}”: give flat or round.`);
}

function zoneFeature(
  widths: Pick<Zone, 'afghanKm' | 'pakistanKm'>,
  limits: { fromKm: number | undefined; toKm: number | undefined },
  caps: 'flat' | 'round'
): Feature<MultiPolygon> {
  const line = loadLine();
  const border = createBorder(line);
  const { fromKm = 0, toKm = border.lengthKm } = limits;
  const proposal: Zone = { ...widths, stretches: [{ fromKm, toKm }], caps };
  asMisuse(() => requireZone(proposal, border.lengthKm));
  const footprint = createZoneEngine(border, loadCountries(line)).footprint(proposal);
  return {
    type: 'Feature',
    properties: {
      ...widths,
      fromKm: roundKm(fromKm),
      toKm: roundKm(toKm),
      caps,
      areaKm2: roundKm2(footprint.areaKm2),
      areaAfghanKm2: roundKm2(footprint.areaAfghanKm2),
      areaPakistanKm2: roundKm2(footprint.areaPakistanKm2),
      lengthKm: roundKm(footprint.lengthKm),
      toleranceKm: roundKm(footprint.toleranceKm),
      cutOff: footprint.cutOff.map(({ country, areaKm2 }) => ({
        country,
        areaKm2: roundKm2(areaKm2)
      })),
      attribution: lineAttribution()
    },
    geometry: unionAlongLine(footprint.afghan, footprint.pakistan)
  };
}
