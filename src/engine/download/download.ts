// Downloading modules: which are meant, and for each its `.info`, go.mod, zip and folder.
//
// Modules fail one by one: what was learned of one before it failed stays beside its error. Only what contradicts
// go.sum ends everything. Rules: cmd/go/internal/modcmd/download.go.

import { compare, explicitIndirectVersion } from '../../core/gover/index.js';
import type { ModuleCache } from '../cache/index.js';
import { EngineError, FatalError, messageOf, rethrowFatal } from '../error.js';
import { ModuleUnusableError, type Origin } from '../fetch/index.js';
import { listModules, type ModulePublic } from '../list/index.js';
import type { Loader } from '../load/index.js';
import { Progress } from './progress.js';

/** What became of one module (modcmd.ModuleJSON). Undefined fields are empty in Go. */
export interface DownloadedModule {
  readonly path: string;
  readonly version: string;
  /** Only where it differs from the version. */
  readonly query?: string;
  error?: string;
  /** The failure behind `error`, where there is more to it than its text. */
  cause?: Error;
  info?: string;
  goMod?: string;
  zip?: string;
  dir?: string;
  sum?: string;
  goModSum?: string;
  readonly origin?: Origin;
  readonly reuse?: boolean;
}

/** What was downloaded. */
export interface Download {
  /** In the order of the list, repeats kept. */
  readonly modules: readonly DownloadedModule[];
  /** What kept further modules from being known. */
  readonly error: Error | undefined;
  /** Whether go.sum is to be written by the caller. */
  readonly savesSums: boolean;
}

/** There is nothing to download, and why. */
export class NothingToDownload extends EngineError {}

/**
 * Downloads what `args` mean: all that the main module requires, if there are none. Rejects with NothingToDownload,
 * and with FatalErrors; failures of single modules are in the result.
 */
export async function downloadModules(
  loader: Loader,
  cache: ModuleCache,
  args: readonly string[],
  reuse: string,
): Promise<Download> {
  const explicit = args.length > 0;
  // The clock of the progress line starts here.
  loader.session.events({ kind: 'progress', modulesDone: 0, modulesTotal: 0, bytes: 0 });
  const wanted = await argumentsFor(loader, args);
  if (wanted.length === 0) throw nothing(loader);
  if (reuse !== '' && loader.hasModule) {
    throw new FatalError('bad-argument', 'go mod download -reuse cannot be used inside a module', {
      bare: true,
    });
  }
  const mode = { versions: false, retracted: false, files: false };
  const listing = await listModules(loader, cache, wanted, { mode, reuse, commits: false });
  // Without arguments the sums of zips are not saved, but go.mod is brought to a consistent state all the same.
  const savesSums = explicit || loader.inWorkspace;
  if (!savesSums) await loader.commit();
  const modules = listing.modules.map(target).filter((m) => m !== undefined);
  await fetchAll(loader, modules);
  return { modules, error: listing.error, savesSums };
}

function nothing(loader: Loader): Error {
  return loader.hasModule
    ? new NothingToDownload('bad-argument', 'no module dependencies to download')
    : new EngineError('bad-argument', "no modules specified (see 'go help mod download')");
}

/** The arguments, or what stands for them. Reads the main modules. */
async function argumentsFor(loader: Loader, args: readonly string[]): Promise<readonly string[]> {
  if (!loader.hasModule && !loader.inWorkspace) return args;
  await loader.load();
  if (args.length > 0) {
    for (const { path } of loader.main.versions) {
      const own = [path, `${path}@upgrade`, `${path}@patch`];
      for (const arg of args.filter((a) => own.includes(a))) {
        const text = `go: skipping download of ${arg} that resolves to the main module`;
        loader.session.events({ kind: 'message', text });
      }
    }
    return args;
  }
  if (loader.inWorkspace) return ['all'];
  const file = loader.main.single.file;
  const require = file?.require ?? [];
  const goVersion = file?.go?.version;
  if (goVersion === undefined || compare(goVersion, explicitIndirectVersion) < 0) {
    return require.length > 0 ? ['all'] : [];
  }
  const wanted = require.map((line) => loader.main.resolve(line.mod)).filter((m) => m.version !== '');
  loader.fetcher.expectations.add('info', wanted);
  loader.fetcher.expectations.add('zip', wanted);
  // The graph is read so that later commands have all of it, although only the requirements are fetched.
  await loader.moduleGraph();
  return require.map((line) => line.mod.path);
}

/** What to download for a listed module; undefined for main modules and directories. */
function target(listed: ModulePublic): DownloadedModule | undefined {
  const m = listed.replace ?? listed;
  if (!m.version && m.error === undefined) return undefined;
  return {
    path: m.path,
    version: m.version ?? '',
    ...(m.query === undefined ? {} : { query: m.query }),
    ...(m.error === undefined ? {} : { error: m.error.err }),
    ...(m.origin === undefined ? {} : { origin: m.origin }),
    ...(m.reuse === true ? { reuse: true } : {}),
  };
}

/** Fetches each module; what became of it is noted in it. Rejects with FatalErrors. */
export async function fetchAll(loader: Loader, modules: readonly DownloadedModule[]): Promise<void> {
  const open = modules.filter((m) => m.error === undefined && m.reuse !== true);
  const progress = new Progress(loader.session, open.length);
  const results = await Promise.allSettled(
    open.map(async (m) => {
      const fetched = await fetchOne(loader, m);
      progress.done(fetched ? m.zip : undefined);
    }),
  );
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

/** Fetches one module in Go's order of steps; the first that fails is told. Resolves whether its zip was new. */
async function fetchOne(loader: Loader, m: DownloadedModule): Promise<boolean> {
  const { fetcher } = loader;
  try {
    m.info = (await fetcher.info(m)).file;
    const goMod = await fetcher.goModFile(m);
    m.goMod = goMod.file;
    m.goModSum = goMod.sum;
    const module = await fetcher.module(m);
    m.zip = module.zip;
    m.sum = module.sum;
    m.dir = module.folder;
    return module.fetched;
  } catch (error) {
    rethrowFatal(error);
    loader.session.signal.throwIfAborted();
    if (error instanceof ModuleUnusableError) {
      m.zip = error.zip;
      m.sum = error.sum;
    }
    m.error = messageOf(error);
    if (error instanceof Error) m.cause = error;
    return false;
  }
}
