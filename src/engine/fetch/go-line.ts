// The go line of an unpacked module, found without parsing the file: it is asked for every module that is
// downloaded. Rule: gover.GoModLookup, which skips what it does not understand.

import { join } from 'node:path';
import { isValid } from '../../core/gover/index.js';
import { errnoCode, type FileSystem, fileError } from '../io/index.js';

/** The go version that `folder`/go.mod names; '' without a file or without a line. Throws an EngineError. */
export function goLineOf(fs: FileSystem, folder: string): string {
  let text: string;
  try {
    text = fs.readFileSync(join(folder, 'go.mod'), 'latin1');
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return '';
    throw fileError(error);
  }
  const version = /^[ \t\r]*go[ \t]+([^\s/]+)/m.exec(text)?.[1] ?? '';
  return isValid(version) ? version : '';
}
