// Filling in what is known of one module: time, go line, files in the cache, sums.
//
// Rules: modload.moduleInfo, addVersions, addRetraction.

import { join } from 'node:path';
import { isToolchain, modCompare } from '../../core/gover/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import type { ModuleCache } from '../cache/index.js';
import { findCause, isNotExist, messageOf, rethrowFatal } from '../error.js';
import { goModKey } from '../fetch/index.js';
import type { Loader, Roots } from '../load/index.js';
import { isDisallowed, NoMatchingVersionError, RetractedError } from '../query/index.js';
import type { ModulePublic } from './module-public.js';
import type { Retractions } from './retractions.js';
import type { ReuseInfos } from './reuse.js';

/** What is to be found out beside the module itself. */
export interface ListMode {
  /** `-versions`. */
  readonly versions: boolean;
  /** `-retracted`. */
  readonly retracted: boolean;
  /** `-u`: updates, and with them retractions and deprecations. */
  readonly updates?: boolean;
  /** Whether the module's files and sums are looked for; a tenth of a warm listing, and not printed by default. */
  readonly files: boolean;
}

/** What filling in depends on. */
export interface InfoHost {
  readonly loader: Loader;
  readonly cache: ModuleCache;
  readonly retractions: Retractions;
  readonly mode: ListMode;
  readonly reuse: ReuseInfos;
}

/** Describes `m`, selected by `rs`; undefined for a version that was asked for by name. */
export async function moduleInfo(
  host: InfoHost,
  rs: Roots | undefined,
  m: ModuleVersion,
): Promise<ModulePublic> {
  const { loader } = host;
  if (m.version === '' && loader.main.contains(m.path)) return mainInfo(loader, m);
  const info: ModulePublic = { path: m.path, version: m.version };
  if (rs !== undefined && !rs.direct.has(m.path)) info.indirect = true;
  const goVersion = loader.summaries.knownGoVersion(m);
  if (goVersion !== undefined) info.goVersion = goVersion;
  if (rs === undefined) {
    await complete(host, rs, info);
    return info;
  }
  const to = loader.main.replacement(m);
  if (to !== undefined) await addReplacement(host, rs, info, to);
  else if (loader.mode.mod !== 'vendor') await complete(host, rs, info);
  return info;
}

function mainInfo(loader: Loader, m: ModuleVersion): ModulePublic {
  const main = loader.main.find(m.path);
  const info: ModulePublic = { path: m.path, main: true, goVersion: main?.goVersion ?? '' };
  if (main !== undefined && main.root !== '') {
    info.dir = main.root;
    info.goMod = loader.goModPath(main.root);
  }
  return info;
}

async function addReplacement(
  host: InfoHost,
  rs: Roots,
  info: ModulePublic,
  to: ModuleVersion,
): Promise<void> {
  const { loader } = host;
  const replace: ModulePublic = { path: to.path, version: to.version };
  if (info.goVersion !== undefined) replace.goVersion = info.goVersion;
  if (to.version === '') {
    const dir = loader.main.replacementFolder(to.path);
    replace.dir = dir;
    replace.goMod = join(dir, 'go.mod');
  }
  info.replace = replace;
  if (loader.mode.mod !== 'vendor') {
    await complete(host, rs, replace);
    assign(info, 'dir', replace.dir);
    assign(info, 'goMod', replace.goMod);
    assign(info, 'retracted', replace.retracted);
  }
  assign(info, 'goVersion', replace.goVersion);
}

function assign<K extends keyof ModulePublic>(
  info: ModulePublic,
  key: K,
  value: ModulePublic[K] | undefined,
): void {
  if (value === undefined) delete info[key];
  else info[key] = value;
}

/** Fills in what the module cache and the version's `.info` say. */
async function complete(host: InfoHost, rs: Roots | undefined, info: ModulePublic): Promise<void> {
  if (isToolchain(info.path)) return;
  const asked = { path: info.path, version: info.version ?? '' };
  if (asked.version !== '' && (await reuseInfo(host, info, asked))) return;
  if (asked.version !== '') await addTime(host, info, asked);
  const mayUse = (suffix: '' | '/go.mod') => {
    const m = { path: info.path, version: (info.version ?? '') + suffix };
    return rs === undefined || asked.version === '' || !host.loader.mustHaveSums || host.loader.sums.has(m);
  };
  if (asked.version !== '') await host.loader.sums.load();
  if (!info.goVersion && mayUse('/go.mod')) await addGoVersion(host, info, asked);
  if (asked.version === '') return;
  if (host.mode.files) {
    // What is on its way to the cache may still fail.
    await host.cache.settle();
    addFiles(host, info, asked, mayUse);
  }
  if (host.mode.retracted || host.mode.updates) await addRetraction(host, info);
}

async function reuseInfo(host: InfoHost, info: ModulePublic, m: ModuleVersion): Promise<boolean> {
  const old = host.reuse.infos.get(formatModule(m));
  if (old?.origin === undefined) return false;
  try {
    await host.loader.querier.checkReuse(m, old.origin);
  } catch (error) {
    rethrowFatal(error);
    return false;
  }
  for (const key of Object.keys(info)) delete info[key as keyof ModulePublic];
  const { query: _query, dir: _dir, ...rest } = old;
  Object.assign(info, rest);
  return true;
}

async function addTime({ loader }: InfoHost, info: ModulePublic, m: ModuleVersion): Promise<void> {
  try {
    const { version, time } = await loader.querier.query(m.path, m.version, '');
    info.version = version;
    info.time = time === '' ? ZERO_TIME : time;
  } catch (error) {
    rethrowFatal(error);
    info.error = { err: messageOf(error) };
  }
}

/** Go's zero time, which a pointer to a time prints although it is empty. */
const ZERO_TIME = '0001-01-01T00:00:00Z';

async function addGoVersion({ loader }: InfoHost, info: ModulePublic, m: ModuleVersion): Promise<void> {
  try {
    const { summary, tooNew } = await loader.summaries.raw(m);
    if (tooNew === undefined && summary.goVersion !== '') info.goVersion = summary.goVersion;
  } catch (error) {
    rethrowFatal(error);
  }
}

function addFiles(
  { loader, cache }: InfoHost,
  info: ModulePublic,
  m: ModuleVersion,
  mayUse: (suffix: '' | '/go.mod') => boolean,
): void {
  const { fs } = loader.session;
  if (mayUse('/go.mod')) {
    const path = attempt(() => cache.layout.entry(m, 'mod'));
    if (path !== undefined && attempt(() => fs.statSync(path).isFile())) info.goMod = path;
    assign(info, 'goModSum', loader.sums.recorded(goModKey(m)));
  }
  if (mayUse('')) {
    const state = attempt(() => cache.folderState(m));
    if (state?.kind === 'complete') info.dir = state.folder;
    assign(info, 'sum', loader.sums.recorded(m));
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    rethrowFatal(error);
    return undefined;
  }
}

/** Whether a failure only says that there is nothing to be known. */
function isSilent(error: unknown): boolean {
  return findCause(error, NoMatchingVersionError) !== undefined || isNotExist(error);
}

/** Adds the newest version that may be used instead, where there is a newer one. */
export async function addUpdate(host: InfoHost, info: ModulePublic): Promise<void> {
  const { path, version } = info;
  if (!version) return;
  try {
    const { checkAllowed } = host.retractions;
    const found = await host.loader.querier.query(path, 'upgrade', version, checkAllowed);
    if (modCompare(path, found.version, version) <= 0) return;
    info.update = { path, version: found.version, time: found.time === '' ? ZERO_TIME : found.time };
  } catch (error) {
    rethrowFatal(error);
    // The version in use is retracted or excluded, and there is none above it.
    if (isSilent(error) || isDisallowed(error)) return;
    info.error ??= { err: messageOf(error) };
  }
}

/** Adds the deprecation message of the module, if it has one. */
export async function addDeprecation(host: InfoHost, info: ModulePublic): Promise<void> {
  const { path, version = '' } = info;
  try {
    const message = await host.retractions.deprecation({ path, version });
    if (message !== '') info.deprecated = message;
  } catch (error) {
    rethrowFatal(error);
    if (!isSilent(error)) info.error ??= { err: messageOf(error) };
  }
}

/** Adds why the version was retracted, if it was. */
export async function addRetraction(host: InfoHost, info: ModulePublic): Promise<void> {
  if (!info.version) return;
  try {
    await host.retractions.checkRetractions({ path: info.path, version: info.version });
  } catch (error) {
    rethrowFatal(error);
    const retracted = findCause(error, RetractedError);
    if (retracted !== undefined) {
      info.retracted =
        retracted.rationales.length > 0 ? retracted.rationales : ['retracted by module author'];
    } else if (!isSilent(error)) {
      info.error ??= { err: messageOf(error) };
    }
  }
}

/** Adds the known versions but for those excluded or (unless `-retracted`) retracted. */
export async function addVersions(host: InfoHost, info: ModulePublic): Promise<void> {
  const { checkAllowed, checkExclusions } = host.retractions;
  const allowed = host.mode.retracted ? checkExclusions : checkAllowed;
  try {
    const { list } = await host.loader.querier.versions(info.path, allowed);
    info.versions = list;
  } catch (error) {
    rethrowFatal(error);
    info.error ??= { err: messageOf(error) };
  }
  // What a proxy lists has no origin, so the union with anything is unknown.
  delete info.origin;
}
