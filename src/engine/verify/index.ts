// Verifying the module cache: is every module of the build list still what was downloaded?
//
// The roots of a pruned module are nearly all of its build list. Looking at them begins before the graph is read, which
// keeps one thread busy for a tenth of the time; what turns out not to be in the build list is not told.
//
// Rules and texts: cmd/go/internal/modcmd/verify.go.

import { isToolchain } from '../../core/gover/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import type { ModuleCache } from '../cache/index.js';
import { isNotExist, rethrowFatal } from '../error.js';
import { errnoCode, type FileSystem } from '../io/index.js';
import type { Loader } from '../load/index.js';
import type { UnpackPool, VerifyJob } from '../unpack/index.js';

/** Bytes of a zip, as a guess for how many workers there is work. */
const USUAL_SIZE = 1 << 18;

/** What is wrong, a line each, in the order of the build list; nothing where all is well. */
export async function verifyModules(loader: Loader, cache: ModuleCache, pool: UnpackPool): Promise<string[]> {
  const looks = new Map<string, Promise<readonly string[]>>();
  const look = (m: ModuleVersion): Promise<readonly string[]> => {
    const key = formatModule(m);
    const begun = looks.get(key) ?? verifyModule(loader, cache, pool, m);
    looks.set(key, begun);
    return begun;
  };
  const isOther = (m: ModuleVersion) => !isToolchain(m.path) && !loader.main.contains(m.path);
  const { pruning, roots } = await loader.load();
  if (pruning === 'pruned' && loader.session.fs.existsSync(cache.root)) {
    const others = roots.filter(isOther);
    pool.expect(others.length * USUAL_SIZE);
    // A failure counts when the module is in the build list.
    for (const m of others) look(m).catch(() => {});
    await pool.begun();
  }
  const graph = await loader.moduleGraph();
  return (await Promise.all(graph.buildList().filter(isOther).map(look))).flat();
}

async function verifyModule(
  loader: Loader,
  cache: ModuleCache,
  pool: UnpackPool,
  m: ModuleVersion,
): Promise<readonly string[]> {
  const job = jobFor(loader, cache, m);
  if (job === 'nothing') return [];
  // Without a place in the cache for such a module, Go looks for the hash of a file without a name.
  if (job === undefined)
    return [`${m.path} ${m.version}: missing ziphash: open hash: no such file or directory`];
  const { records } = cache;
  const known = { record: records.get(m), wantsRecord: records.kept };
  const { complaints, record } = await pool.verify({ ...job, ...known }, loader.session.signal);
  if (record !== undefined) records.add(m, record);
  return complaints;
}

/**
 * Undefined where the cache has no place for `m`: a replaced path that is none, or no cache at all. `nothing` where that is
 * because something "does not exist", as what was never downloaded.
 */
function jobFor(loader: Loader, cache: ModuleCache, m: ModuleVersion): VerifyJob | 'nothing' | undefined {
  let zip: string;
  try {
    zip = cache.layout.entry(m, 'zip');
    cache.check();
  } catch (error) {
    rethrowFatal(error);
    return isNotExist(error) ? 'nothing' : undefined;
  }
  return {
    module: m,
    zip,
    zipMissing: isMissing(loader.session.fs, zip),
    folder: cache.layout.folder(m),
    folderMissing: isIncomplete(cache, m),
  };
}

/** A folder that cannot be looked at is not missing. */
function isIncomplete(cache: ModuleCache, m: ModuleVersion): boolean {
  try {
    return cache.folderState(m).kind !== 'complete';
  } catch (error) {
    rethrowFatal(error);
    return false;
  }
}

/** Whether nothing is there, as opposed to something that cannot be looked at. */
function isMissing(fs: FileSystem, path: string): boolean {
  try {
    fs.statSync(path);
    return false;
  } catch (error) {
    return errnoCode(error) === 'ENOENT';
  }
}
