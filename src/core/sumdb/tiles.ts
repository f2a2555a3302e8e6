// The tiles of one client: read from the cache or the server, once each, and kept once proven.
//
// A tile is asked for in this order: the cache at the width wanted, the cache in full (its beginning is as
// proven as the whole), the server at the width wanted, the server in full (the narrow one is gone once the
// log has grown). Of a full tile from the server only the beginning that was wanted is used and kept,
// because only that much will have been proven. What fails, fails for the rest of the run.

import type { Tree, TreeHasher } from '../tlog/index.js';
import { fullTile, type Hash, isFull, type Tile, TileHashes, TilePlan, tilePath } from '../tlog/index.js';
import type { ClientOps } from './ops.js';

/** See the head of this file. */
export class TileStore {
  readonly #reads = new Map<string, Promise<Uint8Array>>();
  readonly #contents = new Map<string, TileHashes>();
  /** Paths of tiles that are in the cache or were handed to it. */
  readonly #saved = new Set<string>();

  constructor(
    private readonly ops: ClientOps,
    /** Name of the database. */
    private readonly name: string,
    private readonly height: number,
    private readonly hasher: TreeHasher,
  ) {}

  /**
   * The stored hashes `indexes` of `tree`, proven to be in it. Rejects with what kept a tile from being read, or
   * with a TlogError when tiles contradict the tree.
   */
  async hashes(tree: Tree, indexes: readonly number[]): Promise<Hash[]> {
    const plan = new TilePlan(tree, this.height, indexes);
    const reads = await Promise.allSettled(plan.tiles.map((tile) => this.#read(tile)));
    const data = reads.map((read) => {
      if (read.status === 'rejected') throw read.reason;
      return read.value;
    });
    const contents = plan.tiles.map((tile, i) => this.#content(tile, data[i] as Uint8Array));
    const hashes = plan.authenticate(contents, this.hasher);
    await this.#save(contents);
    return hashes;
  }

  #content(tile: Tile, data: Uint8Array): TileHashes {
    const path = tilePath(tile);
    let content = this.#contents.get(path);
    if (content === undefined) {
      content = new TileHashes(tile, data, this.hasher);
      this.#contents.set(path, content);
    }
    return content;
  }

  #read(tile: Tile): Promise<Uint8Array> {
    const path = tilePath(tile);
    let read = this.#reads.get(path);
    if (read === undefined) {
      read = this.#readOnce(tile, path);
      this.#reads.set(path, read);
    }
    return read;
  }

  async #readOnce(tile: Tile, path: string): Promise<Uint8Array> {
    const full = tilePath(fullTile(tile));
    const cached =
      (await this.#cached(path)) ?? (isFull(tile) ? undefined : beginning(tile, await this.#cached(full)));
    if (cached !== undefined) {
      this.#saved.add(path);
      return cached;
    }
    try {
      return await this.ops.readRemote(`/${path}`);
    } catch (error) {
      if (isFull(tile)) throw error;
      const whole = await this.ops.readRemote(`/${full}`).catch(() => undefined);
      const narrow = beginning(tile, whole);
      if (narrow === undefined) throw error;
      return narrow;
    }
  }

  #cached(path: string): Promise<Uint8Array | undefined> {
    return this.ops.readCache(`${this.name}/${path}`).catch(() => undefined);
  }

  async #save(contents: readonly TileHashes[]): Promise<void> {
    const fresh = contents.filter(({ tile }) => !this.#saved.has(tilePath(tile)));
    for (const { tile } of fresh) this.#saved.add(tilePath(tile));
    await Promise.all(
      fresh.map(({ tile, data }) =>
        this.ops.writeCache(`${this.name}/${tilePath(tile)}`, data).catch(() => undefined),
      ),
    );
  }
}

/** What `tile` is of the full tile's data, if that is there. */
function beginning(tile: Tile, full: Uint8Array | undefined): Uint8Array | undefined {
  if (full === undefined) return undefined;
  // Of a tile of the wrong length this leaves a wrong length, which is refused later.
  return full.subarray(0, Math.floor(full.length / 2 ** tile.height) * tile.width);
}
