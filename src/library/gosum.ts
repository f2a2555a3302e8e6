// `gomod/gosum`: go.sum files, and the hashes that stand in them.
//
//   PATH VERSION HASH          the hash of the module's zip (gomod/zip makes it)
//   PATH VERSION/go.mod HASH   the hash of its go.mod
//
// A hash is `h1:` and base64 of SHA-256 over a list of file names and hashes. Defined by
// https://go.dev/ref/mod#go-sum-files and golang.org/x/mod/sumdb/dirhash.

import { hashGoMod as hashGoModBy, hash1 as hashListBy } from '../core/dirhash/index.js';
import { encodeText } from '../core/text.js';
import { type PrimitivesOptions, primitivesOf } from './primitives.js';

export { DirHashError, type DirHashErrorCode } from '../core/dirhash/index.js';
export { GomodError } from '../core/error.js';
export {
  format,
  GoSum,
  GoSumError,
  type GoSumErrorCode,
  goModKey,
  type ParseOptions,
  parse,
} from '../core/gosum/index.js';
export type { ModuleVersion } from '../core/module/index.js';
export type { Primitives, PrimitivesOptions } from './primitives.js';

/** A file of a tree that is hashed. */
export interface TreeFile {
  /** As the module zip names it: `path@version/` and the path in the module, with slashes. */
  readonly name: string;
  readonly content: Uint8Array;
}

/** The hash of a go.mod, as go.sum has it for `version/go.mod`. */
export function hashGoMod(goMod: Uint8Array | string, options: PrimitivesOptions = {}): string {
  const bytes = typeof goMod === 'string' ? encodeText(goMod) : goMod;
  return hashGoModBy(bytes, primitivesOf(options).sha256);
}

/**
 * The `h1:` hash of a tree of files, in whatever order they come (dirhash.Hash1). Throws a DirHashError for a name
 * with a newline in it.
 */
export function hash1(files: Iterable<TreeFile>, options: PrimitivesOptions = {}): string {
  const { sha256 } = primitivesOf(options);
  const hashed = Array.from(files, ({ name, content }) => ({ name, sha256: sha256(content) }));
  return hashListBy(hashed, sha256);
}
