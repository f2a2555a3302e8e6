// The main modules: the module in whose folder we work, or all members of a workspace.
//
// They are the only ones whose replace, exclude, tool and godebug lines count. A replacement in go.work beats
// those of all go.mod files; within one file a line that names a version beats one that does not.
// Rules: modload.makeMainModules, replacementFrom, indexModFile.

import { isAbsolute, join, relative } from 'node:path';
import { modCompare } from '../../core/gover/index.js';
import type { ModFile, Replace } from '../../core/modfile/index.js';
import {
  checkImportPath,
  formatModule,
  InvalidPathError,
  type ModuleVersion,
} from '../../core/module/index.js';
import { EngineError, FatalError } from '../error.js';
import type { EventSink } from '../events.js';
import { joinPath } from '../io/index.js';
import type { Replacements } from '../query/sources.js';
import type { ModFileIndex } from './modfile-index.js';
import type { Workspace } from './workspace.js';

/** A main module. Its version is always ''. */
export interface MainModule {
  readonly mod: ModuleVersion;
  /** Absolute path of its folder; '' for the module that stands for "outside any module". */
  readonly root: string;
  readonly file: ModFile | undefined;
  /** What the file said when it was read; replaced when it was written. */
  index: ModFileIndex | undefined;
  /** The go version that is shown for it: its go line, or what stands in for that; '' in a workspace without. */
  goVersion: string;
}

/** Replacements by `path` and `path@version`. */
export type ReplaceMap = ReadonlyMap<string, ModuleVersion>;

/** The map of a file's replace lines. Throws FatalError where they contradict each other. */
export function replaceMap(lines: readonly Replace[]): Map<string, ModuleVersion> {
  const map = new Map<string, ModuleVersion>();
  for (const { old, new: to } of lines) {
    const key = formatModule(old);
    const known = map.get(key);
    if (known !== undefined && formatModule(known) !== formatModule(to)) {
      const [a, b] = [formatModule(known), formatModule(to)];
      throw new FatalError('bad-gomod', `conflicting replacements for ${key}:\n\t${a}\n\t${b}`);
    }
    map.set(key, to);
  }
  return map;
}

/** The replacement that `map` has for `m`, and whether its line names the version. */
function lookup(map: ReplaceMap, m: ModuleVersion): { to: ModuleVersion; from: string } | undefined {
  const exact = map.get(formatModule(m));
  if (exact !== undefined) return { to: exact, from: m.version };
  const any = map.get(m.path);
  return any === undefined ? undefined : { to: any, from: '' };
}

/** What the main modules have around them. */
export interface MainModulesHost {
  readonly workspace: Workspace | undefined;
  readonly events: EventSink;
  /** The path of the go.mod of the module in the folder `root`. */
  goModPath(root: string): string;
}

/** A replacement as its file writes it. */
interface WrittenReplacement {
  readonly to: ModuleVersion | undefined;
  /** The folder that it is relative to; '' for one of go.work. */
  readonly root: string;
  /** The file. */
  readonly file: string;
  /** Members of a workspace that contradict each other. */
  readonly conflict?: Error;
}

/** See the head of this file. */
export class MainModules implements Replacements {
  readonly workspace: Workspace | undefined;
  readonly #paths: ReadonlySet<string>;
  readonly #highest = new Map<string, string>();
  readonly #workReplace: ReplaceMap;
  readonly #replacements = new Map<string, { to: ModuleVersion | undefined; conflict: Error | undefined }>();

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
    this.#workReplace = replaceMap(this.workspace?.file.replace ?? []);
    this.#check(members);
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

  /** The folder that relative directory replacements are relative to. */
  get replaceBase(): string {
    return this.workspace === undefined ? this.single.root : join(this.workspace.path, '..');
  }

  /** What replaces `m`, a directory as the main module or the workspace would name it; undefined for what is not replaced. */
  replacement(m: ModuleVersion): ModuleVersion | undefined {
    if (!this.#highest.has(m.path)) return undefined;
    const key = formatModule(m);
    let known = this.#replacements.get(key);
    if (known === undefined) {
      const { to, root, conflict } = this.#find(m);
      known = { to: to === undefined ? undefined : this.#canonical(to, root), conflict };
      this.#replacements.set(key, known);
    }
    if (known.conflict !== undefined) this.#tell(known.conflict);
    return known.to;
  }

  /** The module used for `m`: its replacement or itself. */
  resolve(m: ModuleVersion): ModuleVersion {
    return this.replacement(m) ?? m;
  }

  /** The replacement as its file writes it, and the file. Tells of members that contradict each other. */
  replacementFrom(m: ModuleVersion): { to: ModuleVersion | undefined; file: string } {
    const { to, file, conflict } = this.#find(m);
    if (conflict !== undefined) this.#tell(conflict);
    return { to, file };
  }

  #find(m: ModuleVersion): WrittenReplacement {
    const { host } = this;
    if (this.contains(m.path) && m.version === '') {
      return { to: undefined, root: '', file: host.goModPath('') };
    }
    const ofWork = lookup(this.#workReplace, m);
    if (ofWork !== undefined) return { to: ofWork.to, root: '', file: this.workspace?.path ?? '' };
    let found: { to: ModuleVersion; from: string; root: string } | undefined;
    let conflict: Error | undefined;
    for (const main of this.list) {
      const here = main.index === undefined ? undefined : lookup(main.index.replace, m);
      if (here === undefined) continue;
      // A line without a version contradicts nobody: the last one wins.
      if (found !== undefined && here.from !== '' && formatModule(found.to) !== formatModule(here.to)) {
        const files = [found.root, main.root].map((root) => host.goModPath(root)).join(' and ');
        const text = `conflicting replacements found for ${formatModule(m)} in workspace modules defined by ${files}`;
        conflict = new EngineError('bad-gomod', text, { bare: true });
        break;
      }
      found = { ...here, root: main.root };
    }
    const root = found?.root ?? '';
    const written = { to: found?.to, root, file: host.goModPath(root) };
    return conflict === undefined ? written : { ...written, conflict };
  }

  /** In a workspace, a directory of a member's replace line relative to the workspace. */
  #canonical(to: ModuleVersion, root: string): ModuleVersion {
    if (isAbsolute(to.path) || to.version !== '' || root === '' || this.workspace === undefined) return to;
    return { path: directoryPath(relative(this.replaceBase, join(root, to.path))), version: '' };
  }

  /** The highest version of `path` that a replace line names, '' for one that names none; undefined without one. */
  highestReplaced(path: string): string | undefined {
    return this.#highest.get(path);
  }

  /** The versions of `path` that replace lines of go.mod files name, in their order; '' for a line that names none. */
  replacedVersions(path: string): readonly string[] {
    const files = this.list.flatMap((main) => main.file?.replace ?? []);
    return files.filter((line) => line.old.path === path).map((line) => line.old.version);
  }

  #check(members: readonly MainModule[]): void {
    const seen = new Set<string>();
    for (const { mod } of members) {
      if (seen.has(mod.path))
        this.#tell(new EngineError('bad-gomod', `module ${mod.path} appears multiple times in workspace`));
      seen.add(mod.path);
    }
    const known = new Map<string, ModuleVersion>();
    const byWork = new Set<string>();
    for (const { old, new: to } of this.workspace?.file.replace ?? []) {
      if (seen.has(old.path) && old.version === '') {
        const text =
          `workspace module ${old.path} is replaced at all versions in the go.work file. To fix, remove the ` +
          'replacement from the go.work file or specify the version at which to replace the module.';
        this.#tell(new EngineError('bad-gomod', text));
      }
      byWork.add(old.path);
      known.set(formatModule(old), to);
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

/** `path` in a form that cannot be taken for a module path: absolute, or beginning with ./ or ../. */
export function directoryPath(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const plain = slashed === '.' || slashed === '..' || /^\.{0,2}\//.test(slashed) || isAbsolute(path);
  return plain ? path : `./${slashed}`;
}
