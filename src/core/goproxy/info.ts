// `.info` files and answers to `@latest`: what a revision is called, when it was made and where it came from.
//
//   {"Version":"v1.2.3","Time":"2018-01-02T15:04:05Z","Origin":{"VCS":"git",...}}
//
// Read with the leniency of Go's encoding/json and time packages, written as Go writes them. Defined by
// https://go.dev/ref/mod#goproxy-protocol, modfetch.RevInfo and codehost.Origin.

import {
  decodeStruct,
  JsonError,
  type JsonRecord,
  type JsonStruct,
  parseJson,
  quoteJson,
} from '../json/index.js';
import { encodeText } from '../text.js';
import {
  compareTimes,
  formatTime,
  parseTime,
  printTime,
  TimeError,
  type Timestamp,
  ZERO_TIME,
} from '../time/index.js';

/** Where a version came from. Fields that are '' are left out. */
export interface Origin {
  /** `git` and the like. */
  readonly VCS?: string;
  /** The repository. */
  readonly URL?: string;
  /** The folder in the repository. */
  readonly Subdir?: string;
  /** The commit. */
  readonly Hash?: string;
  /** The answer depends on the tags with this prefix ... */
  readonly TagPrefix?: string;
  /** ... which together have this hash. */
  readonly TagSum?: string;
  /** The answer depends on this name still meaning Hash. */
  readonly Ref?: string;
  /** The answer depends on the whole repository, which has this hash. */
  readonly RepoSum?: string;
}

/** A revision. */
export interface RevInfo {
  /** '' where the text named none. */
  readonly version: string;
  /** RFC 3339 as Go prints it; '' is the zero time. */
  readonly time: string;
  readonly origin: Origin | undefined;
}

const ORIGIN_FIELDS = ['VCS', 'URL', 'Subdir', 'Hash', 'TagPrefix', 'TagSum', 'Ref', 'RepoSum'] as const;

/** The struct codehost.Origin, for those who read it inside of other JSON. */
export const ORIGIN_STRUCT: JsonStruct = {
  name: 'codehost.Origin',
  fields: Object.fromEntries(ORIGIN_FIELDS.map((name) => [name, { kind: 'string' }])),
};

const INFO_STRUCT: JsonStruct = {
  name: 'modfetch.RevInfo',
  fields: {
    Version: { kind: 'string' },
    Time: { kind: 'time' },
    Origin: { kind: 'struct', type: ORIGIN_STRUCT },
  },
};

/** The origin in what was decoded by {@link ORIGIN_STRUCT}. */
export function originOf(record: JsonRecord): Origin {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''));
}

function timeText(time: Timestamp): string {
  const zero = compareTimes(time, ZERO_TIME) === 0 && time.offset === 0;
  return zero ? '' : printTime(time);
}

/** Text without escapes, as a JSON string holds it. */
const PLAIN_TEXT = '[ !#-\\[\\]-~]*';
/** A time that is printed as it is written: in UTC, without fractions, on a day that every month has. */
const PLAIN_TIME = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\dZ';
const PLAIN_ORIGIN = `\\{(?:"(?:${ORIGIN_FIELDS.join('|')})":"${PLAIN_TEXT}",?)*\\}`;
/** What proxies write: nothing in it can be read in more than one way but names that stand there twice. */
const PLAIN_INFO = new RegExp(
  `^\\{"Version":"(${PLAIN_TEXT})","Time":"(${PLAIN_TIME})"(?:,"Origin":(${PLAIN_ORIGIN}))?\\}\\n?$`,
);
const PLAIN_TIME_ALONE = new RegExp(`^${PLAIN_TIME}$`);
const ZERO_TEXT = '0001-01-01T00:00:00Z';
const LATIN1 = new TextDecoder('latin1');
/** Longer texts are not worth a try. */
const MOST_PLAIN = 4096;

/** What a plainly written text says, in a fifth of the time; undefined for any other. */
function parsePlainly(bytes: Uint8Array): RevInfo | undefined {
  if (bytes.length > MOST_PLAIN) return undefined;
  const match = PLAIN_INFO.exec(LATIN1.decode(bytes));
  if (match === null) return undefined;
  const [, version = '', time = '', written] = match;
  if (time === ZERO_TEXT) return undefined;
  if (written === undefined) return { version, time, origin: undefined };
  let origin: JsonRecord;
  try {
    origin = JSON.parse(written) as JsonRecord;
  } catch {
    return undefined;
  }
  const names = written.split('":"').length - 1;
  return names === Object.keys(origin).length ? { version, time, origin: originOf(origin) } : undefined;
}

/** What `bytes` say. Throws JsonError with Go's message. */
export function parseInfo(bytes: Uint8Array): RevInfo {
  const plain = parsePlainly(bytes);
  if (plain !== undefined) return plain;
  const record = decodeStruct(bytes, parseJson(bytes), INFO_STRUCT);
  const { Version, Time, Origin } = record as { Version?: string; Time?: Timestamp; Origin?: JsonRecord };
  return {
    version: Version ?? '',
    time: Time === undefined ? '' : timeText(Time),
    origin: Origin === undefined ? undefined : originOf(Origin),
  };
}

/** The JSON of an origin, without white space. */
export function formatOrigin(origin: Origin): string {
  const fields = ORIGIN_FIELDS.filter((name) => (origin[name] ?? '') !== '');
  return `{${fields.map((name) => `"${name}":${quoteJson(origin[name]!)}`).join(',')}}`;
}

/** The bytes of an `.info` file. Throws JsonError for a time that Go could not write. */
export function formatInfo(info: RevInfo): Uint8Array {
  const origin = info.origin === undefined ? '' : `,"Origin":${formatOrigin(info.origin)}`;
  return encodeText(`{"Version":${quoteJson(info.version)},"Time":"${jsonTime(info.time)}"${origin}}`);
}

function jsonTime(text: string): string {
  if (PLAIN_TIME_ALONE.test(text)) return text;
  try {
    return formatTime(text === '' ? ZERO_TIME : parseTime(text));
  } catch (error) {
    if (!(error instanceof TimeError)) throw error;
    const message = `json: error calling MarshalJSON for type time.Time: Time.MarshalJSON: ${error.message}`;
    throw new JsonError('type', message, { cause: error });
  }
}
