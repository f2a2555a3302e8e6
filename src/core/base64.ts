// Base64 with the standard alphabet and padding (RFC 4648, section 4), as Go's base64.StdEncoding reads it.
//
// Accepted: CR and LF anywhere, and bits beyond the last byte that are not zero. Refused: missing or
// misplaced padding, other white space, other characters.

const FOREIGN = /[^A-Za-z0-9+/]/;

/** How many bytes are turned into characters by one call. */
const CHUNK = 4096;

/** The bytes that `text` stands for; undefined when it is malformed. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const joined = text.replace(/[\r\n]/g, '');
  const padding = joined.endsWith('==') ? 2 : joined.endsWith('=') ? 1 : 0;
  if (joined.length % 4 !== 0 || FOREIGN.test(joined.slice(0, joined.length - padding))) return undefined;
  const binary = atob(joined);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** The text form of `bytes`, with padding and without line breaks. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}
