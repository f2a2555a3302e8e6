// The client of a checksum database: what are the go.sum lines of this module, proven to be in the log?
//
// One lookup brings the record and a signed tree (from the cache, else from the server). The tree is merged into
// the one history that is known, the record is proven to be in the latest tree, and only then are its lines
// believed and the answer kept in the cache. All lookups may run at once: records, tiles and
// initialisation are each worked on once, and share their outcome, failure included.
// Rules: golang.org/x/mod/sumdb (Client). All I/O is the caller's: see ops.ts.

import { messageOf } from '../error.js';
import { escapePath, escapeVersion } from '../module/index.js';
import { newVerifier, type VerifyPrimitives, verifierList } from '../note/index.js';
import { parseRecord, sameHash, storedHashIndex, type TreeHasher, treeHasher } from '../tlog/index.js';
import { SumdbError } from './error.js';
import type { ClientOps } from './ops.js';
import { TileStore } from './tiles.js';
import { Timeline } from './timeline.js';

/** Height of the tiles that checksum databases publish. */
const TILE_HEIGHT = 8;
const GO_MOD = '/go.mod';

/** Settings of a {@link Client}. */
export interface ClientOptions {
  /** Height of tiles; 8 when not given. */
  readonly tileHeight?: number;
}

/** What is made of the key when the first lookup comes. */
interface Connection {
  readonly name: string;
  readonly tiles: TileStore;
  readonly timeline: Timeline;
}

/** The client of one checksum database. */
export class Client {
  readonly #ops: ClientOps;
  readonly #primitives: VerifyPrimitives;
  readonly #hasher: TreeHasher;
  readonly #tileHeight: number;
  readonly #records = new Map<string, Promise<readonly string[]>>();
  #connection: Promise<Connection> | undefined;

  constructor(ops: ClientOps, primitives: VerifyPrimitives, options: ClientOptions = {}) {
    this.#ops = ops;
    this.#primitives = primitives;
    this.#hasher = treeHasher(primitives.sha256);
    this.#tileHeight = options.tileHeight ?? TILE_HEIGHT;
  }

  /**
   * The go.sum lines for the module at `version`; with `/go.mod` after the version, those for its go.mod file.
   * None is a legal answer. Rejects with a SumdbError: `security` after `securityError` was called, else `lookup`,
   * in which the message says what failed; the failure itself is in `failure`.
   */
  async lookup(path: string, version: string): Promise<string[]> {
    try {
      this.#connection ??= this.#connect();
      const connection = await this.#connection;
      const remote = `/lookup/${escapePath(path)}@${escapeVersion(withoutGoMod(version))}`;
      const lines = await this.#record(connection, remote);
      return lines.filter((line) => line.startsWith(`${path} ${version} `));
    } catch (error) {
      const code = error instanceof SumdbError && error.code === 'security' ? 'security' : 'lookup';
      throw new SumdbError(code, `${path}@${version}: ${messageOf(error)}`, error);
    }
  }

  async #connect(): Promise<Connection> {
    try {
      const key = new TextDecoder().decode(await this.#ops.readConfig('key')).trim();
      const verifier = newVerifier(key, this.#primitives);
      const { name } = verifier;
      const file = `${name}/latest`;
      const tiles = new TileStore(this.#ops, name, this.#tileHeight, this.#hasher);
      const timeline = new Timeline(this.#ops, file, verifierList(verifier), tiles, this.#hasher);
      await timeline.merge(await this.#ops.readConfig(file));
      return { name, tiles, timeline };
    } catch (error) {
      const code = error instanceof SumdbError && error.code === 'security' ? 'security' : 'initialize';
      throw new SumdbError(code, `initializing sumdb.Client: ${messageOf(error)}`, error);
    }
  }

  #record(connection: Connection, remote: string): Promise<readonly string[]> {
    let record = this.#records.get(remote);
    if (record === undefined) {
      record = this.#fetchRecord(connection, remote);
      this.#records.set(remote, record);
    }
    return record;
  }

  /** The lines of a record, proven. */
  async #fetchRecord({ name, tiles, timeline }: Connection, remote: string): Promise<readonly string[]> {
    const file = name + remote;
    const cached = await this.#ops.readCache(file).catch(() => undefined);
    const data = cached ?? (await this.#ops.readRemote(remote));
    const record = parseRecord(data);
    await timeline.merge(record.rest);
    await this.#requireRecord(tiles, timeline, record.id, record.text);
    if (cached === undefined) await this.#ops.writeCache(file, data).catch(() => undefined);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(record.text).split('\n');
  }

  async #requireRecord(tiles: TileStore, timeline: Timeline, id: number, text: Uint8Array): Promise<void> {
    const { latest } = timeline;
    if (id >= latest.size) {
      throw new SumdbError('record', `cannot validate record ${id} in tree of size ${latest.size}`);
    }
    const [hash] = await tiles.hashes(latest, [storedHashIndex(0, id)]);
    if (hash === undefined || !sameHash(hash, this.#hasher.record(text))) {
      throw new SumdbError('record', 'cannot authenticate record data in server response');
    }
  }
}

function withoutGoMod(version: string): string {
  return version.endsWith(GO_MOD) ? version.slice(0, -GO_MOD.length) : version;
}
