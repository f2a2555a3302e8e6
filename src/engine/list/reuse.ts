// Earlier output of `-json` that may be used again where its origin has not changed (`-reuse=file`).

import { resolve } from 'node:path';
import { EngineError, FatalError, messageOf } from '../error.js';
import type { Origin } from '../fetch/index.js';
import { describeError } from '../io/index.js';
import type { ReusableInfo } from '../query/querier.js';
import type { Session } from '../session.js';
import { type ModulePublic, modulePublicDescriptor, originDescriptor } from './module-public.js';

/** Earlier answers by `path@version` and `path@query`. */
export interface ReuseInfos {
  readonly infos: ReadonlyMap<string, ModulePublic>;
  /** The same as queries know them. */
  readonly queries: ReadonlyMap<string, ReusableInfo>;
}

/** Nothing to use again. */
export const noReuse: ReuseInfos = { infos: new Map(), queries: new Map() };

/** Reads the file. Throws FatalError in Go's words where it is not a sequence of JSON objects. */
export function readReuse(session: Session, file: string): ReuseInfos {
  if (file === '') return noReuse;
  let text: string;
  try {
    text = session.fs.readFileSync(resolve(session.cwd, file), 'utf8');
  } catch (error) {
    throw new FatalError('io', describeError(error).replace(resolve(session.cwd, file), file), {
      cause: error,
    });
  }
  try {
    return tableOf(splitObjects(text).map(fromJson));
  } catch (error) {
    throw new FatalError('bad-argument', `parsing ${file}: ${messageOf(error)}`, { cause: error });
  }
}

function tableOf(list: readonly ModulePublic[]): ReuseInfos {
  const infos = new Map<string, ModulePublic>();
  const queries = new Map<string, ReusableInfo>();
  for (const info of list) {
    if (info.origin === undefined) continue;
    const entry = { ...info, reuse: true };
    const query = { version: info.version ?? '', time: info.time ?? '', origin: info.origin };
    for (const version of [info.version ?? '', ...(info.query ? [info.query] : [])]) {
      infos.set(`${info.path}@${version}`, entry);
      queries.set(`${info.path}@${version}`, query);
    }
  }
  return { infos, queries };
}

/** Cuts a stream of JSON values into single ones. */
function splitObjects(text: string): unknown[] {
  const values: unknown[] = [];
  let depth = 0;
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '"') i = endOfString(text, i);
    else if (c === '{') {
      if (depth++ === 0) start = i;
    } else if (c === '}') {
      if (--depth === 0) values.push(JSON.parse(text.slice(start, i + 1)));
    } else if (depth === 0 && !/\s/.test(c)) {
      throw new EngineError('bad-argument', `invalid character '${c}' looking for beginning of value`);
    }
  }
  if (depth !== 0) throw new EngineError('bad-argument', 'unexpected EOF');
  return values;
}

function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  throw new EngineError('bad-argument', 'unexpected EOF');
}

function fromJson(value: unknown): ModulePublic {
  const info: Record<string, unknown> = { path: '' };
  for (const { name, key } of modulePublicDescriptor.fields) {
    const member = (value as Record<string, unknown>)[name];
    if (member === undefined || member === null) continue;
    if (name === 'Error')
      info[key] = { err: typeof member === 'string' ? member : (member as { Err: string }).Err };
    else if (name === 'Origin') info[key] = originOf(member);
    else if (name === 'Replace' || name === 'Update') info[key] = fromJson(member);
    else info[key] = member;
  }
  return info as unknown as ModulePublic;
}

function originOf(value: unknown): Origin {
  const entries = originDescriptor.fields
    .map(({ name }) => [name, (value as Record<string, unknown>)[name]] as const)
    .filter(([, member]) => typeof member === 'string' && member !== '');
  return Object.fromEntries(entries);
}
