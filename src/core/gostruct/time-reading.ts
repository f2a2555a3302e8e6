// The methods of Go's *time.Time that read into the time.
//
// Each has an error for its only result, which templates print like any value: `<nil>` where all went well.

import { decodeText } from '../text.js';
import { inLocation, LAYOUT, TimeError, type TimeMismatch, UTC, type ZonedTime } from '../time/index.js';
import { method } from './duration-types.js';
import { unmarshalBinary } from './time-binary.js';
import { bytesOf, bytesType } from './time-methods.js';
import { type TimeReader, ZERO } from './time-reader.js';
import { type Field, goError, goString, type Method, type Methods, type StructType } from './types.js';
import { nilDereference, pointer, type Value } from './value.js';

/** An error of Go's by the name of its type. */
const errorType = (name: string, fields: readonly Field[]): StructType => ({
  kind: 'struct',
  name,
  fields,
  pointerMethods: {
    Error: method(
      (data) => data as Error,
      [],
      [goString],
      ({ message }) => message,
    ),
  },
});

const plainError = errorType('errors.errorString', []);

/** A field of an error, from what the error says. */
const said = (name: string, get: (mismatch: TimeMismatch | undefined) => string | undefined): Field => ({
  name,
  key: '',
  type: goString,
  omitEmpty: false,
  get: (error) => get((error as TimeError).mismatch),
});
const parseError = errorType('time.ParseError', [
  said('Layout', () => LAYOUT),
  said('Value', (mismatch) => mismatch?.text),
  said('LayoutElem', (mismatch) => mismatch?.element),
  said('ValueElem', (mismatch) => mismatch?.rest),
  said('Message', (mismatch) => mismatch?.problem),
]);

/** Reads with `read`; undefined changes nothing. A text that is none makes the time `otherwise`. */
function reading(read: (bytes: Uint8Array) => ZonedTime | undefined, otherwise?: ZonedTime): Method {
  const outcome = (value: Value | undefined) => {
    try {
      return { time: read(bytesOf(value)), error: undefined };
    } catch (error) {
      const isParse = error instanceof TimeError;
      return {
        time: isParse ? otherwise : undefined,
        error: pointer(isParse ? parseError : plainError, error),
      };
    }
  };
  return method(
    (data) => data,
    [bytesType],
    [goError],
    (self, value) => {
      const { time, error } = outcome(value);
      if (time !== undefined && self === undefined) throw nilDereference();
      // A time that nobody can look at again is a text still.
      if (time !== undefined && typeof self === 'object') Object.assign(self as object, time);
      return error;
    },
  );
}

function unquoted(bytes: Uint8Array): string {
  const text = decodeText(bytes);
  if (text.length >= 2 && text.startsWith('"') && text.endsWith('"')) return text.slice(1, -1);
  throw new Error('Time.UnmarshalJSON: input is not a JSON string');
}

/** See the head of this file. */
export function readingMethods(reader: TimeReader): Methods {
  const binary = reading((bytes) => {
    const { offset, ...time } = unmarshalBinary(bytes);
    return offset === undefined ? inLocation({ ...time, offset: 0 }, UTC) : reader.at({ ...time, offset });
  });
  return {
    GobDecode: binary,
    UnmarshalBinary: binary,
    UnmarshalJSON: reading(
      (bytes) => (decodeText(bytes) === 'null' ? undefined : reader.parse(unquoted(bytes))),
      ZERO,
    ),
    UnmarshalText: reading((bytes) => reader.parse(decodeText(bytes)), ZERO),
  };
}
