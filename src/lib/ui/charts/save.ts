/** What a saved chart must carry itself, since no style sheet goes with it; all are inherited. */
const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor'
] as const;

/** What only makes sense on the page. */
const PAGE_ONLY = ['class', 'style', 'role', 'tabindex', 'focusable'];

const NAMESPACE = 'http://www.w3.org/2000/svg';

/** Hands the reader a text as a file of their own; nothing leaves the machine. */
export function downloadText(name: string, mime: string, text: string): void {
  downloadBlob(name, new Blob([text], { type: `${mime};charset=utf-8` }));
}

/** Hands the reader a file of their own; nothing leaves the machine. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the blob after the click; a while later it certainly has.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** What stands above a saved chart, which has no page around it. */
export interface Caption {
  /** What it shows, of which table. */
  text: string;
  /** What its colours say. */
  key: { label: string; color: string }[];
}

const CAPTION_PX = 44;

/**
 * A chart on the page as an SVG file that stands alone: with the colours and fonts that it is seen
 * in, its ground and its title, and without what is marked `data-page-only`.
 */
export function svgOf(chart: SVGSVGElement, title: string, caption?: Caption): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  inline(chart, copy);
  copy.querySelectorAll('[data-page-only]').forEach((element) => element.remove());

  const { width, height } = chart.getBoundingClientRect();
  copy.setAttribute('xmlns', NAMESPACE);
  copy.setAttribute('width', String(width));
  const above = caption ? CAPTION_PX : 0;
  copy.setAttribute('height', String(height + above));
  copy.setAttribute('viewBox', `0 ${-above} ${width} ${height + above}`);
  const ground = groundOf(chart);
  ground.setAttribute('y', String(-above));
  copy.prepend(titleOf(title), ground);
  if (caption) copy.append(captionOf(chart, caption));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** Writes the computed style of every element into its copy, where its parent does not give it. */
function inline(element: Element, copy: Element): void {
  const style = getComputedStyle(element);
  const inherited =
    copy.parentElement && element.parentElement && getComputedStyle(element.parentElement);
  for (const name of INLINED) {
    const value = style.getPropertyValue(name);
    const given = inherited?.getPropertyValue(name) === value && !copy.hasAttribute(name);
    if (value && !given) copy.setAttribute(name, value);
  }
  for (const { name } of [...copy.attributes]) {
    const ofThePage = /^(aria-|data-(?!page-only))/.test(name) || PAGE_ONLY.includes(name);
    if (ofThePage) copy.removeAttribute(name);
  }
  // Text nodes and comments have no style; the elements of both trees stand in the same order.
  [...element.children].forEach((child, i) => inline(child, copy.children[i]));
  for (const node of [...copy.childNodes]) if (node.nodeType === Node.COMMENT_NODE) node.remove();
}

/** Text and key above the chart, in its own ink and at its left. */
function captionOf(chart: SVGSVGElement, { text, key }: Caption): SVGElement {
  const { color, fontFamily } = getComputedStyle(chart);
  const group = made('g', { fill: color, 'font-family': fontFamily, 'font-size': '13' });
  group.append(made('text', { x: '8', y: String(16 - CAPTION_PX), 'font-weight': '600' }, text));
  let x = 8;
  for (const one of key) {
    const fill = getComputedStyle(chart).getPropertyValue(one.color).trim();
    const y = 24 - CAPTION_PX;
    group.append(
      made('rect', { x: String(x), y: String(y), width: '10', height: '10', fill }),
      made('text', { x: String(x + 15), y: String(y + 10) }, one.label)
    );
    x += 30 + 7 * one.label.length;
  }
  return group;
}

function made(name: string, attributes: Record<string, string>, text = ''): SVGElement {
  const element = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

/** Pixels of a picture for each of the page: sharp in a document too. */
const PNG_SCALE = 2;

/** A chart as `svgOf` gives it, as a picture in PNG. */
export async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = PNG_SCALE * image.naturalWidth;
    canvas.height = PNG_SCALE * image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) =>
        blob ? resolve(blob) : reject(new Error('This browser makes no picture of the chart.'))
      )
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

function titleOf(text: string): SVGElement {
  const title = document.createElementNS(NAMESPACE, 'title');
  title.textContent = text;
  return title;
}

/** The chart's own ground: a chart in light ink would be lost on white paper. */
function groundOf(chart: SVGSVGElement): SVGElement {
  const ground = document.createElementNS(NAMESPACE, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', groundColor(chart));
  return ground;
}

/** The nearest colour behind an element that is not see-through. */
function groundColor(element: Element | null): string {
  if (!element) return 'white';
  const { backgroundColor } = getComputedStyle(element);
  const clear = /^(transparent|rgba\(.*, 0\))$/.test(backgroundColor);
  return clear ? groundColor(element.parentElement) : backgroundColor;
}
