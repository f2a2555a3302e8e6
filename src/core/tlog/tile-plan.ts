// Reading hashes of a signed tree out of tiles that nobody vouches for.
//
// The plan for some hashes is a list of tiles: first those that the root hash is computed from, then those that
// hold the hashes, each after its parent. When the tiles are there, the root is computed and compared with the
// signed one; then every further tile is full and has to hash to what its parent says about it. After that, all
// of them are proven, the hashes asked for as well, and only then may a tile be kept for later. Tiles are
// asked for at the width that they have in the very tree.
// Rules: golang.org/x/mod/sumdb/tlog (TileHashReader); research.swtch.com/tlog, "Authenticating Tiles".

import { TlogError } from './error.js';
import { type Hash, sameHash, type TreeHasher } from './hash.js';
import { storedHashCount, storedHashIndex } from './stored.js';
import { foldHashes, subtreeIndexes } from './subtree.js';
import { isFull, type Tile, tileForIndex, tileParent, tilePath } from './tile.js';
import type { TileHashes } from './tile-hashes.js';
import type { Tree } from './tree.js';

/** Which tile of the plan has the stored hash. */
interface Located {
  readonly index: number;
  readonly position: number;
}

/** See the head of this file. */
export class TilePlan {
  /** The tiles to read, parents before children. */
  readonly tiles: readonly Tile[];
  readonly #tree: Tree;
  readonly #rootParts: readonly Located[];
  readonly #wanted: readonly Located[];
  /** How many of the tiles the root is computed from; they come first. */
  readonly #rootTiles: number;
  readonly #positions = new Map<string, number>();

  /** Plans reading the stored hashes `indexes`. Throws a TlogError when one is not in the tree. */
  constructor(tree: Tree, height: number, indexes: readonly number[]) {
    const tiles: Tile[] = [];
    this.tiles = tiles;
    this.#tree = tree;
    const parts = indexes.length === 0 ? [] : subtreeIndexes(0, tree.size);
    this.#rootParts = parts.map((index) => {
      const tile = tileParent(tileForIndex(height, index), 0, tree.size) as Tile;
      return { index, position: this.#add(tiles, tile) };
    });
    this.#rootTiles = tiles.length;
    const count = storedHashCount(tree.size);
    this.#wanted = indexes.map((index) => {
      if (index < 0 || index >= count) throw new TlogError('bad-input', 'indexes not in tree');
      return { index, position: this.#addWithParents(tiles, tileForIndex(height, index)) };
    });
  }

  #add(tiles: Tile[], tile: Tile): number {
    const path = tilePath(tile);
    const known = this.#positions.get(path);
    if (known !== undefined) return known;
    this.#positions.set(path, tiles.length);
    return tiles.push(tile) - 1;
  }

  /** Adds the tile and every tile above it up to one that is in the plan, that one's children first. */
  #addWithParents(tiles: Tile[], tile: Tile): number {
    const missing: Tile[] = [];
    for (let up = 0; ; up++) {
      const parent = tileParent(tile, up, this.#tree.size);
      if (parent === undefined) throw lost(this.#tree, tile);
      if (this.#positions.has(tilePath(parent))) break;
      // What has a parent is full.
      if (!isFull(parent)) throw lost(this.#tree, parent);
      missing.push(parent);
    }
    for (const added of missing.reverse()) this.#add(tiles, added);
    return this.#add(tiles, tileParent(tile, 0, this.#tree.size) as Tile);
  }

  /**
   * Proves the tiles, given in the order of `tiles`, and returns the hashes asked for. Throws a TlogError of code
   * `inconsistent` when any tile is not what the tree says.
   */
  authenticate(contents: readonly TileHashes[], hasher: TreeHasher): Hash[] {
    const at = (position: number) => contents[position] as TileHashes;
    if (this.#rootParts.length > 0) {
      const parts = this.#rootParts.map(({ index, position }) => at(position).stored(index));
      requireSame(foldHashes(parts, hasher), this.#tree.hash);
    }
    for (let i = this.#rootTiles; i < this.tiles.length; i++) {
      const tile = this.tiles[i] as Tile;
      const parent = tileParent(tile, 1, this.#tree.size);
      const position = parent === undefined ? undefined : this.#positions.get(tilePath(parent));
      if (parent === undefined || position === undefined) throw lost(this.#tree, tile);
      const claimed = at(position).stored(storedHashIndex(parent.level * parent.height, tile.n));
      requireSame(claimed, at(i).root());
    }
    return this.#wanted.map(({ index, position }) => at(position).stored(index));
  }
}

function requireSame(a: Hash, b: Hash): void {
  if (!sameHash(a, b)) throw new TlogError('inconsistent', 'downloaded inconsistent tile');
}

/** Cannot happen while the arithmetic of this file is right. */
function lost(tree: Tree, tile: Tile): TlogError {
  return new TlogError('bad-input', `bad math in tileHashReader: ${tree.size} ${tilePath(tile)}`);
}
