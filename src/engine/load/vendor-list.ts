// What vendor/modules.txt says, and whether go.mod agrees with it.
//
//   # path version [=> path [version]]      a module, and its replacement
//   # path => path [version]                a replacement of all versions
//   ## explicit; go 1.N                     marks of the module above
//   path/of/package                         a package of the module above
//
// In vendor mode this file stands for the module graph. Rules and texts: modload.readVendorList,
// checkVendorConsistency.

import { compare, modCompare } from '../../core/gover/index.js';
import { checkImportPath, formatModule, type ModuleVersion } from '../../core/module/index.js';
import { isValid } from '../../core/semver/index.js';
import { FatalError } from '../error.js';
import type { MainModules } from './main-modules.js';

/** What is known of one module of modules.txt. */
export interface VendoredModule {
  readonly mod: ModuleVersion;
  explicit: boolean;
  replacement: ModuleVersion | undefined;
  goVersion: string;
}

/** A parsed modules.txt. */
export interface VendorList {
  /** Modules that provide packages, in order of appearance; the selected versions. */
  readonly modules: readonly ModuleVersion[];
  /** Replaced modules, in order of appearance. */
  readonly replaced: readonly ModuleVersion[];
  /** By module path. */
  readonly version: ReadonlyMap<string, string>;
  /** By `path@version`. */
  readonly meta: ReadonlyMap<string, VendoredModule>;
}

/** Reads the text of a modules.txt. Lines that mean nothing are skipped, as Go does. */
export function parseVendorList(text: string): VendorList {
  const reader = new VendorListReader();
  for (const line of text.split('\n')) reader.line(line);
  return reader;
}

class VendorListReader implements VendorList {
  readonly modules: ModuleVersion[] = [];
  readonly replaced: ModuleVersion[] = [];
  readonly version = new Map<string, string>();
  readonly meta = new Map<string, VendoredModule>();
  #current: ModuleVersion | undefined;

  line(line: string): void {
    if (line.startsWith('# ')) this.#module(fields(line));
    else if (this.#current === undefined) return;
    else if (line.startsWith('## ')) this.#marks(this.#current, line.slice(3));
    else if (isPackage(fields(line))) this.#package(this.#current);
  }

  #module(words: string[]): void {
    const [, path = '', second = ''] = words;
    if (words.length < 3) return;
    if (isValid(second)) this.#current = { path, version: second };
    else if (second === '=>') this.#current = { path, version: '' };
    else {
      this.#current = undefined;
      return;
    }
    const [arrow, to, version, ...more] = words.slice(second === '=>' ? 2 : 3);
    if (arrow !== '=>' || to === undefined || more.length > 0) return;
    if (version !== undefined && !isValid(version)) return;
    this.#of(this.#current).replacement = { path: to, version: version ?? '' };
    this.replaced.push(this.#current);
  }

  #of(mod: ModuleVersion): VendoredModule {
    const key = formatModule(mod);
    let meta = this.meta.get(key);
    if (meta === undefined) {
      meta = { mod, explicit: false, replacement: undefined, goVersion: '' };
      this.meta.set(key, meta);
    }
    return meta;
  }

  #marks(mod: ModuleVersion, text: string): void {
    for (const mark of text.split(';').map((word) => word.trim())) {
      if (mark === 'explicit') this.#of(mod).explicit = true;
      if (mark.startsWith('go ')) this.#of(mod).goVersion = mark.slice(3);
    }
  }

  #package(mod: ModuleVersion): void {
    const known = this.version.get(mod.path);
    if (known !== undefined && modCompare(mod.path, known, mod.version) >= 0) return;
    this.modules.push(mod);
    this.version.set(mod.path, mod.version);
  }
}

function fields(line: string): string[] {
  return line.split(/\s+/).filter((word) => word !== '');
}

/** Whether the words of a line are one import path. */
function isPackage([path, ...more]: readonly string[]): boolean {
  if (path === undefined || more.length > 0) return false;
  try {
    checkImportPath(path);
    return true;
  } catch {
    return false;
  }
}

/** Throws FatalError where go.mod (or the workspace) and modules.txt contradict each other. */
export function checkVendorConsistency(
  main: MainModules,
  list: VendorList,
  folder: string,
  shorten: (path: string) => string,
): void {
  const problems = new ConsistencyCheck(main, list, shorten).run();
  if (problems.length === 0) return;
  const command = main.workspace === undefined ? 'mod' : 'work';
  throw new FatalError(
    'vendor',
    `inconsistent vendoring in ${folder}:${problems.map((line) => `\n\t${line}`).join('')}\n\n` +
      '\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.\n' +
      `\tTo sync the vendor directory, run:\n\t\tgo ${command} vendor`,
  );
}

class ConsistencyCheck {
  readonly #problems: string[] = [];
  readonly #seen = new Set<string>();
  /** modules.txt of Go before 1.14 does not say which modules are explicit. */
  readonly #old: boolean;

  constructor(
    private readonly main: MainModules,
    private readonly list: VendorList,
    private readonly shorten: (path: string) => string,
  ) {
    this.#old = main.workspace === undefined && compare(main.single.index?.goVersion ?? '', '1.14') < 0;
  }

  run(): string[] {
    for (const { file } of this.main.list) {
      for (const { mod } of file?.require ?? []) this.#requirement(mod);
    }
    for (const { file } of this.main.list) {
      for (const { old } of file?.replace ?? []) this.#replacement(old);
    }
    for (const { old } of this.main.workspace?.file.replace ?? []) this.#replacement(old);
    for (const mod of this.list.modules) this.#explicit(mod);
    for (const mod of this.list.replaced) this.#stillReplaced(mod);
    return this.#problems;
  }

  #add(mod: ModuleVersion, text: string): void {
    this.#problems.push(`${formatModule(mod)}: ${text}`);
  }

  #requirement(mod: ModuleVersion): void {
    if (this.list.meta.get(formatModule(mod))?.explicit === true) return;
    if (!this.#old) {
      this.#add(mod, 'is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt');
      return;
    }
    const version = this.list.version.get(mod.path);
    if (version === undefined || version === mod.version) return;
    const other = `${mod.path}@${version}`;
    this.#add(mod, `is explicitly required in go.mod, but vendor/modules.txt indicates ${other}`);
  }

  #replacement(old: ModuleVersion): void {
    const key = formatModule(old);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const { to, file } = this.main.replacementFrom(old);
    const canonical = this.main.replacement(old);
    const vendored = this.list.meta.get(key)?.replacement;
    if (vendored === undefined) {
      if (canonical === undefined) return;
      if (this.#old && (old.version === '' || this.list.version.get(old.path) !== old.version)) return;
      const where = this.shorten(file);
      this.#add(old, `is replaced in ${where}, but not marked as replaced in vendor/modules.txt`);
    } else if (canonical === undefined || formatModule(vendored) !== formatModule(canonical)) {
      const now = to === undefined ? '' : formatModule(to);
      this.#add(
        old,
        `is replaced by ${now} in ${this.shorten(file)}, but marked as replaced by ${formatModule(vendored)} in vendor/modules.txt`,
      );
    }
  }

  #explicit(mod: ModuleVersion): void {
    const key = formatModule(mod);
    if (this.list.meta.get(key)?.explicit !== true) return;
    if (this.main.list.some((main) => main.index?.require.has(key))) return;
    const article = this.main.workspace === undefined ? '' : 'a ';
    this.#add(
      mod,
      `is marked as explicit in vendor/modules.txt, but not explicitly required in ${article}go.mod`,
    );
  }

  #stillReplaced(mod: ModuleVersion): void {
    if (this.main.replacement(mod) !== undefined) return;
    const where = this.main.workspace === undefined ? 'go.mod' : 'the workspace';
    this.#add(mod, `is marked as replaced in vendor/modules.txt, but not replaced in ${where}`);
  }
}
