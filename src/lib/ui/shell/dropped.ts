/** What a file that is dropped on the page is for. */
export type Dropped = 'shapes' | 'incidents' | 'texts';

/** So many bytes tell: a file's first geometry stands among them. */
const ENOUGH_BYTES = 1_000_000;

const GEOMETRY =
  /"type"\s*:\s*"(?:Multi)?(Polygon|Point|LineString)"|<(?:\w+:)?(Polygon|Point|LineString|Track)\b/;

/** Also where the file is no sound JSON: then the check of texts tells what is wrong. */
const OUTLINE = /"outline"\s*:\s*\[/;
/** An outline of paragraphs, whatever polygons the text brings with it. */
const PARAGRAPHS = /"outline"\s*:\s*\[\s*\{\s*"(?:par|gist|heading|subjects)"/;

/**
 * Decides by a file's content: GeoJSON and KML whose first geometry is a polygon are shapes to be
 * measured, an object with an outline of paragraphs is a text (see docs/adding-a-text.md), and all else
 * is a table of incidents, or refused as one with the reason.
 */
export async function kindOf(file: Blob): Promise<Dropped> {
  const text = await file.slice(0, ENOUGH_BYTES).text();
  if (!/^\uFEFF?\s*[{[<]/.test(text)) return 'incidents';
  const found = GEOMETRY.exec(text);
  const outline = found ? PARAGRAPHS : OUTLINE;
  if (/^\uFEFF?\s*\{/.test(text) && outline.test(text)) return 'texts';
  return (found?.[1] ?? found?.[2]) === 'Polygon' ? 'shapes' : 'incidents';
}
