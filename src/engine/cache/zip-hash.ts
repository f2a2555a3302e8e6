// The `.ziphash` file of a version: the sum of its zip, `h1:...`, without a newline.
//
// A file that was cut off or filled with zeros (go makes it in place) counts as missing. Rules:
// cmd/go/internal/modfetch/fetch.go (isValidSum, checkMod).

import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { quote } from '../../core/quote.js';
import { FatalError } from '../error.js';
import { describeError, type FileSystem, readStep } from '../io/index.js';
import type { CacheLayout } from './layout.js';

/** `h1:` and 32 bytes in base64. */
const SUM_LENGTH = 47;

/**
 * The recorded sum of a module's zip; undefined where there is none, or nothing that could be one. Throws a FatalError
 * for a sum of another kind than `h1:`, and for a file that cannot be read.
 */
export function readZipHash(fs: FileSystem, layout: CacheLayout, m: ModuleVersion): string | undefined {
  const path = layout.entry(m, 'ziphash');
  if (!fs.existsSync(path)) return undefined;
  const sum = read(fs, path, m).trim();
  if (sum.length !== SUM_LENGTH || sum.includes('\0')) return undefined;
  if (sum.startsWith('h1:')) return sum;
  throw unverifiable(m, `unexpected ziphash: ${quote(sum)}`);
}

function read(fs: FileSystem, path: string, m: ModuleVersion): string {
  try {
    return fs.readFileSync(path, 'latin1');
  } catch (error) {
    throw unverifiable(m, describeError(error, { op: readStep(error), path }));
  }
}

function unverifiable(m: ModuleVersion, why: string): FatalError {
  return new FatalError('checksum', `verifying ${formatModule(m)}: ${why}`, { bare: true });
}
