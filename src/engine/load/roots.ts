// The requirements that a run starts from: what the go.mod files say, before the graph is looked at.
//
// Rules and texts: modload.loadModFile, requirementsFromModFiles, rootsFromModFile.

import { defaultGoModVersion, defaultGoWorkVersion } from '../../core/gover/index.js';
import type { Pruning } from '../../core/graph/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import type { Session } from '../session.js';
import type { MainModule, MainModules } from './main-modules.js';
import { workGoVersion } from './read-main.js';
import { pruningFor, sorted } from './requirements.js';
import type { Workspace } from './workspace.js';

/** What Requirements are made of. */
export interface StartingRoots {
  readonly pruning: Pruning;
  /** Sorted. */
  readonly roots: readonly ModuleVersion[];
  /** Paths of modules not marked indirect. */
  readonly direct: ReadonlySet<string>;
}

/** The module that stands for "outside any module". */
export const OUTSIDE = 'command-line-arguments';

/** Outside any module, or in a workspace without members, whose go line does not count. */
export function outsideRoots(release: string, inWorkspace: boolean): StartingRoots {
  const roots: ModuleVersion[] = [{ path: 'toolchain', version: `go${release}` }];
  if (!inWorkspace) {
    roots.push({ path: 'go', version: release });
    return { pruning: pruningFor(release), roots: sorted(roots), direct: new Set(['go']) };
  }
  roots.push({ path: OUTSIDE, version: '' }, { path: 'go', version: defaultGoWorkVersion });
  return { pruning: 'workspace', roots: sorted(roots), direct: new Set(['go']) };
}

/** In a workspace the members themselves are the roots. */
export function workspaceRoots(main: MainModules, workspace: Workspace): StartingRoots {
  const roots: ModuleVersion[] = [...main.versions, { path: 'go', version: workGoVersion(workspace) }];
  const toolchain = workspace.file.toolchain?.name;
  if (toolchain !== undefined) roots.push({ path: 'toolchain', version: toolchain });
  const lines = main.list.flatMap(({ file }) => file?.require ?? []).filter((line) => !line.indirect);
  return {
    pruning: 'workspace',
    roots: sorted(roots),
    direct: new Set(lines.map((line) => line.mod.path)),
  };
}

/** The requirements of a single main module. Says which it leaves out, as {@link requirementsOf} does. */
export function singleRoots(session: Session, main: MainModule, mod: string): StartingRoots {
  const { roots, direct } = requirementsOf(session, main, mod);
  const toolchain = main.file?.toolchain?.name;
  if (toolchain !== undefined) roots.push({ path: 'toolchain', version: toolchain });
  return { pruning: pruningFor(main.goVersion || defaultGoModVersion), roots: sorted(roots), direct };
}

/**
 * The requirements of one file in its order, and its go line as one. Excluded ones are left out, which is said each
 * time; `mod` is the -mod in force.
 */
export function requirementsOf(
  session: Session,
  main: MainModule,
  mod: string,
): { roots: ModuleVersion[]; direct: Set<string> } {
  const roots: ModuleVersion[] = [];
  const direct = new Set(['go']);
  for (const line of main.file?.require ?? []) {
    if (main.index?.exclude.has(formatModule(line.mod)) === true) {
      const verb = mod === 'mod' ? 'dropping' : 'ignoring';
      const text = `go: ${verb} requirement on excluded version ${line.mod.path} ${line.mod.version}`;
      session.events({ kind: 'message', text });
      continue;
    }
    roots.push(line.mod);
    if (!line.indirect) direct.add(line.mod.path);
  }
  roots.push({ path: 'go', version: main.file?.go?.version ?? defaultGoModVersion });
  return { roots, direct };
}
