// `Content-Encoding: gzip`, which net/http asks for by itself and takes off by itself.

import { constants, gunzipSync } from 'node:zlib';
import { bodyTooLarge, TransportError } from '../transport.js';

/** Inflates a whole body to at most `max` bytes. Throws a TransportError in the words of Go's compress/gzip. */
export function gunzip(bytes: Uint8Array, max: number): Uint8Array {
  try {
    const plain = gunzipSync(bytes, { maxOutputLength: Math.max(max, 1) });
    return new Uint8Array(plain.buffer, plain.byteOffset, plain.length);
  } catch (error) {
    throw translate(error, max);
  }
}

/** As much of the beginning of a body as can be inflated; never throws. */
export function gunzipPrefix(bytes: Uint8Array, max: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: max, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return new Uint8Array(0);
  }
}

function translate(error: unknown, max: number): TransportError {
  const { code, message } = error as NodeJS.ErrnoException;
  const options = { cause: error };
  if (code === 'ERR_BUFFER_TOO_LARGE') return bodyTooLarge(max, error);
  if (code === 'Z_BUF_ERROR') return new TransportError('cut', 'unexpected EOF', options);
  return new TransportError('protocol', gzipWords(message), options);
}

function gzipWords(message: string): string {
  if (message === 'incorrect header check' || message.startsWith('unknown')) return 'gzip: invalid header';
  if (message === 'incorrect data check' || message === 'incorrect length check') {
    return 'gzip: invalid checksum';
  }
  return 'flate: corrupt input';
}
