// `go mod vendor`: the packages that the main modules need, copied into a folder beside go.mod.
//
// A folder that is there as it would be written is left alone. Else a new one takes the place of the old one when it is whole
// (io/whole-folder.ts): whoever looks sees the old one or the new one, whoever dies. Rules and texts:
// cmd/go/internal/modcmd/vendor.go.

import { dirname, join, resolve } from 'node:path';
import { compare, explicitIndirectVersion } from '../../core/gover/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { encodeText } from '../../core/text.js';
import {
  checkPathCollisions,
  formatModulesTxt,
  type ModulesTxt,
  modulesTxtLines,
  modulesTxtOf,
  VendorError,
  vendorGoVersion,
} from '../../core/vendor/index.js';
import type { ModuleCache } from '../cache/index.js';
import { FatalError } from '../error.js';
import {
  dropFolder,
  type FileSystem,
  fileError,
  mendFolder,
  mkdirAll,
  replaceFolder,
  type WholeFolder,
  withPath,
} from '../io/index.js';
import { describeModule } from '../list/index.js';
import { isWithin, type Loader } from '../load/index.js';
import { loadAll } from './all.js';
import type { PackageLoad } from './load.js';
import { packageSums } from './sums.js';
import { type AddedGlob, addMatching } from './vendor-additions.js';
import { ExpectedFolder, type VendorDifference } from './vendor-check.js';
import { VendoredFiles, type VendorSink } from './vendor-files.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** How to vendor. */
export interface VendorOptions {
  /** -e: go on although packages cannot be loaded. */
  readonly allowErrors: boolean;
  /** -v: tell what is vendored. */
  readonly verbose: boolean;
  /** -o: the folder to write; '' for `vendor` beside go.mod or go.work. */
  readonly folder: string;
  /** -with: what else is copied out of the modules. */
  readonly additions: readonly AddedGlob[];
}

/** What was compared with what vendoring would write. */
export interface VendorCheck {
  /** The folder, absolute. */
  readonly folder: string;
  readonly differences: readonly VendorDifference[];
}

/** Vendors. Rejects where packages cannot be loaded, which was told, or files cannot be written. */
export async function vendor(loader: Loader, cache: ModuleCache, options: VendorOptions): Promise<void> {
  await loader.load();
  const target = targetOf(loader, options);
  await mendFolder(loader.session, target);
  const { bench, load } = await loadVendored(loader, options);
  if (!loader.inWorkspace) await loader.writeGoMod(load.requirements, false);
  await loader.writeSums(await packageSums(load, load.requirements, true));
  await new Vendoring(bench, load, options).write(cache, target);
}

/** Says what `vendor` would change in its folder. Writes nothing; rejects as `vendor` does. */
export async function checkVendor(
  loader: Loader,
  cache: ModuleCache,
  options: VendorOptions,
): Promise<VendorCheck> {
  await loader.load();
  const { path: folder } = targetOf(loader, options);
  const { bench, load } = await loadVendored(loader, options);
  // Where go.mod would have to change, this says so: vendoring never writes it.
  if (!loader.inWorkspace) await loader.writeGoMod(load.requirements, false);
  return { folder, differences: await new Vendoring(bench, load, options).check(cache, folder) };
}

/** The folder to write. Throws where that is one which holds more than vendored packages. */
function targetOf({ session, main }: Loader, { folder }: VendorOptions): WholeFolder {
  const path = folder === '' ? main.vendorFolder : resolve(session.cwd, folder);
  // Go would remove all of it, the main module too.
  if (main.list.some(({ root }) => root !== '' && isWithin(root, path))) {
    throw new FatalError(
      'vendor',
      `-o ${folder}: the main module is in this folder, which would be replaced`,
    );
  }
  return { path, first: 'modules.txt' };
}

async function loadVendored(loader: Loader, { allowErrors }: VendorOptions) {
  const options = {
    tests: false,
    resolveMissing: true,
    vendorAll: true,
    allowErrors,
    silence: { packageErrors: false, missingStandard: true },
  };
  // A run that left the folder alone is remembered, and `go` copies what is in the module cache, edited or not.
  const bench = await openWorkbench(loader, 'any', 'watched');
  const all = await loadAll(loader, options, bench);
  loader.requirements = all.load.requirements;
  return all;
}

/** A module, and its packages that are vendored. */
interface ModulePackages {
  readonly mod: ModuleVersion;
  readonly packages: string[];
}

/** What goes into the folder. */
interface Contents {
  readonly list: ModulesTxt;
  /** Of the list; '' where there is nothing to vendor. */
  readonly text: string;
  readonly modules: readonly ModulePackages[];
}

/** Takes the lines of modules.txt, each before what it says is looked at. */
type Tell = (line: string) => void;

class Vendoring {
  readonly #goVersion: string;

  constructor(
    private readonly bench: Workbench,
    private readonly load: PackageLoad,
    private readonly options: VendorOptions,
  ) {
    this.#goVersion = vendorGoVersion(bench.loader.main.asVendored);
  }

  async write(cache: ModuleCache, target: WholeFolder): Promise<void> {
    const { session } = this.bench.loader;
    const contents = await this.#contents(cache);
    const tell: Tell = (text) => {
      if (this.options.verbose) session.events({ kind: 'message', text });
    };
    try {
      if (contents.text === '') {
        await dropFolder(session, target);
        session.events({ kind: 'message', text: 'go: no dependencies to vendor' });
        return;
      }
      const expected = await this.#expected(contents, tell);
      if (expected.isAt(session.fs, target.path)) return;
      await replaceFolder(session, target, (folder) =>
        expected.write(new FolderSink(session.fs, folder), session.signal),
      );
    } catch (error) {
      throw fileError(error);
    }
  }

  async check(cache: ModuleCache, folder: string): Promise<VendorDifference[]> {
    const contents = await this.#contents(cache);
    try {
      const expected = contents.text === '' ? new ExpectedFolder() : await this.#expected(contents, () => {});
      return expected.differences(this.bench.loader.session.fs, folder);
    } catch (error) {
      throw fileError(error);
    }
  }

  async #contents(cache: ModuleCache): Promise<Contents> {
    const modules = this.#packagesByModule();
    checkCollisions(modules.map(({ mod }) => mod.path));
    const list = await this.#modulesTxt(cache, modules);
    return { modules, list, text: formatModulesTxt(list) };
  }

  #packagesByModule(): ModulePackages[] {
    const found = new Map<string, ModulePackages>();
    for (const pkg of this.load.packages) {
      if (pkg.module === undefined || pkg.testOf !== undefined || !this.load.isExternal(pkg)) continue;
      const key = formatModule(pkg.module);
      const known = found.get(key) ?? { mod: pkg.module, packages: [] };
      known.packages.push(pkg.path);
      found.set(key, known);
    }
    return [...found.values()];
  }

  async #modulesTxt(cache: ModuleCache, packages: readonly ModulePackages[]): Promise<ModulesTxt> {
    const { loader } = this.bench;
    const main = loader.main.asVendored;
    const paths = new Set([
      ...packages.map(({ mod }) => mod.path),
      ...main.members.flatMap(({ file }) => file.require.map((line) => line.mod.path)),
    ]);
    const goVersions = new Map<string, string>();
    // Go asks only where it writes them: the graph may be needed for that, and may not be readable.
    const asked = compare(this.#goVersion, explicitIndirectVersion) < 0 ? [] : paths;
    for (const path of asked)
      goVersions.set(path, (await describeModule(loader, cache, path)).goVersion ?? '');
    return modulesTxtOf({
      main,
      replacement: loader.main.findReplacement,
      packages,
      goVersionOf: (path) => goVersions.get(path) ?? '',
    });
  }

  async #expected({ modules, list, text }: Contents, tell: Tell): Promise<ExpectedFolder> {
    const expected = new ExpectedFolder();
    const files = new VendoredFiles(this.bench, this.load, expected, this.#goVersion);
    for (const { text: line, isPackage } of modulesTxtLines(list)) {
      tell(line);
      const pkg = isPackage ? this.load.get(line) : undefined;
      if (pkg !== undefined) files.package(pkg);
    }
    await this.#add(modules, expected);
    expected.file('modules.txt', () => encodeText(text));
    return expected;
  }

  async #add(modules: readonly ModulePackages[], expected: ExpectedFolder): Promise<void> {
    const { additions } = this.options;
    if (additions.length === 0) return;
    const mods = modules.map(({ mod }) => mod);
    for (const { text } of await addMatching(this.bench, mods, additions, expected)) {
      const hint = `-with: no file of a vendored module matches ${text}`;
      this.bench.loader.session.events({ kind: 'hint', text: hint });
    }
  }
}

/** Writes into a folder. */
class FolderSink implements VendorSink {
  constructor(
    private readonly fs: FileSystem,
    private readonly root: string,
  ) {}

  folder(path: string): void {
    mkdirAll(this.fs, join(this.root, path));
  }

  file(path: string, content: () => Uint8Array): void {
    const at = join(this.root, path);
    const data = content();
    mkdirAll(this.fs, dirname(at));
    try {
      this.fs.writeFileSync(at, data, { mode: 0o666 });
    } catch (error) {
      throw withPath(error, at);
    }
  }
}

function checkCollisions(paths: readonly string[]): void {
  try {
    checkPathCollisions(paths);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    throw new FatalError('vendor', error.message, { cause: error, bare: true });
  }
}
