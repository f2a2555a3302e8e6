// Repairing what a killed run may have left half done.
//
// Most of what a crash leaves is repaired by whoever needs it next: a folder with a `.partial` mark is unpacked
// again, a zip without `.ziphash` is hashed again, temporary zips are removed under the version's lock. What
// nobody would notice is a `.mod` that got its name while the `list` beside it was not rewritten any more.

import { join } from 'node:path';
import { LIST_FILE, type ListHost, listContent, rewriteVersionList } from '../entries/index.js';

/** Brings every `list` under `download` (`cache/download`) up to date. Rejects with node:fs errors. */
export async function repairLists(host: ListHost, download: string): Promise<void> {
  const folders = host.fs.existsSync(download) ? [download] : [];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    host.signal.throwIfAborted();
    for (const entry of host.fs.readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory() || (folder === download && entry.name === 'sumdb')) continue;
      const below = join(folder, entry.name);
      if (entry.name !== '@v') folders.push(below);
      else if (isStale(host, below)) await rewriteVersionList(host, below);
    }
  }
}

/** A first look without the lock: nearly all lists are right, and locking them all takes longer. */
function isStale({ fs }: ListHost, folder: string): boolean {
  const names = fs.readdirSync(folder);
  const content = listContent(names);
  if (!names.includes(LIST_FILE)) return content.length > 0;
  return !content.equals(fs.readFileSync(join(folder, LIST_FILE)));
}
