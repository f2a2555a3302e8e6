// The main modules: the module in whose folder we work, or all members of a workspace.
//
// They are the only ones whose replace, exclude, tool and godebug lines count. A replacement in go.work beats
// those of all go.mod files; within one file a line that names a version beats one that does not.
// Rules: modload.makeMainModules, replacementFrom, indexModFile.

import { isAbsolute, join, relative } from 'node:path';
import { modCompare } from '../../core/gover/index.js';
import type { ModFile, Replace, WorkFile } from '../../core/modfile/index.js';
import {
  checkImportPath,
  formatModule,
  InvalidPathError,
  type ModuleVersion,
} from '../../core/module/index.js';
import { EngineError, FatalError } from '../error.js';
import type { EventSink } from '../events.js';
import type { Replacements } from '../query/sources.js';
import type { ModFileIndex } from './modfile-index.js';

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

/** A workspace file and where it is. */
export interface Workspace {
  readonly path: string;
  readonly file: WorkFile;
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

/** See the head of this file. */
export class MainModules implements Replacements {
  readonly #paths: ReadonlySet<string>;
  readonly #highest = new Map<string, string>();
  readonly #workReplace: ReplaceMap;
  readonly #replacements = new Map<string, ModuleVersion | undefined>();

  constructor(
    readonly list: readonly MainModule[],
    readonly workspace: Workspace | undefined,
    private readonly events: EventSink,
    /** Absolute path of the folder of the module around the working folder; '' when there is none. */
    readonly rootOfCwd: string,
  ) {
    this.#paths = new Set(list.map((main) => main.mod.path));
    this.#workReplace = replaceMap(workspace?.file.replace ?? []);
    this.#check();
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
    if (this.#replacements.has(key)) return this.#replacements.get(key);
    const { to, root } = this.replacementFrom(m);
    const result = to === undefined ? undefined : this.#canonical(to, root);
    this.#replacements.set(key, result);
    return result;
  }

  /** The module used for `m`: its replacement or itself. */
  resolve(m: ModuleVersion): ModuleVersion {
    return this.replacement(m) ?? m;
  }

  /** The replacement as its file writes it, the folder that it is relative to, and the file. */
  replacementFrom(m: ModuleVersion): { to: ModuleVersion | undefined; root: string; file: string } {
    if (this.contains(m.path) && m.version === '') return { to: undefined, root: '', file: '' };
    const ofWork = lookup(this.#workReplace, m);
    if (ofWork !== undefined) return { to: ofWork.to, root: '', file: this.workspace?.path ?? '' };
    let found: { to: ModuleVersion; from: string; root: string } | undefined;
    for (const main of this.list) {
      const here = main.index === undefined ? undefined : lookup(main.index.replace, m);
      if (here === undefined) continue;
      if (
        found !== undefined &&
        found.root !== '' &&
        found.from !== here.from &&
        formatModule(found.to) !== formatModule(here.to)
      ) {
        const files = [found.root, main.root].map((root) => join(root, 'go.mod')).join(' and ');
        const text = `conflicting replacements found for ${formatModule(m)} in workspace modules defined by ${files}`;
        this.events({ kind: 'error', error: new EngineError('bad-gomod', text, { bare: true }) });
        break;
      }
      found = { ...here, root: main.root };
    }
    return {
      to: found?.to,
      root: found?.root ?? '',
      file: found === undefined ? '' : join(found.root, 'go.mod'),
    };
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

  #check(): void {
    const seen = new Set<string>();
    for (const { mod } of this.list) {
      if (seen.has(mod.path)) this.#error(`module ${mod.path} appears multiple times in workspace`);
      seen.add(mod.path);
    }
    const known = new Map<string, ModuleVersion>();
    const byWork = new Set<string>();
    for (const { old, new: to } of this.workspace?.file.replace ?? []) {
      if (seen.has(old.path) && old.version === '') {
        this.#error(
          `workspace module ${old.path} is replaced at all versions in the go.work file. To fix, remove the ` +
            'replacement from the go.work file or specify the version at which to replace the module.',
        );
      }
      byWork.add(old.path);
      known.set(formatModule(old), to);
      this.#raise(old);
    }
    for (const main of this.list) this.#checkMember(main, known, byWork);
  }

  #checkMember(main: MainModule, known: Map<string, ModuleVersion>, byWork: ReadonlySet<string>): void {
    const own = new Set<string>();
    for (const { old, new: written } of main.file?.replace ?? []) {
      if (byWork.has(old.path)) continue;
      const inPlace = this.workspace !== undefined && written.version === '' && !isAbsolute(written.path);
      const to = inPlace ? { path: join(main.root, written.path), version: '' } : written;
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

  #error(text: string): void {
    this.events({ kind: 'error', error: new EngineError('bad-gomod', text) });
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
