// Finding a module that could be required for a package that no module of the build list has.
//
// Replaced modules come first, since they cost no network. Otherwise every prefix of the path that may be a module's is
// queried at once, at one entry of GOPROXY after the other; the longest whose latest version has the package wins.
// Rules and texts: modload.queryImport, QueryPackages, queryPrefixModules.

import { isToolchain, modCompare } from '../../core/gover/index.js';
import {
  InvalidPathError,
  InvalidVersionError,
  isModulePath,
  type ModuleVersion,
  splitPathVersion,
  zeroPseudoVersion,
} from '../../core/module/index.js';
import { isStandardImportPath } from '../../core/search/index.js';
import { prefixesOf } from '../../core/slash-path.js';
import { EngineError, findCause, isNotExist, rethrowFatal } from '../error.js';
import type { Loader, Roots } from '../load/index.js';
import { type Allowed, NoMatchingVersionError, NoPatchBaseError } from '../query/index.js';
import {
  ImportMissingError,
  MissingPackageSumError,
  MissingSumError,
  PackageNotInModuleError,
  type SearchPlace,
} from './errors.js';
import type { ModuleFolders } from './module-folders.js';

/** See the head of this file. */
export class Providers {
  constructor(
    private readonly loader: Loader,
    private readonly folders: ModuleFolders,
    private readonly place: SearchPlace,
    private readonly allowed: Allowed,
  ) {}

  /** A module that, required, would bring the package. Rejects with why there is none. */
  async find(path: string, rs: Roots): Promise<ModuleVersion> {
    const replaced = await this.#amongReplaced(path, rs);
    if (replaced !== undefined) return replaced;
    if (isStandardImportPath(path)) throw this.#missing({ path, isStandard: true });
    const { mod, explicit, reason } = this.loader.mode;
    if (mod !== 'mod' && !this.place.mayBeMissing) {
      const why = explicit ? '' : reason === '' ? undefined : `\n\t(${reason})`;
      const text = `import lookup disabled by -mod=${mod}${why ?? ''}`;
      throw this.#missing(why === undefined ? { path } : { path, cause: new EngineError('disabled', text) });
    }
    return await this.#ask(path, rs);
  }

  #missing(facts: ConstructorParameters<typeof ImportMissingError>[0]): ImportMissingError {
    return new ImportMissingError(facts, this.place);
  }

  async #ask(path: string, rs: Roots): Promise<ModuleVersion> {
    const { session } = this.loader;
    session.events({ kind: 'message', text: `go: finding module for package ${path}` });
    const graph = await rs.wholeGraph();
    const found = await this.#query(path, (prefix) => graph.selected(prefix));
    const usable = found.find((m) => modCompare(m.path, graph.selected(m.path), m.version) <= 0);
    if (usable !== undefined) return usable;
    const [first] = found as [ModuleVersion];
    throw this.#missing({ path, module: first, selected: graph.selected(first.path) });
  }

  async #query(path: string, current: (path: string) => string): Promise<ModuleVersion[]> {
    try {
      return await this.#queryPackages(path, current);
    } catch (error) {
      rethrowFatal(error);
      if (!isNotExist(error)) throw error;
      throw this.#missing({ path, cause: error });
    }
  }

  /** A version that a replace line names, or one that is older than all where it names none. */
  async #amongReplaced(path: string, rs: Roots): Promise<ModuleVersion | undefined> {
    const candidates: ModuleVersion[] = [];
    for (const prefix of prefixesOf(path)) {
      const highest = this.loader.main.highestReplaced(prefix);
      if (highest === undefined) continue;
      const version = highest === '' ? zeroVersion(prefix) : highest;
      const graph = await rs.wholeGraph();
      if (modCompare(prefix, graph.selected(prefix), version) < 0) candidates.push({ path: prefix, version });
    }
    for (const m of candidates) {
      if (!(await this.#has(path, m))) continue;
      if (this.loader.mode.mod === 'readonly') throw this.#missing({ path, replaced: m });
      return m;
    }
    const [first] = candidates;
    if (first === undefined || isModulePath(path)) return undefined;
    throw new PackageNotInModuleError(first, 'latest', path, this.loader.main.replacement(first));
  }

  async #has(path: string, m: ModuleVersion): Promise<boolean> {
    try {
      return this.folders.folderOf(path, m.path, await this.folders.locate(m))?.hasGoFiles === true;
    } catch (error) {
      rethrowFatal(error);
      if (findCause(error, MissingSumError) !== undefined) throw new MissingPackageSumError(path, [], false);
      throw error;
    }
  }

  async #queryPackages(path: string, current: (path: string) => string): Promise<ModuleVersion[]> {
    const { main, fetcher } = this.loader;
    const candidates = prefixesOf(path).filter(
      // Also paths that only a replaced module can have.
      (prefix) => !main.contains(prefix) && splitPathVersion(prefix).ok,
    );
    return await fetcher.tryProxies(async (proxy) => {
      const ask = (prefix: string) => this.#queryModule(proxy, prefix, path, current(prefix));
      const results = await Promise.allSettled(candidates.map(ask));
      return choose(results);
    });
  }

  async #queryModule(proxy: string, prefix: string, path: string, current: string): Promise<ModuleVersion> {
    const { querier, main } = this.loader;
    const { version } = await querier.queryThrough(proxy, prefix, 'latest', current, this.allowed);
    const m = { path: prefix, version };
    if (isToolchain(prefix) || (await this.#has(path, m))) return m;
    throw new PackageNotInModuleError(m, 'latest', path, main.replacement(m));
  }
}

function zeroVersion(path: string): string {
  const { ok, pathMajor } = splitPathVersion(path);
  return zeroPseudoVersion(ok && pathMajor.length > 0 ? pathMajor.slice(1) : 'v0');
}

/** The kinds of failure, the most telling first; others end the search unless something better was met before. */
const TELLING = [
  PackageNotInModuleError,
  NoMatchingVersionError,
  NoPatchBaseError,
  InvalidPathError,
] as const;

/** What was found, longest path first; without anything, throws the failure that helps most. */
function choose(results: readonly PromiseSettledResult<ModuleVersion>[]): ModuleVersion[] {
  const found: ModuleVersion[] = [];
  const failures = new Map<unknown, unknown>();
  let other: unknown;
  for (const result of results) {
    if (result.status === 'fulfilled') {
      found.push(result.value);
      continue;
    }
    const { reason } = result;
    rethrowFatal(reason);
    const kind = kindOf(reason);
    if (kind !== undefined) failures.set(kind, failures.get(kind) ?? reason);
    else if (other === undefined && found.length === 0 && !failures.has(PackageNotInModuleError))
      other = reason;
  }
  if (found.length > 0 && other === undefined) return found;
  if (other !== undefined) throw other;
  for (const kind of [...TELLING, InvalidVersionError, 'not-exist']) {
    if (failures.has(kind)) throw failures.get(kind);
  }
  return found;
}

function kindOf(error: unknown): unknown {
  const direct = TELLING.find((kind) => error instanceof kind);
  if (direct !== undefined) return direct;
  if (isNotExist(error)) return 'not-exist';
  return findCause(error, InvalidVersionError) === undefined ? undefined : InvalidVersionError;
}
