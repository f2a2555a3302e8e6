// The `h1:` hash of an archive's contents (dirhash.HashZip): names and bytes, nothing of how they are packed.

import type { Sha256 } from '../crypto.js';
import { hash1 } from '../dirhash/index.js';
import { orderOf } from '../text.js';
import { readDirectory, type ZipDirectory, type ZipEntry } from './directory.js';
import { type BodyTools, readEntry } from './entry-data.js';
import { contentsTooLarge, ZipError } from './error.js';
import { MAX_ZIP_FILE } from './limits.js';
import { bytesSource, type ZipSource } from './source.js';

/**
 * The entries in the order in which Go hashes them: by name. Of entries with the same name Go opens the last
 * one for each; here it is opened once, and `count` says for how many it stands.
 */
export function entriesByName(directory: ZipDirectory): readonly { entry: ZipEntry; count: number }[] {
  const order = orderOf(directory.entries.map(({ name }) => name));
  const sorted = [...directory.entries].sort((a, b) => order(a.name, b.name));
  const found: { entry: ZipEntry; count: number }[] = [];
  let last: { entry: ZipEntry; count: number } | undefined;
  for (const entry of sorted) {
    if (last?.entry.name === entry.name) {
      last.entry = entry;
      last.count++;
    } else {
      last = { entry, count: 1 };
      found.push(last);
    }
  }
  return found;
}

/** Throws what HashZip throws for a name that the hash cannot cover. */
export function requireHashableName(name: string): void {
  if (!name.includes('\n')) return;
  throw new ZipError('newline', 'dirhash: filenames with newlines are not supported');
}

/**
 * The hash of an archive. Throws {@link ZipError}: the first failure in the order of names, as Go does. Unlike Go
 * it stops when more has been inflated than a module zip may hold.
 */
export function hashZip(archive: ZipSource | Uint8Array, sha256: Sha256, tools: BodyTools = {}): string {
  const source = archive instanceof Uint8Array ? bytesSource(archive) : archive;
  const directory = readDirectory(source);
  let total = 0;
  const digests: { name: string; sha256: Uint8Array }[] = [];
  for (const { entry, count } of entriesByName(directory)) {
    requireHashableName(entry.name);
    const content = readEntry(source, entry, tools);
    total += content.length;
    if (total > MAX_ZIP_FILE) throw contentsTooLarge();
    const digest = { name: entry.name, sha256: sha256(content) };
    for (let i = 0; i < count; i++) digests.push(digest);
  }
  return hash1(digests, sha256);
}
