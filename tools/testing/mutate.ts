// Damage by chance, for tests that feed hostile bytes to a parser.

import type { Chance } from './seeded.js';

type Damage = (chance: Chance, data: Uint8Array) => Uint8Array;

function splice(data: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array {
  return Uint8Array.from([...data.subarray(0, at), ...added, ...data.subarray(at + removed)]);
}

/** Bytes that parsers tend to look for, beside arbitrary ones. */
const TELLING = [0, 9, 10, 13, 32, 43, 45, 47, 48, 57, 61, 127, 128, 0xc0, 0xe2, 0xed, 0xff];

const DAMAGES: readonly Damage[] = [
  // A bit, a byte.
  (chance, data) => {
    const at = chance.below(data.length);
    return splice(data, at, 1, Uint8Array.of((data[at] ?? 0) ^ (1 << chance.below(8))));
  },
  (chance, data) => splice(data, chance.below(data.length), 1, Uint8Array.of(chance.below(256))),
  (chance, data) => splice(data, chance.below(data.length), 1, Uint8Array.of(chance.pick(TELLING))),
  // Something in between, something gone, the end gone.
  (chance, data) => splice(data, chance.below(data.length + 1), 0, Uint8Array.of(chance.pick(TELLING))),
  (chance, data) => splice(data, chance.below(data.length), 1 + chance.below(8), new Uint8Array(0)),
  (chance, data) => data.slice(0, chance.below(data.length + 1)),
  // A part repeated, two parts exchanged.
  (chance, data) => {
    const from = chance.below(data.length);
    const part = data.slice(from, from + 1 + chance.below(40));
    return splice(data, chance.below(data.length + 1), 0, part);
  },
  (chance, data) => {
    const at = chance.below(data.length);
    return Uint8Array.from([...data.subarray(at), ...data.subarray(0, at)]);
  },
];

/** A damaged copy of `data`: one to three damages. */
export function mutate(chance: Chance, data: Uint8Array): Uint8Array {
  let damaged = data;
  for (let left = 1 + chance.below(3); left > 0; left--) {
    if (damaged.length === 0) return Uint8Array.of(chance.below(256));
    damaged = chance.pick(DAMAGES)(chance, damaged);
  }
  return damaged;
}
