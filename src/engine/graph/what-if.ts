// The module graph that would follow if go.mod had other lines.
//
// The files of the main modules are copied and changed; the graph is then read as for anyone else's project (core/graph).
// Everything that it takes is in memory or in the module cache already, but for modules that the changes bring in.

import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type ModuleGraph, readProjectGraph } from '../../core/graph/index.js';
import {
  type DirectiveFile,
  type ModFile,
  parse,
  parseWork,
  type WorkFile,
} from '../../core/modfile/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { NONE } from '../../core/mvs/index.js';
import { isFatal, rethrowFatal } from '../error.js';
import { type Loader, noMainModule } from '../load/index.js';

/** Files that may be changed: the go.mod of the first main module, and go.work in a workspace. */
export interface Lines {
  readonly goMod: ModFile;
  readonly goWork: WorkFile | undefined;
}

/** The module graph after `edit`. Rejects when it cannot be read. */
export async function graphAfter(loader: Loader, edit: (lines: Lines) => void): Promise<ModuleGraph> {
  const goMod = loader.main.list.flatMap(({ root, file }) => {
    return file === undefined ? [] : [parse(join(root, 'go.mod'), file.format())];
  });
  const [first] = goMod;
  if (first === undefined) throw noMainModule(loader.inWorkspace);
  const { workspace } = loader.main;
  const goWork = workspace === undefined ? undefined : parseWork(workspace.path, workspace.file.format());
  edit({ goMod: first, goWork });
  const { graph, error } = await readProjectGraph({
    goMod,
    ...(goWork === undefined ? {} : { goWork }),
    readGoMod: async (m, file) => (await loader.summaries.data(placed(m, file))).data,
    isFatal,
  });
  if (error !== undefined) throw error;
  return graph;
}

/** The version of the module `path` that is selected after `edit`; undefined where that cannot be found out. */
export async function selectedAfter(
  loader: Loader,
  path: string,
  edit: (lines: Lines) => void,
): Promise<string | undefined> {
  try {
    return (await graphAfter(loader, edit)).selected(path);
  } catch (error) {
    rethrowFatal(error);
    return undefined;
  }
}

/** Sets the version of a requirement; `none` takes it away. The go and toolchain lines are requirements as well. */
export function setRequirement(file: ModFile, { path, version }: ModuleVersion): void {
  if (path === 'go') file.addGoStmt(version);
  else if (path === 'toolchain' && version === NONE) file.dropToolchainStmt();
  else if (path === 'toolchain') file.addToolchainStmt(version);
  else if (version === NONE) file.dropRequire(path);
  else file.addRequire(path, version);
}

/** A folder as an absolute path: that of a line is relative to its file. */
function placed(m: ModuleVersion, file: DirectiveFile | undefined): ModuleVersion {
  if (m.version !== '' || isAbsolute(m.path) || file === undefined) return m;
  return { path: resolve(dirname(file.syntax.name), m.path), version: '' };
}
