// The hash of a tree of files that go.sum and the checksum database record.
//
//   h1:BASE64(SHA-256(for each file, by the bytes of its name: HEX(SHA-256(content)) + "  " + name + "\n"))
//
// Of a module zip the names are those in the zip, `path@version/` included; of a go.mod alone the name is
// `go.mod`. Modes and times do not count. Defined by golang.org/x/mod/sumdb/dirhash and
// https://go.dev/ref/mod#go-sum-files.

import { encodeBase64 } from '../base64.js';
import type { Sha256 } from '../crypto.js';
import { GomodError } from '../error.js';
import { encodeText, sortTexts } from '../text.js';

/** A file of the tree. */
export interface HashedFile {
  readonly name: string;
  /** SHA-256 of the content: 32 bytes, or the 64 hexadecimal digits of them, in small letters. */
  readonly sha256: Uint8Array | string;
}

/** A name with a newline, which the summary cannot hold. */
export type DirHashErrorCode = 'newline';

/** A tree that cannot be hashed. */
export class DirHashError extends GomodError<DirHashErrorCode> {}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex(hash: Uint8Array | string): string {
  if (typeof hash === 'string') return hash;
  let out = '';
  for (const byte of hash) out += HEX[byte];
  return out;
}

/**
 * The `h1:` hash of the files, in whatever order they come. Where a name comes twice the last counts for both,
 * as in Go. Throws {@link DirHashError}.
 */
export function hash1(files: Iterable<HashedFile>, sha256: Sha256): string {
  const names: string[] = [];
  const hashes = new Map<string, Uint8Array | string>();
  for (const file of files) {
    if (file.name.includes('\n')) {
      throw new DirHashError('newline', 'dirhash: filenames with newlines are not supported');
    }
    names.push(file.name);
    hashes.set(file.name, file.sha256);
  }
  sortTexts(names);
  const lines = encodeText(names.map((name) => `${hex(hashes.get(name)!)}  ${name}\n`).join(''));
  return `h1:${sha256.text?.(lines, 'base64') ?? encodeBase64(sha256(lines))}`;
}

/** The hash of a go.mod, as go.sum records it for `version/go.mod`. */
export function hashGoMod(bytes: Uint8Array, sha256: Sha256): string {
  return hash1([{ name: 'go.mod', sha256: sha256.text?.(bytes, 'hex') ?? sha256(bytes) }], sha256);
}
