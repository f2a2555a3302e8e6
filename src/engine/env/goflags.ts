// GOFLAGS: flags that hold for every command that knows them.
//
// The variable is a list of words (blanks between, quotes around). Each must look like a flag and be known to
// some command; one that the command at hand does not know is passed over. A flag's argument must be in the
// same word (`-x=value`). Source: cmd/go/internal/base/goflags.go.

import { quote } from '../../core/quote.js';
import { splitQuoted } from '../../core/quoted.js';
import { EnvironmentError } from './errors.js';

/** A word of the form -name, --name, -name=text; undefined text when there is no `=`. */
export function splitFlag(word: string): { name: string; text: string | undefined } {
  const body = word.slice(word.startsWith('--') ? 2 : 1);
  const equals = body.indexOf('=', 1);
  if (equals < 0) return { name: body, text: undefined };
  return { name: body.slice(0, equals), text: body.slice(equals + 1) };
}

/** The name in such a word; undefined for anything else. */
function flagName(word: string): string | undefined {
  const { name } = splitFlag(word);
  return word.startsWith('-') && /^[^-=]/.test(name) ? name : undefined;
}

/**
 * The words of GOFLAGS. `isKnown` says whether any command has the flag. Throws an EnvironmentError, unless
 * `lenient`: `go env` has to work to find out what is wrong.
 */
export function parseGoflags(
  text: string,
  isKnown: (name: string) => boolean,
  lenient = false,
): readonly string[] {
  const words = splitQuoted(text);
  if (typeof words === 'string') {
    if (lenient) return [];
    throw new EnvironmentError(`parsing $GOFLAGS: ${words}`);
  }
  if (lenient) return words;
  for (const word of words) {
    const name = flagName(word);
    if (name === undefined) throw new EnvironmentError(`parsing $GOFLAGS: non-flag ${quote(word)}`);
    if (!isKnown(name)) throw new EnvironmentError(`parsing $GOFLAGS: unknown flag -${name}`);
  }
  return words;
}

/** Whether the words of GOFLAGS contain the flag `name` (without dash). */
export function inGoflags(words: readonly string[], name: string): boolean {
  return words.some((word) => flagName(word) === name);
}
