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

/**
 * A chart on the page as an SVG file that stands alone: with the colours and fonts that it is seen
 * in, its ground and its title, and without what is marked `data-page-only`.
 */
export function svgOf(chart: SVGSVGElement, title: string): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  inline(chart, copy);
  copy.querySelectorAll('[data-page-only]').forEach((element) => element.remove());

  const { width, height } = chart.getBoundingClientRect();
  copy.setAttribute('xmlns', NAMESPACE);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.prepend(titleOf(title), groundOf(chart));
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
