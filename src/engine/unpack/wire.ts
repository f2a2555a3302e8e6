// What the main thread and a worker say to each other.
//
// Errors do not survive the way between threads as what they were: their classes are lost. So they are taken
// apart into plain data, and put together again on the other side.

import { GomodError } from '../../core/error.js';
import { ZipError, type ZipErrorCode } from '../../core/zip/index.js';
import type { WriteJob, Written } from '../entries/index.js';
import { errnoCode } from '../io/index.js';
import { UnpackError, type UnpackErrorCode } from './error.js';
import type { UnpackJob, UnpackResult } from './job.js';
import type { Verified, VerifyJob } from './verify.js';

/** A job and the kind of it. */
export type Task =
  | { readonly kind: 'unpack'; readonly job: UnpackJob }
  | { readonly kind: 'verify'; readonly job: VerifyJob }
  | { readonly kind: 'write'; readonly job: WriteJob };

/** What a task yields. */
export type Outcome = UnpackResult | Verified | Written;

/** An error as plain data. */
export interface WireError {
  readonly name: string;
  readonly code: string;
  readonly message: string;
  /** Of node:fs errors. */
  readonly errno?: { readonly errno: number | undefined; readonly syscall: string | undefined };
  readonly path?: string | undefined;
  /** The second path of a system call that has two. */
  readonly dest?: string | undefined;
}

/** To a worker. Ids are positive and below 2^31. */
export interface Order {
  readonly id: number;
  readonly task: Task;
}

/** From a worker. The first one, with id 0, says that it has started. */
export type Reply =
  | { readonly id: number; readonly unpacked: Omit<UnpackResult, 'refusal'>; readonly refusal?: WireError }
  | { readonly id: number; readonly verified: Verified }
  | {
      readonly id: number;
      readonly written: {
        readonly failures: readonly { readonly at: number; readonly error: WireError }[];
        readonly unlisted: boolean;
      };
    }
  | { readonly id: number; readonly error: WireError }
  | { readonly id: 0 };

/** What a worker is given at its start. */
export interface WorkerStart {
  /** One Int32: the id of the order to be given up. */
  readonly cancelled: SharedArrayBuffer;
}

/** The error as plain data. */
export function toWire(error: unknown): WireError {
  if (error instanceof GomodError) return { name: error.name, code: error.code, message: error.message };
  const code = errnoCode(error);
  if (code !== undefined) {
    const { message, errno, syscall, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
    return { name: 'Error', code, message, errno: { errno, syscall }, path, dest };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { name: 'UnpackError', code: 'worker', message: `worker failed: ${text}` };
}

/** The error that was made into plain data, or one as good. */
export function fromWire(wire: WireError): Error {
  const { name, code, message, errno, path, dest } = wire;
  if (errno !== undefined) {
    const error: NodeJS.ErrnoException = new Error(message);
    Object.assign(error, { code, ...errno });
    if (path !== undefined) error.path = path;
    if (dest !== undefined) Object.assign(error, { dest });
    return error;
  }
  if (name === 'ZipError') return new ZipError(code as ZipErrorCode, message);
  if (name === 'UnpackError') return new UnpackError(code as UnpackErrorCode, message);
  return new GomodError(code, message);
}
