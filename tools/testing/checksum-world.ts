// A checksum database in memory and the world around one of its clients, for tests.
//
// Everything the client may touch is a map or a function that the test can change: what the server sends, what is
// in the cache and in the configuration, and what fails.

import type { ModuleVersion } from '../../src/core/module/index.js';
import { generateKey, newSigner } from '../../src/core/note/index.js';
import { Client, type ClientOps, MemoryLog, serve } from '../../src/core/sumdb/index.js';
import { treeHasher } from '../../src/core/tlog/index.js';
import { nodePrimitives } from '../../src/engine/primitives.js';

export const testPrimitives = nodePrimitives();
export const testHasher = treeHasher(testPrimitives.sha256);
export const testKey = generateKey('localhost.localdev/sumdb', new Uint8Array(32).fill(42), testPrimitives);
export const testName = 'localhost.localdev/sumdb';

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (data: Uint8Array) => new TextDecoder().decode(data);

/** The go.sum lines that the test database has for a module. */
export function testSums({ path, version }: ModuleVersion): string {
  return `${path} ${version} h1:zip-of-${version}\n${path} ${version}/go.mod h1:mod-of-${version}\n`;
}

/** An error that a server answers with 404. */
export function missing(message: string): Error {
  return Object.assign(new Error(message), { notExist: true });
}

/** A log that signs with the test key. */
export function newLog(sums: (m: ModuleVersion) => string = testSums): MemoryLog {
  return new MemoryLog(newSigner(testKey.signerKey, testPrimitives), (m) => encode(sums(m)), testHasher);
}

/** Adds records that nobody asks for. */
export function grow(log: MemoryLog, records: number, label = 'filler'): void {
  for (let i = 0; i < records; i++) log.append(encode(`example.com/${label}${log.size} v1.0.0 h1:x\n`));
}

/** What a client sees, and what it did. */
export interface World {
  readonly ops: ClientOps;
  readonly cache: Map<string, Uint8Array>;
  readonly config: Map<string, Uint8Array>;
  /** Paths asked of the server, in order. */
  readonly requests: string[];
  readonly securityErrors: string[];
  /** The server. Replace it to tamper. */
  remote: (path: string) => Promise<Uint8Array>;
  /** Runs before the configuration is compared and written. */
  beforeWriteConfig: () => void | Promise<void>;
  /** Runs before the cache is written. */
  beforeWriteCache: (file: string) => void;
  client(options?: { readonly tileHeight?: number }): Client;
}

/** The body that the log serves at `path`; rejects with `404 ...` for other answers. */
export async function ask(log: MemoryLog, path: string): Promise<Uint8Array> {
  const answer = await serve(log, path);
  if (answer.status !== 200) throw new Error(`${answer.status} ${decode(answer.body).trim()}`);
  return answer.body;
}

export function newWorld(log: MemoryLog): World {
  const world: World = {
    cache: new Map(),
    config: new Map([['key', encode(testKey.verifierKey)]]),
    requests: [],
    securityErrors: [],
    remote: (path) => ask(log, path),
    beforeWriteConfig: () => undefined,
    beforeWriteCache: () => undefined,
    client: (options) => new Client(world.ops, testPrimitives, options),
    ops: {
      readRemote: async (path) => {
        world.requests.push(path);
        await Promise.resolve();
        return world.remote(path);
      },
      readConfig: async (file) => world.config.get(file) ?? new Uint8Array(0),
      writeConfig: async (file, old, updated) => {
        await world.beforeWriteConfig();
        if (decode(world.config.get(file) ?? new Uint8Array(0)) !== decode(old)) return false;
        world.config.set(file, updated);
        return true;
      },
      readCache: async (file) => world.cache.get(file),
      writeCache: async (file, data) => {
        world.beforeWriteCache(file);
        world.cache.set(file, data);
      },
      log: () => undefined,
      securityError: (message) => {
        world.securityErrors.push(message);
      },
    },
  };
  return world;
}
