// CRC-32 (IEEE 802.3), as archives carry it. Four tables, four bytes a step; Node's own is faster where it
// exists, and the engine uses that.

/** The checksum of `data`, continuing from the checksum `seed` of what came before it. Unsigned. */
export type Crc32 = (data: Uint8Array, seed?: number) => number;

const POLYNOMIAL = 0xedb88320;

function makeTables(): Uint32Array {
  const tables = new Uint32Array(4 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ POLYNOMIAL : sum >>> 1;
    tables[byte] = sum;
  }
  for (let i = 256; i < tables.length; i++) {
    const shorter = tables[i - 256]!;
    tables[i] = (shorter >>> 8) ^ tables[shorter & 0xff]!;
  }
  return tables;
}

const TABLES = makeTables();

/** See the head of this file. */
export const crc32: Crc32 = (data, seed = 0) => {
  let sum = ~seed;
  let at = 0;
  for (const whole = data.length - 3; at < whole; at += 4) {
    sum ^= data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24);
    sum =
      TABLES[768 + (sum & 0xff)]! ^
      TABLES[512 + ((sum >>> 8) & 0xff)]! ^
      TABLES[256 + ((sum >>> 16) & 0xff)]! ^
      TABLES[sum >>> 24]!;
  }
  for (; at < data.length; at++) sum = (sum >>> 8) ^ TABLES[(sum ^ data[at]!) & 0xff]!;
  return ~sum >>> 0;
};
