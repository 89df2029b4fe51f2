/**
 * One output file with all that its users must know about it.
 *
 * @typedef {object} DataFile
 * @property {string} id
 * @property {string} file name under geodata/files
 * @property {string} title
 * @property {string[]} from names of the packages it was made from
 * @property {import('./licences.mjs').Licence} licence
 * @property {string} [attribution] where the licence's own wording does not say it all
 * @property {string} vintage
 * @property {string} method what was done, in a sentence or two
 * @property {string[]} knownFaults
 * @property {string[]} [measured] figures of interest beside the file
 * @property {number} featureCount
 * @property {number} [lengthKm] of a line, on WGS84
 * @property {string} content
 */

/**
 * GeoJSON text with one feature a line.
 * @param {import('geojson').Feature[]} features
 * @returns {string}
 */
export function geojsonText(features) {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
}
