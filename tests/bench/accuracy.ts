import { createBorder } from '../../src/lib/border/border';
import { createZoneEngine, type ZoneEngine } from '../../src/lib/zones/engine';
import { readLine } from '../fixtures/line';
import { geographicLibAreaKm2, measureOutline } from '../fixtures/zones/accuracy';

export const title =
  'Accuracy: zones of the whole line against GeographicLib on WGS84, either side by itself';

const WIDTHS_KM = [0.5, 1, 2, 5, 10, 20, 30, 50, 100];

/** Prints how far outlines are from their width, and areas from GeographicLib's. */
export async function run(): Promise<void> {
  const border = createBorder(readLine());
  const engine = createZoneEngine(border);
  const rows = WIDTHS_KM.flatMap((widthKm) =>
    (['afghan', 'pakistan'] as const).map((side) => rowOf(engine, border, widthKm, side))
  );
  console.table(Object.fromEntries(rows));
  console.log(
    'The bound that is told with each zone is 0.05 % of its width, or 1 m where that is more.'
  );
}

function rowOf(
  engine: ZoneEngine,
  border: ReturnType<typeof createBorder>,
  widthKm: number,
  side: 'afghan' | 'pakistan'
) {
  const footprint = engine.footprint({ afghanKm: 0, pakistanKm: 0, [`${side}Km`]: widthKm });
  const areaKm2 = geographicLibAreaKm2(footprint[side]);
  const { samples, worstShare, rmsShare } = measureOutline(footprint[side], widthKm, border);
  return [
    `${widthKm} km, ${side}`,
    {
      samples,
      'worst error %': percent(worstShare),
      'worst error m': Number((1000 * widthKm * worstShare).toPrecision(2)),
      'RMS error %': percent(rmsShare),
      'area km²': Math.round(footprint.areaKm2),
      'area error %': percent(Math.abs(footprint.areaKm2 / areaKm2 - 1))
    }
  ] as const;
}

const percent = (share: number) => Number((100 * share).toPrecision(2));
