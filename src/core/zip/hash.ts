// The `h1:` hash of an archive's contents (dirhash.HashZip): names and bytes, nothing of how they are packed.

import type { Sha256 } from '../crypto.js';
import { hash1 } from '../dirhash/index.js';
import { readDirectory, type ZipDirectory, type ZipEntry } from './directory.js';
import { type BodyTools, isDirectory, readEntry } from './entry-data.js';
import { contentsTooLarge, ZipError } from './error.js';
import { MAX_ZIP_FILE } from './limits.js';
import { compareNames } from './name.js';
import { bytesSource, type ZipSource } from './source.js';

/**
 * The entries in the order in which Go hashes them: by name. Of entries with the same name Go opens the last
 * one for each; here it is opened once, and `count` says for how many it stands.
 */
export function entriesByName(directory: ZipDirectory): readonly { entry: ZipEntry; count: number }[] {
  const byName = new Map<string, { entry: ZipEntry; count: number }>();
  for (const entry of directory.entries) {
    const known = byName.get(entry.name);
    if (known === undefined) {
      byName.set(entry.name, { entry, count: 1 });
    } else {
      known.entry = entry;
      known.count++;
    }
  }
  return [...byName.values()].sort((a, b) => compareNames(a.entry.name, b.entry.name));
}

/** Throws what HashZip throws for a name that the hash cannot cover. */
export function requireHashableName(name: string): void {
  if (!name.includes('\n')) return;
  throw new ZipError('newline', 'dirhash: filenames with newlines are not supported');
}

/** Bytes that the directory declares; directories have none. */
export function declaredSize(directory: ZipDirectory): number {
  let sum = 0;
  for (const entry of directory.entries) if (!isDirectory(entry)) sum += entry.uncompressedSize;
  return sum;
}

/**
 * The hash of an archive. Throws {@link ZipError}: the first failure in the order of names, as Go does. Unlike Go
 * it refuses to inflate more than a module zip may hold.
 */
export function hashZip(archive: ZipSource | Uint8Array, sha256: Sha256, tools: BodyTools = {}): string {
  const source = archive instanceof Uint8Array ? bytesSource(archive) : archive;
  const directory = readDirectory(source);
  if (declaredSize(directory) > MAX_ZIP_FILE) throw contentsTooLarge();
  const digests: { name: string; sha256: Uint8Array }[] = [];
  for (const { entry, count } of entriesByName(directory)) {
    requireHashableName(entry.name);
    const digest = { name: entry.name, sha256: sha256(readEntry(source, entry, tools)) };
    for (let i = 0; i < count; i++) digests.push(digest);
  }
  return hash1(digests, sha256);
}
