// How unpacking fails beside what is wrong with the zip (core/zip) and with the file system (node:fs errors).

import { EngineError } from '../error.js';
import { errnoCode } from '../io/index.js';

/** Codes of this room. */
export type UnpackErrorCode =
  /** The folder to fill has something in it. */
  | 'not-empty'
  /** A worker thread ended or failed in the middle of a job. */
  | 'worker'
  /** The unpacker was closed. */
  | 'closed';

/** See the head of this file. */
export class UnpackError extends EngineError<UnpackErrorCode> {}

/** The error with a path: node:fs names none for calls on descriptors. */
export function withPath(error: unknown, path: string): unknown {
  if (errnoCode(error) !== undefined) (error as NodeJS.ErrnoException).path ??= path;
  return error;
}
