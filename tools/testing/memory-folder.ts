// Temporary folders in memory, for tests that write and remove thousands of files: on a disk these take six times as long.

import { accessSync, constants, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux' shared memory. */
const MEMORY = '/dev/shm';

/** The folder whose files are in memory; that for temporary files where there is none. */
export function memoryFolder(): string {
  try {
    accessSync(MEMORY, constants.W_OK);
    return MEMORY;
  } catch {
    return tmpdir();
  }
}

/** A new empty folder; on a disk where there is none in memory. The caller removes it. */
export function makeMemoryFolder(prefix: string): string {
  try {
    return mkdtempSync(join(memoryFolder(), prefix));
  } catch {
    return mkdtempSync(join(tmpdir(), prefix));
  }
}
