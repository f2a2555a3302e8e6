// How reading, checking and making module zips fails.
//
// The words are those of archive/zip, compress/flate, io and golang.org/x/mod/zip, because the go command
// prints them as they are.

import { GomodError } from '../error.js';
import { MAX_ZIP_FILE } from './limits.js';

/** Why an archive, or a module zip, was refused. */
export type ZipErrorCode =
  /** archive/zip's ErrFormat. */
  | 'format'
  /** io.EOF: a record that should begin where the archive ends. */
  | 'eof'
  /** io.ErrUnexpectedEOF: a record or a file that is cut, or a size that is not the declared one. */
  | 'unexpected-eof'
  /** archive/zip's ErrChecksum. */
  | 'checksum'
  /** archive/zip's ErrAlgorithm. */
  | 'algorithm'
  /** A comment longer than what is left. */
  | 'comment'
  /** compress/flate's CorruptInputError. */
  | 'corrupt'
  /** An offset no file can have. */
  | 'offset'
  /** More entries than this package reads. */
  | 'entries'
  /** A file name with a newline, which a hash cannot cover. */
  | 'newline'
  /** A file outside `path@version/`, met before hashing. */
  | 'prefix'
  /** The module path or version is not one. */
  | 'module'
  /** One or more files have a name or a size that module zips must not have. */
  | 'files'
  /** The archive or its contents are over the limit. */
  | 'size'
  /** A file of a zip being made could not be listed or read. */
  | 'source';

/** An archive or a module zip that is refused, in the words of archive/zip, compress/flate, io and x/mod/zip. */
export class ZipError extends GomodError<ZipErrorCode> {}

/** archive/zip's ErrFormat. */
export function formatError(): ZipError {
  return new ZipError('format', 'zip: not a valid zip file');
}

/** io.EOF. */
export function eofError(): ZipError {
  return new ZipError('eof', 'EOF');
}

/** io.ErrUnexpectedEOF. */
export function unexpectedEof(): ZipError {
  return new ZipError('unexpected-eof', 'unexpected EOF');
}

/** archive/zip's ErrChecksum. */
export function checksumError(): ZipError {
  return new ZipError('checksum', 'zip: checksum error');
}

/** x/mod/zip's refusal of contents over the limit. */
export function contentsTooLarge(): ZipError {
  const text = `total uncompressed size of module contents too large (max size is ${MAX_ZIP_FILE} bytes)`;
  return new ZipError('size', text);
}
