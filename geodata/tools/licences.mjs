/**
 * The data's licences. The code that makes the files has its own (LICENSE at the top).
 * @typedef {{ name: string, url: string, attribution: string, duty: string }} Licence
 */

/** @type {Licence} */
export const ODBL = {
  name: 'ODbL 1.0',
  url: 'https://opendatacommons.org/licenses/odbl/1-0/',
  attribution: '© OpenStreetMap contributors',
  duty: 'Show the attribution. A database derived from it stays under the ODbL.'
};

/** @type {Licence} */
export const NATURAL_EARTH = {
  name: 'Public domain',
  url: 'https://www.naturalearthdata.com/about/terms-of-use/',
  attribution: 'Made with Natural Earth',
  duty: 'None.'
};

/** @type {Licence} */
export const GEONAMES = {
  name: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  attribution: 'GeoNames',
  duty: 'Show the attribution and say that the data was changed.'
};

/** @type {Licence} */
export const SVG_MAPS = {
  name: 'Public domain (Unlicense)',
  url: 'https://unlicense.org/',
  attribution: 'Schajee, Wikimedia Commons, by svg-maps',
  duty: 'None.'
};
