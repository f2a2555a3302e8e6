// Whether a module in the cache is still what was downloaded: what `go mod verify` says of it.
//
// Go hashes the zip and the folder, each whole. Here the zip is hashed, and while a file of it is in memory the
// file of the folder is compared with it: equal bytes need no second hash. Only when something is not as
// expected the folder is hashed as Go does it, to find out whether it is at least what was recorded, or Go's error.
// Modes and times are not looked at; a symbolic link counts as what it points to. Nothing is trusted that an
// earlier run has left, but for the recorded sum itself.

import { join } from 'node:path';
import { hash1 } from '../../core/dirhash/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { trimSpace } from '../../core/text.js';
import {
  entriesByName,
  isDirectory,
  readDirectory,
  requireHashableName,
  type ZipDirectory,
  type ZipSource,
  zipPrefix,
} from '../../core/zip/index.js';
import { describeError, type FileSystem } from '../io/index.js';
import { type ContentSink, EntryReader } from './entry-reader.js';
import { openFileSource } from './file-source.js';
import { compareFile, FolderFile, folderFiles, hashFolder } from './folder-hash.js';
import { digestOf, FileDigest, type Scratch } from './scratch.js';

/** A module of which something is in the cache. */
export interface VerifyJob {
  readonly module: ModuleVersion;
  /** Absolute path of the zip; that of the recorded sum is the same with `hash` at its end. */
  readonly zip: string;
  /** Whether there is no zip: its sum is not looked at then. */
  readonly zipMissing: boolean;
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Whether there is no folder, or one that is marked as incomplete: it is not looked at then. */
  readonly folderMissing: boolean;
}
