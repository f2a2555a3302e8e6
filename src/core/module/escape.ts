// The escaped form of paths and versions, used in the module cache and in proxy URLs.
//
// File systems and web servers may fold case, so every upper-case letter is written as `!` and the lower-case
// letter. `!` itself is in no path. Versions need not be semantic (a branch may be asked for) but must be good
// file names. Defined by golang.org/x/mod/module.

import { quote } from '../quote.js';
import { InvalidEscapeError, InvalidPathError, InvalidVersionError } from './errors.js';
import { checkPath, fileElementProblem } from './path.js';

const BANG = 0x21;

function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function escapeText(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/** Whether `text` can have come from escaping: ASCII, no upper case, a lower-case letter after each `!`. */
function isEscaped(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80 || isUpper(code)) return false;
    if (code === BANG && !isLower(text.charCodeAt(++i))) return false;
  }
  return true;
}

function unescapeText(escaped: string): string | undefined {
  if (!isEscaped(escaped)) return undefined;
  return escaped.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The escaped form of a module path. Throws {@link InvalidPathError} where it is none. */
export function escapePath(path: string): string {
  checkPath(path);
  return escapeText(path);
}

/**
 * The escaped form of a version. Throws {@link InvalidVersionError} where it is no good file name, and
 * {@link InvalidEscapeError} for letters beyond ASCII, which file names may have.
 */
export function escapeVersion(version: string): string {
  if (fileElementProblem(version) !== undefined || version.includes('!')) {
    throw new InvalidVersionError(version, 'disallowed version string');
  }
  for (let i = 0; i < version.length; i++) {
    if (version.charCodeAt(i) >= 0x80) {
      throw new InvalidEscapeError('internal error: inconsistency in EscapePath');
    }
  }
  return escapeText(version);
}

/** The module path of an escaped one. Throws {@link InvalidEscapeError} where there is none. */
export function unescapePath(escaped: string): string {
  const path = unescapeText(escaped);
  if (path === undefined) throw new InvalidEscapeError(`invalid escaped module path ${quote(escaped)}`);
  try {
    checkPath(path);
  } catch (error) {
    if (!(error instanceof InvalidPathError)) throw error;
    throw new InvalidEscapeError(`invalid escaped module path ${quote(escaped)}: ${error.message}`);
  }
  return path;
}

/** The version of an escaped one. Throws {@link InvalidEscapeError} where there is none. */
export function unescapeVersion(escaped: string): string {
  const version = unescapeText(escaped);
  if (version === undefined) throw new InvalidEscapeError(`invalid escaped version ${quote(escaped)}`);
  const problem = fileElementProblem(version);
  if (problem !== undefined) {
    throw new InvalidEscapeError(`invalid escaped version ${quote(version)}: ${problem}`);
  }
  return version;
}
