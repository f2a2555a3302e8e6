// Earlier output of `-json` that may be used again where its origin has not changed (`-reuse=file`).

import { resolve } from 'node:path';
import { ORIGIN_STRUCT, originOf } from '../../core/goproxy/index.js';
import {
  decodeStruct,
  JsonError,
  type JsonRecord,
  type JsonStruct,
  parseJsonSequence,
} from '../../core/json/index.js';
import { printTime, type Timestamp } from '../../core/time/index.js';
import { EngineError } from '../error.js';
import { describeError, readStep } from '../io/index.js';
import type { ReusableInfo } from '../query/querier.js';
import type { Session } from '../session.js';
import { type ModulePublic, modulePublicDescriptor } from './module-public.js';

/** Earlier answers by `path@version` and `path@query`. */
export interface ReuseInfos {
  readonly infos: ReadonlyMap<string, ModulePublic>;
  /** The same as queries know them. */
  readonly queries: ReadonlyMap<string, ReusableInfo>;
}

/** Nothing to use again. */
export const noReuse: ReuseInfos = { infos: new Map(), queries: new Map() };

/** Reads the file. Throws an EngineError in Go's words where it is not a sequence of such JSON objects. */
export function readReuse(session: Session, file: string): ReuseInfos {
  if (file === '') return noReuse;
  let data: Uint8Array;
  try {
    data = session.fs.readFileSync(resolve(session.cwd, file));
  } catch (error) {
    throw new EngineError('io', describeError(error, { op: readStep(error), name: file }), { cause: error });
  }
  try {
    const values = [...parseJsonSequence(data)];
    return tableOf(values.map((value) => infoOf(decodeStruct(data, value, MODULE_JSON))));
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new EngineError('bad-argument', `parsing ${file}: ${error.message}`, { cause: error });
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

/** The struct of `-json`, as it is read: all that stands in it may be taken over. */
const MODULE_JSON: JsonStruct = {
  name: 'modinfo.ModulePublic',
  fields: {
    Path: { kind: 'string' },
    Version: { kind: 'string' },
    Query: { kind: 'string' },
    Versions: { kind: 'strings' },
    get Replace() {
      return { kind: 'struct', type: MODULE_JSON } as const;
    },
    Time: { kind: 'time' },
    get Update() {
      return { kind: 'struct', type: MODULE_JSON } as const;
    },
    Main: { kind: 'bool' },
    Indirect: { kind: 'bool' },
    Dir: { kind: 'string' },
    GoMod: { kind: 'string' },
    GoVersion: { kind: 'string' },
    Retracted: { kind: 'strings' },
    Deprecated: { kind: 'string' },
    // `list -m` prints an object, `mod download` a text.
    Error: {
      kind: 'struct',
      type: { name: 'modinfo.moduleErrorNoMethods', fields: { Err: { kind: 'string' } } },
      text: 'Err',
    },
    Sum: { kind: 'string' },
    GoModSum: { kind: 'string' },
    Origin: { kind: 'struct', type: ORIGIN_STRUCT },
    Reuse: { kind: 'bool' },
  },
};

/** The record as the module that it tells of. */
function infoOf(record: JsonRecord): ModulePublic {
  const info: Record<string, unknown> = { path: '' };
  for (const { name, key } of modulePublicDescriptor.fields) {
    const value = record[name];
    if (value === undefined) continue;
    if (name === 'Replace' || name === 'Update') info[key] = infoOf(value as JsonRecord);
    else if (name === 'Time') info[key] = printTime(value as Timestamp);
    else if (name === 'Origin') info[key] = originOf(value as JsonRecord);
    else if (name === 'Error') info[key] = { err: (value as JsonRecord).Err ?? '' };
    else info[key] = value;
  }
  return info as unknown as ModulePublic;
}
