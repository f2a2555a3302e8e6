// go.sum and go.work.sum: the hashes of the modules that a build may use.
//
//   PATH VERSION[/go.mod] HASH
//
// one a line, fields separated by white space, blank lines skipped. Without `/go.mod` the hash is that of the
// module's zip. A module may have several hashes (another algorithm, or a conflict that the reader is to notice).
// Written sorted by path, version, hash, each line once. The hash of an empty go.mod is dropped: old releases
// wrote it for what was no module. Defined by cmd/go/internal/modfetch/fetch.go and
// https://go.dev/ref/mod#go-sum-files.

import { GomodError } from '../error.js';
import { compareModules, type ModuleVersion } from '../module/index.js';
import { decodeText, encodeText, fields, sortTexts } from '../text.js';

/** A line without three fields. */
export type GoSumErrorCode = 'malformed';

/** A go.sum that cannot be read. */
export class GoSumError extends GomodError<GoSumErrorCode> {
  /** The line, from 1. */
  readonly line: number;

  constructor(file: string, line: number, count: number) {
    super('malformed', `malformed go.sum:\n${file}:${line}: wrong number of fields ${count}\n`);
    this.line = line;
  }
}

/** The hash of a tree whose only file is an empty go.mod. */
export const EMPTY_GO_MOD_HASH = 'h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=';

/** The suffix of the version in the key of a go.mod's hash. */
export const GO_MOD_SUFFIX = '/go.mod';

/** The key of the hash of the go.mod of `m`; {@link GoSum} takes the key of its zip to be `m` itself. */
export function goModKey(m: ModuleVersion): ModuleVersion {
  return { path: m.path, version: m.version + GO_MOD_SUFFIX };
}

/**
 * Hashes by module and version: the key of the hash of a module's zip is the module itself, that of the hash of its go.mod
 * has `/go.mod` behind the version ({@link goModKey}). Keeps the order of insertion.
 */
export class GoSum {
  readonly #paths = new Map<string, Map<string, string[]>>();
  /** What is in the long lists among them: a file may have a million hashes for one module. */
  readonly #many = new Map<readonly string[], Set<string>>();

  /** The hashes of `key`; empty where there are none. */
  get(key: ModuleVersion): readonly string[] {
    return this.#paths.get(key.path)?.get(key.version) ?? [];
  }

  /** Whether there is an entry for `key`. */
  has(key: ModuleVersion): boolean {
    return this.#paths.get(key.path)?.has(key.version) ?? false;
  }

  /** Adds a hash; false where it was there already. */
  add(key: ModuleVersion, hash: string): boolean {
    let versions = this.#paths.get(key.path);
    if (versions === undefined) {
      versions = new Map();
      this.#paths.set(key.path, versions);
    }
    const hashes = versions.get(key.version);
    if (hashes === undefined) versions.set(key.version, [hash]);
    else return this.#addTo(hashes, hash);
    return true;
  }

  #addTo(hashes: string[], hash: string): boolean {
    if (hashes.length < MANY) {
      if (hashes.includes(hash)) return false;
    } else {
      const known = this.#many.get(hashes) ?? new Set(hashes);
      if (known.size === known.add(hash).size) return false;
      this.#many.set(hashes, known);
    }
    hashes.push(hash);
    return true;
  }

  /** Removes `key` and its hashes. */
  delete(key: ModuleVersion): void {
    this.#paths.get(key.path)?.delete(key.version);
  }

  /** Adds all that `other` has. */
  merge(other: GoSum): void {
    for (const [key, hashes] of other.entries()) for (const hash of hashes) this.add(key, hash);
  }

  /** Every key with its hashes. */
  *entries(): Generator<[ModuleVersion, readonly string[]]> {
    for (const [path, versions] of this.#paths) {
      for (const [version, hashes] of versions) yield [{ path, version }, hashes];
    }
  }

  /** The same in the order of the file, hashes included. */
  *sorted(): Generator<[ModuleVersion, readonly string[]]> {
    const paths = [...this.#paths.keys()];
    sortTexts(paths);
    for (const path of paths) {
      const keys = [...this.#paths.get(path)!.keys()].map((version) => ({ path, version }));
      for (const key of keys.sort(compareModules)) {
        const hashes = [...this.get(key)];
        sortTexts(hashes);
        yield [key, hashes];
      }
    }
  }
}

/** From so many hashes of one module on a list is no longer looked through. */
const MANY = 16;

/** How {@link parse} reads. */
export interface ParseOptions {
  /** Skip lines without three fields, as tidy does, which writes the file anew. */
  readonly skipMalformed?: boolean;
}

// Nearly every line is like this, and a go.sum is read by every command: half the time of looking at each unit.
const PLAIN_LINE = /^([!-~]+) ([!-~]+) ([!-~]+)$/;
const PLAIN_LENGTH = 4096;

function fieldsOf(line: string): readonly string[] {
  const plain = line.length <= PLAIN_LENGTH ? PLAIN_LINE.exec(line) : null;
  return plain === null ? fields(line) : plain.slice(1);
}

/** What the file records. `file` is its name for messages. Throws {@link GoSumError}. */
export function parse(file: string, data: Uint8Array | string, options: ParseOptions = {}): GoSum {
  const sums = new GoSum();
  const text = typeof data === 'string' ? data : decodeText(data);
  let number = 0;
  for (let start = 0; start < text.length; ) {
    number++;
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const found = fieldsOf(text.slice(start, end));
    start = end + 1;
    if (found.length === 3) {
      const [path, version, hash] = found as [string, string, string];
      if (hash !== EMPTY_GO_MOD_HASH) sums.add({ path, version }, hash);
    } else if (found.length !== 0 && options.skipMalformed !== true) {
      throw new GoSumError(file, number, found.length);
    }
  }
  return sums;
}

/** The bytes of a go.sum with those hashes that `keep` accepts (all, if it is not given). */
export function format(sums: GoSum, keep?: (key: ModuleVersion, hash: string) => boolean): Uint8Array {
  let text = '';
  for (const [key, hashes] of sums.sorted()) {
    for (const hash of hashes) {
      if (keep === undefined || keep(key, hash)) text += `${key.path} ${key.version} ${hash}\n`;
    }
  }
  return encodeText(text);
}
