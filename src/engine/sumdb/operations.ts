// The operations of a checksum-database client: requests by way of the proxy client, answers kept in the module
// cache, the known tree under GOPATH.
//
// Cached files are read without the lock that the go command takes for them. What a lock would guard against is
// a file that is being written, and such a file is found by its shape: no record without a whole note, no tile
// of another length than its path says. It counts as missing, as does one that a killed go command left cut,
// over which go itself stumbles forever. Whatever passes is proven before it is believed. We write whole files
// under temporary names, so no reader can see a half of ours.
// Rules: cmd/go/internal/modfetch/sumdb.go (ReadRemote, ReadCache, WriteCache).

import type { ClientOps } from '../../core/sumdb/index.js';
import { HASH_SIZE, parseTilePath } from '../../core/tlog/index.js';
import type { ModuleCache } from '../cache/index.js';
import { type GoUrl, joinUrl, urlText } from '../proxyclient/index.js';
import type { Session } from '../session.js';
import { findDatabase, type SumDatabaseWeb } from './address.js';
import { KnownTree } from './known-tree.js';
import type { DatabaseSettings } from './settings.js';

/** The longest record or tile that is read; real ones have less than 10 KB. */
const MAX_ANSWER = 8 << 20;

/** What is needed of the module cache. */
export type SumDatabaseCache = Pick<ModuleCache, 'layout' | 'writeFile'>;

/** The operations of one client. */
export interface Operations extends ClientOps {
  /** Starts a request for `path` that will likely be made, if it is known already where the database is. */
  prefetch(path: string): void;
}

/** See the head of this file. `onSecurityError` is told what to print when the database is caught lying. */
export function createOperations(
  session: Session,
  settings: DatabaseSettings,
  web: SumDatabaseWeb,
  cache: SumDatabaseCache,
  onSecurityError: (message: string) => void,
): Operations {
  const known = new KnownTree(session, `${settings.name}/latest`);
  let finding: Promise<GoUrl> | undefined;
  let address: GoUrl | undefined;
  return {
    async readRemote(path) {
      finding ??= findDatabase(settings, web);
      address = await finding;
      return web.getBytes(urlText(joinUrl(address, path)), MAX_ANSWER);
    },
    async readConfig(file) {
      return file === 'key' ? new TextEncoder().encode(settings.key) : known.read();
    },
    writeConfig: (_file, old, updated) => known.replace(old, updated),
    readCache: async (file) => readCached(session, settings, cache, file),
    writeCache: async (file, data) => cache.writeFile(cache.layout.sumdb(file), data),
    log: () => {},
    securityError: onSecurityError,
    prefetch(path) {
      if (address === undefined || session.fs.existsSync(cache.layout.sumdb(settings.name + path))) return;
      web.prefetch(urlText(joinUrl(address, path)), 'sumdb');
    },
  };
}

/** The same, but with eyes only: nothing is asked, nothing is written. */
export function createReadOnlyOperations(
  session: Session,
  settings: DatabaseSettings,
  cache: SumDatabaseCache,
): ClientOps {
  const nothing = () => Promise.reject(new Error('not in the cache'));
  const web: SumDatabaseWeb = { getBytes: nothing, tryProxies: nothing, prefetch: () => {} };
  const all = createOperations(session, settings, web, cache, () => {});
  return { ...all, writeConfig: async () => true, writeCache: async () => {} };
}

function readCached(
  { fs }: Session,
  { name }: DatabaseSettings,
  { layout }: SumDatabaseCache,
  file: string,
): Uint8Array | undefined {
  let data: Uint8Array;
  try {
    data = fs.readFileSync(layout.sumdb(file));
  } catch {
    return undefined;
  }
  return isWhole(file.slice(name.length + 1), data) ? data : undefined;
}

/** Whether a cached file (`lookup/...`, `tile/...`) has the shape of one that was written to its end. */
function isWhole(file: string, data: Uint8Array): boolean {
  if (file.startsWith('tile/')) return data.length === parseTilePath(file).width * HASH_SIZE;
  const text = new TextDecoder().decode(data);
  return /^\n\n(?:\u2014 [^\n]*\n)+$/.test(text.slice(text.lastIndexOf('\n\n')));
}
