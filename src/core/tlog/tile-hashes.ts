// The hashes in one tile and those that stand above them within it.
//
// Nothing here is trusted or distrusted: it is arithmetic on the bytes of the tile, done once, however many
// lookups ask. Checking a full tile costs 2^height - 1 hashes (255, some 0.1 ms), which is by far the most
// that a lookup computes.

import { TlogError } from './error.js';
import { HASH_SIZE, type Hash, type TreeHasher } from './hash.js';
import { type Tile, tilePath, tilePlace } from './tile.js';

/** See the head of this file. */
export class TileHashes {
  readonly tile: Tile;
  readonly data: Uint8Array;
  readonly #hasher: TreeHasher;
  /** Hashes of tile level 0 (the data), 1, 2, ... side by side, made on demand. */
  #levels: readonly Uint8Array[] | undefined;

  /** Throws a TlogError when `data` is not as long as the tile is wide. */
  constructor(tile: Tile, data: Uint8Array, hasher: TreeHasher) {
    if (data.length !== tile.width * HASH_SIZE) {
      const sizes = `len=${data.length}, want ${tile.width * HASH_SIZE}`;
      throw new TlogError('bad-input', `TileReader returned bad result slice (${tilePath(tile)} ${sizes})`);
    }
    this.tile = tile;
    this.data = data;
    this.#hasher = hasher;
  }

  /** Hash of the whole tile, which has to be full. */
  root(): Hash {
    return this.#at(this.tile.height, 0);
  }

  /** The stored hash `index`. Throws a TlogError when that is not in this tile. */
  stored(index: number): Hash {
    const place = tilePlace(this.tile.height, index);
    const { tile } = this;
    if (tile.level !== place.tile.level || tile.n !== place.tile.n || tile.width < place.tile.width) {
      throw new TlogError('bad-input', `index ${index} is in ${tilePath(place.tile)} not ${tilePath(tile)}`);
    }
    return this.#at(place.level, place.n);
  }

  #at(level: number, n: number): Hash {
    const hashes = level === 0 ? this.data : (this.#interior()[level] as Uint8Array);
    return hashes.subarray(n * HASH_SIZE, (n + 1) * HASH_SIZE);
  }

  #interior(): readonly Uint8Array[] {
    this.#levels ??= interior(this.data, this.#hasher);
    return this.#levels;
  }
}

/** The levels above `data`, complete nodes only, until none is left. */
function interior(data: Uint8Array, hasher: TreeHasher): Uint8Array[] {
  const levels = [data];
  for (let below = data; below.length >= 2 * HASH_SIZE; ) {
    const count = Math.floor(below.length / (2 * HASH_SIZE));
    const hashes = new Uint8Array(count * HASH_SIZE);
    for (let i = 0; i < count; i++) hashes.set(hasher.nodeOf(below, 2 * i * HASH_SIZE), i * HASH_SIZE);
    levels.push(hashes);
    below = hashes;
  }
  return levels;
}

/** The stored hash `index` out of the bytes of a tile. Throws a TlogError when it is not in there. */
export function hashFromTile(tile: Tile, data: Uint8Array, index: number, hasher: TreeHasher): Hash {
  const valid = tile.height >= 1 && tile.height <= 30 && tile.level >= 0 && tile.level < 64;
  if (!valid || tile.width < 1 || tile.width > 2 ** tile.height) {
    throw new TlogError('bad-input', `invalid tile ${tilePath(tile)}`);
  }
  const size = tile.width * HASH_SIZE;
  if (data.length < size) {
    throw new TlogError('bad-input', `data len ${data.length} too short for tile ${tilePath(tile)}`);
  }
  return new TileHashes(tile, data.subarray(0, size), hasher).stored(index);
}
