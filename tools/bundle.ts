// Bundles the command: `tsx tools/bundle.ts`.
//
// dist/cli holds CommonJS, because Node starts one such file 8 ms faster than a tree of ES modules. esbuild
// splits the code at dynamic imports, so that a command loads its own parts only, and puts what several parts
// need into chunks, so that every class exists once and instanceof holds. It can do that for ES modules only,
// and makes many small chunks; so each is turned into CommonJS, those that the entry point needs at once are put into its
// file, those that the program behind it needs at once into another (one file instead of eight saves 3 ms at start-up), and V8
// compiles them beforehand. koffi stays outside: it is native, and optional.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { compile, compiledFolder } from './compiled.js';
import { replaceFolder } from './replace-folder.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = 'node20.19';

/** Chunks by the names of their files, as CommonJS. `entry`: the source that it is loaded for. */
type Chunks = Map<
  string,
  { readonly code: string; readonly needs: readonly string[]; readonly entry: string | undefined }
>;

/**
 * Makes those of Node's own modules that start-up has not loaded anyway load when they are first used: node:crypto, node:child_process, node:zlib and
 * node:worker_threads take 3 ms together, and most runs use some of them only. esbuild names what it requires
 * `import_NAME`, and always writes a member access behind that.
 */
function loadBuiltinsLazily(code: string): string {
  let out = code;
  for (const [whole, name, module] of code.matchAll(
    /^var (import_\w+) = require\("(node:(?!fs"|path"|url")[\w/]+)"\);$/gm,
  )) {
    if (name === undefined || module === undefined) continue;
    const uses = new RegExp(`\\b${name}\\b(?!\\.)`, 'g');
    if (code.replace(whole, '').search(uses) >= 0) continue;
    const loaded = `(${name}??=require("${module}")).`;
    out = out.replace(whole, '').replaceAll(new RegExp(`\\b${name}\\.`, 'g'), loaded);
    out = `var ${name};${out}`;
  }
  return out;
}

/** What tells these sources from any others: runs are remembered (engine/recall) for one build only. */
function buildId(): string {
  const hash = createHash('sha256');
  const folder = join(root, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(folder, file)));
  for (const file of ['tools/bundle.ts', 'package-lock.json']) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

const define = { GOMOD_BUILD: JSON.stringify(buildId()) };

/** Splits what the entry point reaches. Its own chunk is `NAME.cjs`. */
async function split(name: string, entry: string): Promise<Chunks> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    bundle: true,
    chunkNames: 'chunk-[hash]',
    define,
    entryPoints: { [name]: entry },
    external: ['koffi'],
    format: 'esm',
    metafile: true,
    outExtension: { '.js': '.cjs' },
    outdir: join(root, 'dist'),
    platform: 'node',
    splitting: true,
    target,
    write: false,
  });
  const chunks: Chunks = new Map();
  for (const { path, text } of outputFiles) {
    const common = await transform(text, {
      define: { 'import.meta.url': '__fileUrl' },
      format: 'cjs',
      platform: 'node',
      // import() becomes require, which neither looks for export names nor waits.
      supported: { 'dynamic-import': false },
      target,
    });
    const small = { minifySyntax: true, minifyWhitespace: true, target };
    const { code } = await transform(loadBuiltinsLazily(common.code), small);
    const { imports = [], entryPoint } = metafile.outputs[`dist/${basename(path)}`] ?? {};
    const needs = imports
      .filter(({ kind }) => kind === 'import-statement')
      .map((each) => basename(each.path));
    chunks.set(basename(path), { code, needs, entry: entryPoint });
  }
  return chunks;
}

/** The chunks that `file` needs before it can run, itself last. */
function atOnce(chunks: Chunks, file: string, seen = new Set<string>()): string[] {
  const chunk = chunks.get(file);
  if (chunk === undefined || seen.has(file)) return [];
  seen.add(file);
  return [...chunk.needs.flatMap((need) => atOnce(chunks, need, seen)), file];
}

function withFileUrl(code: string): string {
  const url = 'const __fileUrl=require("node:url").pathToFileURL(__filename).href;\n';
  return code.includes('__fileUrl') ? url + code : code;
}

/** Which chunks are together in a file, by the names of the files. */
type Groups = ReadonlyMap<string, readonly string[]>;

/** A group for the entry point, and one for each of `sources` that it loads later. */
function group(chunks: Chunks, name: string, sources: readonly string[]): Groups {
  const groups = new Map([[`${name}.cjs`, atOnce(chunks, `${name}.cjs`)]]);
  const seen = new Set(groups.get(`${name}.cjs`));
  for (const source of sources) {
    const [file] = [...chunks].find(([, { entry }]) => entry === source) ?? [];
    if (file === undefined) throw new Error(`no chunk for ${source}`);
    groups.set(`${basename(source, '.ts')}.cjs`, atOnce(chunks, file, seen));
  }
  return groups;
}

/** Makes `require` of a chunk that is in a group load it from there. */
function linked(code: string, groups: Groups): string {
  return code.replace(/\brequire\("\.\/([\w-]+\.cjs)"\)/g, (whole, needed: string) => {
    const [file] = [...groups].find(([, files]) => files.includes(needed)) ?? [];
    return file === undefined ? whole : `require("./${file}").chunk("./${needed}")`;
  });
}

/** A file with several chunks in it, of which others ask for one by `chunk`. The last runs when the file is the entry point. */
function joined(chunks: Chunks, files: readonly string[], groups: Groups, runs: boolean): string {
  const others = new Map([...groups].filter(([, each]) => each !== files));
  const parts = files.map((file) => {
    const code = linked(chunks.get(file)?.code ?? '', others);
    return `${JSON.stringify(`./${file}`)}:(function(module,exports,require){${code}})`;
  });
  const last = JSON.stringify(`./${files.at(-1)}`);
  return `'use strict';
const made={},parts={${parts.join(',\n')}};
function chunk(name){
if(!Object.hasOwn(parts,name))return require(name);
if(made[name]===undefined)parts[name](made[name]={exports:{}},made[name].exports,chunk);
return made[name].exports;
}
exports.chunk=chunk;
${runs ? `chunk(${last});\n` : ''}`;
}

/** Bundles one entry point into `NAME.cjs`, a file for each of `sources`, and the other chunks beside them. */
async function bundle(
  name: string,
  entry: string,
  sources: readonly string[] = [],
): Promise<ReadonlyMap<string, string>> {
  const chunks = await split(name, entry);
  const groups = group(chunks, name, sources);
  const files = new Map<string, string>();
  for (const [file, members] of groups) {
    files.set(file, withFileUrl(joined(chunks, members, groups, file === `${name}.cjs`)));
  }
  const grouped = new Set([...groups.values()].flat());
  for (const [file, { code }] of chunks) {
    if (!grouped.has(file)) files.set(file, withFileUrl(linked(code, groups)));
  }
  return files;
}

const worker = await bundle('worker', 'src/engine/unpack/worker.ts');
const command = await bundle('main', 'src/commands/entry.ts', ['src/commands/cli.ts']);
const conformance = await bundle('go', 'conformance/entry.ts');
const compiled = [...command].map(([name, text]) => [`${compiledFolder}/${name}`, compile(text)] as const);
replaceFolder(join(root, 'dist/cli'), [...worker, ...command, ...compiled]);
replaceFolder(join(root, 'dist/conformance'), [...worker, ...conformance]);
