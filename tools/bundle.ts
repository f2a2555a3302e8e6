// Bundles the command: `tsx tools/bundle.ts`.
//
// dist/cli holds CommonJS, because Node starts one such file 8 ms faster than a tree of ES modules. The code is split at
// dynamic imports, so that a command loads its own parts only; each module is in one chunk, so that every class exists once
// and instanceof holds. What the entry point needs at once is in one chunk, what the program behind it needs in another: one
// file instead of eight saves 3 ms at start-up. V8 compiles all of them beforehand. koffi stays outside: it is native,
// and optional.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { rolldown } from 'rolldown';
import { compile } from './compiled.js';
import { replaceFolder } from './replace-folder.js';

const root = fileURLToPath(new URL('..', import.meta.url));

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

/** Takes Node's own modules as they are: the bundler would copy one that is used as a namespace, property by property. */
function useBuiltinsAsTheyAre(code: string): string {
  return code.replace(/^(node_\w+) = (?:\w+\.)?__toESM\(\1, 1\);$/gm, (_, name: string) => {
    if (code.includes(`${name}.default`)) throw new Error(`${name}: import its parts by name`);
    return '';
  });
}

/**
 * Makes those of Node's own modules that start-up has not loaded anyway load when they are first used: node:crypto,
 * node:child_process, node:zlib and node:worker_threads take 3 ms together, and most runs use some of them only.
 */
function loadBuiltinsLazily(code: string): string {
  let out = code;
  for (const [whole, name, module] of code.matchAll(
    /^let (node_\w+) = require\("(node:(?!fs"|path"|url")[\w/]+)"\);$/gm,
  )) {
    if (name === undefined || module === undefined) continue;
    const uses = new RegExp(`\\b${name}\\b(?!\\.)`, 'g');
    if (code.replace(whole, '').search(uses) >= 0) continue;
    out = out.replace(whole, `let ${name};`);
    out = out.replaceAll(new RegExp(`\\b${name}\\.`, 'g'), `(${name}??=require("${module}")).`);
  }
  return out;
}

/** Exports values instead of functions that get them: nothing that a chunk exports is ever assigned anew. */
function exportValues(code: string): string {
  const getter =
    /^Object\.defineProperty\(exports, "([\w$]+)", \{\s*enumerable: true,\s*get: function ?\(\) \{\s*return ([\w$]+);\s*\}\s*\}\);/gm;
  const variables = new Set([...code.matchAll(/^let ([\w$]+)/gm)].map(([, name]) => name));
  const out = code.replace(getter, (_, exported: string, name: string) => {
    if (variables.has(name)) throw new Error(`${name} is exported and may change`);
    return `exports.${exported} = ${name};`;
  });
  const plain = out.replace(/^Object\.defineProperty\(exports, Symbol\.toStringTag, .*$/m, '');
  if (plain.includes('defineProperty(exports')) throw new Error('an export is written in another way');
  return plain;
}

/**
 * Bundles one entry point. Answers ASCII texts by the names of files: `NAME.cjs`, and the chunks beside it. What the source `apart`
 * needs at once, and the entry point does not, is in one chunk.
 */
async function bundle(name: string, entry: string, apart?: string): Promise<ReadonlyMap<string, string>> {
  const build = await rolldown({
    cwd: root,
    external: ['koffi'],
    input: { [name]: entry },
    platform: 'node',
    preserveEntrySignatures: false,
    resolve: { extensionAlias: { '.js': ['.ts'] } },
    transform: { define, target: 'node20.19' },
  });
  const group = (source: string, priority: number) => ({
    name: basename(source, '.ts'),
    priority,
    test: (id: string) => id === join(root, source),
  });
  const { output } = await build.generate({
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: { groups: apart === undefined ? [] : [group(entry, 2), group(apart, 1)] },
    comments: false,
    // import() becomes require, which neither looks for export names nor waits.
    dynamicImportInCjs: false,
    entryFileNames: '[name].cjs',
    esModule: false,
    exports: 'named',
    format: 'cjs',
  });
  const files = new Map<string, string>();
  for (const file of output) {
    if (file.type !== 'chunk') throw new Error(`${file.fileName} is not code`);
    const code = exportValues(loadBuiltinsLazily(useBuiltinsAsTheyAre(file.code)));
    const small = { minifySyntax: true, minifyWhitespace: true, target: 'node20.19' };
    const text = `'use strict';${(await transform(code, small)).code}`;
    const foreign = text.search(/[\u0080-\uffff]/);
    if (foreign >= 0)
      throw new Error(`${file.fileName} is not ASCII: ${text.slice(foreign - 40, foreign + 40)}`);
    files.set(file.fileName, text);
  }
  return files;
}

const worker = await bundle('worker', 'src/engine/unpack/worker.ts');
const command = await bundle('main', 'src/commands/entry.ts', 'src/commands/cli.ts');
const conformance = await bundle('go', 'conformance/entry.ts');
// Chunks that are data (go1.26-std) have next to nothing to compile, and would be there twice.
const code = [...command.keys()].filter((name) => !/^go\d/.test(name));
const { files: compiled, failed } = await compile(new Map([...worker, ...command]), code);
if (failed.length > 0)
  console.error(`these runs failed, and V8 compiled less for that: ${failed.join(', ')}`);
replaceFolder(join(root, 'dist/cli'), [...worker, ...command, ...compiled]);
replaceFolder(join(root, 'dist/conformance'), [...worker, ...conformance]);
