// Getting one module into the cache: its zip, the zip's hash, and its folder.
//
// Everything happens under the lock of the version, which `go` takes too, and starts with a second look: while
// we waited, another process may have done the work. What is there is used: a zip without folder is
// unpacked, a zip without hash is hashed, and only a missing zip is asked for. Steps and their order: partial.ts.
//
// A zip that is there without hash is hashed alone before its folder is touched, as Go does: what it turns out to be says
// nothing of the folder, and whether it is broken is told of the zip, not of its extraction.
//
// Deadlocks: two processes may want the same modules at the same time. So nobody may hold a share of a budget
// (requests, bytes, workers) while waiting for the lock here. Budgets are taken by `source` and `unpack`, which run
// under the lock.

import type { ModuleVersion } from '../../core/module/index.js';
import { EngineError, rethrowFatal } from '../error.js';
import type { EventSink } from '../events.js';
import { describeError, errnoCode, fileError } from '../io/index.js';
import { type FolderState, folderState } from './folder-state.js';
import {
  abortInstall,
  beginInstall,
  commitFolder,
  commitZip,
  type Installation,
  type InstallHost,
} from './partial.js';
import type { FetchedZip, Unpack, ZipSource } from './unpack-port.js';
import { readZipHash } from './zip-hash.js';
import type { ZipRecords } from './zip-records.js';

/** What the caller of an installation brings. */
export interface InstallRequest {
  readonly module: ModuleVersion;
  /** Fetches the zip. Called at most once, under the lock, and only if the cache has none. */
  readonly source: () => Promise<FetchedZip>;
  /**
   * Checks the sum of the zip, `h1:...`, before anything gets its name; rejects to refuse it. Called exactly once when
   * a sum could be had, also for a module that was there.
   */
  readonly accept: (sum: string) => Promise<void>;
  readonly unpack: Unpack;
  /** Whether the folder alone will do where it is complete, though its zip is missing. */
  readonly folderOnly?: boolean;
  /** Whether a zip that is there is hashed before its folder is touched, although there is a file for its hash. */
  readonly hashesFirst?: boolean;
}

/** A module in the cache. */
export interface Installed {
  readonly folder: string;
  /** Path of the zip. */
  readonly zip: string;
  readonly sum: string;
  /** Whether this call fetched the zip. */
  readonly fetched: boolean;
}

/** What installing needs of a session. */
export interface InstallEnvironment extends InstallHost {
  readonly events: EventSink;
  readonly signal: AbortSignal;
  /** `-modcacherw`. */
  readonly writableFolders: boolean;
  /** Where it is kept what zips are, byte for byte. */
  readonly records: ZipRecords;
  /** Takes the lock of a version, whose folder it makes. */
  lockVersion(m: ModuleVersion): Promise<{ unlock(): void }>;
}

/** What is there of a module. */
interface Present {
  readonly zip: boolean;
  readonly zipHash: boolean;
  readonly state: FolderState;
}

/**
 * Makes sure that the module is in the cache, complete. Rejects with what `source`, `accept` or `unpack` rejected with,
 * with Go's `unzip PATH: ...` for a zip that may not be extracted, and with EngineErrors for files; after a
 * rejection nothing is left that was not there or is not valid.
 */
export async function install(env: InstallEnvironment, request: InstallRequest): Promise<Installed> {
  const { module: m } = request;
  const done = await useAsIs(env, request);
  if (done !== undefined) return done;
  const lock = await env.lockVersion(m);
  try {
    return (await useAsIs(env, request)) ?? (await installLocked(env, request));
  } catch (error) {
    throw fileError(error);
  } finally {
    lock.unlock();
  }
}

/** The module as it is in the cache, if it is complete. Needs no lock, so read-only caches can be used. */
export async function useAsIs(
  env: Pick<InstallEnvironment, 'fs' | 'layout'>,
  request: Pick<InstallRequest, 'module' | 'accept' | 'folderOnly'>,
): Promise<Installed | undefined> {
  const { fs, layout } = env;
  const { module: m } = request;
  const folder = completeFolder(env, m);
  const zip = layout.entry(m, 'zip');
  if (folder === undefined || (request.folderOnly !== true && !fs.existsSync(zip))) return undefined;
  const sum = readZipHash(fs, layout, m);
  if (sum === undefined) return undefined;
  await request.accept(sum);
  return { folder, zip, sum, fetched: false };
}

/** Undefined, too, where nothing can be looked at: then the lock cannot be had either, and its error is the one to tell. */
function completeFolder(
  { fs, layout }: Pick<InstallEnvironment, 'fs' | 'layout'>,
  m: ModuleVersion,
): string | undefined {
  try {
    const state = folderState(fs, layout, m);
    return state.kind === 'complete' ? state.folder : undefined;
  } catch (error) {
    rethrowFatal(error);
    return undefined;
  }
}

function lookAt({ fs, layout }: InstallHost, m: ModuleVersion): Present {
  return {
    zip: fs.existsSync(layout.entry(m, 'zip')),
    zipHash: fs.existsSync(layout.entry(m, 'ziphash')),
    state: folderState(fs, layout, m),
  };
}

async function installLocked(env: InstallEnvironment, request: InstallRequest): Promise<Installed> {
  const { module: m } = request;
  const present = lookAt(env, m);
  const unpacks = needsUnpacking(present.state);
  if (!present.zip || (present.zipHash && request.hashesFirst !== true)) {
    return await installSteps(env, request, present, unpacks);
  }
  const hashed = await installSteps(env, request, present, false);
  if (!unpacks) return hashed;
  const accept = async (sum: string) => {
    if (sum !== hashed.sum) await request.accept(sum);
  };
  return await installSteps(env, { ...request, accept }, present, true);
}

async function installSteps(
  env: InstallEnvironment,
  request: InstallRequest,
  present: Present,
  unpacks: boolean,
): Promise<Installed> {
  // Asked for before the mark is made: while the network is waited for, the cache stays as it is.
  const fetched = present.zip ? undefined : await request.source();
  env.signal.throwIfAborted();
  const { installation, noFolder } = begin(env, request.module, unpacks);
  try {
    const source = place(env, installation, fetched);
    const installed = await fill(env, request, installation, source, !present.zip);
    if (noFolder !== undefined) throw noFolder;
    return installed;
  } catch (error) {
    abortInstall(env, installation);
    throw error;
  }
}

/** Where no folder can be made, the zip alone gets in, as in Go, and `noFolder` is what to tell after that. */
function begin(env: InstallEnvironment, m: ModuleVersion, unpacks: boolean) {
  try {
    return { installation: beginInstall(env, m, unpacks), noFolder: undefined };
  } catch (error) {
    if (!unpacks || errnoCode(error) === undefined) throw error;
    return { installation: beginInstall(env, m, false), noFolder: error };
  }
}

/** Where the zip is read from: the cache's own, or what was fetched, moved to its temporary name where that can be done. */
function place(
  env: InstallEnvironment,
  installation: Installation,
  fetched: FetchedZip | undefined,
): ZipSource {
  if (fetched === undefined) return { file: installation.zip };
  if ('bytes' in fetched || !fetched.own) return fetched;
  try {
    env.fs.renameSync(fetched.file, installation.temporaryZip);
    return { file: installation.temporaryZip };
  } catch (error) {
    if (errnoCode(error) !== 'EXDEV') throw error;
    return { file: fetched.file };
  }
}

/** A folder whose only fault is that the hash of its zip is missing is good again once that is there. */
function needsUnpacking(state: FolderState): boolean {
  return state.kind === 'incomplete' && state.reason !== 'no-zip-hash';
}

async function fill(
  env: InstallEnvironment,
  request: InstallRequest,
  installation: Installation,
  source: ZipSource,
  isNew: boolean,
): Promise<Installed> {
  const { sum, zipSha256, refusal } = await unpackZip(env, request.unpack, installation, source, isNew);
  env.signal.throwIfAborted();
  await request.accept(sum);
  env.signal.throwIfAborted();
  commitZip(env, installation, sum, isNew);
  if (zipSha256 !== undefined) env.records.add(installation.module, { sum, sha256: zipSha256 });
  if (refusal !== undefined) throw refused(env, installation, refusal);
  commitFolder(env, installation);
  return { folder: installation.folder, zip: installation.zip, sum, fetched: isNew };
}

async function unpackZip(
  env: InstallEnvironment,
  unpack: Unpack,
  installation: Installation,
  source: ZipSource,
  isNew: boolean,
) {
  const inPlace = 'file' in source && source.file === installation.temporaryZip;
  const job = {
    module: installation.module,
    source,
    zipFile: isNew && !inPlace ? installation.temporaryZip : undefined,
    isNew,
    folder: installation.unpacks ? installation.folder : undefined,
    readOnlyFolders: !env.writableFolders,
  };
  try {
    return await unpack(job, env.signal);
  } catch (error) {
    if (env.signal.aborted || !failsExtraction(error, installation, isNew)) throw error;
    throw refused(env, installation, error);
  }
}

/**
 * Whether Go would report the failure as one of `unzip`: it hashes a zip before it extracts it, so of a new zip that is
 * only what happens to the folder.
 */
function failsExtraction(error: unknown, { folder, unpacks }: Installation, isNew: boolean): boolean {
  if (!unpacks || !isNew) return unpacks;
  return errnoCode(error) !== undefined && (error as NodeJS.ErrnoException).path?.startsWith(folder) === true;
}

/** Go's error for a zip that cannot be extracted; Go prints it on the spot as well. */
function refused(env: InstallEnvironment, { zip }: Installation, reason: unknown): EngineError {
  const error = new EngineError('io', `unzip ${zip}: ${describeError(reason)}`, { cause: reason });
  env.events({ kind: 'message', text: `-> ${error.message}` });
  return error;
}
