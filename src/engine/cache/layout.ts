// Where things are in the module cache, under GOMODCACHE:
//
//   <path>@<version>/                        a module, unpacked
//   cache/lock                               the side lock
//   cache/download/<path>/@v/list            known versions, one a line, ascending
//   cache/download/<path>/@v/<version>.info  .mod .zip .ziphash .lock .partial
//   cache/download/sumdb/<name>/...          records and tiles of a checksum database
//   cache/gomod/...                          our own; nothing of go's is under it
//
// Paths and versions are in their escaped form. `cache/download` is a GOPROXY as it stands. Defined by
// cmd/go/internal/modfetch/cache.go and `go help modules`.

import { join } from 'node:path';
import { isToolchain, modIsValid } from '../../core/gover/index.js';
import { canonicalVersion, escapePath, escapeVersion, type ModuleVersion } from '../../core/module/index.js';
import { quote } from '../../core/quote.js';
import { CacheError } from './errors.js';

/** The kinds of files of one version. */
export type EntrySuffix = 'info' | 'lock' | 'mod' | 'partial' | 'zip' | 'ziphash';

/** Paths inside one module cache. Makes no file-system calls. */
export class CacheLayout {
  /** @param root absolute path of GOMODCACHE */
  constructor(readonly root: string) {}

  readonly #known = new Map<string, { readonly entry: string; readonly folder: string }>();

  /** The side lock. */
  get sideLock(): string {
    return join(this.root, 'cache', 'lock');
  }

  /** The folder that is a GOPROXY. */
  get download(): string {
    return join(this.root, 'cache', 'download');
  }

  /** The folder of what `go` does not know. */
  get ours(): string {
    return join(this.root, 'cache', 'gomod');
  }

  /** The folder of a checksum database's records and tiles. `name` is its plain name: `sum.golang.org`. */
  sumdb(name: string): string {
    return join(this.download, 'sumdb', name);
  }

  /** The `@v` folder of a module path. Throws the errors of escapePath. */
  versions(path: string): string {
    return join(this.download, escapePath(path), '@v');
  }

  /** A file of one version. Throws a CacheError for versions that the cache does not hold. */
  entry(m: ModuleVersion, suffix: EntrySuffix): string {
    return `${this.#names(m).entry}.${suffix}`;
  }

  /** The folder of an unpacked module. Throws as `entry` does. */
  folder(m: ModuleVersion): string {
    return this.#names(m).folder;
  }

  /** Checking and escaping a name costs more than looking at its file; each is asked for some ten times a run. */
  #names(m: ModuleVersion): { readonly entry: string; readonly folder: string } {
    const key = `${m.path}@${m.version}`;
    let names = this.#known.get(key);
    if (names === undefined) {
      if (isToolchain(m.path)) throw toolchainError();
      const path = escapePath(m.path);
      const version = escapedVersion(m);
      names = {
        entry: join(this.download, path, '@v', version),
        folder: join(this.root, `${path}@${version}`),
      };
      this.#known.set(key, names);
    }
    return names;
  }
}

function toolchainError(): CacheError {
  return new CacheError('toolchain', 'internal error: invalid operation on toolchain module');
}

function escapedVersion(m: ModuleVersion): string {
  if (!modIsValid(m.path, m.version)) {
    throw new CacheError('bad-version', `non-semver module version ${quote(m.version)}`);
  }
  if (canonicalVersion(m.version) !== m.version) {
    throw new CacheError('bad-version', `non-canonical module version ${quote(m.version)}`);
  }
  return escapeVersion(m.version);
}
