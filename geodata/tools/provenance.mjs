/**
 * @param {import('./datafile.mjs').DataFile[]} files
 * @param {import('./outputs.mjs').CatalogEntry[]} catalog
 * @returns {string} PROVENANCE.md
 */
export function provenance(files, catalog) {
  const sections = files.map((file, i) => section(file, catalog[i]));
  return `${HEAD}\n${licenceTable(files)}\n${sections.join('\n')}`;
}

const HEAD = `# Where the data comes from

This file is made by \`npm run geodata\` from the same metadata as \`catalog.json\`; do not edit it. Every
data file is built from the pinned npm packages of \`package.json\` here and nothing else;
\`npm run geodata -- --check\` rebuilds them all and compares byte for byte.

Sizes are of the file as committed and of the same gzipped at level 9.

## Licences of the data

They are apart from the licence of the code (\`LICENSE\` at the top of the repository). The packages
that carry the data have licences of their own for their code; what counts here is the data's.
`;

/** @param {import('./datafile.mjs').DataFile[]} files */
function licenceTable(files) {
  const licences = [...new Set(files.map((file) => file.licence))];
  const rows = licences.map((licence) => {
    const names = files.filter((file) => file.licence === licence).map(({ file }) => `\`${file}\``);
    return `| [${licence.name}](${licence.url}) | ${licence.attribution} | ${licence.duty} | ${names.join(', ')} |`;
  });
  return `| licence | attribution | duty | files |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

/**
 * @param {import('./datafile.mjs').DataFile} file
 * @param {import('./outputs.mjs').CatalogEntry} entry
 */
function section(file, entry) {
  const length =
    file.lengthKm === undefined ? '' : `- Length: ${file.lengthKm.toFixed(2)} km (WGS84)\n`;
  return `## ${file.file}

${file.title}

- From: ${entry.from.join(', ')}
- Licence: ${entry.licence.name}; show “${entry.attribution}”
- Vintage: ${file.vintage}
- Features: ${file.featureCount}
${length}- Size: ${kilobytes(entry.bytes)}, ${kilobytes(entry.gzipBytes)} gzip

What was done: ${file.method}

${list('Known faults', file.knownFaults)}${list('Measured', file.measured ?? [])}`;
}

/** @param {string} title @param {string[]} items */
function list(title, items) {
  if (items.length === 0) return '';
  return `${title}:\n\n${items.map((item) => `- ${item}`).join('\n')}\n\n`;
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
