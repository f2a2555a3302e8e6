// Percent-encoding as Go's net/url does it: which bytes each part of a URL keeps.

import { quote } from '../../core/quote.js';

/** The part of a URL a text stands in. */
export type UrlPart = 'path' | 'user' | 'host' | 'zone' | 'fragment';

const unreserved = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~';
const hostBytes = `${unreserved}!$&'()*+,;=:[]<>"`;

/** The bytes that stay as they are. */
const kept: Readonly<Record<UrlPart, ReadonlySet<number>>> = {
  path: bytesOf(`${unreserved}$&+,/:;=@`),
  user: bytesOf(`${unreserved}$&+,;=`),
  host: bytesOf(hostBytes),
  zone: bytesOf(hostBytes),
  fragment: bytesOf(`${unreserved}$&+,/:;=?@!()*`),
};

/** Bytes that a spelling may hold besides those (URL.EscapedPath). */
const tolerated = bytesOf("!$&'()*+,;=:@[]%");

function bytesOf(chars: string): ReadonlySet<number> {
  return new Set([...chars].map((char) => char.charCodeAt(0)));
}

/** Text that stays as it is: nearly all there is. */
const plainPath = /^[A-Za-z0-9\-_.~$&+,;=:/@]*$/;
const plainHost = /^[A-Za-z0-9\-_.~:]*$/;
const plainName = /^[A-Za-z0-9\-_.~]*$/;
const plain: Readonly<Record<UrlPart, RegExp>> = {
  path: plainPath,
  fragment: plainPath,
  host: plainHost,
  zone: plainName,
  user: plainName,
};

function isPlain(text: string, part: UrlPart): boolean {
  return plain[part].test(text);
}

/** `text` with every byte encoded that its part does not keep. */
export function encodePercent(text: string, part: UrlPart): string {
  if (isPlain(text, part)) return text;
  const keep = kept[part];
  let out = '';
  for (const byte of Buffer.from(text)) {
    if (keep.has(byte)) out += String.fromCharCode(byte);
    else out += `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

/** Whether `text` may stand in a URL as it is. */
export function isEncoded(text: string, part: UrlPart): boolean {
  if (isPlain(text, part)) return true;
  for (const byte of Buffer.from(text)) if (!tolerated.has(byte) && !kept[part].has(byte)) return false;
  return true;
}

/** `text` decoded, or Go's words for what is wrong with it. */
export function decodePercent(text: string, part: UrlPart): { text: string } | { problem: string } {
  if (isPlain(text, part)) return { text };
  const problem = findProblem(text, part);
  if (problem !== undefined) return { problem };
  if (!text.includes('%')) return { text };
  const source = Buffer.from(text);
  const bytes: number[] = [];
  for (let i = 0; i < source.length; i++) {
    if (source[i] === 0x25) {
      bytes.push(Number.parseInt(source.toString('latin1', i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(source[i]!);
  }
  return { text: Buffer.from(bytes).toString() };
}

function findProblem(text: string, part: UrlPart): string | undefined {
  const isHost = part === 'host' || part === 'zone';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x25) {
      const triple = text.slice(i, i + 3);
      const bad = !/^%[0-9a-fA-F]{2}$/.test(triple) || (isHost && !escapeAllowed(triple, part));
      if (bad) return `invalid URL escape ${quote(triple)}`;
      i += 2;
    } else if (isHost && code < 0x80 && !kept[part].has(code)) {
      return `invalid character ${quote(text[i]!)} in host name`;
    }
  }
  return undefined;
}

/** In a host only bytes beyond ASCII may be encoded; in a zone what could stand there plainly, and blanks. */
function escapeAllowed(triple: string, part: UrlPart): boolean {
  const byte = Number.parseInt(triple.slice(1), 16);
  if (triple === '%25') return true;
  return part === 'host' ? byte >= 0x80 : byte === 0x20 || kept.host.has(byte);
}
