// `#cgo` lines: flags for the C compiler and linker, in the comment above `import "C"`.
//
//   #cgo linux,amd64 darwin LDFLAGS: -L${SRCDIR}/lib -lfoo
//
// Before the verb stand conditions, one of which has to hold, in the syntax of `// +build` or of `//go:build`.
// Arguments are split at blanks, quotes and backslashes as a shell has them. `${SRCDIR}` is the folder, which the
// paths of -I and -L are relative to. `#cgo noescape f` and `#cgo nocallback f` are for the compiler alone. Defined
// by go/build.

import { joinPath } from '../slash-path.js';
import { fields, trimSpace } from '../text.js';
import { splitArguments } from './arguments.js';
import { holds, type TagTest } from './constraint.js';
import { parseConstraint } from './constraint-parse.js';
import { ImportsError } from './error.js';

/** Flags by what they are for. */
export interface CgoFlags {
  readonly cflags: string[];
  readonly cppflags: string[];
  readonly cxxflags: string[];
  readonly fflags: string[];
  readonly ldflags: string[];
  readonly pkgConfig: string[];
}

/** What flags are read for. */
export interface CgoSetting {
  /** The name of the file in messages. */
  readonly file: string;
  /** The folder of the package, with slashes. */
  readonly folder: string;
  readonly test: TagTest;
}

const LINE = /^#cgo[ \t]/;
const SOURCE_FOLDER = '$' + '{SRCDIR}';
const SAFE = /^[-+.,/0-9=A-Za-z_:$@%! ~^\x80-\uffff]+$/;
const FOR_COMPILER: ReadonlySet<string> = new Set(['nocallback', 'noescape']);

/** Flags of which there are none yet. */
export function noCgoFlags(): CgoFlags {
  return { cflags: [], cppflags: [], cxxflags: [], fflags: [], ldflags: [], pkgConfig: [] };
}

function listOf(flags: CgoFlags, verb: string): string[] | undefined {
  switch (verb) {
    case 'CFLAGS':
      return flags.cflags;
    case 'CPPFLAGS':
      return flags.cppflags;
    case 'CXXFLAGS':
      return flags.cxxflags;
    case 'FFLAGS':
      return flags.fflags;
    case 'LDFLAGS':
      return flags.ldflags;
    case 'pkg-config':
      return flags.pkgConfig;
    default:
      return undefined;
  }
}

/** The lines of a comment's text that are meant for cgo, as they stand there. */
export function cgoLines(text: string): string[] {
  return text.includes('#cgo') ? text.split('\n').filter((line) => LINE.test(trimSpace(line))) : [];
}

/** Whether a condition of a line holds; what is none never does. */
function conditionHolds(condition: string, test: TagTest): boolean {
  const prefix = /[&|()]/.test(condition) ? '//go:build' : '// +build';
  try {
    return holds(parseConstraint(`${prefix} ${condition}`), test);
  } catch (error) {
    if (error instanceof ImportsError) return false;
    throw error;
  }
}

/** The argument with the folder in it; undefined, with what came of it, where that is not safe. */
function expand(argument: string, folder: string): { readonly text: string; readonly safe: boolean } {
  const parts = argument.split(SOURCE_FOLDER);
  if (parts.length === 1) return { text: argument, safe: SAFE.test(argument) };
  const text = parts.join(folder);
  return { text, safe: text !== '' && [...parts, folder].every((part) => part === '' || SAFE.test(part)) };
}

/** The same arguments with the paths of -I and -L below the folder. */
function withPaths(values: readonly string[], folder: string): string[] {
  const below = (path: string) => (path.startsWith('/') ? path : joinPath(folder, path));
  let isPath = false;
  return values.map((value) => {
    if (isPath) {
      isPath = false;
      return below(value);
    }
    if (!/^-[IL]/.test(value)) return value;
    isPath = value.length === 2;
    return isPath ? value : value.slice(0, 2) + below(value.slice(2));
  });
}

/** Adds what one line says. Throws an ImportsError `cgo-directive`. */
export function readCgoLine(line: string, flags: CgoFlags, { file, folder, test }: CgoSetting): void {
  const refusal = (what: string, shown = line): ImportsError =>
    new ImportsError('cgo-directive', `${file}: ${what}: ${shown}`);
  const trimmed = trimSpace(line);
  const words = fields(trimmed);
  if (words.length === 3 && FOR_COMPILER.has(words[1] ?? '')) return;
  const body = trimSpace(trimmed.slice(4));
  const colon = body.indexOf(':');
  const conditions = fields(body.slice(0, Math.max(colon, 0)));
  const verb = conditions.pop();
  if (verb === undefined) throw refusal('invalid #cgo line');
  if (conditions.length > 0 && !conditions.some((condition) => conditionHolds(condition, test))) return;
  const split = splitArguments(body.slice(colon + 1));
  if (split === undefined) throw refusal('invalid #cgo line');
  const values = split.map((argument) => {
    const { text, safe } = expand(argument, folder);
    if (!safe) throw refusal('malformed #cgo argument', text);
    return text;
  });
  const list = listOf(flags, verb);
  if (list === undefined) throw refusal('invalid #cgo verb');
  for (const value of verb === 'pkg-config' ? values : withPaths(values, folder)) list.push(value);
}
