// The main modules: the module in whose folder we work, or all members of a workspace.
//
// They are the only ones whose replace, exclude, tool and godebug lines count.
// Rules: modload.makeMainModules, indexModFile.

import * as systemPaths from 'node:path';
import { dirname, isAbsolute, join } from 'node:path';
import { modCompare } from '../../core/gover/index.js';
import type { ModFile } from '../../core/modfile/index.js';
import {
  checkImportPath,
  formatModule,
  InvalidPathError,
  type ModuleVersion,
} from '../../core/module/index.js';
import { type FindReplacement, replacementsOf, type VendorMain } from '../../core/vendor/index.js';
import { EngineError, FatalError } from '../error.js';
import type { EventSink } from '../events.js';
import { joinPath } from '../io/index.js';
import type { Replacements } from '../query/sources.js';
import { type ModFileIndex, replaceMap } from './modfile-index.js';
import { isWithin } from './overlay.js';
import type { Workspace } from './workspace.js';

/** A main module. Its version is always ''. */
export interface MainModule {
  readonly mod: ModuleVersion;
  /** Absolute path of its folder; '' for the module that stands for "outside any module". */
  readonly root: string;
  readonly file: ModFile | undefined;
  /** What the file said when it was read; replaced when it was written. */
  index: ModFileIndex | undefined;
  /**
   * The go version that is shown for it: its go line, or what stands in for that; '' in a workspace without. Replaced when
   * the file was written.
   */
  goVersion: string;
}

/** What the main modules have around them. */
export interface MainModulesHost {
  readonly workspace: Workspace | undefined;
  readonly events: EventSink;
  /** GOROOT; '' without one. */
  readonly goroot: string;
  /** The path of the go.mod of the module in the folder `root`. */
  goModPath(root: string): string;
}

/** See the head of this file. */
export class MainModules implements Replacements {
  readonly workspace: Workspace | undefined;
  readonly #paths: ReadonlySet<string>;
  readonly #highest = new Map<string, string>();
  readonly #find: FindReplacement;
  readonly #told: Error[] = [];

  /** The main modules in order. Where several have one path, which is told as an error, all are the last of them. */
  readonly list: readonly MainModule[];

  constructor(
    members: readonly MainModule[],
    private readonly host: MainModulesHost,
  ) {
    const last = new Map(members.map((main) => [main.mod.path, main]));
    this.list = members.map((main) => last.get(main.mod.path) ?? main);
    this.workspace = host.workspace;
    this.#paths = new Set(last.keys());
    this.#find = replacementsOf(
      this.asVendored,
      (text) => this.#tell(new EngineError('bad-gomod', text, { bare: true })),
      systemPaths,
    );
    this.#check(members);
  }

  /** What vendoring looks at. */
  get asVendored(): VendorMain {
    const { workspace, host } = this;
    return {
      members: this.list.flatMap(({ mod, root, file }) =>
        file === undefined ? [] : [{ path: mod.path, name: host.goModPath(root), file }],
      ),
      ...(workspace && { work: { name: workspace.path, file: workspace.file } }),
    };
  }

  /** Whether a main module is a part of GOROOT/src: the standard library, or its commands. */
  inGoroot({ root }: MainModule): boolean {
    const { goroot } = this.host;
    return goroot !== '' && root !== '' && isWithin(root, join(goroot, 'src'));
  }

  /** What the import paths of a main module's packages begin with: its path, but '' for the standard library. */
  prefix(main: MainModule): string {
    return main.mod.path === 'std' && this.inGoroot(main) ? '' : main.mod.path;
  }

  /** The godebug lines that count. */
  get godebugs(): readonly { readonly key: string; readonly value: string }[] {
    return this.workspace?.file.godebug ?? this.list.flatMap(({ file }) => file?.godebug ?? []);
  }

  /** The packages that tool lines name, in the order of the modules. */
  get tools(): readonly string[] {
    return this.list.flatMap(({ file }) => file?.tool ?? []).map(({ path }) => path);
  }

  /** The errors that were told: those that end a run as soon as packages are loaded. */
  get told(): readonly Error[] {
    return this.#told;
  }

  /** Whether `path` is that of a main module. */
  contains(path: string): boolean {
    return path !== '' && this.#paths.has(path);
  }

  /** The main modules as vertices of the graph: their version is ''. */
  get versions(): readonly ModuleVersion[] {
    return this.list.map((main) => main.mod);
  }

  /** The main module outside of workspaces. */
  get single(): MainModule {
    const [first] = this.list;
    if (first === undefined || this.list.length !== 1) {
      throw new FatalError('no-main-module', 'internal error: not one main module');
    }
    return first;
  }

  /** The main module of that path. */
  find(path: string): MainModule | undefined {
    return this.list.find((main) => main.mod.path === path);
  }

  /** Whether a main module excludes `m`. */
  excludes(m: ModuleVersion): boolean {
    return this.list.some(({ index }) => {
      return index !== undefined && index.exclude.size > 0 && index.exclude.has(formatModule(m));
    });
  }

  /** The folder of a directory replacement, whose path may be relative to the main module or go.work. */
  replacementFolder(path: string): string {
    return isAbsolute(path) ? path : joinPath(this.#base, path);
  }

  /** The vendor folder, whether it is there or not. */
  get vendorFolder(): string {
    return join(this.#base, 'vendor');
  }

  get #base(): string {
    return this.workspace === undefined ? this.single.root : dirname(this.workspace.path);
  }

  /** What replaces `m`, a directory as the main module or the workspace would name it; undefined for what is not replaced. */
  replacement(m: ModuleVersion): ModuleVersion | undefined {
    return this.findReplacement(m)?.used;
  }

  /** The module used for `m`: its replacement or itself. */
  resolve(m: ModuleVersion): ModuleVersion {
    return this.replacement(m) ?? m;
  }

  /** The same with the line's own words, and its file. Tells each time of members that contradict each other. */
  readonly findReplacement: FindReplacement = (m) => {
    return this.#highest.has(m.path) ? this.#find(m) : undefined;
  };

  /** The highest version of `path` that a replace line names, '' for one that names none; undefined without one. */
  highestReplaced(path: string): string | undefined {
    return this.#highest.get(path);
  }

  /** The versions of `path` that replace lines of go.mod files name, in their order; '' for a line that names none. */
  replacedVersions(path: string): readonly string[] {
    const files = this.list.flatMap((main) => main.file?.replace ?? []);
    return files.filter((line) => line.old.path === path).map((line) => line.old.version);
  }

  /** What replace lines put in the place of versions of `path`: paths of modules, and of folders as the lines have them. */
  replacementPaths(path: string): readonly string[] {
    const files = this.list.flatMap((main) => main.file?.replace ?? []);
    const lines = [...(this.workspace?.file.replace ?? []), ...files];
    return lines.filter((line) => line.old.path === path).map((line) => line.new.path);
  }

  #check(members: readonly MainModule[]): void {
    const known = replaceMap(this.workspace?.file.replace ?? []);
    const seen = new Set<string>();
    for (const { mod } of members) {
      if (seen.has(mod.path))
        this.#tell(new EngineError('bad-gomod', `module ${mod.path} appears multiple times in workspace`));
      seen.add(mod.path);
    }
    const byWork = new Set<string>();
    for (const { old } of this.workspace?.file.replace ?? []) {
      if (seen.has(old.path) && old.version === '') {
        const text =
          `workspace module ${old.path} is replaced at all versions in the go.work file. To fix, remove the ` +
          'replacement from the go.work file or specify the version at which to replace the module.';
        this.#tell(new EngineError('bad-gomod', text));
      }
      byWork.add(old.path);
      this.#raise(old);
    }
    for (const main of members) this.#checkMember(main, known, byWork);
  }

  #checkMember(main: MainModule, known: Map<string, ModuleVersion>, byWork: ReadonlySet<string>): void {
    const own = new Set<string>();
    for (const { old, new: written } of main.file?.replace ?? []) {
      if (byWork.has(old.path)) continue;
      const inPlace = this.workspace !== undefined && written.version === '' && !isAbsolute(written.path);
      const to = inPlace ? { path: joinPath(main.root, written.path), version: '' } : written;
      const key = formatModule(old);
      const other = known.get(key);
      if (other !== undefined && !own.has(key) && formatModule(other) !== formatModule(to)) {
        throw new FatalError(
          'bad-gomod',
          `conflicting replacements for ${key}:\n\t${formatModule(other)}\n\t${formatModule(to)}\n` +
            `use "go work edit -replace ${key}=[override]" to resolve`,
        );
      }
      own.add(key);
      known.set(key, to);
      this.#raise(old);
    }
    for (const { path } of main.file?.tool ?? []) checkToolPath(path);
  }

  #raise(old: ModuleVersion): void {
    const highest = this.#highest.get(old.path);
    if (highest === undefined || modCompare(old.path, old.version, highest) > 0) {
      this.#highest.set(old.path, old.version);
    }
  }

  #tell(error: Error): void {
    this.#told.push(error);
    this.host.events({ kind: 'error', error });
  }
}

function checkToolPath(path: string): void {
  try {
    checkImportPath(path);
  } catch (error) {
    if (!(error instanceof InvalidPathError)) throw error;
    const text = error.message.replace(/^malformed \w+ path/, 'malformed tool path');
    throw new FatalError('bad-gomod', text, { cause: error });
  }
}
