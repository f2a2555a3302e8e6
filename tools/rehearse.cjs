// Runs the bundled command again and again in this one process, and writes what V8 compiled for that: see compiled.ts, which
// forks it. It takes one message, a Rehearsal, and answers with the exit status of each run.
//
// This is plain JavaScript, because what V8 makes under the flags of another process is refused by an ordinary run.
'use strict';

const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const v8 = require('node:v8');
const { Script } = require('node:vm');

const scripts = new Map();
/** Thrown where a run leaves the process. */
const END = new Error('the run has ended');
let folder = '';
let modules = new Map();

/** The source as bin/gomod.cjs runs it: ASCII text. */
function wrapped(name) {
  return `(function(exports,require,module,__filename){${readFileSync(join(folder, name), 'latin1')}\n})`;
}

function scriptOf(name) {
  const script = scripts.get(name) ?? new Script(wrapped(name), { filename: join(folder, name) });
  scripts.set(name, script);
  return script;
}

function load(name) {
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  modules.set(name, module);
  scriptOf(name).runInThisContext()(module.exports, requireFrom, module, join(folder, name));
  return module.exports;
}

function requireFrom(name) {
  if (name.startsWith('./')) return load(name.slice(2));
  // The flags that a run sets are part of what V8 compares.
  return name === 'node:v8' ? { ...v8, setFlagsFromString() {} } : require(name);
}

/** One run in a program that has just been loaded: its exit status. */
function run(self, words) {
  for (const event of ['beforeExit', 'SIGINT', 'SIGTERM']) process.removeAllListeners(event);
  process.argv = [process.execPath, self, ...words];
  modules = new Map();
  return new Promise((resolve) => {
    process.exit = (status) => {
      resolve(status);
      throw END;
    };
    load('main.cjs');
  });
}

/** What V8 compiled of a script that ran; of one that did not, all of it. */
function compiled(name) {
  const ran = scripts.get(name);
  if (ran !== undefined) return ran.createCachedData();
  v8.setFlagsFromString('--no-lazy');
  const script = new Script(wrapped(name));
  v8.setFlagsFromString('--lazy');
  return script.createCachedData();
}

/** One file for bin/gomod.cjs: the lengths of the two (little endian, 4 bytes each), what V8 made, and the source. */
function pack(data, source) {
  const header = Buffer.alloc(8);
  header.writeUInt32LE(data.length);
  header.writeUInt32LE(source.length, 4);
  return Buffer.concat([header, data, Buffer.from(source, 'latin1')]);
}

process.on('unhandledRejection', (reason) => {
  if (reason !== END) throw reason;
});
process.once('message', async (rehearsal) => {
  const exit = process.exit;
  folder = rehearsal.folder;
  v8.setFlagsFromString('--no-flush-bytecode');
  const statuses = [];
  for (const words of rehearsal.runs) statuses.push(await run(rehearsal.self, words));
  v8.setFlagsFromString('--flush-bytecode');
  for (const name of rehearsal.names)
    writeFileSync(join(rehearsal.out, name), pack(compiled(name), wrapped(name)));
  process.send(statuses, () => exit(0));
});
