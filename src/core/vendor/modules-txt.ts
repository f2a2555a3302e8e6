// vendor/modules.txt: the modules that a vendor folder was made from, and which packages each gave.
//
//   ## workspace                              made by `go work vendor`
//   # path version [=> path [version]]        a module, and its replacement
//   # path => path [version]                  a replacement of all versions
//   ## explicit; go 1.N                       marks of the module above
//   path/of/package                           a package of the module above
//
// What is not understood is skipped: a line `# ` without a version or an arrow as its third word takes what
// follows it along, up to the next such line; a replacement of odd shape or version is as if it were not
// there; unknown marks and lines that are no import path are nothing. `## workspace` counts on the first line
// alone, within its first 512 bytes. Defined by cmd/go/internal/modload (readVendorList,
// modulesTextIsForWorkspace) and https://go.dev/ref/mod#go-mod-vendor.

import { checkImportPath, InvalidPathError, type ModuleVersion } from '../module/index.js';
import { isValid } from '../semver/index.js';
import { decodeText, encodeText, fields, trimSpace } from '../text.js';

/** One `# ` line and what belongs to it. A path may have several, for instance one for each replaced version. */
export interface VendoredModule {
  /** The version is '' where the line replaces all versions. */
  readonly mod: ModuleVersion;
  /** A directory has the version ''. */
  readonly replacement?: ModuleVersion;
  /** Whether a go.mod requires this very version. */
  readonly explicit: boolean;
  /** The go lines that are given for its go.mod, in order; `go mod vendor` writes at most one. The last one counts. */
  readonly goVersions: readonly string[];
  /** Import paths, in the order of the file. */
  readonly packages: readonly string[];
}

/** What a modules.txt says. */
export interface ModulesTxt {
  /** Whether it is that of a workspace. */
  readonly workspace: boolean;
  /** In the order of the file. */
  readonly modules: readonly VendoredModule[];
}

/** How much of the first line is looked at. */
const HEAD = 512;

/** Whether the file is that of a workspace. The first 512 bytes are enough. */
export function isForWorkspace(data: Uint8Array | string): boolean {
  const bytes = typeof data === 'string' ? encodeText(data.slice(0, HEAD)) : data;
  const [line = ''] = decodeText(bytes.subarray(0, HEAD)).split('\n', 1);
  return line.startsWith('## ') && marksOf(line).includes('workspace');
}

/** What the file says. Nothing is an error. */
export function parseModulesTxt(data: Uint8Array | string): ModulesTxt {
  const reader = new Reader();
  const text = typeof data === 'string' ? data : decodeText(data);
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    reader.line(text.slice(start, end));
    start = end + 1;
  }
  return { workspace: isForWorkspace(data), modules: reader.modules };
}

function marksOf(line: string): string[] {
  return line.slice('## '.length).split(';').map(trimSpace);
}

interface OpenModule extends VendoredModule {
  replacement?: ModuleVersion;
  explicit: boolean;
  readonly goVersions: string[];
  readonly packages: string[];
}

class Reader {
  readonly modules: OpenModule[] = [];
  /** The module that marks and packages belong to. */
  #current: OpenModule | undefined;

  line(line: string): void {
    const current = this.#current;
    if (line.startsWith('# ')) this.#module(fields(line));
    else if (current === undefined) return;
    else if (line.startsWith('## ')) addMarks(current, marksOf(line));
    else addPackage(current, fields(line));
  }

  #module(words: readonly string[]): void {
    const [, path, second] = words;
    if (path === undefined || second === undefined) return;
    const wild = second === '=>';
    if (!wild && !isValid(second)) {
      this.#current = undefined;
      return;
    }
    const replacement = replacementOf(words.slice(wild ? 2 : 3));
    this.#current = {
      mod: { path, version: wild ? '' : second },
      ...(replacement && { replacement }),
      explicit: false,
      goVersions: [],
      packages: [],
    };
    this.modules.push(this.#current);
  }
}

/** What the words from the arrow on say. */
function replacementOf(words: readonly string[]): ModuleVersion | undefined {
  const [arrow, path, version = ''] = words;
  if (arrow !== '=>' || path === undefined || words.length > 3) return undefined;
  return words.length === 2 || isValid(version) ? { path, version } : undefined;
}

function addMarks(module: OpenModule, marks: readonly string[]): void {
  for (const mark of marks) {
    if (mark === 'explicit') module.explicit = true;
    if (mark.startsWith('go ')) module.goVersions.push(mark.slice('go '.length));
  }
}

function addPackage(module: OpenModule, [path, ...more]: readonly string[]): void {
  if (path === undefined || more.length > 0) return;
  try {
    checkImportPath(path);
  } catch (error) {
    if (error instanceof InvalidPathError) return;
    throw error;
  }
  module.packages.push(path);
}
