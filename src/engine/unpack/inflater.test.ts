import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { damageArchive } from '../../../tools/testing/archive.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { type Compressed, createInflater } from './inflater.js';

const chance = seeded(7);
const plain = Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * i) % (i < 9000 ? 11 : 256)));
const streams = [
  deflateRawSync(plain),
  deflateRawSync(plain, { level: 0 }),
  deflateRawSync(plain, { strategy: constants.Z_FIXED }),
  deflateRawSync(Buffer.alloc(0)),
  deflateRawSync(Buffer.alloc(500_000)),
];

/** The stream in pieces of `step` bytes; whole where it is 0. */
function compressed(data: Buffer, step: number): Compressed {
  if (step === 0) return { first: data, more: undefined };
  let at = step;
  const more = () => {
    if (at >= data.length) return undefined;
    at += step;
    return data.subarray(at - step, at);
  };
  return { first: data.subarray(0, step), more };
}

function documented(data: Buffer): Buffer | undefined {
  try {
    return inflateRawSync(data);
  } catch {
    return undefined;
  }
}

describe.each([false, true])('inflating (documented: %s)', (isDocumented) => {
  const inflater = createInflater(isDocumented);

  function inflate(data: Buffer, step: number, room: number, max = 1_000_000): Buffer | undefined {
    const out = Buffer.alloc(room);
    const parts: Buffer[] = [];
    let size = 0;
    const take = (length: number) => {
      parts.push(Buffer.from(out.subarray(0, length)));
      size += length;
      return size <= max;
    };
    return inflater.inflate(compressed(data, step), out, take, max) ? Buffer.concat(parts) : undefined;
  }

  it('gives what was deflated, whatever the pieces', () => {
    for (const data of streams) {
      const expected = inflateRawSync(data);
      for (const step of [0, 1, 7, 1000, 1 << 20]) {
        for (const room of [13, 1000, 20_000, 20_001]) {
          if (step === 1 && room === 13) continue;
          expect(inflate(data, step, room)?.equals(expected)).toBe(true);
        }
      }
    }
  });

  it('ignores what follows a stream', () => {
    for (const data of streams) {
      const longer = Buffer.concat([data, Buffer.alloc(3000, 0xff)]);
      for (const step of [0, 500])
        expect(inflate(longer, step, 1000)?.equals(inflateRawSync(data))).toBe(true);
    }
  });

  it('stops when no more is wanted', () => {
    const bomb = deflateRawSync(Buffer.alloc(10_000_000));
    expect(inflate(bomb, 0, 1000, 5000)).toBeUndefined();
    expect(inflate(bomb, 100, 1000, 5000)).toBeUndefined();
  });

  it('refuses what zlib refuses, and is as good as new afterwards', () => {
    for (let i = 0; i < 600; i++) {
      const damaged = damageArchive(chance.pick(streams.slice(0, 3)), chance);
      const expected = documented(damaged);
      const step = chance.pick([0, 1, 300]);
      const made = inflate(damaged, step, 2000);
      expect({ step, made: made?.equals(expected ?? Buffer.of(1)) }).toEqual({
        step,
        made: expected === undefined ? undefined : true,
      });
    }
  });
});
