// The rules for module zips (golang.org/x/mod/zip), applied to an archive's index.
//
//   - every name begins with `path@version/`; what follows is clean and a valid file path (core/module)
//   - no two names collide (collision.ts)
//   - go.mod only in the root, and in lower case
//   - at most 500 MiB, packed and unpacked; go.mod and LICENSE in the root at most 16 MiB
// Go looks at all names and reports all bad ones; an archive that is too large is refused for that alone. File
// modes are ignored: what another tool marked as a symbolic link is an ordinary file here.

import { messageOf } from '../error.js';
import { canonicalVersion, check, checkFilePath, type ModuleVersion } from '../module/index.js';
import { quote } from '../quote.js';
import { Collisions } from './collision.js';
import { readDirectory, type ZipDirectory, type ZipEntry } from './directory.js';
import { isDirectory } from './entry-data.js';
import { contentsTooLarge, ZipError } from './error.js';
import { MAX_COMPLAINT_TEXT, MAX_COMPLAINTS, MAX_GO_MOD, MAX_LICENSE, MAX_ZIP_FILE } from './limits.js';
import { bytesSource, type ZipSource } from './source.js';

/** A file that belongs to the module. */
export interface ModuleZipFile {
  /** Path in the module: slashes, clean, valid as a file path. */
  readonly path: string;
  readonly entry: ZipEntry;
}

/** `path@version/`: what every name in a module zip begins with. */
export function zipPrefix(m: ModuleVersion): string {
  return `${m.path}@${m.version}/`;
}

/**
 * Throws unless the version is canonical and fits the path: {@link ZipError} `module` for the first, the errors of
 * core/module for the others.
 */
export function checkZipModule(m: ModuleVersion): void {
  const canonical = canonicalVersion(m.version);
  if (canonical !== m.version) {
    const text = `version ${quote(m.version)} is not canonical (should be ${quote(canonical)})`;
    throw new ZipError('module', text);
  }
  check(m.path, m.version);
}

/** Throws {@link ZipError} `size` when the archive itself is over the limit. */
export function checkZipSize(size: number): void {
  if (size <= MAX_ZIP_FILE) return;
  throw new ZipError('size', `module zip file is too large (${size} bytes; limit is ${MAX_ZIP_FILE} bytes)`);
}

/**
 * The check that the go command makes before it hashes a new zip. Throws {@link ZipError} `prefix` at the first
 * name that is outside `path@version/`.
 */
export function checkPrefix(m: ModuleVersion, directory: ZipDirectory): void {
  const prefix = zipPrefix(m);
  for (const { name } of directory.entries) {
    if (name.startsWith(prefix)) continue;
    throw new ZipError('prefix', `zip for ${prefix.slice(0, -1)} has unexpected file ${name}`);
  }
}

/** Whether path.Clean of Go's package path returns `path` itself. */
export function isCleanPath(path: string): boolean {
  if (path === '.' || path === '/') return true;
  const rooted = path.startsWith('/');
  let leading = !rooted;
  for (const element of (rooted ? path.slice(1) : path).split('/')) {
    if (element === '' || element === '.') return false;
    if (element === '..' && !leading) return false;
    leading &&= element === '..';
  }
  return true;
}

/** Go's complaint about a name as a file path, or '' when there is none. */
export function filePathComplaint(path: string): string {
  try {
    checkFilePath(path);
    return '';
  } catch (error) {
    return messageOf(error);
  }
}

/** Go's complaint about the path of a file. Paths without one are clean: only for others is that looked at, though it is told first. */
function pathComplaint(path: string): string {
  const complaint = filePathComplaint(path);
  return complaint === '' || isCleanPath(path) ? complaint : 'file path is not clean';
}

/** Checks the names of one archive, one by one, in order. */
class NameChecker {
  readonly files: ModuleZipFile[] = [];
  private readonly prefix: string;
  private readonly collisions = new Collisions();
  private total = 0;
  tooLarge = false;

  constructor(m: ModuleVersion) {
    this.prefix = zipPrefix(m);
  }

  /** Go's complaint about an entry, or ''. Files that are good are added to `files`. */
  check(entry: ZipEntry): string {
    if (!entry.name.startsWith(this.prefix)) return `path does not have prefix ${quote(this.prefix)}`;
    const rest = entry.name.slice(this.prefix.length);
    if (rest === '') return '';
    const isFolder = isDirectory(entry);
    const path = isFolder ? rest.slice(0, -1) : rest;
    const complaint = pathComplaint(path) || this.collisions.add(path, isFolder);
    if (complaint !== '' || isFolder) return complaint;
    return this.checkFile(path, entry);
  }

  private checkFile(path: string, entry: ZipEntry): string {
    const base = path.slice(path.lastIndexOf('/') + 1);
    if (base.length === 6 && base.toLowerCase() === 'go.mod') {
      if (base !== path) return 'go.mod file not in module root directory';
      if (path !== 'go.mod') return 'go.mod files must have lowercase names';
    }
    const size = entry.uncompressedSize;
    this.total += size;
    if (this.total > MAX_ZIP_FILE) this.tooLarge = true;
    if (path === 'go.mod' && size > MAX_GO_MOD) return tooLarge('go.mod', MAX_GO_MOD);
    if (path === 'LICENSE' && size > MAX_LICENSE) return tooLarge('LICENSE', MAX_LICENSE);
    this.files.push({ path, entry });
    return '';
  }
}

/** Go's complaint about a go.mod or LICENSE that is over its limit. */
export function tooLarge(name: string, limit: number): string {
  return `${name} file too large (max size is ${limit} bytes)`;
}

/** `path: complaint` for each bad file, a line each, as x/mod/zip's FileErrorList prints them. */
export function filesError(complaints: readonly string[]): ZipError {
  return new ZipError('files', complaints.join('\n'));
}

/**
 * The files of a module zip in the order of the archive, directories left out. Throws {@link ZipError} `size` or
 * `files`, with all bad names in its message (up to the limits of limits.ts), as x/mod/zip's CheckZip does after it has checked module and size
 * ({@link checkZipModule}, {@link checkZipSize}) and read the index.
 */
export function checkZipNames(m: ModuleVersion, directory: ZipDirectory): readonly ModuleZipFile[] {
  const checker = new NameChecker(m);
  const complaints: string[] = [];
  let length = 0;
  for (const entry of directory.entries) {
    const complaint = checker.check(entry);
    if (complaint === '') continue;
    complaints.push(`${entry.name}: ${complaint}`);
    length += entry.name.length + complaint.length;
    if (complaints.length >= MAX_COMPLAINTS || length >= MAX_COMPLAINT_TEXT) break;
  }
  if (checker.tooLarge) throw contentsTooLarge();
  if (complaints.length > 0) throw filesError(complaints);
  return checker.files;
}

/**
 * The files of a module zip, after all that x/mod/zip's CheckZip checks, in its order. Does not read the files
 * themselves. Throws {@link ZipError} or the errors of core/module.
 */
export function checkModuleZip(m: ModuleVersion, archive: ZipSource | Uint8Array): readonly ModuleZipFile[] {
  const source = archive instanceof Uint8Array ? bytesSource(archive) : archive;
  checkZipModule(m);
  checkZipSize(source.size);
  return checkZipNames(m, readDirectory(source));
}
