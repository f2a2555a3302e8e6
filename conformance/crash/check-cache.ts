// What must hold for a module cache at every moment, whoever was killed while writing to it.
//
//   - a zip that has its name has a `.ziphash`, and that is the sum of the zip
//   - a module's folder without `.partial` holds what its zip holds, with the right modes
//   - `.mod`, `.info`, `.ziphash`, records and tiles of the checksum database are those of a reference cache, whole
//   - `list` is ascending and names only versions that have a `.mod`
//   - lock files and marks are empty
//   - nothing else is there but temporary zips
// This shares no code with the product: it reads zips and computes sums by itself.

import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** What to compare with. */
export interface CheckOptions {
  /** A complete cache, made by `go`: files below `cache/download` that both have must be equal. */
  readonly reference?: string;
  /** Whether folders were left writable (`-modcacherw`). */
  readonly writable?: boolean;
}

const ENTRY = /\.(info|lock|mod|partial|zip|ziphash)$/;
const TEMPORARY = /\.zip(hash)?[0-9]+\.tmp$/;

/** Everything that is wrong with the cache at `root`; empty when it is sound. A cache that is not there is sound. */
export function checkCache(root: string, options: CheckOptions = {}): string[] {
  const download = join(root, 'cache', 'download');
  const problems: string[] = [];
  const check = (path: string, complain: () => string | undefined) => {
    const complaint = guarded(complain);
    if (complaint !== undefined) problems.push(`${relative(root, path)}: ${complaint}`);
  };
  for (const path of files(download)) check(path, () => checkFile(root, path, options));
  for (const folder of moduleFolders(root, root)) check(folder, () => checkFolder(root, folder, options));
  const sideLock = join(root, 'cache', 'lock');
  if (existsSync(sideLock) && statSync(sideLock).size > 0) problems.push('cache/lock: not empty');
  return problems;
}

function guarded(complain: () => string | undefined): string | undefined {
  try {
    return complain();
  } catch (error) {
    return `unreadable: ${String(error)}`;
  }
}

function checkFile(root: string, path: string, options: CheckOptions): string | undefined {
  const name = basename(path);
  const isSumdb = relative(root, path).startsWith('cache/download/sumdb/');
  if (!isSumdb && basename(dirname(path)) !== '@v') return 'not in a folder of versions';
  if (!isSumdb && TEMPORARY.test(name)) return undefined;
  if (name === 'list') return checkList(path);
  if (!isSumdb && !ENTRY.test(name)) return 'unknown file';
  if (/\.(lock|partial)$/.test(name) && !isSumdb) return statSync(path).size > 0 ? 'not empty' : undefined;
  if (name.endsWith('.zip')) return checkZip(path);
  return compareWithReference(root, path, options);
}

function compareWithReference(root: string, path: string, { reference }: CheckOptions): string | undefined {
  if (reference === undefined) return undefined;
  const other = join(reference, relative(root, path));
  if (!existsSync(other)) return 'not in the reference';
  return readFileSync(other).equals(readFileSync(path)) ? undefined : 'differs from the reference';
}

function checkList(path: string): string | undefined {
  const text = readFileSync(path, 'utf8');
  if (text !== '' && !text.endsWith('\n')) return 'cut';
  const versions = text.split('\n').slice(0, -1);
  for (const [i, version] of versions.entries()) {
    if (!/^v[0-9]+\.[0-9]+\.[0-9]+[-+.0-9A-Za-z]*$/.test(version))
      return `bad line ${JSON.stringify(version)}`;
    if (versions.indexOf(version) !== i) return `${version} twice`;
    if (!existsSync(join(dirname(path), `${version}.mod`))) return `${version} has no .mod`;
  }
  return undefined;
}

function checkZip(path: string): string | undefined {
  const hashFile = path.replace(/zip$/, 'ziphash');
  if (!existsSync(hashFile)) return 'no .ziphash';
  const recorded = readFileSync(hashFile, 'utf8');
  const computed = sumOf(unzip(path));
  return recorded === computed ? undefined : `sum is ${computed}, .ziphash says ${JSON.stringify(recorded)}`;
}

function checkFolder(root: string, folder: string, options: CheckOptions): string | undefined {
  const [, path = '', version = ''] = /^(.*)@([^@]*)$/.exec(relative(root, folder)) ?? [];
  const stem = join(root, 'cache', 'download', path, '@v', version);
  if (existsSync(`${stem}.partial`)) return undefined;
  if (!existsSync(`${stem}.zip`)) return 'neither zip nor mark';
  const expected = unzip(`${stem}.zip`);
  const found = new Map([...files(folder)].map((file) => [relative(folder, file), readFileSync(file)]));
  for (const [name, data] of expected) {
    const inside = name.slice(name.indexOf('@')).replace(/^@[^/]*\//, '');
    if (inside === '' || inside.endsWith('/')) continue;
    const have = found.get(inside);
    if (have === undefined) return `${inside} is missing`;
    if (!have.equals(data)) return `${inside} differs from the zip`;
    found.delete(inside);
  }
  for (const name of found.keys()) return `${name} is not in the zip`;
  return checkModes(folder, options.writable === true ? 0o755 : 0o555);
}

function checkModes(folder: string, folderMode: number): string | undefined {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const wrong = entry.isDirectory() ? checkModes(path, folderMode) : checkMode(path, 0o444);
    if (wrong !== undefined) return wrong;
  }
  return checkMode(folder, folderMode);
}

function checkMode(path: string, mode: number): string | undefined {
  const found = lstatSync(path).mode & 0o777;
  return found === mode ? undefined : `${path} has mode ${found.toString(8)}`;
}

/** `h1:` of golang.org/x/mod/sumdb/dirhash. */
export function sumOf(entries: ReadonlyMap<string, Buffer>): string {
  const lines = [...entries]
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    .map(([name, data]) => `${createHash('sha256').update(data).digest('hex')}  ${name}\n`);
  return `h1:${createHash('sha256').update(lines.join('')).digest('base64')}`;
}

/** Names and contents of a zip, by its central directory (APPNOTE.TXT 4.3.12). Throws when it is cut. */
export function unzip(path: string): Map<string, Buffer> {
  const zip = readFileSync(path);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('no end of central directory');
  const entries = new Map<string, Buffer>();
  for (let left = zip.readUInt16LE(end + 10), at = zip.readUInt32LE(end + 16); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, entryData(zip, at));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function entryData(zip: Buffer, header: number): Buffer {
  const local = zip.readUInt32LE(header + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(header + 20));
  return zip.readUInt16LE(header + 10) === 0 ? Buffer.from(packed) : inflateRawSync(packed);
}

/** Folders named `path@version`, outside `cache`. */
function* moduleFolders(root: string, folder: string): Generator<string> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!entry.isDirectory() || path === join(root, 'cache')) continue;
    if (entry.name.includes('@')) yield path;
    else yield* moduleFolders(root, path);
  }
}

function* files(folder: string): Generator<string> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}
