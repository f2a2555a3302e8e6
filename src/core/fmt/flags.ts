// What stands between `%` and the verb, and padding by it.

/** See the head of this file. */
export interface Flags {
  minus: boolean;
  plus: boolean;
  sharp: boolean;
  space: boolean;
  zero: boolean;
  /** `%+v` and `%#v`: the flag is the verb's, not that of the numbers it prints. */
  plusV: boolean;
  sharpV: boolean;
  width: number | undefined;
  precision: number | undefined;
}

/** No flags. */
export function noFlags(): Flags {
  return {
    minus: false,
    plus: false,
    sharp: false,
    space: false,
    zero: false,
    plusV: false,
    sharpV: false,
    width: undefined,
    precision: undefined,
  };
}

/** Characters of a text; a byte that is no UTF-8 counts as one. */
export function characters(text: string): number {
  let count = text.length;
  for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xfc00) === 0xd800) count--;
  return count;
}

/** What fills a width: zeros go to the left only. */
export function padding({ zero, minus }: Flags, count: number): string {
  return (zero && !minus ? '0' : ' ').repeat(Math.max(count, 0));
}

/** `text` filled up to the width. */
export function pad(text: string, flags: Flags): string {
  if (flags.width === undefined) return text;
  const fill = padding(flags, flags.width - characters(text));
  return flags.minus ? text + fill : fill + text;
}

/** As {@link pad}, but never with zeros. */
export function padBlank(text: string, flags: Flags): string {
  return pad(text, { ...flags, zero: false });
}
