// Another program in the place of this process: execve(2).
//
// Node cannot do that, so it is done through koffi (optional, some 5 ms). What the new program gets is what it would have
// got from whoever started us: environment and folder as they are, to the byte; the words as they were given, even
// where they are no UTF-8; our process id and group, so that signals, job control and the exit status need nobody in
// between. Three things Node has changed are undone:
//
// - It marks every inherited descriptor to be closed. Those that are not its own lose the mark: 0, 1, 2, and, where
//   /proc tells, what is neither an anonymous inode, nor a pipe that has both ends here, nor its spare /dev/null.
// - It ignores SIGPIPE and SIGXFSZ, which execve passes on. They get their default action; handlers get it anyway. What our
//   parent had us ignore (nohup, SIGHUP) Node has forgotten when it starts, and it raises the soft limit of open files.
// - A descriptor 0, 1 or 2 that was closed is /dev/null. Go programs make it that themselves.
//
// Only for a process that has nothing under way: other threads end where they are. Node blocks no signal in its
// main thread and makes a stream non-blocking when process.stdin, stdout or stderr are used first, which we never do.

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { constants } from 'node:os';
import { encodeText } from '../../core/text.js';

const F_SETFD = 2;

/** The native calls. */
interface Calls {
  readonly fcntl: (fd: number, operation: number, type: 'int', argument: number) => number;
  readonly signal: (signal: number, action: null | bigint) => unknown;
  readonly execv: (path: Uint8Array, words: readonly (Uint8Array | null)[]) => number;
}

/** What we use of koffi. */
interface Koffi {
  load(library: null): { func(prototype: string): unknown };
}

async function nativeCalls(): Promise<Calls | undefined> {
  try {
    const koffi = ((await import('koffi')) as unknown as { default: Koffi }).default;
    const library = koffi.load(null);
    return {
      fcntl: library.func('int fcntl(int fd, int operation, ...)') as Calls['fcntl'],
      signal: library.func('void *signal(int number, void *action)') as Calls['signal'],
      execv: library.func('int execv(const void *path, const void **words)') as Calls['execv'],
    };
  } catch {
    // Not installed, or no binary for this platform.
    return undefined;
  }
}

/**
 * Puts `command` (an absolute path) in the place of this process, with `words`, which are the last that this process was given,
 * behind its name. Comes back only where that cannot be done; then nothing has changed.
 */
export async function replaceProcess(command: string, words: readonly string[]): Promise<void> {
  if (process.platform === 'win32') return;
  const calls = await nativeCalls();
  if (calls === undefined) return;
  const kept = [0, 1, 2, ...inherited()];
  const { SIGPIPE, SIGXFSZ } = constants.signals;
  const ignored = [SIGPIPE, SIGXFSZ];
  for (const fd of kept) calls.fcntl(fd, F_SETFD, 'int', 0);
  for (const signal of ignored) calls.signal(signal, null);
  calls.execv(cString(encodeText(command)), [
    ...[encodeText(command), ...givenBytes(words)].map(cString),
    null,
  ]);
  // SIG_IGN and FD_CLOEXEC are 1 everywhere.
  for (const signal of ignored) calls.signal(signal, 1n);
  for (const fd of kept) calls.fcntl(fd, F_SETFD, 'int', 1);
}

function cString(bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(bytes.length + 1);
  all.set(bytes);
  return all;
}

/** Descriptors beyond the streams that we were started with; none where /proc does not tell. */
function inherited(): readonly number[] {
  try {
    const open = readdirSync('/proc/self/fd')
      .map(Number)
      .filter((fd) => fd > 2);
    const links = new Map(open.map((fd) => [fd, linkOf(fd)]));
    const own = (link: string, fd: number): boolean =>
      link === '' ||
      link.startsWith('anon_inode:') ||
      (link.startsWith('pipe:') && [...links.values()].filter((other) => other === link).length > 1) ||
      (link === '/dev/null' && isReadOnly(fd));
    return [...links].filter(([fd, link]) => !own(link, fd)).map(([fd]) => fd);
  } catch {
    return [];
  }
}

/** What a descriptor leads to; '' when it is closed by now, as the one that listed them is. */
function linkOf(fd: number): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return '';
  }
}

function isReadOnly(fd: number): boolean {
  return /^flags:\s+\d*0$/m.test(readFileSync(`/proc/self/fdinfo/${fd}`, 'latin1'));
}

/** The bytes of the words: Node has put U+FFFD in the place of what is no UTF-8. */
function givenBytes(words: readonly string[]): readonly Uint8Array[] {
  const encoded = words.map(encodeText);
  if (!words.some((word) => word.includes('\ufffd'))) return encoded;
  try {
    const all = splitAtZero(readFileSync('/proc/self/cmdline')).slice(-words.length);
    return all.length === words.length && all.every((bytes, at) => bytes.toString() === words[at])
      ? all
      : encoded;
  } catch {
    return encoded;
  }
}

function splitAtZero(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    parts.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return parts;
}
