// Times printed by a layout, as Go's time.Time.Format does it.
//
// A layout shows how Go's reference time, Mon Jan 2 15:04:05 MST 2006 (-0700), would look. What is recognized is a
// fixed set of pieces; everything else is copied. Defined by Go's time package (format.go).

import { type Civil, civil } from './calendar.js';
import type { ZonedTime } from './location.js';

export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');
export const WEEKDAYS: readonly string[] = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(
  ' ',
);

/** What Go's Time.String uses. */
export const STRING_LAYOUT = '2006-01-02 15:04:05.999999999 -0700 MST';

type Printed = (date: Civil, time: ZonedTime) => string;

/** At least `width` digits; a negative number has its sign before the zeros. */
function digits(value: number, width: number): string {
  return `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(width, '0')}`;
}

const twelve = (hour: number) => hour % 12 || 12;
const monthName = ({ month }: Civil) => MONTHS[month - 1] ?? '';
const dayName = ({ weekday }: Civil) => WEEKDAYS[weekday] ?? '';

function offsetText(offset: number, separator: string, parts: number): string {
  const minutes = Math.trunc(Math.abs(offset) / 60);
  const sign = offset <= -60 ? '-' : '+';
  const all = [Math.floor(minutes / 60), minutes % 60, Math.abs(offset) % 60].map((part) => digits(part, 2));
  return sign + all.slice(0, parts).join(separator);
}

function zonePieces(): Record<string, Printed> {
  const pieces: Record<string, Printed> = {};
  for (const [separator, shapes] of Object.entries({
    '': ['07', '0700', '070000'],
    ':': ['07:00', '07:00:00'],
  })) {
    for (const shape of shapes) {
      const parts = shape.replaceAll(':', '').length / 2;
      pieces[`-${shape}`] = (_, { offset }) => offsetText(offset, separator, parts);
      pieces[`Z${shape}`] = (_, { offset }) => (offset === 0 ? 'Z' : offsetText(offset, separator, parts));
    }
  }
  return pieces;
}

const PIECES: Readonly<Record<string, Printed>> = {
  January: monthName,
  Jan: (date) => monthName(date).slice(0, 3),
  '01': ({ month }) => digits(month, 2),
  '1': ({ month }) => digits(month, 0),
  Monday: dayName,
  Mon: (date) => dayName(date).slice(0, 3),
  MST: (_, { location, seconds, offset }) => location.at(seconds).name || offsetText(offset, '', 2),
  '2006': ({ year }) => digits(year, 4),
  '06': ({ year }) => digits(Math.abs(year) % 100, 2),
  '002': ({ yearDay }) => digits(yearDay, 3),
  __2: ({ yearDay }) => String(yearDay).padStart(3),
  '02': ({ day }) => digits(day, 2),
  _2: ({ day }) => String(day).padStart(2),
  '2': ({ day }) => digits(day, 0),
  '15': ({ hour }) => digits(hour, 2),
  '03': ({ hour }) => digits(twelve(hour), 2),
  '3': ({ hour }) => digits(twelve(hour), 0),
  '04': ({ minute }) => digits(minute, 2),
  '4': ({ minute }) => digits(minute, 0),
  '05': ({ second }) => digits(second, 2),
  '5': ({ second }) => digits(second, 0),
  PM: ({ hour }) => (hour >= 12 ? 'PM' : 'AM'),
  pm: ({ hour }) => (hour >= 12 ? 'pm' : 'am'),
  ...zonePieces(),
};

/** The longest piece is found first; names are none where a small letter follows them. */
const PIECE = new RegExp(
  [
    'January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST',
    '0[1-6]|002|15|1|2006|2|__2|_2(?!006)|[345]|PM|pm',
    '[-Z]070000|[-Z]07:00:00|[-Z]0700|[-Z]07:00|[-Z]07',
    '[.,](?:0+|9+)(?!\\d)',
  ].join('|'),
  'g',
);

/** A fraction of a second in as many places as the layout has; nines leave out trailing zeros. */
function fraction(piece: string, nanoseconds: number): string {
  const trims = piece.charAt(1) === '9';
  if (trims && nanoseconds === 0) return '';
  const shown = digits(nanoseconds, 9).slice(0, piece.length - 1);
  const kept = trims ? shown.replace(/0+$/, '') : shown;
  return kept === '' ? '' : piece.charAt(0) + kept;
}

/** `time` as the layout shows it. */
export function formatLayout(time: ZonedTime, layout: string): string {
  const date = civil(time);
  return layout.replace(PIECE, (piece) =>
    '.,'.includes(piece.charAt(0))
      ? fraction(piece, time.nanoseconds)
      : (PIECES[piece]?.(date, time) ?? piece),
  );
}

/** `time` as a Go expression (Time.GoString). */
export function timeExpression(time: ZonedTime): string {
  const date = civil(time);
  const { year, day, hour, minute, second } = date;
  const numbers = [day, hour, minute, second, time.nanoseconds].join(', ');
  return `time.Date(${year}, time.${monthName(date)}, ${numbers}, ${time.location.expression})`;
}
