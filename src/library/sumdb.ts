// `gomod/sumdb`: checksum databases, as golang.org/x/mod/sumdb has them: a client that believes nothing unproven, and
// the server side.
//
// Both do no I/O of their own: what they need of network, cache and configuration is handed in as operations.
// Protocol: https://go.dev/design/25530-sumdb.

import type { ModuleVersion } from '../core/module/index.js';
import { generateKey as generateKeyBy, newSigner } from '../core/note/index.js';
import { Client, type ClientOps, MemoryLog, type ServerOps } from '../core/sumdb/index.js';
import { encodeText } from '../core/text.js';
import { treeHasher } from '../core/tlog/index.js';
import { type PrimitivesOptions, primitivesOf } from './primitives.js';

export { GomodError } from '../core/error.js';
export type { ModuleVersion } from '../core/module/index.js';
export { NoteError, type NoteErrorCode } from '../core/note/index.js';
export {
  type Client,
  type ClientOps,
  SERVER_PATHS,
  type ServerAnswer,
  type ServerOps,
  SUM_GOLANG_ORG,
  SumdbError,
  type SumdbErrorCode,
  serve,
} from '../core/sumdb/index.js';
export type { Tile } from '../core/tlog/index.js';
export type { Primitives, PrimitivesOptions } from './primitives.js';

/** Settings of {@link newClient}. */
export interface ClientOptions extends PrimitivesOptions {
  /** Height of the tiles that the database publishes; 8 when not given, as all do. */
  readonly tileHeight?: number;
}

/**
 * A client of one checksum database (sumdb.NewClient). Its `lookup(path, version)` resolves to the go.sum lines of a
 * module, proven to be in the database's log, and rejects with a {@link SumdbError} otherwise. Nothing is read before the
 * first lookup; many may run at once.
 */
export function newClient(ops: ClientOps, options: ClientOptions = {}): Client {
  return new Client(ops, primitivesOf(options), options);
}

/** The part of the standard `fetch` that is used here. */
export type Fetch = (
  url: string,
  init: { readonly signal?: AbortSignal },
) => Promise<{ readonly status: number; arrayBuffer(): Promise<ArrayBuffer> }>;

/** What {@link newFetchOps} makes operations from. */
export interface FetchOpsOptions {
  /** The verifier key: {@link SUM_GOLANG_ORG}, or that of another database. */
  readonly key: string;
  /** Where the database is, without a slash at the end; `https://` and the name in the key when not given. */
  readonly url?: string;
  /** The platform's when not given. */
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal;
  /** The signed tree that is known so far, as an earlier client left it in `latest`; the empty tree when not given. */
  readonly latest?: Uint8Array;
  /** Gets the proof that the database has two histories, for people to read. The lookup then fails with `security`. */
  readonly securityError?: (message: string) => void;
}

/** Operations of a client, and what it knows. */
export interface FetchOps extends ClientOps {
  /** The newest signed tree that was proven. Keep it, and hand it in next time: it is what a forged history contradicts. */
  readonly latest: Uint8Array;
}

/** Operations for a client that asks by `fetch` and keeps everything in memory. */
export function newFetchOps(options: FetchOpsOptions): FetchOps {
  const { key, signal } = options;
  const url = options.url ?? `https://${key.split('+', 1)[0]}`;
  const fetch: Fetch = options.fetch ?? ((address, init) => globalThis.fetch(address, init));
  const cache = new Map<string, Uint8Array>();
  let latest = options.latest ?? new Uint8Array(0);
  return {
    get latest() {
      return latest;
    },
    async readRemote(path) {
      const response = await fetch(url + path, signal === undefined ? {} : { signal });
      if (response.status !== 200) throw new Error(`reading ${url}${path}: status ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
    readConfig: async (file) => (file === 'key' ? encodeText(key) : latest),
    async writeConfig(_, old, updated) {
      if (!sameBytes(old, latest)) return false;
      latest = updated;
      return true;
    },
    readCache: async (file) => cache.get(file),
    writeCache: async (file, data) => {
      cache.set(file, data);
    },
    log: () => {},
    securityError: (message) => options.securityError?.(message),
  };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/**
 * A new key of a database in its two text forms. `seed` is 32 random bytes, the whole secret. Throws a
 * {@link NoteError} for a bad name.
 */
export function generateKey(
  name: string,
  seed: Uint8Array,
  options: PrimitivesOptions = {},
): { readonly signerKey: string; readonly verifierKey: string } {
  return generateKeyBy(name, seed, primitivesOf(options));
}

/**
 * A database in memory, to be put behind {@link serve}: it adds a record for each module that it is asked for the first
 * time, out of the go.sum lines that `goSum` gives. Throws a {@link NoteError} for what is no signer key.
 */
export function newMemoryLog(
  signerKey: string,
  goSum: (module: ModuleVersion) => string | Uint8Array | Promise<string | Uint8Array>,
  options: PrimitivesOptions = {},
): ServerOps {
  const primitives = primitivesOf(options);
  const record = async (module: ModuleVersion) => {
    const text = await goSum(module);
    return typeof text === 'string' ? encodeText(text) : text;
  };
  return new MemoryLog(newSigner(signerKey, primitives), record, treeHasher(primitives.sha256));
}
