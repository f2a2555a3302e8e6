// How unpacking fails beside what is wrong with the zip (core/zip) and with the file system (node:fs errors).

import { EngineError } from '../error.js';

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
