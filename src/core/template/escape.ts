// html, js, urlquery: text made safe for other languages.

import { isPrint } from '../quote.js';
import { encodeText } from '../text.js';

const HTML: Readonly<Record<string, string>> = {
  '\0': '\ufffd',
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

/** As text in HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[\0"'&<>]/g, (char) => HTML[char] ?? char);
}

function upperHex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/** As text in a string of JavaScript. */
export function escapeJs(text: string): string {
  return text.replace(/[\\'"<>&=\x00-\x1f]|[^\x00-\x7f]/gu, (char) => {
    if ('\\\'"'.includes(char)) return `\\${char}`;
    const code = char.codePointAt(0) ?? 0;
    // Bytes that are no UTF-8 (text.ts) pass.
    const passes = code > 0x7f && (isPrint(char) || (code >= 0xd800 && code <= 0xdfff));
    return passes ? char : `\\u${upperHex(code)}`;
  });
}

/** As a value in the query of a URL. */
export function escapeQuery(text: string): string {
  return text.replace(/[^\w.~-]+/g, (run) =>
    [...encodeText(run)].map((byte) => (byte === 0x20 ? '+' : `%${upperHex(byte).slice(2)}`)).join(''),
  );
}
