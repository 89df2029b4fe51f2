import { toCsv } from '../lib/formats/csv';
import { readPolygons } from '../lib/formats/polygons';
import { widthColumns } from '../lib/zones/width-columns';
import { widthProfile } from '../lib/zones/width-profile';
import { asMisuse, kmOption, readArguments, requireNoMore } from './arguments';
import { Misuse, OK, type Command } from './command';
import { loadBorder } from './data';
import { nameOf, textOf } from './files';

const help = `durand profile FILE [--every KM] [--from KM --to KM] [--gap KM]

How wide polygons are across the Durand Line: a cut square to the line at every
step of chainage, followed to 150 km on each side.

  FILE           GeoJSON or KML; of all that it holds the polygons count; - for
                 standard input
  --every KM     the step (default: 1)
  --from KM      the first chainage (default: 0)
  --to KM        the last (default: the line's end)
  --gap KM       take an edge this near to the line for the line itself, for
                 polygons drawn along another map's line (default: 0.001)

Prints CSV, all in km (what was mended in the file or looks odd is told on
standard error):
  chainageKm
  afghanKm, pakistanKm, totalKm   the length of the cut from the line to where it
                 first leaves the polygons; 0 where they do not reach the line
  afghanOwnKm, pakistanOwnKm      how far the cut is nearest to this chainage
                 (at most 150); a longer width lies in another branch's shadow
  afghanStationKm, pakistanStationKm   the width as distance from the line: this
                 cut's own, or that of the branch that shadows it; empty where
                 neither can be told

  durand profile zone.geojson --every 5 > widths.csv
`;

export const profile: Command = {
  help,
  async run(argv, streams) {
    const args = readArguments(argv, {
      every: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      gap: { type: 'string' }
    });
    requireNoMore(args, 1);
    const [file] = args.positionals;
    if (file === undefined) throw new Misuse('FILE is missing; give - for standard input.');
    const everyKm = kmOption(args, 'every') ?? 1;
    const limits = {
      fromKm: kmOption(args, 'from'),
      toKm: kmOption(args, 'to'),
      gapKm: kmOption(args, 'gap')
    };
    const { polygons, notes } = readPolygons(await textOf(file, streams), nameOf(file));
    for (const note of notes) streams.tell(`durand profile: ${note}`);
    const border = loadBorder();
    const { rows } = asMisuse(() => widthProfile(border, polygons, everyKm, given(limits)));
    streams.print(toCsv(widthColumns, rows, { lineEnd: '\n' }));
    return OK;
  }
};

/** What is left out takes its default. */
function given<T extends object>(options: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}
