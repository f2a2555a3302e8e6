// Verifying the module cache: is every module of the build list still what was downloaded?
//
// Rules and texts: cmd/go/internal/modcmd/verify.go.

import { isToolchain } from '../../core/gover/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import type { ModuleCache } from '../cache/index.js';
import type { Loader } from '../load/index.js';
import type { UnpackPool, VerifyJob } from '../unpack/index.js';

/** What is wrong, a line each, in the order of the build list; nothing where all is well. */
export async function verifyModules(loader: Loader, cache: ModuleCache, pool: UnpackPool): Promise<string[]> {
  const graph = await loader.moduleGraph();
  const modules = graph.buildList().filter((m) => !isToolchain(m.path) && !loader.main.contains(m.path));
  const found = await Promise.all(
    modules.map((m) => pool.verify(jobFor(loader, cache, m), loader.session.signal)),
  );
  return found.flat();
}

function jobFor(loader: Loader, cache: ModuleCache, m: ModuleVersion): VerifyJob {
  const { fs } = loader.session;
  const zip = cache.layout.entry(m, 'zip');
  const state = cache.folderState(m);
  return {
    module: m,
    zip,
    zipMissing: fs.statSync(zip, { throwIfNoEntry: false }) === undefined,
    folder: state.folder,
    folderMissing: state.kind !== 'complete',
  };
}
