// txtar: a trivial archive of text files, which the fixtures of this project and of Go itself are kept in.
//
// Lines before the first marker are a comment. A marker line `-- NAME --` begins a file, which ends at the next
// marker. White space around NAME does not count; a marker without a name is content. A missing newline at the
// end of the archive is added. Nothing is a syntax error. Defined by Go's internal/txtar.

import { decodeText, encodeText, trimSpace } from '../text.js';

/** A file of an archive. */
export interface TxtarFile {
  readonly name: string;
  /** Empty, or ends in a newline. */
  readonly data: Uint8Array;
}

/** An archive. */
export interface Archive {
  readonly comment: Uint8Array;
  readonly files: readonly TxtarFile[];
}

const NEWLINE = 0x0a;
const OPEN = '-- ';
const CLOSE = ' --';

/** The name in the marker line bytes[start, end); '' where it is none. */
function markerName(bytes: Uint8Array, start: number, end: number): string {
  // Content lines are seldom markers, and may be long: look before decoding.
  if (bytes[start] !== 0x2d || bytes[start + 1] !== 0x2d || end - start < OPEN.length + CLOSE.length)
    return '';
  const line = decodeText(bytes.subarray(start, end));
  if (!line.startsWith(OPEN) || !line.endsWith(CLOSE)) return '';
  return trimSpace(line.slice(OPEN.length, -CLOSE.length));
}

function withNewline(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0 || bytes[bytes.length - 1] === NEWLINE) return bytes;
  const out = new Uint8Array(bytes.length + 1);
  out.set(bytes);
  out[bytes.length] = NEWLINE;
  return out;
}

/** The archive that `source` holds. Its contents are views of `source` where that is bytes. */
export function parse(source: Uint8Array | string): Archive {
  const bytes = typeof source === 'string' ? encodeText(source) : source;
  const files: TxtarFile[] = [];
  let comment: Uint8Array | undefined;
  let name = '';
  let contentStart = 0;
  const finish = (end: number): void => {
    const data = withNewline(bytes.subarray(contentStart, end));
    if (comment === undefined) comment = data;
    else files.push({ name, data });
  };
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    const next = markerName(bytes, start, end);
    if (next !== '') {
      finish(start);
      name = next;
      contentStart = Math.min(end + 1, bytes.length);
    }
    start = end + 1;
  }
  finish(bytes.length);
  return { comment: comment ?? new Uint8Array(), files };
}

/**
 * The bytes of an archive: the inverse of {@link parse} as long as no comment or content has a marker line and no
 * name is empty or has white space around it.
 */
export function format(archive: Archive): Uint8Array {
  const parts = [withNewline(archive.comment)];
  for (const { name, data } of archive.files) {
    parts.push(encodeText(`${OPEN}${name}${CLOSE}\n`), withNewline(data));
  }
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
