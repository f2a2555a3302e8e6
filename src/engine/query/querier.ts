// Answering version queries through the GOPROXY list.
//
// A complete version or a revision is asked for by name. Everything else chooses among the known versions:
// releases before prereleases, highest first (lowest for `>`), excluded and retracted ones left out;
// +incompatible ones only where no compatible version says that the module knows about modules. Without a
// match, `latest` falls back to the newest untagged revision and `upgrade` to staying.
// Rules: cmd/go/internal/modload/query.go.

import { modIsPrerelease, modIsValid } from '../../core/gover/index.js';
import {
  canonicalVersion,
  isPseudoVersion,
  type ModuleVersion,
  pseudoVersionTime,
} from '../../core/module/index.js';
import { EngineError, isNotExist, rethrowFatal } from '../error.js';
import type { Fetcher, Origin, RevInfo } from '../fetch/index.js';
import { DisallowedError, isDisallowed, NoMatchingVersionError } from './errors.js';
import { isRevisionQuery, matcherFor, type VersionMatcher } from './matcher.js';
import { OfflineAnswers } from './offline.js';
import { mergeOrigin } from './origin.js';
import { type Replacements, sourceOf, type VersionSource } from './sources.js';

/**
 * Rejects when a version may not be used: with a DisallowedError (or one caused by it) when that is known,
 * with anything else when it could not be found out.
 */
export type Allowed = (m: ModuleVersion) => Promise<void>;

/** What a query has to know of the main modules. */
export interface QueryView extends Replacements {
  /** Why nothing can be queried (-mod=vendor); undefined when it can. */
  readonly disabled: string | undefined;
  isMain(path: string): boolean;
  /** The bytes of a dependency's go.mod, without replacements. */
  goModData(m: ModuleVersion): Promise<Uint8Array>;
}

/** An earlier answer that may still hold (`-reuse`). */
export interface ReusableInfo {
  readonly version: string;
  readonly time: string;
  readonly origin: Origin;
}

/** Earlier answers by `path@query`. */
export type ReuseTable = ReadonlyMap<string, ReusableInfo>;

const anyVersion: Allowed = async () => {};

/** See the head of this file. Safe to call many at once. */
export class Querier {
  /** What was answered without asking the network. */
  readonly offline = new OfflineAnswers();

  constructor(
    private readonly fetcher: Fetcher,
    private readonly view: QueryView,
  ) {}

  /**
   * The version that `query` stands for. `current` is the selected version of `path`: '' when unknown, 'none' when
   * there is none. Rejects with the errors of errors.ts and those of the network.
   */
  async query(
    path: string,
    query: string,
    current: string,
    allowed: Allowed = anyVersion,
    reuse?: ReuseTable,
  ): Promise<RevInfo> {
    const info = await this.#ask(path, query, current, allowed, reuse);
    if (this.fetcher.offline && info.version !== '' && info.version !== query) {
      this.offline.note(path, query, info.version);
    }
    return info;
  }

  /** As `query`, through one entry of GOPROXY: for who asks several modules and goes on where none of them helps. */
  async queryThrough(
    proxy: string,
    path: string,
    query: string,
    current: string,
    allowed: Allowed,
  ): Promise<RevInfo> {
    const info = await this.#through(proxy, path, query, current, allowed, undefined);
    if (this.fetcher.offline && info.version !== '') this.offline.note(path, query, info.version);
    return info;
  }

  /** The newest version, for what its go.mod says about others. */
  newest(path: string): Promise<RevInfo> {
    return this.#ask(path, 'latest', '', anyVersion, undefined);
  }

  #ask(
    path: string,
    query: string,
    current: string,
    allowed: Allowed,
    reuse: ReuseTable | undefined,
  ): Promise<RevInfo> {
    return this.fetcher.tryProxies((proxy) => this.#through(proxy, path, query, current, allowed, reuse));
  }

  /** All known versions of `path` that are allowed, ascending, and where they came from. */
  versions(path: string, allowed: Allowed): Promise<{ list: string[]; origin: Origin | undefined }> {
    if (this.fetcher.offline) this.offline.noteVersions(path);
    return this.fetcher.tryProxies(async (proxy) => {
      const known = await sourceOf(this.fetcher, this.view, proxy, path).versions('');
      const list: string[] = [];
      for (const version of known.list)
        if (await permits(allowed, path, version, 'throw')) list.push(version);
      return { list, origin: known.origin };
    });
  }

  /** Rejects unless the earlier answer for `m` still holds. */
  checkReuse(m: ModuleVersion, origin: Origin): Promise<void> {
    return this.fetcher.tryProxies((proxy) => {
      const source = sourceOf(this.fetcher, this.view, proxy, m.path);
      return checkReuseOf(source, m.path, m.version, origin);
    });
  }

  async #through(
    proxy: string,
    path: string,
    query: string,
    current: string,
    allowed: Allowed,
    reuse: ReuseTable | undefined,
  ): Promise<RevInfo> {
    if (current !== '' && current !== 'none' && !modIsValid(path, current)) {
      throw new EngineError('query', `invalid previous version ${path}@${current}`);
    }
    if (this.view.disabled !== undefined) throw new EngineError('disabled', this.view.disabled);
    if (this.view.isMain(path) && (query === 'upgrade' || query === 'patch')) {
      return { version: '', time: '', origin: undefined };
    }
    if (path === 'std' || path === 'cmd') {
      const message = `can't query specific version ("${query}") of standard-library module "${path}"`;
      throw new EngineError('query', message);
    }
    const source = sourceOf(this.fetcher, this.view, proxy, path);
    const old = reuse?.get(`${path}@${query}`);
    if (old !== undefined && (await stillHolds(source, path, query, old))) return old;
    const matcher = matcherFor(path, query, current);
    if (matcher.kind === 'revision' || matcher.exact) return await statAllowed(source, path, query, allowed);
    return await new Choice(this.view, source, matcher, { path, query, current, allowed }).answer();
  }
}

async function stillHolds(
  source: VersionSource,
  path: string,
  query: string,
  old: ReusableInfo,
): Promise<boolean> {
  try {
    await checkReuseOf(source, path, query, old.origin);
    return true;
  } catch (error) {
    rethrowFatal(error);
    return false;
  }
}

/** Whether the origin says enough about `query` to be checked, and whether it still holds. */
async function checkReuseOf(
  source: VersionSource,
  path: string,
  query: string,
  origin: Origin,
): Promise<void> {
  if (origin.RepoSum === undefined) {
    if (query === canonicalVersion(query)) {
      if (origin.Hash === undefined && origin.Ref === undefined && origin.TagSum === undefined) {
        throw new EngineError('query', 'no Origin information to check');
      }
    } else if (isRevisionQuery(path, query) && origin.Hash === undefined && origin.Ref === undefined) {
      throw new EngineError('query', `query "${query}" requires a Hash or Ref`);
    } else if (origin.TagSum === undefined) {
      throw new EngineError('query', `query "${query}" requires a TagSum`);
    }
  }
  await source.checkReuse(origin);
}

/** Asks for one revision by name; build metadata that the origin does not know is dropped. */
async function statAllowed(
  source: VersionSource,
  path: string,
  query: string,
  allowed: Allowed,
): Promise<RevInfo> {
  const info = await statWithoutMetadata(source, query);
  try {
    await allowed({ path, version: info.version });
  } catch (error) {
    rethrowFatal(error);
    if (isDisallowed(error)) throw error;
  }
  return info;
}

async function statWithoutMetadata(source: VersionSource, query: string): Promise<RevInfo> {
  try {
    return await source.stat(query);
  } catch (first) {
    rethrowFatal(first);
    const plain = canonicalVersion(query);
    if (plain === '' || plain === query) throw first;
    try {
      return await source.stat(plain);
    } catch (second) {
      rethrowFatal(second);
      throw isNotExist(second) ? first : second;
    }
  }
}

/** Whether `allowed` lets a version through. Where it cannot know, the answer is yes, or its error. */
async function permits(
  allowed: Allowed,
  path: string,
  version: string,
  unknown: 'yes' | 'throw',
): Promise<boolean> {
  try {
    await allowed({ path, version });
    return true;
  } catch (error) {
    rethrowFatal(error);
    if (isDisallowed(error)) return false;
    if (unknown === 'throw') throw error;
    return true;
  }
}

interface Question {
  readonly path: string;
  readonly query: string;
  readonly current: string;
  readonly allowed: Allowed;
}

/** One query that chooses among versions. */
class Choice {
  #origin: Origin | undefined;

  constructor(
    private readonly view: QueryView,
    private readonly source: VersionSource,
    private readonly matcher: VersionMatcher,
    private readonly question: Question,
  ) {}

  async answer(): Promise<RevInfo> {
    const { query, current } = this.question;
    const known = await this.source.versions(this.matcher.prefix);
    this.#origin = known.origin;
    const { releases, prereleases } = await this.#classify(known.list);
    const pool = releases.length > 0 ? releases : prereleases;
    const best = this.matcher.lowest ? pool[0] : pool[pool.length - 1];
    if (best !== undefined) return await this.#lookup(best);
    if (this.matcher.orLatest) {
      const latest = await this.#latest();
      if (latest !== undefined) return latest;
    }
    if ((query === 'upgrade' || query === 'patch') && current !== '' && current !== 'none') {
      await this.#allowCurrent();
      return await this.#lookup(current);
    }
    throw new NoMatchingVersionError(query, current);
  }

  async #latest(): Promise<RevInfo | undefined> {
    try {
      const latest = await this.source.latest();
      this.#origin = mergeOrigin(this.#origin, latest.origin);
      return (await this.#accepts(latest.version)) ? await this.#lookup(latest.version) : undefined;
    } catch (error) {
      rethrowFatal(error);
      if (isNotExist(error)) return undefined;
      throw error;
    }
  }

  async #accepts(version: string): Promise<boolean> {
    const { prefix, filter } = this.matcher;
    const { path, allowed } = this.question;
    // The release 1.21 itself belongs to the prefix query go@1.21.
    const bare = (path === 'go' || path === 'toolchain') && `${version}.` === prefix;
    if (prefix !== '' && !version.startsWith(prefix) && !bare) return false;
    return filter(version) && (await permits(allowed, path, version, 'yes'));
  }

  /** Matching versions, ascending. Stops at the first +incompatible one that must not be considered. */
  async #classify(list: readonly string[]): Promise<{ releases: string[]; prereleases: string[] }> {
    const { path } = this.question;
    const releases: string[] = [];
    const prereleases: string[] = [];
    let incompatible = this.matcher.preferIncompatible;
    let lastCompatible = '';
    for (const version of list) {
      if (!(await this.#accepts(version))) continue;
      if (!incompatible) {
        if (!version.endsWith('+incompatible')) lastCompatible = version;
        else if (lastCompatible !== '') {
          if (await this.#hasGoMod(lastCompatible)) break;
          incompatible = true;
        }
      }
      (modIsPrerelease(path, version) ? prereleases : releases).push(version);
    }
    return { releases, prereleases };
  }

  /** Whether the version has a go.mod of its own, as opposed to the one line that stands in for it. */
  async #hasGoMod(version: string): Promise<boolean> {
    const { path } = this.question;
    const data = await this.view.goModData({ path, version });
    return new TextDecoder().decode(data) !== `module ${quoted(path)}\n`;
  }

  async #lookup(version: string): Promise<RevInfo> {
    const { query, current } = this.question;
    const info = await this.source.stat(version);
    this.#origin = mergeOrigin(this.#origin, info.origin);
    const upgrading = query === 'upgrade' || query === 'patch';
    // From a pseudo-version nobody is moved to something that was there before it.
    if (upgrading && isPseudoVersion(current) && info.time !== '') {
      if (Date.parse(info.time) < Date.parse(pseudoVersionTime(current))) {
        await this.#allowCurrent();
        const same = await this.source.stat(current);
        return { ...same, origin: mergeOrigin(this.#origin, same.origin) };
      }
    }
    return { ...info, origin: this.#origin };
  }

  async #allowCurrent(): Promise<void> {
    const { path, current, allowed } = this.question;
    try {
      await allowed({ path, version: current });
    } catch (error) {
      rethrowFatal(error);
      if (isDisallowed(error) || error instanceof DisallowedError) throw error;
    }
  }
}

/** A module path as modfile prints it on a module line. */
function quoted(path: string): string {
  return /^[\w.\-~/+!]+$/.test(path) ? path : JSON.stringify(path);
}
