import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import * as borders from '../sources/borders.mjs';
import * as districts from '../sources/districts.mjs';
import * as line from '../sources/line.mjs';
import * as settlements from '../sources/settlements.mjs';
import * as world from '../sources/world.mjs';
import { gzipSize } from './gzip.mjs';
import { pinned } from './packages.mjs';
import { provenance } from './provenance.mjs';

/** @typedef {import('./datafile.mjs').DataFile} DataFile */

const SOURCES = [line, borders, world, settlements, districts];

/** Prettier's own settings for what is not data, as at the top of the repository. */
const STYLE = /** @type {const} */ ({ printWidth: 100, singleQuote: true, trailingComma: 'none' });

/** @returns {Promise<Map<string, string>>} text by path under geodata/ */
export async function makeOutputs() {
  const files = SOURCES.flatMap((source) => source.build());
  const catalog = files.map(catalogEntry);
  const outputs = new Map(files.map(({ file, content }) => [`files/${file}`, content]));
  outputs.set(
    'catalog.json',
    await format(JSON.stringify({ files: catalog }), { ...STYLE, parser: 'json' })
  );
  outputs.set(
    'PROVENANCE.md',
    await format(provenance(files, catalog), { ...STYLE, parser: 'markdown' })
  );
  return outputs;
}

/** @param {DataFile} file */
function catalogEntry(file) {
  const { content } = file;
  return {
    id: file.id,
    file: file.file,
    title: file.title,
    from: file.from.map(pinned),
    licence: { name: file.licence.name, url: file.licence.url },
    attribution: file.attribution ?? file.licence.attribution,
    vintage: file.vintage,
    knownFaults: file.knownFaults,
    featureCount: file.featureCount,
    ...(file.lengthKm === undefined ? {} : { lengthKm: Number(file.lengthKm.toFixed(3)) }),
    bytes: Buffer.byteLength(content),
    gzipBytes: gzipSize(content),
    sha256: createHash('sha256').update(content).digest('hex')
  };
}

/** @typedef {ReturnType<typeof catalogEntry>} CatalogEntry */

/** @param {URL} root @param {Map<string, string>} outputs */
export function writeOutputs(root, outputs) {
  mkdirSync(new URL('files/', root), { recursive: true });
  for (const [path, text] of outputs) writeFileSync(new URL(path, root), text);
}

/**
 * Writes the outputs into a folder of their own and compares them with the committed ones.
 * @param {URL} root
 * @param {Map<string, string>} outputs
 * @returns {string[]} one sentence for each file that differs, is missing or should not be there
 */
export function compareOutputs(root, outputs) {
  const folder = mkdtempSync(join(tmpdir(), 'geodata-'));
  try {
    const rebuilt = pathToFileURL(`${folder}/`);
    writeOutputs(rebuilt, outputs);
    const strays = readdirSync(new URL('files/', root)).filter(
      (name) => !outputs.has(`files/${name}`)
    );
    return [
      ...[...outputs.keys()].flatMap((path) =>
        difference(path, new URL(path, root), new URL(path, rebuilt))
      ),
      ...strays.map((name) => `files/${name}: committed, but no script makes it`)
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} path @param {URL} committed @param {URL} rebuilt @returns {string[]} */
function difference(path, committed, rebuilt) {
  if (!existsSync(committed)) return [`${path}: not committed`];
  const [a, b] = [readFileSync(committed), readFileSync(rebuilt)];
  if (a.equals(b)) return [];
  const at = a.findIndex((byte, i) => byte !== b[i]);
  const where = at < 0 ? Math.min(a.length, b.length) : at;
  return [
    `${path}: differs from byte ${where} on (${a.length} bytes committed, ${b.length} rebuilt)`
  ];
}
