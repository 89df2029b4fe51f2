import textLatin from '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2?url';
import textLatinExt from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2?url';
import semiboldLatin from '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2?url';
import semiboldLatinExt from '@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff2?url';
import waterLatin from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2?url';
import type { FontFacesSpecification } from 'maplibre-gl';

/** Font names for `text-font`; the files are the app's own, so labels need no glyph server. */
export const font = {
  text: ['Text'],
  semibold: ['Text Semibold'],
  water: ['Water']
};

const LATIN_EXT = ['U+100-2FF', 'U+1E00-1EFF'];

function absolute(url: string): string {
  return new URL(url, location.href).href;
}

/** The style's `font-faces`: which file draws which characters of a font. */
export function fontFaces(): FontFacesSpecification {
  return {
    Text: [
      { url: absolute(textLatinExt), 'unicode-range': LATIN_EXT },
      { url: absolute(textLatin) }
    ],
    'Text Semibold': [
      { url: absolute(semiboldLatinExt), 'unicode-range': LATIN_EXT },
      { url: absolute(semiboldLatin) }
    ],
    Water: absolute(waterLatin)
  };
}
