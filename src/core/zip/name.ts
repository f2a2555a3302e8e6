// File names of archives: any bytes there, strings here, without loss (core/text says how).

import { decodeText } from '../text.js';

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The name in `bytes[start, end)`. Some 100,000 in a large download: the decoder is made once. */
export function decodeName(bytes: Uint8Array, start: number, end: number): string {
  const name = UTF8.decode(bytes.subarray(start, end));
  return name.includes('\ufffd') ? decodeText(bytes.subarray(start, end)) : name;
}
