// Zone files, as systems keep them below /usr/share/zoneinfo (TZif): the changes of a place's clocks, and a rule for
// what comes after them.
//
//   "TZif" version 15 bytes, six counts, the changes' times and periods, the periods, names, leap seconds, two lists of marks
//
// From version 2 on all of it comes twice, the second time with 64 bits for a time, and a rule in lines of its own ends the
// file. Defined by RFC 9636; which files are refused, and what holds before the first change, by Go's time package
// (zoneinfo_read.go, zoneinfo.go).

import { decodeText } from '../text.js';
import type { Location, ZonePeriod } from './location.js';
import { parseZoneRule, periodByRule, type ZoneRule } from './zone-rule.js';

interface Zone {
  readonly name: string;
  readonly offset: number;
  readonly isDST: boolean;
}

const HEADER = 44;
const VERSIONS = [0, 0x32, 0x33];
const MAGIC = 0x545a6966;

/** The six counts of a header: marks of two kinds, leap seconds, changes, zones, bytes of names. */
function countsAt(view: DataView, at: number): number[] {
  return [0, 1, 2, 3, 4, 5].map((n) => view.getUint32(at + 20 + 4 * n));
}

function lengthOf(
  [utc = 0, wall = 0, leap = 0, times = 0, zones = 0, chars = 0]: number[],
  wide: number,
): number {
  return times * (wide + 1) + zones * 6 + chars + leap * (wide + 4) + wall + utc;
}

function textAt(bytes: Uint8Array, from: number, to: number): string {
  const end = bytes.indexOf(0, from);
  return decodeText(bytes.subarray(from, end < 0 || end > to ? to : end));
}

/** The changes of a place, in the order of the file. */
class Changes {
  constructor(
    private readonly zones: readonly Zone[],
    private readonly times: readonly number[],
    private readonly indexes: readonly number[],
    private readonly rule: ZoneRule | undefined,
  ) {}

  at(seconds: number): ZonePeriod {
    const { times } = this;
    const [first = -Infinity] = times;
    if (seconds < first) return { ...this.#first(), start: -Infinity, end: first };
    let low = 0;
    let high = times.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (seconds < times[middle]!) high = middle;
      else low = middle;
    }
    const start = times[low]!;
    const isLast = low === times.length - 1;
    if (isLast && this.rule !== undefined) return periodByRule(this.rule, start, seconds);
    return { ...this.zones[this.indexes[low]!]!, start, end: times[low + 1] ?? Infinity };
  }

  /** What held before the first change: a period that nothing changes to, or else one of standard time. */
  #first(): Zone {
    const { zones, indexes } = this;
    const [start] = zones as [Zone];
    if (!indexes.includes(0)) return start;
    const next = zones[indexes[0]!];
    const before = next?.isDST ? zones.slice(0, indexes[0]).findLast((zone) => !zone.isDST) : undefined;
    return before ?? zones.find((zone) => !zone.isDST) ?? start;
  }
}

/** What a zone file says; undefined where `bytes` are none. `name` and `expression` are those of the location. */
export function parseZoneFile(
  bytes: Uint8Array,
  { name, expression }: Pick<Location, 'name' | 'expression'>,
): Location | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getUint32(0) !== MAGIC) return undefined;
  const version = VERSIONS.indexOf(view.getUint8(4));
  if (version < 0) return undefined;
  const wide = version === 0 ? 4 : 8;
  const start = version === 0 ? 0 : HEADER + lengthOf(countsAt(view, 0), 4);
  if (bytes.length < start + HEADER) return undefined;
  const counts = countsAt(view, start);
  const [, , , timeCount = 0, zoneCount = 0, charCount = 0] = counts;
  const end = start + HEADER + lengthOf(counts, wide);
  if (bytes.length < end || zoneCount === 0) return undefined;

  const indexesAt = start + HEADER + timeCount * wide;
  const zonesAt = indexesAt + timeCount;
  const namesAt = zonesAt + zoneCount * 6;
  const times = Array.from({ length: timeCount }, (_, n) => {
    const at = start + HEADER + n * wide;
    return wide === 4 ? view.getInt32(at) : Number(view.getBigInt64(at));
  });
  const indexes = Array.from(bytes.subarray(indexesAt, zonesAt));
  const nameAt = (n: number) => bytes[zonesAt + 6 * n + 5]!;
  const zones = Array.from({ length: zoneCount }, (_, n) => ({
    name: textAt(bytes, namesAt + nameAt(n), namesAt + charCount),
    offset: view.getInt32(zonesAt + 6 * n),
    isDST: bytes[zonesAt + 6 * n + 4] !== 0,
  }));
  if (zones.some((_, n) => nameAt(n) >= charCount)) return undefined;
  if (indexes.some((index) => index >= zoneCount)) return undefined;
  // A place whose clocks never changed has its one period from ever on.
  const none = timeCount === 0;
  const footer = /^\n(.+)\n$/s.exec(decodeText(bytes.subarray(end)))?.[1];
  const rule = footer === undefined ? undefined : parseZoneRule(footer);
  const changes = new Changes(zones, none ? [-Infinity] : times, none ? [0] : indexes, rule);
  return { name, expression, at: (seconds) => changes.at(seconds) };
}
