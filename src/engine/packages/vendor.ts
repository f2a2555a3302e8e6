// `go mod vendor`: the packages that the main modules need, copied into a folder beside go.mod.
//
// The folder is made under another name and takes its place when it is whole: whoever looks sees the old one or the new
// one. Which files are copied core/vendor knows. Rules and texts: cmd/go/internal/modcmd/vendor.go.

import { dirname, join, resolve } from 'node:path';
import { EmbedError, resolveEmbeds } from '../../core/embed/index.js';
import { compare, explicitIndirectVersion } from '../../core/gover/index.js';
import { headerMayHold, ImportsError, readSource, type SourceFile } from '../../core/imports/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { compareText, sortTexts } from '../../core/text.js';
import {
  checkPathCollisions,
  embedsToCopy,
  filesToCopy,
  formatModulesTxt,
  isMetadataFile,
  isPackageFile,
  MetadataFolders,
  modulesTxtOf,
  VendorError,
  vendorGoVersion,
} from '../../core/vendor/index.js';
import type { ModuleCache } from '../cache/index.js';
import { EngineError, FatalError, messageOf } from '../error.js';
import { type FileSystem, fileError, mkdirAll, removeAll, scratchName } from '../io/index.js';
import { describeModule } from '../list/index.js';
import type { Loader } from '../load/index.js';
import { loadAll } from './all.js';
import type { PackageLoad } from './load.js';
import type { LoadedPackage } from './package.js';
import { packageSums } from './sums.js';
import type { Workbench } from './workbench.js';

/** How to vendor. */
export interface VendorOptions {
  /** -e: go on although packages cannot be loaded. */
  readonly allowErrors: boolean;
  /** -v: tell what is vendored. */
  readonly verbose: boolean;
  /** -o: the folder to write; '' for `vendor` beside go.mod or go.work. */
  readonly folder: string;
}

/** Vendors. Rejects where packages cannot be loaded, which was told, or files cannot be written. */
export async function vendor(loader: Loader, cache: ModuleCache, options: VendorOptions): Promise<void> {
  const { bench, load } = await loadAll(loader, {
    tests: false,
    resolveMissing: true,
    vendorAll: true,
    allowErrors: options.allowErrors,
    silence: { packageErrors: false, missingStandard: true },
  });
  load.endIfFailed();
  loader.requirements = load.requirements;
  if (!loader.inWorkspace) await loader.writeGoMod(load.requirements, false);
  await loader.writeSums(await packageSums(load, load.requirements, true));
  await new Vendoring(bench, load, options).write(cache);
}

/** A module, and its packages that are vendored. */
interface ModulePackages {
  readonly mod: ModuleVersion;
  readonly packages: string[];
}

class Vendoring {
  readonly #goVersion: string;
  readonly #metadata = new MetadataFolders();

  constructor(
    private readonly bench: Workbench,
    private readonly load: PackageLoad,
    private readonly options: VendorOptions,
  ) {
    this.#goVersion = vendorGoVersion(bench.loader.main.asVendored);
  }

  get #fs(): FileSystem {
    return this.bench.loader.session.fs;
  }

  /** The folder to write. */
  get #target(): string {
    const { session, main } = this.bench.loader;
    return this.options.folder === '' ? main.vendorFolder : resolve(session.cwd, this.options.folder);
  }

  async write(cache: ModuleCache): Promise<void> {
    const modules = this.#packagesByModule();
    checkCollisions(modules.map(({ mod }) => mod.path));
    const text = await this.#modulesTxt(cache, modules);
    const { session } = this.bench.loader;
    if (this.options.verbose && text !== '')
      session.events({ kind: 'message', text: text.replace(/\n$/, '') });
    const target = this.#target;
    if (text === '') {
      removeAll(this.#fs, target);
      session.events({ kind: 'message', text: 'go: no dependencies to vendor' });
      return;
    }
    const staging = `${target}.gomod-${scratchName(session.random)}.tmp`;
    try {
      this.#fill(staging, text, modules);
      this.#replace(target, staging);
    } catch (error) {
      removeAll(this.#fs, staging);
      throw error;
    }
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

  async #modulesTxt(cache: ModuleCache, packages: readonly ModulePackages[]): Promise<string> {
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
    return formatModulesTxt(
      modulesTxtOf({
        main,
        replacement: loader.main.findReplacement,
        packages,
        goVersionOf: (path) => goVersions.get(path) ?? '',
      }),
    );
  }

  #fill(folder: string, text: string, modules: readonly ModulePackages[]): void {
    mkdirAll(this.#fs, folder);
    const paths = modules.flatMap(({ packages }) => packages);
    sortTexts(paths);
    for (const path of paths) {
      const pkg = this.load.get(path);
      if (pkg !== undefined) this.#copyPackage(folder, pkg);
    }
    this.#fs.writeFileSync(join(folder, 'modules.txt'), text, { mode: 0o666 });
  }

  #copyPackage(folder: string, pkg: LoadedPackage): void {
    const { sources } = this.bench;
    const to = join(folder, pkg.path);
    const read = this.#goFiles(pkg.folder);
    const rule = { goVersion: this.#goVersion, ignored: (name: string) => isIgnored(read(name)) };
    const copied = new Set(this.#copyFiles(pkg.folder, to, (name) => isPackageFile(name, rule)));
    const module = pkg.module?.path ?? pkg.path;
    for (const above of this.#metadata.above(module, pkg.path)) {
      const up = pkg.path.slice(above.length).split('/').length - 1;
      this.#copyFiles(join(pkg.folder, ...Array(up).fill('..')), join(folder, above), isMetadataFile);
    }
    const embeds = this.#embeds(pkg, read);
    for (const name of embeds) {
      if (copied.has(name)) continue;
      mkdirAll(this.#fs, dirname(join(to, name)));
      this.#fs.writeFileSync(join(to, name), sources.readFile(join(pkg.folder, name)), { mode: 0o666 });
    }
  }

  /** Copies files of a folder; answers their names. */
  #copyFiles(from: string, to: string, wanted: (name: string) => boolean): string[] {
    try {
      mkdirAll(this.#fs, to);
      const names = filesToCopy(this.bench.sources.entries(from), wanted);
      for (const name of names) {
        this.#fs.writeFileSync(join(to, name), this.#fs.readFileSync(join(from, name)), { mode: 0o666 });
      }
      return names;
    } catch (error) {
      throw fileError(error);
    }
  }

  /** Reads Go files of a folder, each once. */
  #goFiles(folder: string): (name: string) => SourceFile | undefined {
    const plain = this.bench.files.read(folder).filter((file) => file.plain);
    const known = new Map<string, SourceFile | undefined>(plain.map(({ source }) => [source.name, source]));
    return (name) => {
      if (!known.has(name)) {
        const path = join(folder, name);
        known.set(name, readSource(name, path, this.bench.sources.readFile(path)));
      }
      return known.get(name);
    };
  }

  /** The files that a package embeds, for whatever build; those of files that no build has among them. */
  #embeds(pkg: LoadedPackage, read: (name: string) => SourceFile | undefined): readonly string[] {
    const own = new Set<string>();
    const tests = new Set<string>();
    const names = this.bench.sources.files(pkg.folder, (each) => each.endsWith('.go')).toSorted(compareText);
    for (const name of names) {
      const file = read(name);
      const failure = file?.failure ?? file?.syntaxError;
      if (failure !== undefined) throw unreadable(pkg.path, failure);
      if (file === undefined || file.packageName === 'documentation') continue;
      for (const { pattern } of file.embeds) (name.endsWith('_test.go') ? tests : own).add(pattern);
    }
    const sorted = (patterns: ReadonlySet<string>) => {
      const list = [...patterns];
      sortTexts(list);
      return list;
    };
    const patterns = embedsToCopy(this.#goVersion, { patterns: sorted(own), tests: sorted(tests) });
    if (patterns.length === 0) return [];
    try {
      return resolveEmbeds(this.bench.sources.tree(pkg.folder), patterns, { folder: pkg.folder }).files;
    } catch (error) {
      if (!(error instanceof EmbedError)) throw error;
      this.load.fail(new EngineError('vendor', `resolving embeds in ${pkg.path}: ${messageOf(error)}\n`));
      return [];
    }
  }

  /** Puts the new folder in the place of the old one. */
  #replace(target: string, staging: string): void {
    const old = `${staging.slice(0, -'.tmp'.length)}.old`;
    const fs = this.#fs;
    const there = fs.lstatSync(target, { throwIfNoEntry: false }) !== undefined;
    try {
      mkdirAll(fs, dirname(target));
      if (there) fs.renameSync(target, old);
      try {
        fs.renameSync(staging, target);
      } catch (error) {
        if (there) fs.renameSync(old, target);
        throw error;
      }
      if (there) removeAll(fs, old);
    } catch (error) {
      throw fileError(error);
    }
  }
}

/** Whether the head of a file says that no build has it. One whose imports cannot be read may have a build. */
function isIgnored(file: SourceFile | undefined): boolean {
  if (file === undefined || file.failure !== undefined) return file?.failure?.code === 'constraint-multiple';
  try {
    return !headerMayHold(file.header);
  } catch (error) {
    if (error instanceof ImportsError) return true;
    throw error;
  }
}

/** How Go ends a run that comes upon a file whose imports it cannot read. */
function unreadable(path: string, cause: Error): FatalError {
  const text = `internal error: failed to find embedded files of ${path}: ${cause.message}`;
  return new FatalError('vendor', text, { cause, bare: true });
}

function checkCollisions(paths: readonly string[]): void {
  try {
    checkPathCollisions(paths);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    throw new FatalError('vendor', error.message, { cause: error, bare: true });
  }
}
