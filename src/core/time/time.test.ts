// Goldens are answers of Go's time package (go 1.26.8), read through.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  compareTimes,
  formatTime,
  fromUnix,
  isZeroTime,
  parseTime,
  printTime,
  pseudoTimestamp,
  TimeError,
  ZERO_TIME,
} from './index.js';

const LAYOUT = '2006-01-02T15:04:05Z07:00';

describe('times', () => {
  test.each([
    ['2018-01-02T15:04:05Z', '2018-01-02T15:04:05Z', '20180102150405'],
    ['2018-01-02T15:04:05.120Z', '2018-01-02T15:04:05.12Z', '20180102150405'],
    ['2018-01-02T15:04:05.000000000Z', '2018-01-02T15:04:05Z', '20180102150405'],
    ['2018-01-02T15:04:05.1234567899Z', '2018-01-02T15:04:05.123456789Z', '20180102150405'],
    ['2018-01-02T15:04:05,5Z', '2018-01-02T15:04:05.5Z', '20180102150405'],
    ['2018-01-02T5:04:05Z', '2018-01-02T05:04:05Z', '20180102050405'],
    ['2018-01-02T15:04:05+05:30', '2018-01-02T15:04:05+05:30', '20180102093405'],
    ['2018-01-02T15:04:05-08:00', '2018-01-02T15:04:05-08:00', '20180102230405'],
    ['2018-01-02T15:04:05+00:00', '2018-01-02T15:04:05Z', '20180102150405'],
    ['2018-01-02T15:04:05-00:00', '2018-01-02T15:04:05Z', '20180102150405'],
    ['2018-12-31T23:59:59-23:59', '2018-12-31T23:59:59-23:59', '20190101235859'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '00010101000000'],
    ['0000-02-29T00:00:00Z', '0000-02-29T00:00:00Z', '00000229000000'],
    ['0099-03-01T00:00:00Z', '0099-03-01T00:00:00Z', '00990301000000'],
    ['9999-12-31T23:59:59.999999999Z', '9999-12-31T23:59:59.999999999Z', '99991231235959'],
    ['1969-12-31T23:59:59.5Z', '1969-12-31T23:59:59.5Z', '19691231235959'],
  ])('%s is %s', (text, want, stamp) => {
    const time = parseTime(text);
    expect(formatTime(time)).toBe(want);
    expect(pseudoTimestamp(time)).toBe(stamp);
    expect(parseTime(want)).toEqual(time);
  });

  test.each([
    ['', `as "${LAYOUT}": cannot parse "" as "2006"`],
    ['201', `as "${LAYOUT}": cannot parse "201" as "2006"`],
    ['2018', `as "${LAYOUT}": cannot parse "" as "-"`],
    ['2018/01-02', `as "${LAYOUT}": cannot parse "/01-02" as "-"`],
    ['2018-1-02', `as "${LAYOUT}": cannot parse "1-02" as "01"`],
    ['2018-01-02 15:04:05Z', `as "${LAYOUT}": cannot parse " 15:04:05Z" as "T"`],
    ['2018-01-02Tx', `as "${LAYOUT}": cannot parse "x" as "15"`],
    ['2018-01-02T15:04:05', `as "${LAYOUT}": cannot parse "" as "Z07:00"`],
    ['2018-01-02T15:04:05.Z', `as "${LAYOUT}": cannot parse ".Z" as "Z07:00"`],
    ['2018-01-02T15:04:05z', `as "${LAYOUT}": cannot parse "z" as "Z07:00"`],
    ['2018-01-02T15:04:05*05:00', `as "${LAYOUT}": cannot parse "*05:00" as "Z07:00"`],
    ['2018-01-02T15:04:05+0x:00', `as "${LAYOUT}": cannot parse "+0x:00" as "Z07:00"`],
    ['2018-13-02T15:04:05Z', ': month out of range'],
    ['2018-00-02T15:04:05Z', ': month out of range'],
    ['2019-02-29T15:04:05Z', ': day out of range'],
    ['1900-02-29T15:04:05Z', ': day out of range'],
    ['2018-01-00T15:04:05Z', ': day out of range'],
    ['2018-01-02T24:04:05Z', ': hour out of range'],
    ['2018-01-02T15:60:05Z', ': minute out of range'],
    ['2018-01-02T15:04:60Z', ': second out of range'],
    ['2018-01-02T15:04:05+25:00', ': time zone offset hour out of range'],
    ['2018-01-02T15:04:05+00:61', ': time zone offset minute out of range'],
    ['2018-01-02T15:04:05Z\u00e9"', ': extra text: "\\xc3\\xa9\\""'],
  ])('%j is none', (text, want) => {
    const shown = text.replace('"', '\\"').replace('é', '\\xc3\\xa9');
    const message = `parsing time "${shown}"${want.startsWith('as') ? ' ' : ''}${want}`;
    expect(() => parseTime(text)).toThrow(expect.objectContaining({ code: 'parse', message }));
  });

  it('reads offsets that it cannot write', () => {
    const time = parseTime('2018-01-02T15:04:05+24:00');
    expect(printTime(time)).toBe('2018-01-02T15:04:05+24:00');
    expect(() => formatTime(time)).toThrow('timezone hour outside of range [0,23]');
    expect(() => formatTime(fromUnix(253402300800))).toThrow('year outside of range [0,9999]');
  });

  it('knows the zero time under any offset', () => {
    expect(isZeroTime(parseTime('0001-01-01T00:00:00Z'))).toBe(true);
    expect(isZeroTime(parseTime('0001-01-01T01:00:00+01:00'))).toBe(true);
    expect(isZeroTime(parseTime('0001-01-01T00:00:00.1Z'))).toBe(false);
    expect(formatTime(ZERO_TIME)).toBe('0001-01-01T00:00:00Z');
  });

  it('orders moments, and prints what it reads', () => {
    const moment = fc.record({
      seconds: fc.integer({ min: -62135596800 + 86400, max: 253402300799 - 86400 }),
      nanoseconds: fc.integer({ min: 0, max: 999_999_999 }),
      offset: fc.integer({ min: -1439, max: 1439 }).map((minutes) => minutes * 60),
    });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(parseTime(formatTime(a))).toEqual(a);
        expect(compareTimes(a, b)).toBe(0 - compareTimes(b, a));
        const [utcA, utcB] = [a, b].map((time) => formatTime({ ...time, nanoseconds: 0, offset: 0 }));
        if (a.seconds !== b.seconds) expect(compareTimes(a, b)).toBe((utcA ?? '') < (utcB ?? '') ? -1 : 1);
      }),
    );
  });

  it('ends in our error for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9TZ:.,+-]{0,30}$/)), (text) => {
        try {
          printTime(parseTime(text));
        } catch (error) {
          expect(error).toBeInstanceOf(TimeError);
        }
      }),
    );
  });
});
