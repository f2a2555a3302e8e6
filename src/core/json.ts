// Strings of JSON as Go's encoding/json writes them: like JSON.stringify, but fit to stand inside HTML.

const HTML: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** `text` as a JSON string, quotes included. */
export function jsonString(text: string): string {
  return JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (rune) => HTML[rune] ?? rune);
}
