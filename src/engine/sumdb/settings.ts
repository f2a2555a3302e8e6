// GOSUMDB: which checksum database, by which key, and where.
//
//   off
//   <name>[+<hash>+<key>] [<url>]
//
// The key may be left out for a database that is known here. Without a URL the database is at https://<name>, or
// behind a proxy that has it; with one, it is there and nowhere else. sum.golang.google.cn is a second address
// of sum.golang.org. The name becomes a folder and a host, so it must be host[/path] and nothing more.
// Rules: cmd/go/internal/modfetch/sumdb.go (dbDial), key.go.

import type { VerifyPrimitives } from '../../core/note/index.js';
import { NoteError, newVerifier } from '../../core/note/index.js';
import { SUM_GOLANG_ORG } from '../../core/sumdb/index.js';
import { messageOf } from '../error.js';
import { type GoUrl, parseUrl } from '../proxyclient/index.js';
import { SumDatabaseError } from './error.js';

const KNOWN_KEYS: Readonly<Record<string, string>> = {
  'sum.golang.org': SUM_GOLANG_ORG,
};

/** Other names that stand for a database and an address. */
const ALIASES: Readonly<Record<string, string>> = {
  'sum.golang.google.cn': 'sum.golang.org https://sum.golang.google.cn',
};

/** A database, as chosen. */
export interface DatabaseSettings {
  /** `sum.golang.org`; may have a path. */
  readonly name: string;
  /** The verifier key. */
  readonly key: string;
  /** Where it is, if GOSUMDB says so. */
  readonly url: GoUrl | undefined;
  /** Where it is, if no proxy has it. */
  readonly direct: GoUrl;
}

/** Reads a value of GOSUMDB. Throws a SumDatabaseError of code `gosumdb`. */
export function parseGoSumDb(value: string, primitives: VerifyPrimitives): DatabaseSettings {
  const resolved = Object.hasOwn(ALIASES, value) ? (ALIASES[value] ?? '') : value;
  if (resolved === 'off') throw settingError('checksum database disabled by GOSUMDB=off');
  const [first, url, ...more] = resolved.split(/[\s\u0085]+/).filter((word) => word !== '');
  if (first === undefined) throw settingError('missing GOSUMDB');
  if (more.length > 0) throw settingError('invalid GOSUMDB: too many fields');
  const key = Object.hasOwn(KNOWN_KEYS, first) ? (KNOWN_KEYS[first] ?? '') : first;
  const name = keyName(key, primitives);
  const direct = hostAndPath(name);
  return { name, key, url: url === undefined ? undefined : address(url), direct };
}

function address(url: string): GoUrl {
  try {
    return parseUrl(url);
  } catch (error) {
    throw settingError(`invalid GOSUMDB URL: ${messageOf(error)}`);
  }
}

function keyName(key: string, primitives: VerifyPrimitives): string {
  try {
    return newVerifier(key, primitives).name;
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    throw settingError(`invalid GOSUMDB: ${error.message}`);
  }
}

function settingError(message: string): SumDatabaseError {
  return new SumDatabaseError('gosumdb', message);
}

/** Elements that a folder's name must not have. Go lets them pass. */
const DOTS = /(?:^|\/)\.{1,2}(?:\/|$)/;

/** `https://<name>`, if the name is nothing but host and path. */
function hostAndPath(name: string): GoUrl {
  const refusal = `invalid sumdb name (must be host[/path]): ${name}`;
  let url: GoUrl;
  try {
    url = parseUrl(`https://${name}`);
  } catch {
    throw settingError(refusal);
  }
  const plain =
    url.user === undefined && url.query === undefined && !name.includes('#') && url.rawPath === '';
  if (plain && url.host !== '' && !name.endsWith('/') && !DOTS.test(name)) return url;
  throw settingError(`${refusal} ${fieldsOf(url)}`);
}

/** Go prints the URL as the struct that it is. */
function fieldsOf(url: GoUrl): string {
  const password = url.user?.password === undefined ? '' : `:${url.user.password}`;
  const fields = {
    Scheme: url.scheme,
    Opaque: url.opaque,
    User: `${url.user?.name ?? ''}${password}`,
    Host: url.host,
    Path: url.path,
    Fragment: url.fragment,
    RawQuery: url.query ?? '',
    RawPath: url.rawPath,
    RawFragment: url.rawFragment,
    ForceQuery: url.query === '',
    OmitHost: url.omitHost,
  };
  return `{${Object.entries(fields)
    .map(([name, value]) => `${name}:${value}`)
    .join(' ')}}`;
}
