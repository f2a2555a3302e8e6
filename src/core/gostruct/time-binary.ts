// The binary form of a time, which gob uses, too.
//
//   version, 1 or 2; seconds since year 1 in 8 bytes; nanoseconds in 4; minutes east of UTC in 2, -1 for UTC;
//   in version 2 one byte more: seconds of the offset
//
// Defined by Go's time package (time.go); messages are its own. As in Go, the seconds of a western offset are read as
// if they were positive.

import { UTC, type ZonedTime } from '../time/index.js';
import { CallError } from './value.js';

/** From year 1 to 1970. */
const BEFORE_UNIX = 62135596800n;
const LENGTHS = [15, 16];
/** Go keeps other facts in the bits above. */
const NANOSECONDS = 2 ** 30 - 1;

/** The bytes of a time. Throws a CallError for an offset that they cannot tell. */
export function marshalBinary(time: ZonedTime): Uint8Array {
  const isUTC = time.location === UTC;
  const minutes = Math.trunc(time.offset / 60);
  const seconds = time.offset % 60;
  if (!isUTC && (minutes < -32768 || minutes === -1 || minutes > 32767))
    throw new CallError('Time.MarshalBinary: unexpected zone offset');
  const bytes = new Uint8Array(seconds === 0 ? 15 : 16);
  const view = new DataView(bytes.buffer);
  bytes[0] = seconds === 0 ? 1 : 2;
  view.setBigInt64(1, BigInt(time.seconds) + BEFORE_UNIX);
  view.setInt32(9, time.nanoseconds);
  view.setInt16(13, isUTC ? -1 : minutes);
  if (seconds !== 0) view.setInt8(15, seconds);
  return bytes;
}

/** What the bytes say; without an offset it is UTC. Throws an Error in Go's words. */
export function unmarshalBinary(bytes: Uint8Array): {
  seconds: number;
  nanoseconds: number;
  offset: number | undefined;
} {
  const fail = (text: string) => new Error(`Time.UnmarshalBinary: ${text}`);
  const [version] = bytes;
  if (version === undefined) throw fail('no data');
  if (version !== 1 && version !== 2) throw fail('unsupported version');
  if (bytes.length !== LENGTHS[version - 1]) throw fail('invalid length');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offset = view.getInt16(13) * 60 + (version === 2 ? view.getUint8(15) : 0);
  return {
    seconds: Number(BigInt.asIntN(64, view.getBigInt64(1) - BEFORE_UNIX)),
    nanoseconds: view.getInt32(9) & NANOSECONDS,
    offset: offset === -60 ? undefined : offset,
  };
}
