// The shapes of versions that the `go` and `toolchain` lines may have, looser than those of real releases so
// that files of the future can be read. A dependency's `go` line is read looser still: `1.21rc1.x` is 1.21.

import { compare } from '../gover/index.js';
import { quote } from '../quote.js';

const GO_VERSION = /^[1-9][0-9]*\.(?:0|[1-9][0-9]*)(?:\.(?:0|[1-9][0-9]*))?(?:[a-z]+[0-9]+)?$/;
const LOOSE_GO_VERSION = /^v?([1-9][0-9]*\.(?:0|[1-9][0-9]*))[^0-9][^\n]*$/;

/** Whether the text may stand behind `go`: `1.21`, `1.21.3`, `1.21rc1`. */
export function isGoVersion(text: string): boolean {
  return GO_VERSION.test(text);
}

/** Why the text is none that a command may be asked to follow (`-go=1.20`): it is no version, or newer than `release`. */
export function goFlagProblem(text: string, release: string): string | undefined {
  if (!isGoVersion(text)) return `expecting a Go version like ${quote(release)}`;
  return compare(text, release) > 0 ? `maximum supported Go version is ${release}` : undefined;
}

/** The language version at the head of the text, read as a dependency's `go` line is; undefined when there is none. */
export function looseGoVersion(text: string): string | undefined {
  return LOOSE_GO_VERSION.exec(text)?.[1];
}

/** Whether the text may stand behind `toolchain`: `default`, `go1`, `go1.21.3-custom`. */
export function isToolchainName(text: string): boolean {
  return text === 'default' || text === 'go1' || text.startsWith('go1.');
}
