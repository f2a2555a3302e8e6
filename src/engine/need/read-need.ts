// Reading the go.need that somebody names.

import { resolve } from 'node:path';
import { MOST_BYTES, type Need, NeedError, parse, platformName, shellWord } from '../../core/need/index.js';
import { EngineError, isNotExist, messageOf } from '../error.js';
import { describeError, type FileSystem, readStep } from '../io/index.js';
import type { Session } from '../session.js';
import { platformOf } from './platform.js';

/** What the file `name`, relative to the session's folder, says. Throws an EngineError with its place. */
export function readNeed({ fs, cwd }: Session, name: string): Need {
  try {
    return checked(parse(name, readBounded(fs, resolve(cwd, name))), name);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    if (error instanceof NeedError)
      throw new EngineError('bad-argument', error.message, { cause: error, bare: true });
    const hint = isNotExist(error) ? { hint: `to make it:\n\tgomod need ./... > ${shellWord(name)}` } : {};
    throw new EngineError('io', describeError(error, { op: readStep(error), name }), {
      cause: error,
      ...hint,
    });
  }
}

/** The content of a file, or of one that is too large so much that this shows: a device may have no end. */
function readBounded(fs: FileSystem, file: string): Uint8Array {
  const found = fs.statSync(file);
  if (found.isFile() && found.size <= MOST_BYTES) return fs.readFileSync(file);
  const buffer = new Uint8Array(MOST_BYTES + 1);
  const fd = fs.openSync(file, 'r');
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = fs.readSync(fd, buffer, length, buffer.length - length, null);
    }
    return buffer.subarray(0, length);
  } finally {
    fs.closeSync(fd);
  }
}

/** Refuses platforms that Go has not. */
function checked(need: Need, name: string): Need {
  for (const each of need.command.platforms.map(platformName)) {
    try {
      platformOf(each);
    } catch (error) {
      throw new EngineError('bad-argument', `${name}:2:1: ${messageOf(error)}`, { bare: true });
    }
  }
  return need;
}
