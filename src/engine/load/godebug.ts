// Checking godebug lines of go.mod and go.work. Rules and texts: modload.CheckGodebug.

import { compare, isValid } from '../../core/gover/index.js';
import type { Godebug } from '../../core/modfile/index.js';
import { godebugs, removedGodebugs } from '../data/go1.26.js';
import { EngineError } from '../error.js';

/** What is wrong with a setting; undefined when nothing is. `verb` is `godebug` or `go:debug`. */
export function godebugProblem(
  verb: string,
  key: string,
  value: string,
  release: string,
): string | undefined {
  if (/[ \t]/.test(key)) return 'key contains space';
  if (/[ \t]/.test(value)) return 'value contains space';
  if (key.includes(',')) return 'key contains comma';
  if (value.includes(',')) return 'value contains comma';
  if (key === 'default') return defaultProblem(value, release);
  if (Object.hasOwn(godebugs, key)) return undefined;
  const removed = removedGodebugs[key];
  if (removed !== undefined) {
    return `use of removed ${verb} "${key}", see https://go.dev/doc/godebug#go-1${removed}`;
  }
  return `unknown ${verb} "${key}"`;
}

function defaultProblem(value: string, release: string): string | undefined {
  const version = value.startsWith('go') ? value.slice(2) : '';
  if (!isValid(version)) return 'value for default= must be goVERSION';
  if (compare(version, release) <= 0) return undefined;
  return `default=${value} too new (toolchain is go${release})`;
}

/** What is wrong with the lines of `file` (`go.mod`, `go.work`), which messages show as `shown`: an error for each. */
export function godebugProblems(
  lines: readonly Godebug[],
  file: string,
  shown: string,
  release: string,
): EngineError[] {
  return lines.flatMap(({ key, value, syntax }) => {
    const text = godebugProblem('godebug', key, value, release);
    if (text === undefined) return [];
    return [new EngineError('bad-gomod', `error loading ${file}:\n${shown}:${syntax.start.line}: ${text}`)];
  });
}
