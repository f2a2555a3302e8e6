// Packages where modules have them: the sources of each, read once (load.loadPackageData).

import { join } from 'node:path';
import { ImportsError } from '../../core/imports/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { quote } from '../../core/quote.js';
import { checkNoVersion, SearchError } from '../../core/search/index.js';
import { joinPath, pathBelow } from '../../core/slash-path.js';
import { EngineError } from '../error.js';
import type { LoadedPackage, PackageLoad, Workbench } from '../packages/index.js';
import type { GodebugDefaults, Importing, Looked, PackageFinder } from './finder.js';
import { noData, noSource } from './package.js';
import type { ProgramRules } from './target.js';

/** See the head of this file. */
export class PackageSources implements PackageFinder {
  readonly #known = new Map<string, Looked>();

  constructor(
    private readonly bench: Workbench,
    private readonly load: PackageLoad,
  ) {}

  get godebug(): GodebugDefaults {
    const { goVersion, main } = this.bench.loader;
    return { goVersion, lines: main.godebugs };
  }

  get programs(): ProgramRules {
    const [gopath = ''] = this.bench.loader.session.env.get('GOPATH').split(':');
    return { folder: gopath === '' ? '' : join(gopath, 'bin'), skipsMajor: true };
  }

  look(path: string, importing: Importing | undefined): Looked {
    const refused = refusalOf(path);
    if (refused !== undefined) return { data: undefined, error: refused };
    const meant = importing === undefined ? path : this.#preferVendored(path, importing);
    let known = this.#known.get(meant);
    if (known === undefined) {
      known = this.#read(meant, path);
      this.#known.set(meant, known);
    }
    return known;
  }

  resolve(path: string, importing: Importing): string {
    const whole = this.#preferVendored(path, importing);
    return this.load.get(whole)?.error === undefined ? whole : path;
  }

  /** The standard library prefers what is vendored in it. */
  #preferVendored(path: string, { importPath, standard }: Importing): string {
    return standard ? this.bench.standard.resolve(importPath, path) : path;
  }

  moduleOf(importPath: string): ModuleVersion | undefined {
    // Go says so of its own packages even where they are the main module's.
    return this.bench.standard.has(importPath) ? undefined : this.load.get(importPath)?.module;
  }

  pathOfFolder(folder: string): string {
    let found = { prefix: '', path: '.' };
    const { main } = this.bench.loader;
    for (const each of main.list) {
      const below = each.root === '' ? undefined : pathBelow(folder, each.root);
      const prefix = main.prefix(each);
      if (below === '') return prefix;
      if (below === undefined || prefix <= found.prefix) continue;
      const path = below.startsWith('vendor/') ? below.slice('vendor/'.length) : joinPath(prefix, below);
      found = { prefix, path };
    }
    return found.path;
  }

  #read(path: string, written: string): Looked {
    const pkg = this.load.get(path);
    const { standard } = this.bench;
    if (pkg?.standard === true || (pkg === undefined && standard.has(path)))
      return this.#standard(path, written);
    if (pkg === undefined)
      return { data: noData(path), error: new EngineError('not-exist', 'cannot find package') };
    if (pkg.folder === '') return { data: noData(path), error: pkg.error ?? unresolved(path) };
    return this.#ofModule(pkg);
  }

  /** Go asks for the module of the path as it was written, which a vendored package may have as well. */
  #standard(path: string, written: string): Looked {
    const { standard } = this.bench;
    const source = standard.source(path, this.bench.packages);
    const folder = standard.root === '' ? '' : standard.folder(path);
    const asWritten = standard.has(written) ? undefined : this.load.get(written);
    const data = {
      importPath: path,
      folder,
      root: asWritten?.module === undefined ? standard.goroot : asWritten.root,
      goroot: true,
      ...(standard.root === '' ? {} : { install: { root: standard.goroot, path } }),
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
    const { loader, sources } = this.bench;
    if (loader.mode.mod === 'vendor' || loader.session.env.get('GOCACHE') === 'off') return false;
    return !this.#isFaulty(pkg.folder) || sources.isIndexed(pkg.folder);
  }

  #isFaulty(folder: string): boolean {
    const { packages } = this.bench;
    const failed = packages.files(folder).some((file) => file.failure ?? file.syntaxError);
    return failed || packages.read(folder, { indexed: true }).error !== undefined;
  }
}

/** Why no package can have the path; undefined where one can. */
export function refusalOf(path: string): Error | undefined {
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

/** What is said of "C", which is no package although files import it. */
function unresolved(path: string): EngineError {
  const text = `unknown import path ${quote(path)}: internal error: module loader did not resolve import`;
  return new EngineError('bad-argument', text);
}

/** The module loader sees no files where go/build, which is less strict with constraints, does: that one counts. */
function withoutNoFiles(error: unknown): unknown {
  return error instanceof ImportsError && error.code === 'no-go-files' ? undefined : error;
}
