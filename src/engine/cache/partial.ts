// The steps by which a module gets into the cache, in the only order that survives being killed.
//
//   begin         leftovers of dead writers are removed, then the `.partial` mark is made: from here on nobody
//                 uses the folder
//   (unpack)      the folder is filled, and the zip written under a temporary name
//   (accept)      the sum is checked against go.sum and the checksum database
//   commitZip     `.ziphash` appears, whole; then the zip gets its name
//   commitFolder  the mark is removed; the folder is complete in content and in modes
//   abort         instead of the last two: temporary zip, folder, mark are removed, the mark last
//
// So at every moment: a zip that has its name has its hash, a folder without mark is what its zip holds, and
// what is marked or temporary is made anew by the next who needs it, be it `go` or us. All steps are taken
// under the lock of the version (`.lock`), which alone makes it safe to remove leftovers.
// The mark and its meaning are those of cmd/go/internal/modfetch/fetch.go (unzip, downloadZip).

import { basename, dirname, join } from 'node:path';
import type { ModuleVersion } from '../../core/module/index.js';
import { discard, errnoCode, type FileSystem, mkdirAll, removeAll, writeFileAtomic } from '../io/index.js';
import type { CacheLayout } from './layout.js';

/** What the steps need. */
export interface InstallHost {
  readonly fs: FileSystem;
  readonly layout: CacheLayout;
  readonly random: () => number;
}

/** One module on its way in. */
export interface Installation {
  readonly module: ModuleVersion;
  readonly folder: string;
  readonly mark: string;
  readonly zip: string;
  readonly zipHash: string;
  /** The temporary name of the zip. */
  readonly temporaryZip: string;
  /** Whether the folder is being made; otherwise only the zip is. */
  readonly unpacks: boolean;
  /** The folders above `folder` that were missing, lowest first. */
  readonly madeParents: readonly string[];
}

/** First step. `unpacks`: the folder is to be made too. Throws node:fs errors. */
export function beginInstall(host: InstallHost, module: ModuleVersion, unpacks: boolean): Installation {
  const { fs, layout } = host;
  const zip = layout.entry(module, 'zip');
  const installation: Installation = {
    module,
    folder: layout.folder(module),
    mark: layout.entry(module, 'partial'),
    zip,
    zipHash: layout.entry(module, 'ziphash'),
    temporaryZip: `${zip}${Math.floor(host.random() * 1e9)}.tmp`,
    unpacks,
    madeParents: unpacks ? missingParents(fs, layout.folder(module)) : [],
  };
  removeTemporaryZips(fs, zip);
  if (unpacks) markFolder(fs, installation);
  return installation;
}

function markFolder(fs: FileSystem, { folder, mark }: Installation): void {
  removeOldStyleFolders(fs, folder);
  // What cannot even be looked at cannot be removed either, and that is what Go complains of.
  if (!canBeSeen(fs, folder)) removeAll(fs, folder);
  mkdirAll(fs, dirname(folder));
  // The mark comes first even where a folder has to be removed: a folder half removed is not complete either.
  fs.closeSync(fs.openSync(mark, 'w', 0o666));
  removeAll(fs, folder);
}

/** Makes the zip known: `sum` has been accepted. With a zip that is there already, only its hash is written. */
export function commitZip(host: InstallHost, installation: Installation, sum: string, isNew: boolean): void {
  try {
    writeFileAtomic(host.fs, installation.zipHash, Buffer.from(sum), { random: host.random });
  } catch (error) {
    // Go writes this file in place, and fails where it opens it.
    if (errnoCode(error) !== 'EISDIR') throw error;
    throw Object.assign(error as Error, { syscall: 'open', path: installation.zipHash, dest: undefined });
  }
  if (isNew) host.fs.renameSync(installation.temporaryZip, installation.zip);
}

/** Last step: from here on the folder may be used. */
export function commitFolder(host: InstallHost, installation: Installation): void {
  if (installation.unpacks) host.fs.unlinkSync(installation.mark);
}

/**
 * Removes what an installation has made so far and not committed. Never throws: what cannot be removed stays
 * marked.
 */
export function abortInstall(host: InstallHost, installation: Installation): void {
  const { fs } = host;
  discard(fs, installation.temporaryZip);
  if (!installation.unpacks) return;
  try {
    removeAll(fs, installation.folder);
    fs.unlinkSync(installation.mark);
    // As go leaves it, which makes these folders only for a zip that it has accepted.
    if (!fs.existsSync(installation.zip)) removeEmpty(fs, installation.madeParents);
  } catch {
    // The mark stays, so nobody takes what is left for the module.
  }
}

function missingParents(fs: FileSystem, folder: string): string[] {
  const missing: string[] = [];
  for (let at = dirname(folder); !fs.existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  return missing;
}

/** Removes the folders as far as they are empty. */
function removeEmpty(fs: FileSystem, folders: readonly string[]): void {
  try {
    for (const folder of folders) fs.rmdirSync(folder);
  } catch {
    // In use by another module.
  }
}

/** Zips that writers who died under this lock have left: `V.zip<number>.tmp`. */
function removeTemporaryZips(fs: FileSystem, zip: string): void {
  const folder = dirname(zip);
  const prefix = basename(zip);
  for (const name of fs.readdirSync(folder)) {
    if (name.startsWith(prefix) && name.endsWith('.tmp')) discard(fs, join(folder, name));
  }
}

/** Folders that go before 1.16 unpacked into: `<folder>.tmp-<anything>`. */
function removeOldStyleFolders(fs: FileSystem, folder: string): void {
  const parent = dirname(folder);
  const prefix = `${basename(folder)}.tmp-`;
  try {
    for (const name of fs.readdirSync(parent)) if (name.startsWith(prefix)) removeAll(fs, join(parent, name));
  } catch {
    // Not there, or not in our way.
  }
}

function canBeSeen(fs: FileSystem, path: string): boolean {
  try {
    fs.lstatSync(path, { throwIfNoEntry: false });
    return true;
  } catch {
    return false;
  }
}
