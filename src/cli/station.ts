import type { Border } from '../lib/border/border';
import { readArguments, requireNoMore, toNumber } from './arguments';
import { FAULT, Misuse, OK, type Command } from './command';
import { loadBorder } from './data';
import { roundDeg, roundKm } from './numbers';

const help = `durand station [LON LAT]

The station of a position: how far along the Durand Line it lies (chainage, from
the Iran tripoint), how far from it (offset, positive on the Afghan side), on
which side, and the nearest point on the line (foot). WGS84.

  LON LAT   degrees, east and north positive. If left out, positions are read
            from standard input, one "lon,lat" a line, and answered at once.

Prints one JSON object a line:
  {"chainageKm":…,"offsetKm":…,"side":"afghan"|"pakistan"|"line","foot":[lon,lat]}

A line that holds no position is told on standard error and left out; the exit
code is then 1.

  durand station 71.09 34.12
  durand station < positions.csv > stations.ndjson
`;

export const station: Command = {
  help,
  async run(argv, { input, print, tell }) {
    const args = readArguments(argv, {});
    requireNoMore(args, 2);
    const { positionals } = args;
    if (positionals.length === 1) {
      throw new Misuse(`“${positionals[0]}” stands alone: give LON and LAT, or neither.`);
    }
    if (positionals.length === 2) {
      const answer = answerTo(loadBorder(), positionals);
      if ('fault' in answer) throw new Misuse(answer.fault);
      print(answer.line);
      return OK;
    }
    const border = loadBorder();
    let exitCode = OK;
    let lineNumber = 0;
    for await (const text of input) {
      lineNumber++;
      if (text.trim() === '') continue;
      const answer = answerTo(border, text.split(','));
      if ('line' in answer) print(answer.line);
      else {
        tell(`durand station: line ${lineNumber}: ${answer.fault}`);
        exitCode = FAULT;
      }
    }
    return exitCode;
  }
};

/** The line to print for a position, or what is wrong with it. */
function answerTo(border: Border, texts: readonly string[]): { line: string } | { fault: string } {
  const [lon, lat] = texts.map(toNumber);
  if (texts.length !== 2 || Number.isNaN(lon) || Number.isNaN(lat)) {
    return { fault: `“${texts.join(',')}” is no position: give lon,lat in degrees.` };
  }
  try {
    const { chainageKm, offsetKm, side, foot } = border.station([lon, lat]);
    const answer = {
      chainageKm: roundKm(chainageKm),
      offsetKm: roundKm(offsetKm),
      side,
      foot: foot.map(roundDeg)
    };
    return { line: `${JSON.stringify(answer)}\n` };
  } catch (error) {
    if (error instanceof RangeError) return { fault: error.message };
    throw error;
  }
}
