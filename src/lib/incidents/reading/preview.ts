import type { LonLat } from '../../geodesy/position';
import type { Mapping } from '../mapping';
import type { Precision } from '../table';
import { whenInWords } from '../when';
import { Refused, RowReader } from './row-reader';
import type { Sheet } from './sheet';
import { numberStyleOf } from './values/numbers';

/** How a row reads under a mapping, or why it would be refused. */
export type PreviewRow =
  { position: LonLat | null; when: string; precision: Precision } | { refused: string };

/** How the first rows of a sheet read under a mapping; the same reader imports them. */
export function previewRows(
  { header, sample }: Pick<Sheet, 'header' | 'sample'>,
  mapping: Mapping,
  most: number
): PreviewRow[] {
  const reader = new RowReader(mapping, numberStyleOf(sample.flatMap(({ cells }) => cells)));
  return sample.slice(0, most).map(({ cells, refused }) => {
    if (refused !== undefined) return { refused };
    const reading = reader.read(header.map((_, i) => cells[i] ?? ''));
    if (reading instanceof Refused) return { refused: reading.why };
    const { lon, lat, firstDay, lastDay, lasted, known } = reading;
    return {
      position: Number.isNaN(lon) ? null : [lon, lat],
      when: whenInWords(firstDay, lastDay, lasted),
      precision: known.precision
    };
  });
}
