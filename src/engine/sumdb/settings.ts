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
import { SumDatabaseError } from './error.js';

const KNOWN_KEYS: Readonly<Record<string, string>> = {
  'sum.golang.org': 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
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
  readonly url: string | undefined;
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
  requireHostAndPath(name);
  return { name, key, url };
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

/** What a name is made of when it is taken for the rest of an https URL. */
const PARTS = /^(?:([^/?#]*)@)?([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/s;
const HOST = /^[A-Za-z0-9\-._~!$&'()*,;=:[\]]+$/;
const PATH = /^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9\-._~$&,:;=@]+)*$/;

function requireHostAndPath(name: string): void {
  const [, user, host = '', path = '', query, fragment] = PARTS.exec(name) ?? [];
  const plain = user === undefined && query === undefined && fragment === undefined;
  if (plain && HOST.test(host) && PATH.test(path)) return;
  // Go prints the URL as the struct that it is.
  const raw = /[^A-Za-z0-9\-._~$&,:;=@/]/.test(path) ? path : '';
  const fields = [
    `Scheme:https Opaque: User:${user ?? ''} Host:${host} Path:${path} Fragment:${fragment?.slice(1) ?? ''}`,
    `RawQuery:${query?.slice(1) ?? ''} RawPath:${raw} RawFragment: ForceQuery:${query === '?'} OmitHost:false`,
  ];
  throw settingError(`invalid sumdb name (must be host[/path]): ${name} {${fields.join(' ')}}`);
}
