// The SHA-256 of an archive's own bytes, whatever they mean.

import type { ZipSource } from '../../core/zip/index.js';
import { FileDigest } from './scratch.js';

/** In hex, with `also` called for every piece of at most `step` bytes. Throws what reading throws. */
export function digestArchive(
  source: ZipSource,
  step: number,
  also: (piece: Uint8Array) => void = () => {},
): string {
  const digest = new FileDigest();
  for (let at = 0; ; at += step) {
    const piece = source.read(at, step);
    also(piece);
    const sha256 = digest.add(piece, at + step >= source.size);
    if (sha256 !== undefined) return sha256;
  }
}
