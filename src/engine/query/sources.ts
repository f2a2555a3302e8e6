// Where a query looks: a module's repository, and what the main module's replacements add to it.
//
// A module that is replaced can be queried though it does not exist anywhere: the versions that replace lines
// name are there, and a replacement of all versions stands for one that is older than any real one.
// Rules: modload.lookupRepo, replacementRepo.

import { modCompare } from '../../core/gover/index.js';
import {
  canonicalVersion,
  checkPath,
  checkPathMajor,
  isPseudoVersion,
  type ModuleVersion,
  pseudoVersionTime,
  splitPathVersion,
  zeroPseudoVersion,
} from '../../core/module/index.js';
import { build } from '../../core/semver/index.js';
import { isNotExist, rethrowFatal } from '../error.js';
import type { Fetcher, Origin, RevInfo, Versions } from '../fetch/index.js';

/** What a query may ask of a module. */
export interface VersionSource {
  readonly modulePath: string;
  checkReuse(old: Origin): Promise<void>;
  versions(prefix: string): Promise<Versions>;
  stat(rev: string): Promise<RevInfo>;
  latest(): Promise<RevInfo>;
}

/** What the main modules say about replacements. */
export interface Replacements {
  /** The module used instead of `m`; undefined when it is not replaced. Version '' asks for all versions. */
  replacement(m: ModuleVersion): ModuleVersion | undefined;
  /** The highest version of `path` that a replace line names, '' for one that names none; undefined without one. */
  highestReplaced(path: string): string | undefined;
  /** Versions of `path` on the left of replace lines of go.mod files. */
  replacedVersions(path: string): readonly string[];
}

/** The source of `path` behind one entry of GOPROXY. Throws what makes the path unusable. */
export function sourceOf(
  fetcher: Fetcher,
  replacements: Replacements,
  proxy: string,
  path: string,
): VersionSource {
  const replaced = replacements.highestReplaced(path) !== undefined;
  let source: VersionSource;
  try {
    if (path !== 'go' && path !== 'toolchain') checkPath(path);
    source = fetcher.repository(proxy, path);
  } catch (error) {
    if (!replaced) throw error;
    source = new EmptySource(path, error);
  }
  return replaced ? new ReplacedSource(source, replacements) : source;
}

/** A path that cannot be looked up. */
class EmptySource implements VersionSource {
  constructor(
    readonly modulePath: string,
    private readonly reason: unknown,
  ) {}

  checkReuse(): Promise<void> {
    return Promise.reject(new Error('empty repo'));
  }

  async versions(): Promise<Versions> {
    return { list: [], origin: undefined };
  }

  stat(): Promise<RevInfo> {
    return Promise.reject(this.reason);
  }

  latest(): Promise<RevInfo> {
    return Promise.reject(this.reason);
  }
}

/** A source, and what replace lines add to it. */
class ReplacedSource implements VersionSource {
  constructor(
    private readonly source: VersionSource,
    private readonly replacements: Replacements,
  ) {}

  get modulePath(): string {
    return this.source.modulePath;
  }

  checkReuse(): Promise<void> {
    return Promise.reject(new Error('replacement repo'));
  }

  async versions(prefix: string): Promise<Versions> {
    const path = this.modulePath;
    let known: Versions;
    try {
      known = await this.source.versions(prefix);
    } catch (error) {
      rethrowFatal(error);
      if (!isNotExist(error)) throw error;
      known = { list: [], origin: undefined };
    }
    const added = this.replacements
      .replacedVersions(path)
      .filter((v) => v !== '' && v.startsWith(prefix) && !isPseudoVersion(v));
    if (added.length === 0) return known;
    const list = [...new Set([...known.list, ...added])].sort((a, b) => modCompare(path, a, b));
    return { list, origin: undefined };
  }

  async stat(rev: string): Promise<RevInfo> {
    try {
      return await this.source.stat(rev);
    } catch (error) {
      rethrowFatal(error);
      if (this.replacements.replacedVersions(this.modulePath).length === 0) throw error;
      const version = this.#incompatible(rev);
      if (canonicalVersion(rev) !== rev) throw error;
      if (this.replacements.replacement({ path: this.modulePath, version }) === undefined) throw error;
      return replacementInfo(version);
    }
  }

  /** `rev`, marked +incompatible where the module path needs that. */
  #incompatible(rev: string): string {
    const { pathMajor, ok } = splitPathVersion(this.modulePath);
    if (!ok || pathMajor !== '' || build(rev) !== '') return rev;
    try {
      checkPathMajor(rev, pathMajor);
      return rev;
    } catch {
      return `${rev}+incompatible`;
    }
  }

  async latest(): Promise<RevInfo> {
    const path = this.modulePath;
    const highest = this.replacements.highestReplaced(path);
    const version = highest === '' ? zeroVersion(path) : highest;
    try {
      const info = await this.source.latest();
      if (version === undefined || modCompare(path, version, info.version) <= 0) return info;
    } catch (error) {
      rethrowFatal(error);
      if (version === undefined) throw error;
    }
    return replacementInfo(version);
  }
}

/** A version below every real one of `path`, so that a user of the main module can still upgrade. */
function zeroVersion(path: string): string {
  const { pathMajor, ok } = splitPathVersion(path);
  return zeroPseudoVersion(ok && pathMajor !== '' ? pathMajor.slice(1) : 'v0');
}

function replacementInfo(version: string): RevInfo {
  return { version, time: isPseudoVersion(version) ? pseudoVersionTime(version) : '', origin: undefined };
}
