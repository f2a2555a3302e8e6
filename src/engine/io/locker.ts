// Advisory whole-file locks, shared with the go command.
//
// The go command serialises writers of one cache entry, and readers and writers of go.mod and go.sum, with
// flock(2) (cmd/go/internal/lockedfile). Whoever works beside it on the same files has to take the very
// same locks. flock belongs to the open file description: two locks of one process on one path exclude each
// other as those of two processes do.

/** A lock that is held. `unlock` closes the descriptor and may be called once. */
export interface HeldLock {
  /** The open descriptor of the locked file: read-write if exclusive, read-only if shared; valid until `unlock`. */
  readonly fd: number;
  /** Gives the lock up. */
  unlock(): void;
}

/** `exclusive` creates the file when absent (mode 0666 before umask); `shared` needs it to exist. */
export type LockKind = 'exclusive' | 'shared';

/** Takes locks. Implementations must interoperate with flock(2) of other processes. Safe to call many at once. */
export interface Locker {
  /**
   * Opens `path`, whose folder must exist, and waits until the lock is held on the file that has that name then.
   * Rejects with the reason of `signal` when aborted, with the node:fs error when the file cannot be opened, and
   * with a LockError where the platform has no flock.
   */
  lock(path: string, kind: LockKind, signal?: AbortSignal): Promise<HeldLock>;

  /** As `lock`, but resolves to undefined instead of waiting while another holds the lock. */
  tryLock(path: string, kind: LockKind): Promise<HeldLock | undefined>;
}
