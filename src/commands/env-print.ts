// The output of `go env`: shell lines, batch lines, JSON (cmd/go/internal/envcmd, PrintEnv).

import { quoteJson } from '../core/json/index.js';
import { quote } from '../core/quote.js';
import { compareText } from '../core/text.js';
import type { Variable } from './env-table.js';

function byName(a: Variable, b: Variable): number {
  return compareText(a.name, b.name);
}

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** What a batch file's `set` cannot hold: line ends, and whatever is neither visible nor a blank. */
const unquotable = (): RegExp => /[\r\n]|[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\t\v\f\u0085\u2028\u2029]/gu;

function batchEscape(text: string): string {
  return text.replace(unquotable(), '\ufffd').replace(/[%<>|&^]/g, (c) => (c === '%' ? '%%' : `^${c}`));
}

/** What one listing consists of. */
export interface Listing {
  readonly text: string;
  /** Go's words, without "go: ", about values that could not be shown as they are. */
  readonly problems: readonly string[];
}

/** Lines that a shell, or on Windows a batch file, can read. */
export function shellListing(variables: readonly Variable[], hostOs: string): Listing {
  const sorted = variables.toSorted(byName);
  if (hostOs !== 'windows') {
    return { text: sorted.map(({ name, value }) => `${name}=${shellQuote(value)}\n`).join(''), problems: [] };
  }
  const problems = sorted
    .filter(({ value }) => value.search(unquotable()) >= 0)
    .map(({ name }) => `stripping unprintable or unescapable characters from %${quote(name)}%`);
  return { text: sorted.map(({ name, value }) => `set ${name}=${batchEscape(value)}\n`).join(''), problems };
}

/** One JSON object, names in order. */
export function jsonListing(variables: readonly Variable[]): string {
  const unique = new Map(variables.map((variable) => [variable.name, variable]));
  const lines = [...unique.values()]
    .sort(byName)
    .map(({ name, value }) => `\t${quoteJson(name)}: ${quoteJson(value)}`);
  return lines.length === 0 ? '{}\n' : `{\n${lines.join(',\n')}\n}\n`;
}
