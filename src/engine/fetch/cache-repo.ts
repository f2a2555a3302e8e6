// A module as the module cache alone knows it: what a run that may not use the network (-offline) asks instead of a
// proxy.
//
// Its versions are those whose go.mod is in the cache or, for commands that need the sources, whose zip is. When a version
// was made is known from its `.info`, which whoever asks has looked for already; for pseudo-versions they say it themselves.

import {
  canonicalVersion,
  isPseudoVersion,
  moduleError,
  pseudoVersionTime,
  unescapeVersion,
} from '../../core/module/index.js';
import { compare } from '../../core/semver/index.js';
import type { ModuleCache } from '../cache/index.js';
import { EngineError } from '../error.js';
import type { FileSystem } from '../io/index.js';
import type { ModuleRepo, RevInfo, Versions } from '../proxyclient/index.js';

/** What the cache has to hold of a version for it to count. */
export type CachedFile = 'mod' | 'zip';

/** See the head of this file. Whatever the cache does not hold does not exist. */
export class CacheRepo implements ModuleRepo {
  #versions: readonly string[] | undefined;

  constructor(
    private readonly fs: FileSystem,
    private readonly cache: ModuleCache,
    private readonly file: CachedFile,
    readonly modulePath: string,
  ) {}

  async versions(prefix: string): Promise<Versions> {
    const list = this.#known.filter((version) => !isPseudoVersion(version) && version.startsWith(prefix));
    return { list, origin: undefined };
  }

  async stat(rev: string): Promise<RevInfo> {
    if (!this.#known.includes(rev)) throw this.#unavailable(rev);
    return { version: rev, time: isPseudoVersion(rev) ? pseudoVersionTime(rev) : '', origin: undefined };
  }

  async latest(): Promise<RevInfo> {
    const version = this.#known.findLast(isPseudoVersion);
    if (version === undefined) throw this.#unavailable('');
    return await this.stat(version);
  }

  /** Every version, ascending. */
  get #known(): readonly string[] {
    this.#versions ??= this.#read();
    return this.#versions;
  }

  #read(): string[] {
    const suffix = `.${this.file}`;
    let names: string[];
    try {
      names = this.fs.readdirSync(this.cache.layout.versions(this.modulePath));
    } catch {
      return [];
    }
    return names
      .filter((name) => name.endsWith(suffix))
      .map((name) => versionOf(name.slice(0, -suffix.length)))
      .filter((version) => version !== '' && canonicalVersion(version) === version)
      .sort(compare);
  }

  async checkReuse(): Promise<never> {
    throw this.#unavailable('');
  }

  async goMod(version: string): Promise<never> {
    throw this.#unavailable(version);
  }

  async zip(version: string): Promise<never> {
    throw this.#unavailable(version);
  }

  #unavailable(version: string): Error {
    const error = new EngineError('not-exist', 'module lookup disabled by -offline');
    return moduleError({ path: this.modulePath, version }, error);
  }
}

/** The version that a file is named after; '' where that is none. */
function versionOf(name: string): string {
  try {
    return unescapeVersion(name);
  } catch {
    return '';
  }
}
