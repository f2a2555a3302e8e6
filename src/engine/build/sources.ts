// What is known of packages from their folders: the sources of each, read once (load.loadPackageData).

import { ImportsError } from '../../core/imports/index.js';
import { quote } from '../../core/quote.js';
import { checkNoVersion, SearchError } from '../../core/search/index.js';
import { EngineError } from '../error.js';
import type { LoadedPackage, PackageLoad, Workbench } from '../packages/index.js';
import { noData, noSource, type PackageData } from './package.js';

/** A package that was looked up. */
export interface Looked {
  /** Undefined for a path that no package can have. */
  readonly data: PackageData | undefined;
  /** Why the package cannot be had, or what is wrong with its sources. */
  readonly error: unknown;
}

/** Who imports a package. */
export interface Importing {
  readonly path: string;
  readonly standard: boolean;
}

/** See the head of this file. */
export class PackageSources {
  readonly #known = new Map<string, Looked>();

  constructor(
    private readonly bench: Workbench,
    private readonly load: PackageLoad,
  ) {}

  /** The package that `path` means to who imports it. */
  look(path: string, importing: Importing | undefined): Looked {
    const refused = refusalOf(path);
    if (refused !== undefined) return { data: undefined, error: refused };
    const meant = this.resolve(path, importing);
    let known = this.#known.get(meant);
    if (known === undefined) {
      known = this.#read(meant, path);
      this.#known.set(meant, known);
    }
    return known;
  }

  /** The whole path of what `path` means to who imports it. */
  resolve(path: string, importing: Importing | undefined): string {
    return importing?.standard === true ? this.bench.standard.resolve(importing.path, path) : path;
  }

  /** The package as the module loader knows it. */
  loaded(path: string): LoadedPackage | undefined {
    return this.load.get(path);
  }

  #read(path: string, written: string): Looked {
    const pkg = this.load.get(path);
    const { standard } = this.bench;
    if (pkg?.standard === true || (pkg === undefined && standard.has(path)))
      return this.#standard(path, written);
    if (pkg === undefined)
      return { data: noData(path), error: new EngineError('not-exist', 'cannot find package') };
    if (pkg.folder === '') return { data: noData(path), error: pkg.error };
    return this.#ofModule(pkg);
  }

  /** Go asks for the module of the path as it was written, which a vendored package may have as well. */
  #standard(path: string, written: string): Looked {
    const { standard } = this.bench;
    const source = standard.source(path, this.bench.packages);
    const folder = standard.root === '' ? '' : standard.folder(path);
    const data = {
      importPath: path,
      folder,
      root: this.load.get(written)?.root || standard.goroot,
      goroot: true,
      source,
    };
    return { data, error: source.error };
  }

  #ofModule(pkg: LoadedPackage): Looked {
    const at = { importPath: pkg.path, folder: pkg.folder, root: pkg.root, goroot: false };
    try {
      const source = this.bench.packages.read(pkg.folder, { indexed: this.#isIndexed(pkg) });
      return { data: { ...at, source }, error: source.error ?? withoutNoFiles(pkg.error) };
    } catch (error) {
      return { data: { ...at, source: noSource() }, error };
    }
  }

  /** Whether go goes by an index of the folder. It matters only where something is wrong with a file. */
  #isIndexed(pkg: LoadedPackage): boolean {
    const { loader, folders } = this.bench;
    if (loader.mode.mod === 'vendor' || loader.session.env.get('GOCACHE') === 'off') return false;
    if (folders.isCached(pkg.folder)) return true;
    return (
      !this.#isFaulty(pkg.folder) || this.bench.sources.isSettled(pkg.folder, loader.session.clock.now())
    );
  }

  #isFaulty(folder: string): boolean {
    const { packages } = this.bench;
    const failed = packages.files(folder).some((file) => file.failure ?? file.syntaxError);
    return failed || packages.read(folder, { indexed: true }).error !== undefined;
  }
}

function refusalOf(path: string): Error | undefined {
  if (path.startsWith('mod/'))
    return new EngineError('bad-argument', `disallowed import path ${quote(path)}`);
  try {
    checkNoVersion(path);
    return undefined;
  } catch (error) {
    if (error instanceof SearchError) return error;
    throw error;
  }
}

/** The module loader sees no files where go/build, which is less strict with constraints, does: that one counts. */
function withoutNoFiles(error: unknown): unknown {
  return error instanceof ImportsError && error.code === 'no-go-files' ? undefined : error;
}
