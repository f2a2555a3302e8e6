// A module path that somebody asks for: whether a new module may have it, and which one was probably meant.
//
// Rules and texts: modload.CreateModFile, suggestModulePath, suggestGopkgIn.

import { isToolchain } from '../../core/gover/index.js';
import { checkImportPath, InvalidPathError, splitPathVersion } from '../../core/module/index.js';
import { quote } from '../../core/quote.js';
import { FatalError } from '../error.js';

/** Throws in Go's words unless a new module may be called `path`. */
export function checkGivenPath(path: string): void {
  checkForm(path);
  checkReserved(path);
  if (splitPathVersion(path).ok) return;
  const invalid = (problem: string, better: string) =>
    new FatalError('bad-argument', `invalid module path "${path}": ${problem}:\n\tgo mod init ${better}`);
  if (path.startsWith('gopkg.in/')) {
    const rule =
      'module paths beginning with gopkg.in/ must always have a major version suffix in the form of .vN';
    throw invalid(rule, suggestedGopkg(path));
  }
  throw invalid(
    'major version suffixes must be in the form of /vN and are only allowed for v2 or later',
    suggestedPath(path),
  );
}

/** Throws for the names of the two modules that stand for Go itself. */
export function checkReserved(path: string): void {
  // Go ends this line with a colon and says no more.
  if (isToolchain(path)) throw new FatalError('bad-argument', `invalid module path ${quote(path)}: `);
}

function checkForm(path: string): void {
  try {
    checkImportPath(path);
  } catch (error) {
    if (!(error instanceof InvalidPathError)) throw error;
    const local = /^\.{1,2}(?:\/|$)/.test(path);
    throw new InvalidPathError('module', path, local ? 'is a local import path' : error.problem);
  }
}

/** The path without digits and dots at its end, and these. */
function cutNumber(path: string): { head: string; tail: string } {
  let end = path.length;
  while (end > 0 && '0123456789.'.includes(path.charAt(end - 1))) end--;
  return { head: path.slice(0, end), tail: path.slice(end) };
}

/** The first number in the text without zeros before it; '' without one. */
function firstNumber(text: string): string {
  return (/[0-9]+/.exec(text)?.[0] ?? '').replace(/^0+/, '');
}

function withoutEnd(text: string, ...ends: readonly string[]): string {
  let rest = text;
  for (const end of ends) if (rest.endsWith(end)) rest = rest.slice(0, -end.length);
  return rest;
}

function suggestedPath(path: string): string {
  const { head, tail } = cutNumber(path);
  const number = firstNumber(tail);
  return `${withoutEnd(head, '/v', '/')}/v${number === '' || number === '1' ? '2' : number}`;
}

function suggestedGopkg(path: string): string {
  // The number is looked for in the whole path, as Go does.
  return `${withoutEnd(cutNumber(path).head, '.v', '/v', '/')}.v${firstNumber(path) || '1'}`;
}
