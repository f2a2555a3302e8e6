// The goldens in testdata/go.json were printed by golang.org/x/mod/sumdb/tlog of Go 1.26, for a log whose record
// n is "record <n>\n".

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutate } from '../../../tools/testing/mutate.js';
import { refused } from '../../../tools/testing/refusal.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { nodePrimitives } from '../../engine/primitives.js';
import {
  checkRecord,
  checkTree,
  formatHash,
  formatRecord,
  formatTree,
  type Hash,
  type HashReader,
  MAX_TREE_SIZE,
  newTiles,
  parseHash,
  parseRecord,
  parseTilePath,
  parseTree,
  proveRecord,
  proveTree,
  splitStoredHashIndex,
  storedHashCount,
  storedHashes,
  storedHashIndex,
  TlogError,
  tileForIndex,
  tilePath,
  treeHash,
  treeHasher,
} from './index.js';

interface Golden {
  readonly roots: Record<string, string>;
  readonly recordProofs: { size: number; n: number; proof: string[] }[];
  readonly treeProofs: { size: number; older: number; proof: string[] }[];
  readonly stored: [number, number, number][];
  readonly counts: [number, number][];
  readonly tileForIndex: [number, number, string][];
  readonly newTiles: [number, number, number, string[]][];
  readonly paths: [string, string | [number, number, number, number]][];
  readonly trees: [string, string | number][];
  readonly records: [string, number | string, string?, string?][];
}

const golden = JSON.parse(readFileSync(new URL('testdata/go.json', import.meta.url), 'utf8')) as Golden;
const hasher = treeHasher(nodePrimitives().sha256);
const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);
const record = (n: number) => bytes(`record ${n}\n`);

function buildLog(size: number): { reader: HashReader; hashes: Hash[]; roots: Hash[] } {
  const hashes: Hash[] = [];
  const reader: HashReader = { readHashes: (indexes) => indexes.map((index) => hashes[index] as Hash) };
  const roots: Hash[] = [];
  for (let n = 0; n < size; n++) {
    roots.push(treeHash(n, reader, hasher));
    hashes.push(...storedHashes(n, record(n), reader, hasher));
  }
  roots.push(treeHash(size, reader, hasher));
  return { reader, hashes, roots };
}

const log = buildLog(300);
const root = (size: number) => log.roots[size] as Hash;

const code = (work: () => unknown): string => refused(work, TlogError)?.code ?? 'fine';

describe('stored hashes', () => {
  it.each(golden.stored)('hash (%i, %i) is stored at %i', (level, n, index) => {
    expect(storedHashIndex(level, n)).toBe(index);
    expect(splitStoredHashIndex(index)).toEqual({ level, n });
  });

  it.each(golden.counts)('a tree of %i has %i', (size, count) => {
    expect(storedHashCount(size)).toBe(count);
  });

  it('are dense: each place belongs to one hash', () => {
    for (let index = 0; index < 3000; index++) {
      const { level, n } = splitStoredHashIndex(index);
      expect(storedHashIndex(level, n)).toBe(index);
    }
    expect(log.hashes).toHaveLength(storedHashCount(300));
  });

  it('come back at any place up to the largest tree', () => {
    fc.assert(
      fc.property(fc.nat({ max: MAX_TREE_SIZE }), (index) => {
        const { level, n } = splitStoredHashIndex(index);
        expect(storedHashIndex(level, n)).toBe(index);
      }),
    );
  });
});

describe('tree hashes', () => {
  it.each(Object.entries(golden.roots))('the root of %s records is %s', (size, hash) => {
    expect(formatHash(root(Number(size)))).toBe(hash);
  });

  it('need a reader that keeps its promise', () => {
    const bad = () => treeHash(3, { readHashes: () => [] }, hasher);
    expect(bad).toThrow(new TlogError('bad-input', 'tlog: ReadHashes(2 indexes) = 0 hashes'));
  });
});

describe('record proofs', () => {
  it.each(golden.recordProofs)('are those of Go for record $n of $size', ({ size, n, proof }) => {
    expect(proveRecord(size, n, log.reader, hasher).map(formatHash)).toEqual(proof);
  });

  it('prove each record of each tree, and nothing else', () => {
    for (let size = 1; size <= 40; size++) {
      for (let n = 0; n < size; n++) {
        const proof = proveRecord(size, n, log.reader, hasher);
        const check = (p = proof, t = size, r = root(size), i = n, h = hasher.record(record(n))) =>
          code(() => checkRecord(p, t, r, i, h, hasher));
        expect(check()).toBe('fine');
        expect(check(proof, size, root(size + 1))).toBe('proof');
        expect(check(proof, size, root(size), n, hasher.record(record(n + 1)))).toBe('proof');
        expect(check([...proof, root(1)])).toBe('proof');
        if (proof.length > 0) expect(check(proof.slice(1))).toBe('proof');
        if (n > 0) expect(check(proof, size, root(size), n - 1)).toBe('proof');
        for (let at = 0; at < proof.length; at++) {
          const wrong = Uint8Array.from(proof[at] as Hash);
          wrong[at] = (wrong[at] ?? 0) ^ 1;
          expect(check(proof.with(at, wrong))).toBe('proof');
        }
      }
    }
  });

  it('refuse questions without sense', () => {
    const message = 'tlog: invalid inputs in ProveRecord';
    for (const [size, n] of [
      [0, 0],
      [3, 3],
      [3, -1],
      [-1, -1],
    ] as const) {
      expect(() => proveRecord(size, n, log.reader, hasher)).toThrow(message);
      expect(code(() => checkRecord([], size, root(1), n, root(1), hasher))).toBe('bad-input');
    }
  });
});

describe('tree proofs', () => {
  it.each(golden.treeProofs)('are those of Go for $older in $size', ({ size, older, proof }) => {
    expect(proveTree(size, older, log.reader, hasher).map(formatHash)).toEqual(proof);
  });

  it('prove each older tree in each tree, and nothing else', () => {
    for (let size = 1; size <= 40; size++) {
      for (let older = 1; older <= size; older++) {
        const proof = proveTree(size, older, log.reader, hasher);
        const check = (p = proof, t = root(size), o = root(older)) =>
          code(() => checkTree(p, size, t, older, o, hasher));
        expect(check()).toBe('fine');
        expect(check([...proof, root(1)])).toBe('proof');
        if (proof.length > 0) expect(check(proof.slice(1))).toBe('proof');
        expect(check(proof, root(size + 1))).toBe('proof');
        expect(check(proof, root(size), root(older + 1))).toBe('proof');
        for (let at = 0; at < proof.length; at++) {
          const wrong = Uint8Array.from(proof[at] as Hash);
          wrong[at] = (wrong[at] ?? 0) ^ 1;
          expect(check(proof.with(at, wrong))).toBe('proof');
        }
      }
    }
  });

  it('refuse questions without sense', () => {
    for (const [size, older] of [
      [0, 0],
      [3, 0],
      [3, 4],
    ] as const) {
      expect(() => proveTree(size, older, log.reader, hasher)).toThrow('tlog: invalid inputs in ProveTree');
      expect(code(() => checkTree([], size, root(1), older, root(1), hasher))).toBe('bad-input');
    }
  });
});

describe('tiles', () => {
  it.each(golden.tileForIndex)('of height %i hold place %i in %s', (height, index, path) => {
    expect(tilePath(tileForIndex(height, index))).toBe(path);
  });

  it.each(golden.newTiles)('of height %i, from %i to %i records: %j', (height, from, to, paths) => {
    expect(newTiles(height, from, to).map(tilePath)).toEqual(paths);
  });

  it.each(golden.paths)('path %j is %j', (path, expected) => {
    if (typeof expected === 'string') {
      expect(() => parseTilePath(path)).toThrow(new TlogError('malformed', expected));
    } else {
      const [height, level, n, width] = expected;
      expect(parseTilePath(path)).toEqual({ height, level, n, width });
      expect(tilePath({ height, level, n, width })).toBe(path);
    }
  });

  it('2,000 mutated paths are refused with a TlogError, or are the path of what they were read as', () => {
    const chance = seeded(3);
    for (let i = 0; i < 2000; i++) {
      const path = text(mutate(chance, bytes('tile/8/2/x001/x234/067.p/21')));
      try {
        expect(tilePath(parseTilePath(path))).toBe(path);
      } catch (error) {
        expect(error).toBeInstanceOf(TlogError);
      }
    }
  });
});

describe('tree notes', () => {
  it.each(golden.trees)('%j is %j', (note, expected) => {
    if (typeof expected === 'string')
      expect(() => parseTree(note)).toThrow(new TlogError('malformed', expected));
    else expect(parseTree(note).size).toBe(expected);
  });

  it('come back', () => {
    const tree = { size: 300, hash: root(300) };
    expect(parseTree(formatTree(tree))).toEqual(tree);
  });

  it('are refused past the sizes that numbers hold exactly', () => {
    const of = (size: bigint) => `go.sum database tree\n${size}\n${formatHash(root(1))}\n`;
    expect(parseTree(of(2n ** 50n)).size).toBe(MAX_TREE_SIZE);
    for (const size of [2n ** 50n + 1n, 2n ** 53n, 2n ** 63n, 10n ** 30n]) {
      expect(code(() => parseTree(of(size)))).toBe('malformed');
    }
  });
});

describe('hashes', () => {
  it('come back, and other texts are refused', () => {
    expect(parseHash(formatHash(root(5)))).toEqual(root(5));
    for (const bad of ['', 'AAAA', formatHash(root(5)).slice(1), `${formatHash(root(5))}AAAA`]) {
      expect(code(() => parseHash(bad))).toBe('malformed');
    }
  });
});

describe('records', () => {
  it.each(golden.records)('%s is %j', (encoded, outcome, body, rest) => {
    const message = Uint8Array.from(Buffer.from(encoded, 'base64'));
    if (typeof outcome === 'string') {
      expect(() => parseRecord(message)).toThrow(new TlogError('malformed', outcome));
    } else {
      const parsed = parseRecord(message);
      expect([parsed.id, text(parsed.text), text(parsed.rest)]).toEqual([outcome, body, rest]);
    }
  });

  it('come back', () => {
    const parsed = parseRecord(formatRecord(17, record(17)));
    expect(parsed).toEqual({ id: 17, text: record(17), rest: new Uint8Array(0) });
  });

  it('are refused below zero, where no log has any', () => {
    expect(code(() => parseRecord(bytes('-1\na\n\n')))).toBe('malformed');
    expect(Object.is(parseRecord(bytes('-0\na\n\n')).id, 0)).toBe(true);
  });

  it.each(['', 'a', '\n\n', 'a\n\nb\n', 'a\tb\n', 'a\0\n'])('are not made of %j', (bad) => {
    expect(code(() => formatRecord(1, bytes(bad)))).toBe('malformed');
  });

  it('2,000 mutations end in a TlogError or in a record', () => {
    const message = bytes('12\nexample.com/m v1.0.0 h1:abc=\nexample.com/m v1.0.0/go.mod h1:é=\n\ntree');
    const chance = seeded(2);
    let refused = 0;
    for (let i = 0; i < 2000; i++) {
      try {
        const parsed = parseRecord(mutate(chance, message));
        expect(Number.isSafeInteger(parsed.id) && parsed.id >= 0).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(TlogError);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(100);
    expect(refused).toBeLessThan(1900);
  });
});
