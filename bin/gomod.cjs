#!/usr/bin/env node
// The command gomod, which knows scripts that call it by that word (engine/toolchain). What it does is in dist/cli, which
// `npm run build` makes.
//
// Beside each file there is what V8 made of it (tools/compiled.ts), good for the very Node that built it. Compiling
// main.cjs takes 6 to 12 ms, as long as all that a small command does; taking over what was compiled takes 1 ms. Any other
// Node compiles the source.
'use strict';

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const folder = join(__dirname, '..', 'dist', 'cli');
const compiled = join(
  folder,
  `${process.version}-${process.versions.v8}-${process.platform}-${process.arch}`,
);
const modules = new Map();

/** What V8 made, and the source of it, as tools/rehearse.cjs packs them; undefined where that is not there, or not whole. */
function readCompiled(name) {
  try {
    const packed = readFileSync(join(compiled, name));
    const end = 8 + packed.readUInt32LE(0);
    if (packed.length !== end + packed.readUInt32LE(4)) return undefined;
    return { cachedData: packed.subarray(8, end), source: packed.toString('latin1', end) };
  } catch {
    return undefined;
  }
}

function scriptOf(name, filename) {
  const made = readCompiled(name);
  if (made !== undefined) return new Script(made.source, { filename, cachedData: made.cachedData });
  const source = readFileSync(filename, 'latin1');
  // The same text as in tools/rehearse.cjs.
  return new Script(`(function(exports,require,module,__filename){${source}\n})`, { filename });
}

function load(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const filename = join(folder, name);
  const module = { exports: {} };
  modules.set(name, module);
  scriptOf(name, filename).runInThisContext()(module.exports, requireFrom, module, filename);
  return module.exports;
}

function requireFrom(name) {
  return name.startsWith('./') ? load(name.slice(2)) : require(name);
}

load('main.cjs');
