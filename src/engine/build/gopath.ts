// GOROOT and the folders of GOPATH: which folder an import path means, and which path a folder has.
//
// The first of them that has a folder has the package, whatever is in it. Links are followed where a folder is not below
// another by its name. Rules and texts: go/build (Context.Import).

import { join } from 'node:path';
import { quote } from '../../core/quote.js';
import { pathBelow, prefixesOf } from '../../core/slash-path.js';
import { EngineError } from '../error.js';
import type { SourceBench } from '../packages/index.js';
import type { InstallPlace } from './package.js';

/** Where a package is. */
export interface PackagePlace {
  /** Absolute; '' for a package of a standard library that is not on this machine. */
  readonly folder: string;
  /** The folder of GOPATH that has it, or GOROOT. */
  readonly root: string;
  readonly goroot: boolean;
  /** Its path from the source folder there; '' where no import path leads to it. */
  readonly importPath: string;
}

/** What is known of a folder by its path alone. */
export interface FolderPlace extends PackagePlace {
  /** The folder to which its import path leads; '' for none but itself. */
  readonly conflict: string;
}

/** Who looks for a package. */
export interface LookingFrom {
  /** Absolute; '' for nowhere. */
  readonly folder: string;
  /** Whether vendor folders above it count. */
  readonly vendored: boolean;
}

/** See the head of this file. */
export class Gopath {
  /** GOROOT; '' where there is none. */
  readonly goroot: string;
  /** The folders of GOPATH that count, in order. */
  readonly entries: readonly string[];
  readonly #folders = new Map<string, boolean>();
  readonly #realPaths = new Map<string, string | undefined>();

  constructor(private readonly bench: SourceBench) {
    const { env } = bench.loader.session;
    this.goroot = bench.standard.goroot;
    this.entries = env
      .get('GOPATH')
      .split(':')
      .filter((entry) => entry !== '' && entry !== this.goroot && !entry.startsWith('~'));
  }

  /** Whether there is a folder, links followed. */
  isFolder(path: string): boolean {
    let known = this.#folders.get(path);
    if (known === undefined) {
      known = this.#look(path);
      this.#folders.set(path, known);
    }
    return known;
  }

  #look(path: string): boolean {
    try {
      return this.bench.sources.stat(path) === 'dir';
    } catch {
      return false;
    }
  }

  /** Whether a folder has files whose names are those of Go files. */
  #hasGoFiles(folder: string): boolean {
    try {
      return this.bench.sources
        .entries(folder)
        .some(({ name, kind }) => kind !== 'dir' && name.endsWith('.go'));
    } catch {
      return false;
    }
  }

  /** Where the package with this path is, whoever asks; undefined for nowhere. */
  find(path: string): PackagePlace | undefined {
    if (path === '' || path.startsWith('/')) return undefined;
    return this.inGoroot(path) ?? this.#inEntries(path);
  }

  /** Where the package with this path is in GOROOT. */
  inGoroot(path: string): PackagePlace | undefined {
    const { standard } = this.bench;
    const folder = this.goroot === '' ? '' : join(standard.root, path);
    const isThere = standard.has(path) || (folder !== '' && this.isFolder(folder));
    return isThere ? { folder, root: this.goroot, goroot: true, importPath: path } : undefined;
  }

  #inEntries(path: string): PackagePlace | undefined {
    for (const root of this.entries) {
      const folder = join(root, 'src', path);
      if (this.isFolder(folder)) return { folder, root, goroot: false, importPath: path };
    }
    return undefined;
  }

  /** Where a package is for who looks for it. Throws an EngineError that tells where it was looked for. */
  locate(path: string, from: LookingFrom): PackagePlace {
    if (path.startsWith('/'))
      throw new EngineError('query', `import ${quote(path)}: cannot import absolute path`);
    const tried: string[] = [];
    for (const place of from.vendored ? this.#vendorPlaces(path, from.folder) : []) {
      if (this.isFolder(place.folder) && this.#hasGoFiles(place.folder)) return place;
      tried.push(`${place.folder}${tried.length === 0 ? ' (vendor tree)' : ''}`);
    }
    const found = this.#isOwnVendored(path, from.folder)
      ? (this.#inEntries(path) ?? this.inGoroot(path))
      : this.find(path);
    if (found !== undefined) return found;
    tried.push(this.goroot === '' ? '($GOROOT not set)' : `${join(this.goroot, 'src', path)} (from $GOROOT)`);
    for (const [at, entry] of this.entries.entries())
      tried.push(`${join(entry, 'src', path)}${at === 0 ? ' (from $GOPATH)' : ''}`);
    if (this.entries.length === 0) tried.push("($GOPATH not set. For more details see: 'go help gopath')");
    const list = tried.map((line) => `\t${line}`).join('\n');
    throw new EngineError('not-exist', `cannot find package ${quote(path)} in any of:\n${list}`);
  }

  /** What one has vendored oneself comes before what Go has vendored under the same path. */
  #isOwnVendored(path: string, from: string): boolean {
    return path.startsWith('vendor/') && from !== '' && this.#below(from, this.goroot) === undefined;
  }

  /** Where a package could be in the vendor folders above a folder. */
  *#vendorPlaces(path: string, from: string): Generator<PackagePlace> {
    const roots = this.goroot === '' ? this.entries : [this.goroot, ...this.entries];
    for (const root of from === '' ? [] : roots) {
      const below = this.#below(from, root);
      if (below === undefined || !below.startsWith('src/') || below.includes('/testdata/')) continue;
      for (const above of prefixesOf(below)) {
        const vendor = join(root, above, 'vendor');
        if (!this.isFolder(vendor)) continue;
        const importPath = join(above, 'vendor', path).slice('src/'.length);
        yield { folder: join(vendor, path), root, goroot: root === this.goroot, importPath };
      }
    }
  }

  /** What is known of a folder by its path. */
  placeOf(folder: string): FolderPlace {
    const nowhere = { folder, importPath: '', root: '', goroot: false, conflict: '' };
    const standard = this.goroot === '' ? undefined : this.#pathIn(folder, this.goroot);
    if (standard !== undefined) return { ...nowhere, importPath: standard, root: this.goroot, goroot: true };
    for (const [at, root] of this.entries.entries()) {
      const importPath = this.#pathIn(folder, root);
      if (importPath === undefined) continue;
      const before = [...(this.goroot === '' ? [] : [this.goroot]), ...this.entries.slice(0, at)];
      const conflict = before
        .map((other) => join(other, 'src', importPath))
        .find((other) => this.isFolder(other));
      return conflict === undefined ? { ...nowhere, importPath, root } : { ...nowhere, conflict };
    }
    return nowhere;
  }

  /** The import path of a folder if it is one of `root`; nothing in `testdata` has one. */
  #pathIn(folder: string, root: string): string | undefined {
    const path = this.#below(folder, join(root, 'src'));
    return path === undefined || path.split('/').includes('testdata') ? undefined : path;
  }

  /** The path of a folder from one that is above it; undefined where that is not above it. */
  #below(folder: string, root: string): string | undefined {
    const real = [this.realPath(folder), this.realPath(root)] as const;
    const pairs = [
      [folder, root],
      [folder, real[1]],
      [real[0], root],
      [real[0], real[1]],
    ] as const;
    for (const [path, above] of pairs) {
      if (path === undefined || above === undefined) continue;
      const below = pathBelow(path, above);
      if (below !== undefined && below !== '') return below;
    }
    return undefined;
  }

  /** The path that links lead to; undefined where they lead nowhere. */
  realPath(path: string): string | undefined {
    if (!this.#realPaths.has(path)) this.#realPaths.set(path, this.#follow(path));
    return this.#realPaths.get(path);
  }

  #follow(path: string): string | undefined {
    try {
      return this.bench.loader.session.fs.realpathSync(path);
    } catch {
      return undefined;
    }
  }
}

/** Where what is built of a package is put. */
export function installOf({ root, importPath }: PackagePlace): { readonly install?: InstallPlace } {
  return root === '' ? {} : { install: { root, path: importPath } };
}
