// Making a downloaded Go toolchain runnable.
//
// Module zips have no modes, so the programs of golang.org/toolchain are unpacked like all files, without
// permission to run. Go gives it to them not at download but when it first runs a toolchain
// (cmd/go/internal/toolchain, Exec): so the cache of whoever only downloads is the same as Go's.

import type { FileSystem } from '../io/index.js';

const RUN_BITS = 0o111;
const MODE_BITS = 0o777;
/** Wrappers that run test programs of other platforms. */
const WRAPPER = /^go_.+_.+_exec$/s;

/**
 * Gives the programs of the toolchain in `folder` the permission to run; does nothing where `bin/go` has it. That
 * one comes last, as others take it as the sign that all is done. Throws the node:fs error.
 */
export function makeToolchainRunnable(fs: FileSystem, folder: string): void {
  if ((fs.statSync(`${folder}/bin/go`).mode & RUN_BITS) !== 0) return;
  allow(fs, `${folder}/pkg/tool`, () => true);
  allow(fs, `${folder}/lib`, (name) => WRAPPER.test(name));
  allow(fs, `${folder}/bin`, (name) => name !== 'go');
  allow(fs, `${folder}/bin/go`, () => true);
}

function allow(fs: FileSystem, path: string, wanted: (name: string) => boolean): void {
  const info = fs.lstatSync(path);
  if (info.isDirectory()) {
    for (const name of fs.readdirSync(path).sort()) allow(fs, `${path}/${name}`, wanted);
  } else if (wanted(path.slice(path.lastIndexOf('/') + 1))) {
    fs.chmodSync(path, (fs.statSync(path).mode & MODE_BITS) | RUN_BITS);
  }
}
