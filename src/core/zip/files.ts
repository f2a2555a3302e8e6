// Which of a tree's files go into the module's zip (golang.org/x/mod/zip).
//
// Left out without a word: vendored packages, everything below a nested module (a folder that has a go.mod of
// its own, in any case), `.hg_archival.txt`, symbolic links and whatever else is no regular file. Refused: names
// that are not clean, absolute, no valid file paths, or that collide; go.mod in another case; too many bytes.
//
// What is vendored depends on the Go version in the root go.mod. Since 1.24 it is every file below `vendor/`
// that is in a folder of that, and `vendor/modules.txt`. Before, the rule had a mistake that sums of published
// modules depend on: in `a/vendor/x` not the part after `vendor/` but the part after the first eight characters
// decides, and `vendor/modules.txt` is kept.

import { filePathComplaint, filesError, isCleanPath, tooLarge } from './check.js';
import { Collisions } from './collision.js';
import { ZipError } from './error.js';
import { MAX_GO_MOD, MAX_LICENSE, MAX_ZIP_FILE } from './limits.js';

/** A file of a tree: from a folder, from an archive of version control, or made up. */
export interface SourceFile {
  /** Relative to the module's root, with slashes. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'symlink' | 'other';
  /** Bytes. */
  readonly size: number;
  /** The content. Only asked of regular files, once or twice. */
  read(): Uint8Array;
}

/** Whether the root go.mod with this content asks for the vendoring rule of Go 1.24 (its go line is at least 1.24). */
export type HasFixedVendorRule = (goMod: Uint8Array) => boolean;

/** A file, and in Go's words why it is not in the zip. */
export interface FileComplaint {
  readonly path: string;
  readonly reason: string;
}

/** What became of each file. Every path is in exactly one of the lists. */
export interface CheckedFiles {
  readonly valid: readonly SourceFile[];
  readonly omitted: readonly FileComplaint[];
  readonly invalid: readonly FileComplaint[];
  /** Set when the valid files are more than a module zip may hold. */
  readonly sizeError: ZipError | undefined;
}

// Why a file was left out, in Go's words.

export const REASON_VCS = 'directory is a version control repository';
export const REASON_VENDORED = 'file is in vendor directory';
export const REASON_NESTED_FILE = 'file is in another module';
export const REASON_NESTED_FOLDER = 'directory is in another module';
export const REASON_HG_ARCHIVAL = "file is inserted by 'hg archive' and is always omitted";
export const REASON_SYMLINK = 'file is a symbolic link';
export const REASON_IRREGULAR = 'not a regular file';

const VENDOR = 'vendor/';
const NESTED_VENDOR = '/vendor/';

/** Whether the file is in a vendored package; see the head of this file for the two rules. */
export function isVendoredPackage(path: string, fixedRule: boolean): boolean {
  if (fixedRule && path === 'vendor/modules.txt') return true;
  if (path.startsWith(VENDOR)) return path.includes('/', VENDOR.length);
  const at = path.indexOf(NESTED_VENDOR);
  if (at < 0) return false;
  return path.includes('/', (fixedRule ? at : 0) + NESTED_VENDOR.length);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function isGoModInAnyCase(path: string): boolean {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return base.length === 6 && base.toLowerCase() === 'go.mod';
}

/** The folders (with a slash at the end) that have a go.mod; '' is the root. */
function modulesIn(files: readonly SourceFile[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { path, kind } of files) {
    if (kind === 'file' && isGoModInAnyCase(path)) folders.add(folderOf(path));
  }
  return folders;
}

/** Whether a folder above the file, other than the root, is one of `modules`. */
function isInNestedModule(path: string, modules: ReadonlySet<string>): boolean {
  if (modules.size === 0) return false;
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder.slice(0, -1))) {
    if (modules.has(folder)) return true;
  }
  return false;
}

function uncleanComplaint(path: string): string {
  if (!isCleanPath(path)) return 'file path is not clean';
  return path.startsWith('/') ? 'file path is not relative' : '';
}

function rootHasFixedRule(files: readonly SourceFile[], hasFixedRule: HasFixedVendorRule): boolean {
  const goMod = files.findLast(({ path, kind }) => path === 'go.mod' && kind === 'file');
  return goMod !== undefined && hasFixedRule(goMod.read());
}

/** Sorts the files of one tree into the lists of {@link CheckedFiles}. */
class FileChecker {
  readonly valid: SourceFile[] = [];
  readonly omitted: FileComplaint[] = [];
  readonly invalid: FileComplaint[] = [];
  sizeError: ZipError | undefined;
  private readonly reported = new Set<string>();
  private readonly collisions = new Collisions();
  private left = MAX_ZIP_FILE;

  constructor(
    private readonly modules: ReadonlySet<string>,
    private readonly fixedRule: boolean,
  ) {}

  add(file: SourceFile): void {
    const { path } = file;
    const silent = this.silentReason(path);
    const complaint = uncleanComplaint(path) || (silent === undefined ? this.nameComplaint(file) : '');
    if (complaint !== '') this.report(path, this.invalid, complaint);
    else if (silent !== undefined) this.report(path, this.omitted, silent);
    else if (file.kind === 'symlink') this.report(path, this.omitted, REASON_SYMLINK);
    else if (file.kind !== 'file') this.report(path, this.omitted, REASON_IRREGULAR);
    else this.addRegular(file);
  }

  private silentReason(path: string): string | undefined {
    if (isVendoredPackage(path, this.fixedRule)) return REASON_VENDORED;
    if (isInNestedModule(path, this.modules)) return REASON_NESTED_FILE;
    return path === '.hg_archival.txt' ? REASON_HG_ARCHIVAL : undefined;
  }

  private nameComplaint({ path, kind }: SourceFile): string {
    const complaint = filePathComplaint(path);
    if (complaint !== '') return complaint;
    if (path !== 'go.mod' && path.toLowerCase() === 'go.mod') return 'go.mod files must have lowercase names';
    return this.collisions.add(path, kind === 'folder');
  }

  private addRegular(file: SourceFile): void {
    const { path, size } = file;
    if (size <= this.left) {
      this.left -= size;
    } else {
      const text = `module source tree too large (max size is ${MAX_ZIP_FILE} bytes)`;
      this.sizeError ??= new ZipError('size', text);
    }
    if (path === 'go.mod' && size > MAX_GO_MOD) {
      this.report(path, this.invalid, tooLarge('go.mod', MAX_GO_MOD));
    } else if (path === 'LICENSE' && size > MAX_LICENSE) {
      this.report(path, this.invalid, tooLarge('LICENSE', MAX_LICENSE));
    } else {
      this.valid.push(file);
    }
  }

  private report(path: string, list: FileComplaint[], reason: string): void {
    if (this.reported.has(path)) return;
    this.reported.add(path);
    list.push({ path, reason });
  }
}

/** Says of each file whether it goes into the zip. Reads only the root go.mod. */
export function checkFiles(
  files: readonly SourceFile[],
  hasFixedRule: HasFixedVendorRule = () => false,
): CheckedFiles {
  const checker = new FileChecker(modulesIn(files), rootHasFixedRule(files, hasFixedRule));
  for (const file of files) checker.add(file);
  return checker;
}

/** Throws {@link ZipError} `size` or `files` (all of them, a line each) unless the files make a module zip. */
export function requireValid(checked: CheckedFiles): void {
  if (checked.sizeError !== undefined) throw checked.sizeError;
  if (checked.invalid.length === 0) return;
  throw filesError(checked.invalid.map(({ path, reason }) => `${path}: ${reason}`));
}
