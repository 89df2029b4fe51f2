import type { Feature, MultiPolygon } from 'geojson';
import { createBorder } from '../lib/border/border';
import { createZoneEngine } from '../lib/zones/engine';
import { unionAlongLine } from '../lib/zones/union';
import { requireZone, type KeepOut, type Zone } from '../lib/zones/zone';
import {
  asMisuse,
  kmOption,
  readArguments,
  requiredKm,
  requireNoMore,
  toNumber
} from './arguments';
import { Misuse, OK, type Command } from './command';
import { lineAttribution, loadLine, loadTerritories } from './data';
import { roundKm, roundKm2 } from './numbers';

const help = `durand zone --afghan KM --pakistan KM [--from KM --to KM] [--caps flat|round]
            [--keep-out LON,LAT,KM ...] [--province ID ...]

The buffer zone of a width on each side of the Durand Line, as a GeoJSON Feature
with a MultiPolygon.

  --afghan KM     width on the Afghan side: 0, or 0.1 to 100 km
  --pakistan KM   width on the Pakistani side
  --from KM       chainage where the zone begins (default: the Iran tripoint)
  --to KM         chainage where it ends (default: the China tripoint)
  --caps flat     leave out what is nearest to the line's very end (default)
  --caps round    keep it, also in a third country
  --keep-out LON,LAT,KM
                  leave out the circle of 0.1 to 200 km around a position; may be
                  given more than once
  --province ID   keep to a province, or to several if given more than once.
                  Along the line: AF-NIM AF-HEL AF-KAN AF-ZAB AF-PKA AF-KHO AF-PIA
                  AF-NAN AF-KNR AF-NUR AF-BDS, PK-BA PK-TA PK-KP PK-GB

The outline is within 0.05 % of the width, or 1 m. Properties: afghanKm,
pakistanKm, fromKm, toKm, caps, areaKm2, areaAfghanKm2, areaPakistanKm2,
lengthKm (how much of the line the zone runs along), toleranceKm (how far the
outline may stray), cutOff (what would lie in a third country and is left out),
keepOut and provinces if given, and attribution.

  durand zone --afghan 10 --pakistan 0 > zone.geojson
  durand zone --afghan 5 --pakistan 5 --from 1300 --to 1500 | durand profile -
  durand zone --afghan 20 --pakistan 0 --province AF-NAN --keep-out 71.09,34.12,10
`;

export const zone: Command = {
  help,
  async run(argv, { print }) {
    const args = readArguments(argv, {
      afghan: { type: 'string' },
      pakistan: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      caps: { type: 'string' },
      'keep-out': { type: 'string', multiple: true },
      province: { type: 'string', multiple: true }
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
    const limited: Pick<Zone, 'caps' | 'keepOut' | 'provinces'> = {
      caps: capsOf(args.values.caps),
      ...(args.lists['keep-out'] && { keepOut: args.lists['keep-out'].map(circleOf) }),
      ...(args.lists.province && { provinces: args.lists.province })
    };
    print(`${JSON.stringify(zoneFeature({ ...widths, ...limited }, limits))}\n`);
    return OK;
  }
};

function circleOf(text: string): KeepOut {
  const numbers = text.split(',').map(toNumber);
  const [lon, lat, radiusKm] = numbers;
  if (numbers.length === 3 && numbers.every(Number.isFinite)) return { at: [lon, lat], radiusKm };
  throw new Misuse(`--keep-out is “${text}”: give LON,LAT,KM in degrees and km.`);
}

function capsOf(value: string | boolean | undefined): 'flat' | 'round' {
  if (value === undefined || value === 'flat') return 'flat';
  if (value === 'round') return 'round';
  throw new Misuse(`--caps is “${value}”: give flat or round.`);
}

function zoneFeature(
  stated: Omit<Zone, 'stretches'>,
  limits: { fromKm: number | undefined; toKm: number | undefined }
): Feature<MultiPolygon> {
  const line = loadLine();
  const border = createBorder(line);
  const { fromKm = 0, toKm = border.lengthKm } = limits;
  const proposal: Zone = { ...stated, stretches: [{ fromKm, toKm }] };
  asMisuse(() => requireZone(proposal, border.lengthKm));
  const { countries, provinces } = loadTerritories(line);
  const engine = createZoneEngine(border, countries, provinces);
  const footprint = asMisuse(() => engine.footprint(proposal));
  const { afghanKm, pakistanKm, caps, ...exclusions } = stated;
  return {
    type: 'Feature',
    properties: {
      afghanKm,
      pakistanKm,
      fromKm: roundKm(fromKm),
      toKm: roundKm(toKm),
      caps,
      ...exclusions,
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
