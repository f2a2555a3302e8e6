// The standard library of a Go tree as facts: every folder below GOROOT/src that holds Go files.
//
// Left out is what patterns leave out: `testdata`, names that begin with `.` or `_`, and modules of their own, but for
// that of cmd. Nothing of Go is run.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StandardFile, StandardPackage } from '../../src/core/stdlib/index.js';
import { embeddedFiles } from './embedded.js';
import { constraintOf, scanSource } from './scan-source.js';

/** The names that go/build looks at, and the profile that `-pgo=auto` takes. */
const SOURCE = /\.(?:go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$|^default\.pgo$/;

/** Those in which nothing is read. */
const OPAQUE = /\.(?:syso|pgo)$/;

const isHidden = (name: string): boolean => /^[._]/.test(name);

/** Sorts by bytes, as the names of files and packages are ASCII. */
const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readFacts(path: string, name: string): StandardFile {
  const nothing = { package: '', imports: [], embeds: [], cgo: [] };
  if (OPAQUE.test(name)) return { name, constraint: '', ...nothing };
  const source = readFileSync(path, 'utf8');
  const constraint = constraintOf(source);
  if (!name.endsWith('.go')) return { name, constraint, ...nothing };
  if (/^\/\/go:debug\s/m.test(source))
    throw new Error('a //go:debug line: these have no place in the data yet');
  return { name, constraint, ...scanSource(source) };
}

function readPackage(src: string, path: string, names: readonly string[]): StandardPackage {
  const files = [...names].sort(byBytes).map((name) => {
    try {
      return readFacts(join(src, path, name), name);
    } catch (error) {
      throw new Error(`${path}/${name}: ${String(error)}`, { cause: error });
    }
  });
  const patterns = [...new Set(files.flatMap((file) => file.embeds))].sort();
  return {
    path,
    files,
    embedded: new Map(patterns.map((each) => [each, embeddedFiles(join(src, path), each)])),
  };
}

function* packagesBelow(src: string, path: string): Generator<StandardPackage> {
  const folder = join(src, path);
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !isHidden(name));
  const names = entries.filter((entry) => entry.isFile() && SOURCE.test(entry.name)).map(({ name }) => name);
  if (path !== '' && names.some((name) => name.endsWith('.go'))) yield readPackage(src, path, names);
  for (const { name } of entries.filter((entry) => entry.isDirectory() && entry.name !== 'testdata')) {
    const below = path === '' ? name : `${path}/${name}`;
    if (below === 'cmd' || !existsSync(join(folder, name, 'go.mod'))) yield* packagesBelow(src, below);
  }
}

/** The packages of the tree at `goroot`, sorted by path. */
export function readTree(goroot: string): StandardPackage[] {
  return [...packagesBelow(join(goroot, 'src'), '')].sort((a, b) => byBytes(a.path, b.path));
}
