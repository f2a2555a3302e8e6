// The packages of a test: the program that runs it, the package with its tests in it, the tests beside it, and what has
// to be compiled anew against these (load.TestPackagesAndErrors, recompileForTest).

import { EmbedError } from '../../core/embed/index.js';
import type { Declarations, Position } from '../../core/imports/index.js';
import { sortTexts } from '../../core/text.js';
import { EngineError } from '../error.js';
import { type ImportStep, PackageFailure, shownPosition } from './failure.js';
import type { BuildHost } from './host.js';
import type { BuildLoader, Imported } from './loader.js';
import { BuiltPackage, inBuildOrder, noSource } from './package.js';
import { testMainSource } from './test-main.js';

/** See the head of this file. `test` is the package itself where it has no tests of its own. */
export interface TestPackages {
  readonly main: BuiltPackage;
  readonly test: BuiltPackage;
  /** Undefined where there are no tests beside the package. */
  readonly external: BuiltPackage | undefined;
}

/** What every program of a test imports. */
const MAIN_IMPORTS = ['os', 'reflect', 'testing', 'testing/internal/testdeps'];

/** What tests import. */
interface TestImports {
  readonly raw: readonly string[];
  readonly packages: BuiltPackage[];
  error: PackageFailure | undefined;
  incomplete: boolean;
}

/** Makes the packages of tests. */
export class TestBuilder {
  constructor(
    private readonly host: BuildHost,
    private readonly loader: BuildLoader,
  ) {}

  /** The packages of the tests of `pkg`, which has some. */
  build(pkg: BuiltPackage): TestPackages {
    const own = this.#imports(pkg, `${pkg.importPath} (test)`, pkg.testImportPaths, pkg.source.test.imports);
    pkg.testEmbedFiles = this.#embedded(pkg, `${pkg.importPath} (test)`, pkg.source.test.embeds, own, true);
    const name = `${pkg.importPath}_test`;
    const outer = this.#imports(pkg, name, pkg.externalTestImportPaths, pkg.source.externalTest.imports);
    pkg.externalTestEmbedFiles = this.#embedded(pkg, name, pkg.source.externalTest.embeds, outer, false);
    const test = pkg.files.test.length > 0 || pkg.name === 'main' ? withTests(pkg, own) : pkg;
    const external = pkg.files.externalTest.length > 0 ? externalTests(pkg, outer, test) : undefined;
    const main = this.#main(pkg, test);
    addTested(main, test, external);
    if (pkg.folder !== '') this.#write(main, pkg, test);
    recompile({ main, pkg, test, external });
    const cycle = this.#cycleThrough(test);
    if (cycle !== undefined) {
      test.error = cycle;
      test.incomplete = true;
    }
    return { main, test, external };
  }

  /** Follows the imports of tests, and puts the paths that they mean into `paths`. */
  #imports(pkg: BuiltPackage, name: string, paths: string[], { positions }: Declarations): TestImports {
    const raw = [...paths];
    const imported: Imported[] = this.loader.importAll(pkg, name, raw, positions);
    for (const [at, each] of imported.entries()) paths[at] = each.pkg.importPath;
    const error = imported.find(({ refusal }) => refusal !== undefined)?.refusal;
    const incomplete = error !== undefined || imported.some((each) => each.pkg.incomplete);
    return { raw, packages: imported.map((each) => each.pkg), error, incomplete };
  }

  #embedded(
    pkg: BuiltPackage,
    name: string,
    { values, positions }: Declarations,
    imports: TestImports,
    overrides: boolean,
  ): readonly string[] {
    try {
      return this.host.embeds(pkg, values);
    } catch (error) {
      if (!(error instanceof EmbedError)) throw error;
      if (overrides || imports.error === undefined) {
        const [first] = positions.get(error.pattern) ?? [];
        const position = first === undefined ? '' : shownPosition(first, this.host.shorten);
        imports.error = new PackageFailure(error, { stack: [{ path: name }], position });
      }
      imports.incomplete = true;
      return [];
    }
  }

  #main(pkg: BuiltPackage, test: BuiltPackage): BuiltPackage {
    const source = { ...noSource(), name: 'main' };
    source.files.go.push('_testmain.go');
    const { folder, root } = pkg;
    const data = { importPath: `${pkg.importPath}.test`, folder, root, goroot: false, source };
    const main = new BuiltPackage(data, false);
    main.module = pkg.module;
    main.importPaths = [...MAIN_IMPORTS];
    main.profile = pkg.profile;
    const { main: own, test: inside, externalTest } = pkg.source;
    main.defaultGodebug = this.host.godebug([own, inside, externalTest].flatMap((part) => part.directives));
    const paths = [...MAIN_IMPORTS];
    try {
      paths.push(...this.host.linked());
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      main.error = new PackageFailure(error);
    }
    const others = paths.filter((path) => path !== test.importPath);
    const found = new Map(
      this.loader.importForTestMain(others).map((each, at) => [others[at] as string, each]),
    );
    main.imports = paths.map((path) => found.get(path) ?? test);
    return main;
  }

  /** Makes the source of the program. */
  #write(main: BuiltPackage, pkg: BuiltPackage, test: BuiltPackage): void {
    const { text, failure } = testMainSource(this.host, pkg, test);
    main.testMain = text;
    if (failure === undefined || main.error !== undefined) return;
    main.error = failure;
    main.incomplete = true;
  }

  /** The shortest chain of imports from a package to itself that its tests have closed. */
  #cycleThrough(test: BuiltPackage): PackageFailure | undefined {
    const importerOf = new Map<BuiltPackage, BuiltPackage | undefined>();
    const queue = [...(test.imports ?? [])];
    for (const pkg of queue) importerOf.set(pkg, undefined);
    for (const pkg of queue) {
      if (pkg === test) return this.#cycle(test, importerOf);
      for (const next of pkg.imports ?? []) {
        if (importerOf.has(next)) continue;
        importerOf.set(next, pkg);
        queue.push(next);
      }
    }
    return undefined;
  }

  #cycle(
    test: BuiltPackage,
    importerOf: ReadonlyMap<BuiltPackage, BuiltPackage | undefined>,
  ): PackageFailure {
    const stack: ImportStep[] = [];
    for (let at: BuiltPackage | undefined = test; at !== undefined; at = importerOf.get(at)) {
      const importer: BuiltPackage = importerOf.get(at) ?? test;
      const places: readonly Position[] = importer.source.main.imports.positions.get(at.importPath) ?? [];
      stack.push({ path: at.importPath, position: places[0] });
    }
    stack.push({ path: test.importPath });
    const cause = new EngineError('query', 'import cycle not allowed in test');
    return new PackageFailure(cause, { stack: stack.reverse(), isCycle: true });
  }
}

/** The package with its own tests in it. */
function withTests(pkg: BuiltPackage, own: TestImports): BuiltPackage {
  const test = pkg.copy();
  test.error ??= own.error;
  test.incomplete ||= own.incomplete;
  test.forTest = pkg.importPath;
  test.files = { ...pkg.files, go: [...pkg.files.go, ...pkg.files.test] };
  test.target = '';
  test.importPaths = [...pkg.testImportPaths, ...pkg.importPaths];
  test.rawImports = [...own.raw, ...pkg.rawImports];
  test.imports = [...own.packages, ...(pkg.imports ?? [])];
  test.embedFiles = [...pkg.embedFiles, ...pkg.testEmbedFiles];
  const { main, test: inside } = pkg.source;
  test.source = { ...pkg.source, main: { ...main, imports: both(main.imports, inside.imports) } };
  return test;
}

function both(a: Declarations, b: Declarations): Declarations {
  const positions = new Map(a.positions);
  for (const [path, places] of b.positions) positions.set(path, [...(positions.get(path) ?? []), ...places]);
  return { values: a.values, positions };
}

/** The tests beside the package. */
function externalTests(pkg: BuiltPackage, outer: TestImports, test: BuiltPackage): BuiltPackage {
  const empty = noSource();
  const source = {
    ...empty,
    name: `${pkg.name}_test`,
    main: { ...empty.main, imports: pkg.source.externalTest.imports },
  };
  source.files.go.push(...pkg.files.externalTest);
  const { folder, root, goroot } = pkg;
  const data = { importPath: `${pkg.importPath}_test`, folder, root, goroot, source };
  const made = new BuiltPackage(data, false);
  made.importPaths = [...pkg.externalTestImportPaths];
  made.rawImports = outer.raw;
  made.forTest = pkg.importPath;
  made.module = pkg.module;
  made.error = outer.error;
  made.incomplete = outer.incomplete;
  made.embedFiles = pkg.externalTestEmbedFiles;
  made.profile = pkg.profile;
  made.imports = outer.packages.filter((each) => each.importPath !== pkg.importPath);
  if (made.imports.length < outer.packages.length) made.imports.push(test);
  return made;
}

function addTested(main: BuiltPackage, test: BuiltPackage, external: BuiltPackage | undefined): void {
  const tested = test.files.go.length + test.files.cgo.length > 0 ? [test] : [];
  if (external !== undefined) tested.push(external);
  main.imports?.push(...tested);
  main.importPaths = [...new Set([...main.importPaths, ...tested.map((each) => each.importPath)])];
  sortTexts(main.importPaths);
  main.rawImports = [...main.importPaths];
}

interface Recompiled {
  readonly main: BuiltPackage;
  readonly pkg: BuiltPackage;
  readonly test: BuiltPackage;
  readonly external: BuiltPackage | undefined;
}

/** What imports the tested package imports the one with the tests instead, and is another package by that. */
function recompile({ main, pkg: tested, test, external }: Recompiled): void {
  const copies = new Map([[tested, test]]);
  for (const each of inBuildOrder([main])) {
    if (each === tested) continue;
    const stays = each === main || each === external || each === test;
    let pkg = each;
    const split = () => {
      if (stays || pkg !== each) return;
      pkg = each.copy();
      copies.set(each, pkg);
      pkg.forTest = tested.importPath;
      pkg.target = '';
      pkg.profile = tested.profile;
    };
    for (const [at, imported] of (each.imports ?? []).entries()) {
      const copy = copies.get(imported);
      if (copy === undefined || copy === imported) continue;
      split();
      if (pkg.imports !== undefined) pkg.imports[at] = copy;
    }
    if (each.name === 'main' && each !== main && each !== test) split();
    if (tested.profile !== '' && each.profile === '') split();
  }
}
