// The trees of GOROOT/src for the patterns that reach them.
//
// `std` is all of it but `cmd` and what has a dot in its first element; `cmd` is what is below `cmd`, without the
// programs of others in `cmd/vendor`; a pattern with `...` sees both as modules, which end at a go.mod. What is
// vendored there has import paths (`vendor/golang.org/x/net/...`). Defined by cmd/go/internal/search
// (MatchPackages) and cmd/go/internal/modload (matchPackages).

import type { FileTree } from '../file-tree.js';
import { isStandardImportPath } from './command-line.js';
import type { PackageTree } from './packages.js';

/** The folder `src` of a GOROOT, and `src/cmd`. */
export interface GorootSource {
  readonly src: FileTree;
  readonly cmd: FileTree;
}

/** The trees in which `std`, `cmd` or a pattern with `...` looks for packages of Go itself, in their order. */
export function gorootTrees(pattern: string, { src, cmd }: GorootSource): PackageTree[] {
  const rules = { endsAtVendor: false, endsAtGoMod: pattern !== 'std' && pattern !== 'cmd' };
  const all: PackageTree = { tree: src, prefix: '', ...rules };
  const commands: PackageTree = { tree: cmd, prefix: 'cmd', ...rules };
  if (pattern === 'cmd') return [commands];
  if (pattern !== 'std') return [all, commands];
  return [{ ...all, ignores: (folder) => folder === 'cmd' || !isStandardImportPath(folder) }];
}

/** Whether `cmd` leaves a package out: a program that is vendored there. `name` is its package clause. */
export function isVendoredCommand(importPath: string, name: string): boolean {
  return importPath.startsWith('cmd/vendor') && name === 'main';
}
