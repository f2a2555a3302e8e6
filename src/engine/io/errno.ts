// Errors of node:fs in Go's words.
//
// Go prints a failed system call as `<operation> <path>: <reason>` (fs.PathError), or with two paths
// (os.LinkError). The operation is the name of Go's function, not of the system call, where these differ
// (`remove`, not `unlink`), and the reason is the text of syscall.Errno, which is that of Linux' strerror in
// lower case.

import { EngineError, messageOf } from '../error.js';

/** Reason texts by error name: the table of Go's package syscall (zerrors_linux_amd64.go). */
const REASONS: Readonly<Record<string, string>> = {
  E2BIG: 'argument list too long',
  EACCES: 'permission denied',
  EADDRINUSE: 'address already in use',
  EADDRNOTAVAIL: 'cannot assign requested address',
  EAFNOSUPPORT: 'address family not supported by protocol',
  EAGAIN: 'resource temporarily unavailable',
  EBADF: 'bad file descriptor',
  EBUSY: 'device or resource busy',
  ECANCELED: 'operation canceled',
  ECONNABORTED: 'software caused connection abort',
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection reset by peer',
  EDEADLK: 'resource deadlock avoided',
  EDQUOT: 'disk quota exceeded',
  EEXIST: 'file exists',
  EFAULT: 'bad address',
  EFBIG: 'file too large',
  EHOSTUNREACH: 'no route to host',
  EILSEQ: 'invalid or incomplete multibyte or wide character',
  EINTR: 'interrupted system call',
  EINVAL: 'invalid argument',
  EIO: 'input/output error',
  EISDIR: 'is a directory',
  ELOOP: 'too many levels of symbolic links',
  EMFILE: 'too many open files',
  EMLINK: 'too many links',
  EMSGSIZE: 'message too long',
  ENAMETOOLONG: 'file name too long',
  ENETDOWN: 'network is down',
  ENETUNREACH: 'network is unreachable',
  ENFILE: 'too many open files in system',
  ENOBUFS: 'no buffer space available',
  ENODEV: 'no such device',
  ENOENT: 'no such file or directory',
  ENOEXEC: 'exec format error',
  ENOLCK: 'no locks available',
  ENOMEM: 'cannot allocate memory',
  ENOSPC: 'no space left on device',
  ENOSYS: 'function not implemented',
  ENOTCONN: 'transport endpoint is not connected',
  ENOTDIR: 'not a directory',
  ENOTEMPTY: 'directory not empty',
  ENOTSUP: 'operation not supported',
  ENXIO: 'no such device or address',
  EOPNOTSUPP: 'operation not supported',
  EOVERFLOW: 'value too large for defined data type',
  EPERM: 'operation not permitted',
  EPIPE: 'broken pipe',
  EPROTO: 'protocol error',
  EROFS: 'read-only file system',
  ESPIPE: 'illegal seek',
  ESRCH: 'no such process',
  ESTALE: 'stale file handle',
  ETIMEDOUT: 'connection timed out',
  ETXTBSY: 'text file busy',
  EXDEV: 'invalid cross-device link',
};

/** Go's name of the operation, where it is not that of the system call. */
const OPERATIONS: Readonly<Record<string, string>> = {
  access: 'stat',
  fchmod: 'chmod',
  fstat: 'stat',
  fsync: 'sync',
  ftruncate: 'truncate',
  futime: 'chtimes',
  rmdir: 'remove',
  scandir: 'open',
  unlink: 'remove',
  utime: 'chtimes',
};

/** What is known about a failed call beside the error itself: node:fs names no path for calls on descriptors. */
export interface CallSite {
  /** Go's name of the operation; wins over what the error says. */
  readonly op?: string;
  /** Used where the error has no path. */
  readonly path?: string;
  /** How the caller named the file; wins over the path that was used to get at it. */
  readonly name?: string;
}

/** The text of an error name such as `ENOENT`, as Go prints it; undefined for names that are not in the table. */
export function errnoText(code: string): string | undefined {
  return Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
}

/** The error name (`ENOENT`) of anything thrown; undefined when it is not a failed system call. */
export function errnoCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}

/** What Go's os.ReadFile calls the step that failed: a folder can be opened, but not read. */
export function readStep(error: unknown): 'open' | 'read' {
  return errnoCode(error) === 'EISDIR' ? 'read' : 'open';
}

/** Go's os.Rename looks at the new name itself: whatever the system says of a folder there, it exists. */
function renameCode(code: string): string {
  return code === 'EISDIR' || code === 'ENOTEMPTY' ? 'EEXIST' : code;
}

/** Anything thrown in Go's words: failed system calls as fs.PathError prints them, all else by its message. */
export function describeError(error: unknown, site: CallSite = {}): string {
  const code = errnoCode(error);
  const { syscall, path, dest } = Object(error) as NodeJS.ErrnoException & { dest?: string };
  const reason = code === undefined ? undefined : errnoText(syscall === 'rename' ? renameCode(code) : code);
  if (reason === undefined) return messageOf(error);
  const op = site.op ?? (syscall === undefined ? undefined : (OPERATIONS[syscall] ?? syscall));
  const words = [op, site.name ?? path ?? site.path, dest].filter(
    (word) => word !== undefined && word !== '',
  );
  return words.length === 0 ? reason : `${words.join(' ')}: ${reason}`;
}

/** An engine error in Go's words out of anything thrown. Errors of ours pass as they are. */
export function fileError(error: unknown, site: CallSite = {}): Error {
  if (error instanceof Error && errnoCode(error) === undefined) return error;
  const code = errnoCode(error) === 'ENOENT' ? 'not-exist' : 'io';
  return new EngineError(code, describeError(error, site), { cause: error });
}

/** Whether the error says that nothing can be written here at all: a read-only file system. */
export function isReadOnly(error: unknown): boolean {
  return errnoCode(error) === 'EROFS';
}
