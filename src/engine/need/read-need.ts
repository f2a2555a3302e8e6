// Reading the go.need that somebody names.

import { resolve } from 'node:path';
import { MOST_BYTES, type Need, NeedError, parse, platformName, tooLarge } from '../../core/need/index.js';
import { EngineError, isNotExist, messageOf } from '../error.js';
import { describeError, readStep } from '../io/index.js';
import type { Session } from '../session.js';
import { platformOf } from './platform.js';

/** What the file `name`, relative to the session's folder, says. Throws an EngineError with its place. */
export function readNeed({ fs, cwd }: Session, name: string): Need {
  try {
    const file = resolve(cwd, name);
    if (fs.statSync(file).size > MOST_BYTES) throw tooLarge(name);
    return checked(parse(name, fs.readFileSync(file)), name);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    if (error instanceof NeedError)
      throw new EngineError('bad-argument', error.message, { cause: error, bare: true });
    const hint = isNotExist(error) ? { hint: `to make it:\n\tgomod need ./... > ${name}` } : {};
    throw new EngineError('io', describeError(error, { op: readStep(error), name }), {
      cause: error,
      ...hint,
    });
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
