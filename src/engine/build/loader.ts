// Loading packages as a build sees them: their sources, and with them everything they import (load.PackagesAndErrors).
//
// Where packages are has been found out before (engine/packages); what is wrong with one is part of it, and loading
// goes on. Each package is loaded once, when something imports it first, and that order decides which chain of imports
// its errors show. Rules and texts: cmd/go/internal/load.

import { EmbedError } from '../../core/embed/index.js';
import { foreignSourceError, ImportsError, listedFiles, type Position } from '../../core/imports/index.js';
import { quote } from '../../core/quote.js';
import { isLiteral, isLocalImport, isSafeArgument } from '../../core/search/index.js';
import { lastElement } from '../../core/slash-path.js';
import { fold } from '../../core/zip/index.js';
import { EngineError, findCause } from '../error.js';
import { MatchError } from '../packages/index.js';
import { firstProblem, type ImportStep, noGoFilesError, PackageFailure, shownPosition } from './failure.js';
import type { BuildHost } from './host.js';
import { BuiltPackage, noData, type PackageData } from './package.js';
import { installTarget, programFile } from './target.js';
import { mayImportInternal, vendorProblem } from './visibility.js';

/** What is left out. */
export interface BuildOptions {
  /** Nothing that packages import is loaded (-find). */
  readonly ignoreImports: boolean;
  /** Files that embed patterns stand for are found. */
  readonly embeds: boolean;
}

/** An import that was followed. */
export interface Imported {
  readonly pkg: BuiltPackage;
  /** Why the importing package may not import it. */
  readonly refusal: PackageFailure | undefined;
}

/** An import. */
interface ImportRequest {
  readonly path: string;
  readonly positions: readonly Position[];
  /** The package that has the import; undefined for the command line. */
  readonly importer?: BuiltPackage;
}

/** Imports that cgo makes, and who may not have them since they would import themselves. */
const CGO_IMPORTS: readonly (readonly [string, readonly string[]])[] = [
  ['unsafe', []],
  ['runtime/cgo', ['runtime/cgo']],
  ['syscall', ['runtime/cgo', 'runtime/race', 'runtime/msan', 'runtime/asan']],
];

/** See the head of this file. */
export class BuildLoader {
  readonly #packages = new Map<string, BuiltPackage>();
  readonly #folded = new Map<string, string>();
  /** The chain of imports that leads to the package being loaded. */
  #stack: ImportStep[] = [];

  constructor(
    private readonly host: BuildHost,
    private readonly options: BuildOptions,
  ) {}

  /** Every package that was loaded. */
  get packages(): Iterable<BuiltPackage> {
    return this.#packages.values();
  }

  /** The package of a path that the command line means. */
  named(path: string): BuiltPackage {
    return this.import({ path, positions: [] }).pkg;
  }

  /** A package in place of a word of the command line that could not be resolved. */
  failed(pattern: string, error: unknown): BuiltPackage {
    const pkg = this.#blank(pattern);
    this.#within([], () => this.#setDataError(pkg, error, pattern, []));
    return pkg;
  }

  /** Follows imports of `importer`, which stands in chains under `name`. */
  importAll(
    importer: BuiltPackage,
    name: string,
    paths: readonly string[],
    positions: ReadonlyMap<string, readonly Position[]>,
  ): Imported[] {
    return this.#within([{ path: name }], () =>
      paths.map((path) => this.import({ path, positions: positions.get(path) ?? [], importer })),
    );
  }

  /** What the program of a test imports without saying so. */
  importForTestMain(paths: readonly string[]): BuiltPackage[] {
    return this.#within([{ path: 'testmain' }], () =>
      paths.map((path) => this.import({ path, positions: [] }).pkg),
    );
  }

  #within<T>(stack: readonly ImportStep[], work: () => T): T {
    const outer = this.#stack;
    this.#stack = [...stack];
    try {
      return work();
    } finally {
      this.#stack = outer;
    }
  }

  #blank(importPath: string): BuiltPackage {
    const pkg = new BuiltPackage(noData(importPath), false);
    pkg.incomplete = true;
    return pkg;
  }

  /** Follows an import. */
  import(request: ImportRequest): Imported {
    const { path, positions, importer } = request;
    const { data, error, misspelling } = this.host.finder.look(path, importer);
    const step = { path, position: positions[0] };
    if (data === undefined) {
      const pkg = this.#blank(path);
      this.#stack.push(step);
      this.#setDataError(pkg, error, path, []);
      this.#stack.pop();
      return { pkg, refusal: undefined };
    }
    const known = this.#packages.get(data.importPath);
    if (known === undefined) {
      const pkg = this.#open(data);
      pkg.isLocal = isLocalImport(path);
      this.#packages.set(data.importPath, pkg);
      this.#load(pkg, request, error);
      if (misspelling !== undefined) this.#refuseSpelling(pkg, misspelling, positions);
      return { pkg, refusal: this.#refusal(pkg, request) };
    }
    this.#stack.push(step);
    this.#reuse(known);
    this.#stack.pop();
    return { pkg: known, refusal: this.#refusal(known, request) };
  }

  #refuseSpelling(pkg: BuiltPackage, cause: Error, positions: readonly Position[]): void {
    pkg.error = new PackageFailure(cause, { stack: [...this.#stack], position: this.#shown(positions) });
    pkg.incomplete = true;
  }

  #open(data: PackageData): BuiltPackage {
    const pkg = new BuiltPackage(data, this.host.isStandard(data));
    if (this.options.ignoreImports) {
      pkg.rawImports = [];
      pkg.importPaths = [];
      pkg.testImportPaths = [];
      pkg.externalTestImportPaths = [];
    }
    return pkg;
  }

  /** A package that is imported again; where it is still being loaded it imports itself. */
  #reuse(pkg: BuiltPackage): void {
    if (pkg.imports === undefined) {
      if (pkg.error === undefined) {
        const cause = new EngineError('query', 'import cycle not allowed');
        pkg.error = new PackageFailure(cause, { stack: [...this.#stack], isCycle: true });
      } else pkg.error.isCycle = true;
      pkg.incomplete = true;
    }
    const { error } = pkg;
    if (
      error !== undefined &&
      error.stack.length > 0 &&
      !error.isCycle &&
      isShorter(this.#stack, error.stack)
    )
      error.stack = [...this.#stack];
  }

  /** Why `importer` may not import what was found. */
  #refusal(pkg: BuiltPackage, { path, positions, importer }: ImportRequest): PackageFailure | undefined {
    if (importer === undefined) return undefined;
    const fail = (cause: Error, showsStack = false) =>
      new PackageFailure(cause, {
        stack: [...this.#stack],
        position: this.#shown(positions),
        showsStack,
      });
    const by = { path: this.host.importingPath(importer, pkg), folder: importer.folder };
    const imported = { path: pkg.importPath, folder: pkg.folder, ofModule: pkg.module !== undefined };
    const { realPath } = this.host;
    if (pkg.error === undefined && !mayImportInternal(by, imported, realPath)) {
      const text = `use of internal package ${pkg.importPath} not allowed`;
      return fail(new EngineError('query', text), true);
    }
    const problem = vendorProblem(path, { ...by, path: importer.importPath }, imported, realPath);
    if (problem !== undefined) return fail(new EngineError('query', problem));
    if (pkg.name === 'main' && importer.folder !== pkg.folder) {
      return fail(new EngineError('query', `import ${quote(path)} is a program, not an importable package`));
    }
    if (pkg.isLocal && !importer.isLocal) {
      const text =
        path === '.'
          ? '.: cannot import current directory'
          : `local import ${quote(path)} in non-local package`;
      return fail(new EngineError('query', text));
    }
    return undefined;
  }

  /** Loads the package of files that the command line names. */
  loadFiles(data: PackageData, error: unknown, files: readonly string[]): BuiltPackage {
    const pkg = this.#open(data);
    pkg.ofFiles = true;
    pkg.isLocal = true;
    this.#within([], () => this.#load(pkg, { path: 'command-line-arguments', positions: [] }, error));
    pkg.importPath = 'command-line-arguments';
    pkg.target = pkg.name === 'main' ? programFile(pkg, this.host.install) : '';
    pkg.match = [...files];
    return pkg;
  }

  /** Fills in what go/build does not know, and loads what the package imports. */
  #load(pkg: BuiltPackage, { path, positions }: ImportRequest, error: unknown): void {
    if (error !== undefined) {
      pkg.incomplete = true;
      this.#setDataError(pkg, error, path, positions);
    }
    pkg.target = installTarget(pkg, this.host.install);
    const implicit = this.#implicitImports(pkg, path, positions);
    if (implicit === undefined) return;
    const collision = this.#collision(pkg);
    if (collision !== undefined) {
      this.#setError(pkg, new EngineError('query', collision), path, positions);
      return;
    }
    this.#stack.push({ path, position: positions[0] });
    try {
      pkg.module = pkg.ofFiles ? undefined : this.host.finder.moduleOf(pkg.importPath);
      if (pkg.name === 'main') pkg.defaultGodebug = this.host.godebug(pkg.source.main.directives);
      this.#findEmbeds(pkg, path);
      const problem = this.#nameProblem(pkg);
      if (problem !== undefined) {
        this.#setError(pkg, new EngineError('query', problem), path, positions);
        return;
      }
      this.#loadImports(pkg, implicit);
      this.#checkForeignSources(pkg, path, positions);
    } finally {
      this.#stack.pop();
    }
  }

  /** What the package imports beside what its sources say; undefined where it cannot be linked. */
  #implicitImports(
    pkg: BuiltPackage,
    path: string,
    positions: readonly Position[],
  ): readonly string[] | undefined {
    if (this.options.ignoreImports) return [];
    const added = new Set<string>();
    const isGc = this.host.context.compiler !== 'gccgo';
    if (pkg.usesCgo) {
      for (const [name, except] of CGO_IMPORTS) {
        if (name === 'runtime/cgo' && !isGc) continue;
        if (!pkg.standard || !except.includes(pkg.importPath)) added.add(name);
      }
    }
    if (pkg.usesSwig) {
      for (const name of ['unsafe', 'runtime/cgo', 'syscall', 'sync'])
        if (name !== 'runtime/cgo' || isGc) added.add(name);
    }
    if (pkg.name === 'main') {
      try {
        for (const name of this.host.linked()) added.add(name);
      } catch (cause) {
        if (!(cause instanceof EngineError)) throw cause;
        this.#setError(pkg, cause, path, positions);
        return undefined;
      }
    }
    const own = new Set(pkg.importPaths);
    return [...added].filter((name) => !own.has(name));
  }

  #collision(pkg: BuiltPackage): string | undefined {
    const { importPath } = pkg;
    const key = fold(importPath);
    const other = this.#folded.get(key) ?? importPath;
    this.#folded.set(key, other);
    if (other !== importPath)
      return `case-insensitive import collision: ${quote(importPath)} and ${quote(other)}`;
    return isSafeArgument(importPath) ? undefined : `invalid import path ${quote(importPath)}`;
  }

  #findEmbeds(pkg: BuiltPackage, path: string): void {
    if (!this.options.embeds) return;
    try {
      pkg.embedFiles = this.host.embeds(pkg, pkg.source.main.embeds.values);
    } catch (error) {
      if (!(error instanceof EmbedError)) throw error;
      pkg.incomplete = true;
      this.#setError(pkg, error, path, []);
      const places = pkg.source.main.embeds.positions.get(error.pattern) ?? [];
      if (pkg.error !== undefined && places.length > 0) pkg.error.position = this.#shown(places);
    }
  }

  /** Names of files and folders that would be taken for something else. */
  #nameProblem(pkg: BuiltPackage): string | undefined {
    const names = allFiles(pkg);
    const twins = firstFolded(names);
    if (twins !== undefined)
      return `case-insensitive file name collision: ${quote(twins[0])} and ${quote(twins[1])}`;
    const bad = names.find((name) => !isSafeArgument(name) || name.startsWith('_cgo_'));
    if (bad !== undefined) return `invalid input file name ${quote(bad)}`;
    const folder = lastElement(pkg.importPath);
    if (!isSafeArgument(folder)) return `invalid input directory name ${quote(folder)}`;
    return /[\r\n]/.test(pkg.folder) ? `invalid package directory ${quote(pkg.folder)}` : undefined;
  }

  #loadImports(pkg: BuiltPackage, implicit: readonly string[]): void {
    const own = pkg.importPaths.length;
    const imports: BuiltPackage[] = [];
    const { positions } = pkg.source.main.imports;
    for (const [at, path] of [...pkg.importPaths, ...implicit].entries()) {
      if (path === 'C') continue;
      const { pkg: imported, refusal } = this.import({
        path,
        positions: positions.get(path) ?? [],
        importer: pkg,
      });
      if (refusal !== undefined && pkg.error === undefined) {
        pkg.error = refusal;
        pkg.incomplete = true;
      }
      if (at < own) pkg.importPaths[at] = imported.importPath;
      imports.push(imported);
      if (imported.incomplete) pkg.incomplete = true;
    }
    pkg.imports = imports;
  }

  #checkForeignSources(pkg: BuiltPackage, path: string, positions: readonly Position[]): void {
    const { cgoEnabled, compiler } = this.host.context;
    pkg.files = listedFiles(pkg.files, cgoEnabled);
    const error = foreignSourceError(pkg.files, compiler);
    if (error !== undefined) this.#setError(pkg, error, path, positions);
  }

  #shown(positions: readonly Position[]): string {
    const [first] = positions;
    return first === undefined ? '' : shownPosition(first, this.host.shorten);
  }

  /** Notes what is wrong; only the first counts. */
  #setError(pkg: BuiltPackage, cause: Error, path: string, positions: readonly Position[]): void {
    if (pkg.error !== undefined) return;
    pkg.incomplete = true;
    const top = this.#stack.at(-1);
    const isImporters = top !== undefined && top.path !== path;
    pkg.error = new PackageFailure(cause, {
      stack: [...this.#stack],
      position: isImporters ? this.#shown(positions) : '',
    });
  }

  /** Notes why a package's sources cannot be had, or what is wrong with them. */
  #setDataError(pkg: BuiltPackage, given: unknown, path: string, positions: readonly Position[]): void {
    let error = given;
    const isMatch = error instanceof MatchError;
    if (error instanceof MatchError && error.pattern === path && isLiteral(path)) error = error.inner;
    const noFiles = findCause(error, ImportsError)?.code === 'no-go-files';
    if (noFiles) {
      const { ignoredGo, test, externalTest } = pkg.files;
      const folder = pkg.folder || folderOf(error);
      pkg.folder = folder;
      error = noGoFilesError(folder, ignoredGo.length > 0, test.length + externalTest.length > 0);
    }
    const problem = firstProblem(error);
    let position = '';
    if (problem !== undefined) {
      position = shownPosition(problem.position, this.host.shorten);
      error = new EngineError('query', problem.message);
    }
    const ofPackage = !isMatch && (noFiles || problem !== undefined);
    const stack = [...this.#stack];
    if (ofPackage) stack.push({ path, position: positions[0] });
    const top = stack.at(-1);
    if (top !== undefined && top.path !== path && positions.length > 0) position = this.#shown(positions);
    pkg.error = new PackageFailure(error, { stack, position });
    pkg.incomplete = true;
  }
}

/** The folder that an error without Go files is about, from its words. */
function folderOf(error: unknown): string {
  const text = findCause(error, ImportsError)?.message ?? '';
  return text.slice(text.lastIndexOf(' in ') + ' in '.length);
}

/** Whether a chain is shorter than another, or the same length and first by its texts. */
function isShorter(a: readonly ImportStep[], b: readonly ImportStep[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  for (const [at, { path }] of a.entries()) {
    const other = b[at]?.path ?? '';
    if (path !== other) return path < other;
  }
  return false;
}

/** Every file that counts for the package, embedded ones at the end. */
function allFiles({ files, embedFiles }: BuiltPackage): string[] {
  const names = [
    ...files.go,
    ...files.cgo,
    ...files.ignoredGo,
    ...files.ignoredOther,
    ...files.c,
    ...files.cxx,
    ...files.objectiveC,
    ...files.header,
    ...files.fortran,
    ...files.assembly,
    ...files.swig,
    ...files.swigCxx,
    ...files.object,
    ...files.test,
    ...files.externalTest,
  ];
  const known = new Set(names);
  return [...names, ...embedFiles.filter((name) => !known.has(name))];
}

/** Two names that differ in case alone. */
function firstFolded(names: readonly string[]): [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = fold(name);
    const other = seen.get(key);
    if (other !== undefined) return other < name ? [other, name] : [name, other];
    seen.set(key, name);
  }
  return undefined;
}
