import areas from './areas';
import chainage from './chainage';
import claimTest from './claim-test';
import comparison from './comparison';
import countries from './countries';
import crossings from './crossings';
import districts from './districts';
import graticule from './graticule';
import imports from './imports';
import incidents from './incidents';
import land from './land';
import type { MapLayer } from './layer';
import line from './line';
import loci from './loci';
import places from './places';
import provinces from './provinces';
import ruledLine from './ruled-line';
import ruler from './ruler';
import scaledLines from './scaled-lines';
import section from './section';
import settlements from './settlements';
import statements from './statements';
import uncertainty from './uncertainty';
import zone from './zone';

/**
 * Every layer, bottom to top within each slot. Labels give way in the other order: what comes last
 * here is placed first.
 */
export const mapLayers: readonly MapLayer[] = [
  land,
  countries,
  graticule,
  provinces,
  settlements,
  statements,
  areas,
  districts,
  uncertainty,
  zone,
  comparison,
  imports,
  loci,
  scaledLines,
  line,
  ruledLine,
  chainage,
  crossings,
  places,
  incidents,
  section,
  claimTest,
  ruler
];
