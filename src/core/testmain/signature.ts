// Which functions are tests, by name and by signature.
//
// A name is a prefix alone, or a prefix and something that does not begin with a lower-case letter. The signature has
// no results, and one parameter: a pointer to `T`, `B`, `F` or `M`, of whatever package that is. Defined by
// cmd/go/internal/load.

import { formatPosition } from '../imports/index.js';
import { TestMainError } from './error.js';
import type { DeclaredFunction } from './functions.js';

/** What a test function is for. */
export type TestKind = 'test' | 'benchmark' | 'fuzz' | 'main';

const PREFIXES: readonly (readonly [string, TestKind])[] = [
  ['Test', 'test'],
  ['Benchmark', 'benchmark'],
  ['Fuzz', 'fuzz'],
];
const ARGUMENTS: Readonly<Record<TestKind, string>> = { test: 'T', benchmark: 'B', fuzz: 'F', main: 'M' };
const POINTER = /^(?:IDENT )?\* (?:IDENT \. )?IDENT(?: ,)?$/;
const LOWER = /^\p{Ll}/u;

function hasPrefix(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && !LOWER.test(name.slice(prefix.length));
}

/** Whether the function, by its name, is an example that can be one by its signature. */
export function isExample({ name, parameters, hasResults, hasBody }: DeclaredFunction): boolean {
  return hasPrefix(name, 'Example') && parameters.length === 0 && !hasResults && hasBody;
}

/** What the function is for; undefined for all that no test program calls. Throws a TestMainError `wrong-signature`. */
export function testKind(declared: DeclaredFunction): TestKind | undefined {
  const named = PREFIXES.find(([prefix]) => hasPrefix(declared.name, prefix))?.[1];
  if (named === undefined) return undefined;
  const isMain = declared.name === 'TestMain';
  if (isMain && takes(declared, 'T')) return 'test';
  const kind = isMain ? 'main' : named;
  check(declared, ARGUMENTS[kind]);
  return kind;
}

/** Whether a function takes one pointer to a type of that name, and gives nothing. */
function takes({ parameters, hasResults }: DeclaredFunction, type: string): boolean {
  if (hasResults || !POINTER.test(parameters.map(({ token }) => token).join(' '))) return false;
  return parameters.findLast(({ token }) => token === 'IDENT')?.text === type;
}

function check(declared: DeclaredFunction, type: string): void {
  const { name, position, hasTypeParameters } = declared;
  let why: string | undefined;
  if (!takes(declared, type)) why = `must be: func ${name}(${type.toLowerCase()} *testing.${type})`;
  if (hasTypeParameters) why = 'test functions cannot have type parameters';
  if (why === undefined) return;
  throw new TestMainError(
    'wrong-signature',
    `${formatPosition(position)}: wrong signature for ${name}, ${why}`,
  );
}
