// Tiles: the files in which a log's hashes are published.
//
// A tile of height h and number n of level l holds up to 2^h neighbouring hashes of tree level h*l, beginning
// with hash n*2^h. What stands between them and the next tile level is computed, not stored. A tile that is
// not full yet says how wide it is. Level -1 holds records instead of hashes. The path of a tile is
//
//   tile/<h>/<l, or "data">/<n>[.p/<width>]
//
// where n is written in groups of three digits, every group but the last with an "x" in front: x001/x234/067.
// Defined by golang.org/x/mod/sumdb/tlog and golang.org/design/25530-sumdb.

import { quote } from '../quote.js';
import { TlogError } from './error.js';
import { HASH_SIZE } from './hash.js';
import { type HashReader, readHashes, shiftDown, splitStoredHashIndex, storedHashIndex } from './stored.js';

const MAX_HEIGHT = 30;
/** Longer paths have numbers that no log reaches. */
const MAX_PATH = 100;

/** A file of hashes of a log, by its place in the tree. */
export interface Tile {
  /** 1 to 30. */
  readonly height: number;
  /** -1 for data. */
  readonly level: number;
  readonly n: number;
  /** 1 to 2^height. */
  readonly width: number;
}

/** Path of a tile, without a slash in front. Also its identity: equal tiles have equal paths. */
export function tilePath(tile: Tile): string {
  let n = String(tile.n % 1000).padStart(3, '0');
  for (let rest = shiftThousand(tile.n); rest > 0; rest = shiftThousand(rest)) {
    n = `x${String(rest % 1000).padStart(3, '0')}/${n}`;
  }
  const level = tile.level === -1 ? 'data' : tile.level;
  const partial = isFull(tile) ? '' : `.p/${tile.width}`;
  return `tile/${tile.height}/${level}/${n}${partial}`;
}

function shiftThousand(n: number): number {
  return Math.floor(n / 1000);
}

const PATH = /^tile\/([0-9]{1,2})\/(data|[0-9]{1,9})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,10}))?$/;

/** Reads a path. Only the one that {@link tilePath} writes is right. Throws a TlogError. */
export function parseTilePath(path: string): Tile {
  const match = path.length <= MAX_PATH ? PATH.exec(path) : null;
  if (match !== null) {
    const height = Number(match[1]);
    const tile: Tile = {
      height,
      level: match[2] === 'data' ? -1 : Number(match[2]),
      n: Number((match[3] ?? '').replace(/[x/]/g, '')),
      width: match[4] === undefined ? 2 ** height : Number(match[4]),
    };
    const inRange = height >= 1 && height <= MAX_HEIGHT && Number.isSafeInteger(tile.n);
    if (inRange && tile.width <= 2 ** height && tile.width > 0 && tilePath(tile) === path) return tile;
  }
  throw new TlogError('malformed', `malformed tile path ${quote(path)}`);
}

/** Whether nothing can be added to the tile. */
export function isFull(tile: Tile): boolean {
  return tile.width === 2 ** tile.height;
}

/** The tile when it is full. */
export function fullTile(tile: Tile): Tile {
  return isFull(tile) ? tile : { ...tile, width: 2 ** tile.height };
}

/** Where a stored hash stands: the narrowest tile, and level and number within it. */
export interface TilePlace {
  readonly tile: Tile;
  readonly level: number;
  readonly n: number;
}

/** The place of the stored hash `index` in tiles of `height`. */
export function tilePlace(height: number, index: number): TilePlace {
  const place = splitStoredHashIndex(index);
  const level = Math.floor(place.level / height);
  const inner = place.level - level * height;
  const n = shiftDown(place.n * 2 ** inner, height);
  const first = place.n - n * 2 ** (height - inner);
  const tile = { height, level, n, width: (first + 1) * 2 ** inner };
  return { tile, level: inner, n: first };
}

/** The narrowest tile of `height` that holds the stored hash `index`. */
export function tileForIndex(height: number, index: number): Tile {
  return tilePlace(height, index).tile;
}

/**
 * The tile `up` levels above `tile` (0: itself), as wide as it is in a tree of `size` records; undefined when the
 * tree has no such tile.
 */
export function tileParent(tile: Tile, up: number, size: number): Tile | undefined {
  const level = tile.level + up;
  const n = shiftDown(tile.n, up * tile.height);
  const present = shiftDown(size, level * tile.height) - n * 2 ** tile.height;
  if (present <= 0) return undefined;
  return { height: tile.height, level, n, width: Math.min(present, 2 ** tile.height) };
}

/** The tiles that must be published when a tree of `oldSize` records has grown to `newSize`. */
export function newTiles(height: number, oldSize: number, newSize: number): Tile[] {
  const tiles: Tile[] = [];
  for (let level = 0; shiftDown(newSize, height * level) > 0; level++) {
    const from = shiftDown(oldSize, height * level);
    const to = shiftDown(newSize, height * level);
    if (from === to) continue;
    const partial = shiftDown(to, height);
    for (let n = shiftDown(from, height); n < partial; n++) {
      tiles.push({ height, level, n, width: 2 ** height });
    }
    const width = to - partial * 2 ** height;
    if (width > 0) tiles.push({ height, level, n: partial, width });
  }
  return tiles;
}

/** The bytes of a hash tile, out of stored hashes. */
export function readTileData(tile: Tile, reader: HashReader): Uint8Array {
  const first = tile.n * 2 ** tile.height;
  const indexes = Array.from({ length: tile.width }, (_, i) =>
    storedHashIndex(tile.height * tile.level, first + i),
  );
  const data = new Uint8Array(tile.width * HASH_SIZE);
  for (const [i, hash] of readHashes(reader, indexes).entries()) data.set(hash, i * HASH_SIZE);
  return data;
}
