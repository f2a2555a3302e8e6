// The bundle as V8 has compiled it, for the Node that runs now.
//
// V8 accepts it when its version, its flags and the length of the source are the same. All functions are compiled,
// also those that V8 would leave for later: there is nothing to be saved by that here. bin/gomod.cjs reads it.

import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** The folder below dist/cli for what this Node compiled. The same text as in bin/gomod.cjs. */
export const compiledFolder = `${process.version}-${process.versions.v8}-${process.platform}-${process.arch}`;

/** The compiled form of a CommonJS file. */
export function compile(source: string): Uint8Array {
  // The same text as in bin/gomod.cjs.
  const wrapped = `(function(exports,require,module,__filename){${source}\n})`;
  setFlagsFromString('--no-lazy');
  try {
    const script = new Script(wrapped);
    // The flags are part of what is compared: they must be those of an ordinary run when the data is made.
    setFlagsFromString('--lazy');
    return script.createCachedData();
  } finally {
    setFlagsFromString('--lazy');
  }
}
