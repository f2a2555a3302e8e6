// SHA-256 of what is in memory, as text.

import { createHash, hash } from 'node:crypto';

/**
 * SHA-256 of `data`. `binary`: a character for each byte. node:crypto is loaded by the first call, which takes 2 ms, and
 * most commands hash nothing.
 */
export function sha256Text(data: Uint8Array, encoding: 'hex' | 'base64' | 'binary'): string {
  // Node before 20.12 has no one-shot hash, which is three times as fast on small files.
  if (typeof hash === 'function') return hash('sha256', data, encoding);
  return createHash('sha256').update(data).digest(encoding);
}
