// What a checksum-database client needs from the world.

/**
 * The operations of one client. Any of them may be called many times at once. Names of files are relative, with
 * slashes, and safe to use as paths below a folder of one's own when the database's name is
 * (`host/path`, checked by whoever chose the key).
 */
export interface ClientOps {
  /**
   * The body served at `path`, which begins with `/lookup/` or `/tile/` and is escaped already. Rejects for every
   * status but 200.
   */
  readRemote(path: string): Promise<Uint8Array>;
  /**
   * A configuration file: `key` is the verifier key, `<name>/latest` the signed tree known so far. An empty
   * result for the latter is the empty tree.
   */
  readConfig(file: string): Promise<Uint8Array>;
  /**
   * Replaces a configuration file, atomically, if it still holds `old`. Resolves false when it does not (Go's
   * ErrWriteConflict): nothing was changed then.
   */
  writeConfig(file: string, old: Uint8Array, updated: Uint8Array): Promise<boolean>;
  /** A cached file, `<name>/lookup/...` or `<name>/tile/...`. Undefined, or any rejection, means that there is none. */
  readCache(file: string): Promise<Uint8Array | undefined>;
  /** Keeps a file. Only what was proven is ever written. A rejection is ignored: the next run asks again. */
  writeCache(file: string, data: Uint8Array): Promise<void>;
  /** Something worth a line in a log. */
  log(message: string): void;
  /** The database was caught lying; the text is for the user and carries the proof. The lookup fails after this. */
  securityError(message: string): void;
}
