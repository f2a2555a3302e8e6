import { describe, expect, it } from 'vitest';
import { mutate } from '../../../tools/testing/mutate.js';
import { refused } from '../../../tools/testing/refusal.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { nodePrimitives } from '../../engine/primitives.js';
import {
  type Hash,
  type HashReader,
  hashFromTile,
  newTiles,
  readTileData,
  storedHashCount,
  storedHashes,
  storedHashIndex,
  type Tile,
  TileHashes,
  TilePlan,
  TlogError,
  type Tree,
  tilePath,
  treeHash,
  treeHasher,
} from './index.js';

const hasher = treeHasher(nodePrimitives().sha256);
const record = (n: number) => new TextEncoder().encode(`record ${n}\n`);

const hashes: Hash[] = [];
const reader: HashReader = { readHashes: (indexes) => indexes.map((index) => hashes[index] as Hash) };
for (let n = 0; n < 300; n++) hashes.push(...storedHashes(n, record(n), reader, hasher));

const treeOf = (size: number): Tree => ({ size, hash: treeHash(size, reader, hasher) });
const content = (tile: Tile, data = readTileData(tile, reader)) => new TileHashes(tile, data, hasher);

const code = (work: () => unknown): string => refused(work, TlogError)?.code ?? 'fine';

describe('a tile plan', () => {
  it.each([1, 2, 3, 8])('of height %i proves every stored hash of every tree', (height) => {
    for (const size of [1, 2, 3, 4, 7, 8, 15, 16, 17, 63, 64, 70, 255, 256, 257, 300]) {
      const tree = treeOf(size);
      for (let index = 0; index < storedHashCount(size); index += 1 + Math.floor(size / 20)) {
        const plan = new TilePlan(tree, height, [index]);
        const proven = plan.authenticate(
          plan.tiles.map((tile) => content(tile)),
          hasher,
        );
        expect(proven).toEqual([hashes[index]]);
      }
    }
  });

  it('asks only for tiles that the log publishes', () => {
    for (let size = 1; size <= 300; size++) {
      const published = new Set<string>();
      for (let grown = 1; grown <= size; grown++) {
        for (const tile of newTiles(2, grown - 1, grown)) published.add(tilePath(tile));
      }
      const indexes = [0, storedHashCount(size) - 1, storedHashIndex(0, Math.floor(size / 2))];
      const { tiles } = new TilePlan(treeOf(size), 2, indexes);
      expect(tiles.map(tilePath).filter((path) => !published.has(path))).toEqual([]);
      expect(new Set(tiles.map(tilePath)).size).toBe(tiles.length);
    }
  });

  it('puts parents first', () => {
    const { tiles } = new TilePlan(treeOf(300), 2, [storedHashIndex(0, 5), storedHashIndex(0, 200)]);
    expect(tiles.map(tilePath)).toEqual([
      'tile/2/4/000.p/1',
      'tile/2/2/004.p/2',
      'tile/2/1/018.p/3',
      'tile/2/3/000',
      'tile/2/2/000',
      'tile/2/1/000',
      'tile/2/0/001',
      'tile/2/2/003',
      'tile/2/1/012',
      'tile/2/0/050',
    ]);
  });

  it('refuses a tile in which any byte at any level is another', () => {
    for (const [height, size, n] of [
      [2, 300, 5],
      [2, 299, 298],
      [3, 300, 200],
      [1, 21, 20],
      [8, 300, 3],
    ] as const) {
      const plan = new TilePlan(treeOf(size), height, [storedHashIndex(0, n)]);
      for (const [position, tile] of plan.tiles.entries()) {
        const step = tile.width > 8 ? 37 : 1;
        for (let at = 0; at < tile.width * 32; at += step) {
          const data = readTileData(tile, reader);
          data[at] = (data[at] ?? 0) ^ 0x40;
          const contents = plan.tiles.map((each, i) => content(each, i === position ? data : undefined));
          expect(code(() => plan.authenticate(contents, hasher))).toBe('inconsistent');
        }
      }
    }
  });

  it('refuses a full tile that stands in for another one', () => {
    const plan = new TilePlan(treeOf(300), 2, [storedHashIndex(0, 5)]);
    for (const [position, tile] of plan.tiles.entries()) {
      if (tile.width !== 4) continue;
      const other = readTileData({ ...tile, n: tile.n === 0 ? 1 : 0, level: 0 }, reader);
      const contents = plan.tiles.map((each, i) => content(each, i === position ? other : undefined));
      expect(code(() => plan.authenticate(contents, hasher))).toBe('inconsistent');
    }
  });

  it("refuses a root that is not the signed one, and a size that is not the root's", () => {
    for (const size of [1, 5, 64, 299]) {
      const right = treeOf(size);
      const wrong = Uint8Array.from(right.hash);
      wrong[0] = (wrong[0] ?? 0) ^ 1;
      for (const tree of [
        { size, hash: wrong },
        { size: size + 1, hash: right.hash },
      ]) {
        const plan = new TilePlan(tree, 2, [0]);
        expect(
          code(() =>
            plan.authenticate(
              plan.tiles.map((tile) => content(tile)),
              hasher,
            ),
          ),
        ).toBe('inconsistent');
      }
    }
  });

  it('refuses places that the tree does not have', () => {
    for (const index of [-1, storedHashCount(7), 1e6]) {
      expect(() => new TilePlan(treeOf(7), 2, [index])).toThrow(
        new TlogError('bad-input', 'indexes not in tree'),
      );
    }
    expect(() => new TilePlan(treeOf(0), 2, [0])).toThrow('indexes not in tree');
  });

  it('of nothing reads nothing', () => {
    for (const size of [0, 7]) {
      const plan = new TilePlan(treeOf(size), 2, []);
      expect(plan.tiles).toEqual([]);
      expect(plan.authenticate([], hasher)).toEqual([]);
    }
  });

  it('2,000 mutations of a tile end in a TlogError or leave the tile as it was', () => {
    const plan = new TilePlan(treeOf(300), 3, [storedHashIndex(0, 77)]);
    const chance = seeded(4);
    const codes = new Map<string, number>();
    for (let i = 0; i < 2000; i++) {
      const position = chance.below(plan.tiles.length);
      const original = readTileData(plan.tiles[position] as Tile, reader);
      const data = mutate(chance, original);
      const outcome = code(() =>
        plan.authenticate(
          plan.tiles.map((tile, at) => content(tile, at === position ? data : undefined)),
          hasher,
        ),
      );
      if (outcome === 'fine') expect(data).toEqual(original);
      codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
    }
    expect(codes.get('inconsistent')).toBeGreaterThan(100);
    expect(codes.get('bad-input')).toBeGreaterThan(100);
  });
});

describe('the hashes of a tile', () => {
  it('need as many bytes as the tile is wide', () => {
    const tile = { height: 2, level: 0, n: 3, width: 3 };
    expect(() => new TileHashes(tile, new Uint8Array(64), hasher)).toThrow(
      'TileReader returned bad result slice (tile/2/0/003.p/3 len=64, want 96)',
    );
    expect(code(() => new TileHashes(tile, new Uint8Array(128), hasher))).toBe('bad-input');
  });

  it('are found in the tile that has them only', () => {
    const tile = { height: 2, level: 0, n: 1, width: 3 };
    const data = readTileData(tile, reader);
    expect(hashFromTile(tile, data, storedHashIndex(0, 6), hasher)).toEqual(hashes[storedHashIndex(0, 6)]);
    expect(hashFromTile(tile, data, storedHashIndex(1, 2), hasher)).toEqual(hashes[storedHashIndex(1, 2)]);
    const wrong: [Tile, Uint8Array, number, string][] = [
      [tile, data, storedHashIndex(0, 7), 'index 11 is in tile/2/0/001 not tile/2/0/001.p/3'],
      [tile, data, storedHashIndex(0, 3), 'index 4 is in tile/2/0/000 not tile/2/0/001.p/3'],
      [tile, data, storedHashIndex(2, 0), 'index 6 is in tile/2/1/000.p/1 not tile/2/0/001.p/3'],
      [tile, data.subarray(1), storedHashIndex(0, 4), 'data len 95 too short for tile tile/2/0/001.p/3'],
      [{ ...tile, width: 5 }, data, storedHashIndex(0, 4), 'invalid tile tile/2/0/001.p/5'],
      [{ ...tile, level: -1 }, data, storedHashIndex(0, 4), 'invalid tile tile/2/data/001.p/3'],
    ];
    for (const [where, bytes, index, message] of wrong) {
      expect(() => hashFromTile(where, bytes, index, hasher)).toThrow(new TlogError('bad-input', message));
    }
  });
});
