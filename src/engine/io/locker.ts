// Advisory whole-file locks, shared with the go command.
//
// The go command serialises writers of one cache entry, and readers and writers of go.mod and go.sum, with
// flock(2) (cmd/go/internal/lockedfile). Whoever works beside it on the same files has to take the very
// same locks.

/** A lock that is held. `unlock` closes the descriptor and may be called once. */
export interface HeldLock {
  /** The open descriptor of the locked file, read-write; valid until `unlock`. */
  readonly fd: number;
  unlock(): void;
}

/** Takes locks. Implementations must interoperate with flock(2) of other processes. */
export interface Locker {
  /**
   * Opens `path` (created with mode 0666 before umask when absent; its folder must exist) and waits until the
   * lock is held. Rejects with the reason of `signal` when aborted, with the node:fs error when the file
   * cannot be opened, and with a LockError where the platform has no flock.
   */
  lock(path: string, kind: 'exclusive' | 'shared', signal?: AbortSignal): Promise<HeldLock>;
}
