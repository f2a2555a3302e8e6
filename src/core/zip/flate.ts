// Raw DEFLATE (RFC 1951), slow but exact in how it fails.
//
// Node's zlib does the inflating. This decoder is asked only when zlib refused a file: to find out whether
// Go refuses it too, and with which words, because those name the number of bytes that Go's decoder had
// taken when it gave up. Like Go's it takes a byte only when the next symbol needs it, reads at least as many
// bits as the shortest code has (for literals: as the end-of-block code has), and, unlike zlib, accepts a
// code-length alphabet of one symbol. It can be told to keep what it makes, and is then a whole inflater.

import { unexpectedEof, ZipError } from './error.js';

/** The compressed bytes, piece by piece; undefined at the end. */
export type FlateInput = () => Uint8Array | undefined;

const END_OF_BLOCK = 256;
const MAX_LITERALS = 286;
const MAX_DISTANCES = 30;
const WINDOW = 32768;
const MAX_BITS = 15;
const FAST_BITS = 9;
/** A hostile stream can have a new code every ten bytes: a table is made only for codes that are used. */
const WORTH_A_TABLE = 64;

const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** How the code-length symbols 16, 17 and 18 repeat: extra bits, and the smallest count. */
const REPEATS = [
  { bits: 2, least: 3 },
  { bits: 3, least: 3 },
  { bits: 7, least: 11 },
];

/** A canonical Huffman code that is complete, or has a single symbol of one bit, or is empty. */
class HuffmanCode {
  /** Fewest bits to have before looking. */
  least = 0;
  private readonly counts = new Uint16Array(MAX_BITS + 1);
  private readonly symbols: Uint16Array;
  /** For the next 9 bits, symbol * 16 + length; 0 where the code is longer or there is none. Made when it pays. */
  private fast: Uint16Array | undefined;
  private lookUps = 0;

  private constructor(size: number) {
    this.symbols = new Uint16Array(size);
  }

  /** The code with these lengths; undefined when they do not make one. */
  static of(lengths: Uint8Array): HuffmanCode | undefined {
    const made = new HuffmanCode(lengths.length);
    const { counts, symbols } = made;
    for (const length of lengths) counts[length]!++;
    counts[0] = 0;
    const longest = counts.findLastIndex((count) => count > 0);
    if (longest < 0) return made;
    made.least = counts.findIndex((count) => count > 0);
    const next = new Uint16Array(MAX_BITS + 2);
    let code = 0;
    for (let length = 1; length <= longest; length++) {
      code = 2 * code + counts[length]!;
      next[length + 1] = next[length]! + counts[length]!;
    }
    if (code !== 2 ** longest && !(code === 1 && longest === 1)) return undefined;
    for (let symbol = 0; symbol < lengths.length; symbol++) {
      const length = lengths[symbol]!;
      if (length > 0) symbols[next[length]!++] = symbol;
    }
    return made;
  }

  private makeFast(): Uint16Array {
    const fast = new Uint16Array(1 << FAST_BITS);
    let code = 0;
    let index = 0;
    for (let length = 1; length <= FAST_BITS; length++) {
      code <<= 1;
      for (let i = 0; i < this.counts[length]!; i++, code++, index++) {
        const entry = this.symbols[index]! * 16 + length;
        for (let at = reverse(code, length); at < 1 << FAST_BITS; at += 1 << length) fast[at] = entry;
      }
    }
    return fast;
  }

  /** Symbol * 16 + length of the code that the low bits of `bits` begin with; 0 where there is none. */
  lookUp(bits: number): number {
    if (this.fast !== undefined) {
      const quick = this.fast[bits & ((1 << FAST_BITS) - 1)]!;
      if (quick !== 0) return quick;
    } else if (++this.lookUps > WORTH_A_TABLE) {
      this.fast = this.makeFast();
    }
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_BITS; length++) {
      code |= (bits >>> (length - 1)) & 1;
      const count = this.counts[length]!;
      if (code - first < count) return this.symbols[index + code - first]! * 16 + length;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    return 0;
  }
}

function reverse(code: number, length: number): number {
  let out = 0;
  for (let i = 0; i < length; i++) out |= ((code >>> i) & 1) << (length - 1 - i);
  return out;
}

const FIXED_CODE = HuffmanCode.of(
  Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
)!;

/** Thrown inside the decoder when more was made than allowed; never leaves this file. */
const FULL = Symbol('full');

class Inflater {
  private readonly input: FlateInput;
  private readonly limit: number;
  private readonly out: Uint8Array | undefined;
  private piece: Uint8Array = new Uint8Array(0);
  private pieceAt = 0;
  private bits = 0;
  private bitCount = 0;
  private taken = 0;
  made = 0;

  constructor(input: FlateInput, limit: number, out: Uint8Array | undefined) {
    this.input = input;
    this.limit = limit;
    this.out = out;
  }

  private corrupt(): ZipError {
    return new ZipError('corrupt', `flate: corrupt input before offset ${this.taken}`);
  }

  private byte(): number {
    while (this.pieceAt >= this.piece.length) {
      const next = this.input();
      if (next === undefined) throw unexpectedEof();
      this.piece = next;
      this.pieceAt = 0;
    }
    this.taken++;
    return this.piece[this.pieceAt++]!;
  }

  private fill(count: number): void {
    while (this.bitCount < count) {
      this.bits |= this.byte() << this.bitCount;
      this.bitCount += 8;
    }
  }

  private drop(count: number): void {
    this.bits >>>= count;
    this.bitCount -= count;
  }

  private take(count: number): number {
    this.fill(count);
    const value = this.bits & ((1 << count) - 1);
    this.drop(count);
    return value;
  }

  private symbol(code: HuffmanCode): number {
    for (let needed = code.least; ; ) {
      this.fill(needed);
      const found = code.lookUp(this.bits);
      if (found === 0) throw this.corrupt();
      needed = found & 15;
      if (needed <= this.bitCount) {
        this.drop(needed);
        return found >>> 4;
      }
    }
  }

  private grow(count: number): void {
    this.made += count;
    if (this.made > this.limit) throw FULL;
  }

  run(): void {
    for (let last = false; !last; ) {
      const header = this.take(3);
      last = (header & 1) === 1;
      const type = header >>> 1;
      if (type === 0) this.storedBlock();
      else if (type === 1) this.codedBlock(FIXED_CODE, undefined);
      else if (type === 2) this.codedBlock(...this.readCodes());
      else throw this.corrupt();
    }
  }

  private storedBlock(): void {
    this.bits = 0;
    this.bitCount = 0;
    const length = this.byte() | (this.byte() << 8);
    const check = this.byte() | (this.byte() << 8);
    if (check !== (~length & 0xffff)) throw this.corrupt();
    for (let i = 0; i < length; i++) this.literal(this.byte());
  }

  private literal(byte: number): void {
    if (this.out !== undefined) this.out[this.made] = byte;
    this.grow(1);
  }

  private readCodes(): [HuffmanCode, HuffmanCode] {
    this.fill(14);
    const literals = (this.bits & 31) + 257;
    if (literals > MAX_LITERALS) throw this.corrupt();
    const distances = ((this.bits >>> 5) & 31) + 1;
    if (distances > MAX_DISTANCES) throw this.corrupt();
    this.drop(10);
    const count = this.take(4) + 4;
    const order = new Uint8Array(19);
    for (let i = 0; i < count; i++) order[CODE_LENGTH_ORDER[i]!] = this.take(3);
    const lengths = this.readLengths(HuffmanCode.of(order), literals + distances);
    const literalCode = HuffmanCode.of(lengths.subarray(0, literals));
    const distanceCode = HuffmanCode.of(lengths.subarray(literals));
    if (literalCode === undefined || distanceCode === undefined) throw this.corrupt();
    literalCode.least = Math.max(literalCode.least, lengths[END_OF_BLOCK]!);
    return [literalCode, distanceCode];
  }

  private readLengths(code: HuffmanCode | undefined, total: number): Uint8Array {
    if (code === undefined) throw this.corrupt();
    const lengths = new Uint8Array(total);
    for (let i = 0; i < total; ) {
      const symbol = this.symbol(code);
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw this.corrupt();
      const value = symbol === 16 ? lengths[i - 1]! : 0;
      const { bits, least } = REPEATS[symbol - 16]!;
      const end = i + least + this.take(bits);
      if (end > total) throw this.corrupt();
      lengths.fill(value, i, end);
      i = end;
    }
    return lengths;
  }

  /** A block of symbols; without a distance code the distances have five plain bits. */
  private codedBlock(literals: HuffmanCode, distances: HuffmanCode | undefined): void {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol === END_OF_BLOCK) return;
      if (symbol < END_OF_BLOCK) {
        this.literal(symbol);
      } else {
        if (symbol >= MAX_LITERALS) throw this.corrupt();
        const length = this.matchLength(symbol);
        const distance = this.distance(
          distances === undefined ? reverse(this.take(5), 5) : this.symbol(distances),
        );
        this.copy(distance, length);
      }
    }
  }

  private matchLength(symbol: number): number {
    if (symbol < 265) return symbol - 254;
    if (symbol === 285) return 258;
    const extra = (symbol - 261) >>> 2;
    return 3 + ((4 + ((symbol - 261) & 3)) << extra) + this.take(extra);
  }

  private distance(symbol: number): number {
    if (symbol < 4) return symbol + 1;
    if (symbol >= MAX_DISTANCES) throw this.corrupt();
    const extra = (symbol - 2) >>> 1;
    return 1 + ((2 + (symbol & 1)) << extra) + this.take(extra);
  }

  private copy(distance: number, length: number): void {
    if (distance > Math.min(this.made, WINDOW)) throw this.corrupt();
    const { out, made } = this;
    this.grow(length);
    if (out === undefined) return;
    for (let i = made; i < made + length; i++) out[i] = out[i - distance]!;
  }
}

/**
 * Inflates into `out` (when given, at least `limit` bytes long) and returns how many bytes were made; Infinity
 * when they are more than `limit`. Throws {@link ZipError} `corrupt` or `unexpected-eof` with compress/flate's
 * words. Bytes after the end of the stream are not looked at.
 */
export function inflateExactly(input: FlateInput, limit: number, out?: Uint8Array): number {
  const inflater = new Inflater(input, limit, out);
  try {
    inflater.run();
    return inflater.made;
  } catch (error) {
    if (error === FULL) return Number.POSITIVE_INFINITY;
    throw error;
  }
}
