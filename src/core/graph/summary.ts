// What a go.mod means to the graph.
//
// From go 1.17 on a go.mod lists every module that its packages need, so what those require can be pruned out.
// From go 1.21 on the go line is a requirement of the module `go`, and `go` requires the toolchain of its name.
// Rules: cmd/go/internal/modload (summaryFromModFile, rawGoModSummary, appendGoAndToolchainRoots).

import { compare, explicitIndirectVersion, goStrictVersion } from '../gover/index.js';
import type { ModuleVersion } from '../module/index.js';

/** How far requirements of requirements count: in a pruned graph, in one that is not, in a workspace. */
export type Pruning = 'pruned' | 'unpruned' | 'workspace';

/** The part of a go.mod that the graph is made of. */
export interface Summary {
  /** Whether what the requirements require may be pruned out. */
  readonly pruned: boolean;
  /** In file order; the module `go` last, where the go line counts as a requirement. */
  readonly require: readonly ModuleVersion[];
}

/** Whether a go line means a pruned graph. '' is a missing line, which does not. */
export function isPruned(goVersion: string): boolean {
  return goVersion !== '' && compare(goVersion, explicitIndirectVersion) >= 0;
}

/** The summary of a go.mod with the go line `goVersion` ('' where it has none) and these require lines. */
export function summaryOf(goVersion: string, require: readonly ModuleVersion[]): Summary {
  const strict = goVersion !== '' && compare(goVersion, goStrictVersion) >= 0;
  return {
    pruned: isPruned(goVersion),
    require: strict ? [...require, { path: 'go', version: goVersion }] : require,
  };
}

/** The summary of one of the modules `go` and `toolchain`, which have no go.mod. */
export function toolchainSummary(m: ModuleVersion): Summary {
  const strict = m.path === 'go' && compare(m.version, goStrictVersion) >= 0;
  return { pruned: true, require: strict ? [{ path: 'toolchain', version: `go${m.version}` }] : [] };
}

/**
 * The roots that a main module's go.mod stands for: its requirements, its go version (the assumed one where it has
 * no go line) and, unless it is '', its toolchain line. Not sorted.
 */
export function rootsOf(
  require: readonly ModuleVersion[],
  goVersion: string,
  toolchain: string,
): ModuleVersion[] {
  const roots = [...require, { path: 'go', version: goVersion }];
  if (toolchain !== '') roots.push({ path: 'toolchain', version: toolchain });
  return roots;
}
