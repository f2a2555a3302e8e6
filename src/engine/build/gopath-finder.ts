// Packages where GOPATH has them: the sources of each, read once (load.loadPackageData, go/build).

import { resolve } from 'node:path';
import { defaultGoModVersion } from '../../core/gover/index.js';
import type { SourcePackage } from '../../core/imports/index.js';
import { quote } from '../../core/quote.js';
import { isLocalImport } from '../../core/search/index.js';
import { cleanPath } from '../../core/slash-path.js';
import { EngineError } from '../error.js';
import { openSourceBench, type SourceBench } from '../packages/index.js';
import type { GodebugDefaults, Importing, Looked, PackageFinder, PackageSearch } from './finder.js';
import { Gopath, installOf } from './gopath.js';
import { GopathImports } from './gopath-imports.js';
import { GopathMatcher } from './gopath-match.js';
import { pseudoPath } from './gopath-paths.js';
import { noData, noSource, type PackageData } from './package.js';
import { refusalOf } from './sources.js';
import type { ProgramRules } from './target.js';

/** Finding packages in GOPATH mode. */
export const gopathSearch: PackageSearch = {
  async patterns(loader, words, { tags }) {
    const bench = await openSourceBench(loader, tags);
    const gopath = new Gopath(bench);
    const matches = new GopathMatcher(bench, gopath).match(words);
    return { bench, finder: new GopathFinder(bench, gopath), matches, modules: [] };
  },
  async files(loader, _files, { tags }) {
    const bench = await openSourceBench(loader, tags);
    return { bench, finder: new GopathFinder(bench, new Gopath(bench)), matches: [], modules: [] };
  },
};

/** What an import means: a whole path, and for imports of folders the folder. */
interface Meaning {
  readonly path: string;
  readonly folder: string;
}

class GopathFinder implements PackageFinder {
  readonly godebug: GodebugDefaults = { goVersion: defaultGoModVersion, lines: [] };
  readonly programs: ProgramRules = { folder: '', skipsMajor: false };
  readonly #imports: GopathImports;
  readonly #known = new Map<string, Looked>();

  constructor(
    private readonly bench: SourceBench,
    private readonly gopath: Gopath,
  ) {
    this.#imports = new GopathImports(bench, gopath);
  }

  look(path: string, importing: Importing | undefined): Looked {
    const refused = refusalOf(path);
    if (refused !== undefined) return { data: undefined, error: refused };
    const meant = this.#meaning(path, importing);
    let known = this.#known.get(meant.path);
    if (known === undefined) {
      known = this.#read(meant, path, importing);
      this.#known.set(meant.path, known);
    }
    return { ...known, misspelling: misspellingOf(path) };
  }

  #meaning(path: string, importing: Importing | undefined): Meaning {
    if (isLocalImport(path)) {
      const folder = resolve(importing?.folder ?? this.bench.loader.session.cwd, path);
      return { path: pseudoPath(folder), folder };
    }
    return { path: importing === undefined ? path : this.resolve(path, importing), folder: '' };
  }

  resolve(path: string, importing: Importing): string {
    return this.#imports.resolve(path, importing);
  }

  moduleOf(): undefined {
    return undefined;
  }

  pathOfFolder(folder: string): string {
    return this.gopath.placeOf(folder).importPath || '.';
  }

  #read(meant: Meaning, written: string, importing: Importing | undefined): Looked {
    const found = meant.folder === '' ? this.#ofPath(meant.path, written, importing) : this.#ofFolder(meant);
    const { data, error } = found;
    // What Go itself says where its packages are is right.
    if (data === undefined || error !== undefined || this.#isStandard(data)) return found;
    const expected = data.source.importComment;
    if (!countsComment(written, expected)) return found;
    const text = `code in directory ${data.folder} expects import ${quote(expected)}`;
    return { data, error: new EngineError('query', text) };
  }

  #isStandard({ goroot, importPath }: Pick<PackageData, 'goroot' | 'importPath'>): boolean {
    return goroot && this.bench.standard.has(importPath);
  }

  #ofPath(path: string, written: string, importing: Importing | undefined): Looked {
    const { cwd } = this.bench.loader.session;
    try {
      const vendored = importing !== undefined && path === written;
      const place = this.gopath.locate(path, { folder: importing?.folder ?? cwd, vendored });
      return this.#sources({ ...place, ...installOf(place), importPath: path });
    } catch (error) {
      return { data: noData(path), error };
    }
  }

  #ofFolder({ path, folder }: Meaning): Looked {
    const place = this.gopath.placeOf(folder);
    const at = { ...place, ...installOf(place), importPath: path };
    if (this.gopath.isFolder(folder)) return this.#sources(at);
    const text = `cannot find package ${quote(place.importPath || '.')} in:\n\t${folder}`;
    return { data: { ...at, source: noSource() }, error: new EngineError('not-exist', text) };
  }

  /** What the files of a package say. */
  #sources(at: Omit<PackageData, 'source'>): Looked {
    let source: SourcePackage;
    try {
      source = this.#isStandard(at)
        ? this.bench.standard.source(at.importPath, this.bench.packages)
        : this.bench.packages.read(at.folder, { indexed: false });
    } catch (error) {
      return { data: { ...at, source: noSource() }, error };
    }
    return { data: { ...at, source }, error: source.error };
  }
}

/** Whether an import comment says that the package has to be imported otherwise. */
function countsComment(written: string, expected: string): boolean {
  return (
    expected !== '' && expected !== written && !written.includes('/vendor/') && !written.startsWith('vendor/')
  );
}

/** What is said of an import path that is not as short as it could be; undefined for others. */
function misspellingOf(path: string): EngineError | undefined {
  const clean = cleanPath(path);
  const isBelow = path.startsWith('./') && clean !== '..' && !clean.startsWith('../');
  if (path === (isBelow ? `./${clean}` : clean)) return undefined;
  return new EngineError('query', `non-canonical import path ${quote(path)}: should be ${quote(clean)}`);
}
