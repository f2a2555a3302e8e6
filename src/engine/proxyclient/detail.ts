// What a server says beside an error status, as far as it may be shown on a terminal.
//
// Only text/plain in UTF-8 or ASCII, and nothing at all if it holds a byte that is no text or a character that could
// play with the terminal. Up to the first blank line, 8 lines, 648 bytes. Rules: web.Response.formatErrorDetail.

import { isUtf8 } from 'node:buffer';

const maxLines = 8;
const maxBytes = maxLines * 81;

/** Bytes of an error body worth reading. */
export const maxDetailBytes = 64 * 1024;

/** Whether a Content-Type promises text that can be shown. */
export function isShowable(contentType: string): boolean {
  const [type, ...parameters] = contentType.split(';').map((part) => part.trim());
  if (type?.toLowerCase() !== 'text/plain') return false;
  let charset = '';
  for (const parameter of parameters) {
    const match = /^([^\s=]+)=(?:"([^"\\]*)"|([^\s";]*))$/.exec(parameter);
    // Go takes a malformed header for one without parameters.
    if (match === null && parameter !== '') return true;
    if (match?.[1]?.toLowerCase() === 'charset') charset = (match[2] ?? match[3] ?? '').toLowerCase();
  }
  return charset === '' || charset === 'utf-8' || charset === 'us-ascii';
}

/** `body` as a detail of an HttpError; '' when it may not be shown. */
export function formatDetail(body: Uint8Array): string {
  const text = decode(body);
  if (text === undefined || !/^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\t\n\v\f\r\u0085\u2028\u2029]*$/u.test(text)) {
    return '';
  }
  let detail = '';
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') break;
    if (i > 0) detail += '\n\t';
    if (i >= maxLines) return `${detail}[Truncated: too many lines.]`;
    if (Buffer.byteLength(detail) + Buffer.byteLength(line) > maxBytes)
      return `${detail}[Truncated: too long.]`;
    detail += line;
  }
  return detail;
}

function decode(body: Uint8Array): string | undefined {
  const whole = body.length < maxDetailBytes ? body : withoutPartialCharacter(body);
  return isUtf8(whole) ? Buffer.from(whole).toString() : undefined;
}

/** A body that was cut off may end within a character. */
function withoutPartialCharacter(body: Uint8Array): Uint8Array {
  let end = body.length;
  while (end > body.length - 4 && (body[end - 1]! & 0xc0) === 0x80) end--;
  return body.subarray(0, body[end - 1]! >= 0xc0 ? end - 1 : body.length);
}
