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

import { join, sep } from 'node:path';
import { isToolchain, modIsValid } from '../../core/gover/index.js';
import { canonicalVersion, escapePath, escapeVersion, type ModuleVersion } from '../../core/module/index.js';
import { quote } from '../../core/quote.js';
import { CacheError } from './errors.js';

/** The kinds of files of one version. */
export type EntrySuffix = 'info' | 'lock' | 'mod' | 'partial' | 'zip' | 'ziphash';

/** Escaped forms of a module and its version. */
interface Names {
  readonly path: string;
  readonly version: string;
  /** What the paths of all files of the version begin with. */
  readonly entry: string;
}

/** Paths inside one module cache. Makes no file-system calls. */
export class CacheLayout {
  /** The folder that is a GOPROXY. */
  readonly download: string;
  readonly #known = new Map<string, Names>();

  /** @param root absolute path of GOMODCACHE */
  constructor(readonly root: string) {
    this.download = join(root, 'cache', 'download');
  }

  /** The side lock. */
  get sideLock(): string {
    return join(this.root, 'cache', 'lock');
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
    const { path, version } = this.#names(m);
    return join(this.root, `${path}@${version}`);
  }

  /** Checking and escaping a name costs more than looking at its file; each is asked for some ten times a run. */
  #names(m: ModuleVersion): Names {
    const key = `${m.path}@${m.version}`;
    let names = this.#known.get(key);
    if (names === undefined) {
      if (isToolchain(m.path)) throw toolchainError();
      const path = escapePath(m.path);
      const version = escapedVersion(m);
      const below = `${path}/@v/${version}`;
      // Nothing in these names needs cleaning, which would take longer than all the rest.
      const entry = `${this.download}${sep}${sep === '/' ? below : below.replaceAll('/', sep)}`;
      names = { path, version, entry };
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
