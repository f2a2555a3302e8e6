// The standard library of a Go tree as facts: every folder below GOROOT/src that holds Go files.
//
// Left out is what patterns leave out: `testdata`, names that begin with `.` or `_`, and modules of their own, but for
// that of cmd. Nothing of Go is run.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveEmbeds } from '../../src/core/embed/index.js';
import { fileKind, readSource } from '../../src/core/imports/index.js';
import type { StandardFile, StandardPackage } from '../../src/core/stdlib/index.js';
import { compareText, sortTexts } from '../../src/core/text.js';
import { realTree } from '../testing/real-tree.js';

/** The names that go/build looks at, and the profile that `-pgo=auto` takes. */
const isSource = (name: string): boolean => fileKind(name) !== undefined || name === 'default.pgo';

const isHidden = (name: string): boolean => /^[._]/.test(name);

function sorted(texts: Iterable<string>): string[] {
  const list = [...texts];
  sortTexts(list);
  return list;
}

/** What follows `#cgo`; nothing of a line that is for the compiler alone. */
function cgoFlags(line: string): string[] {
  const text = line.trim().slice('#cgo'.length).trim();
  return /^(?:noescape|nocallback)\s+\S+$/.test(text) ? [] : [text];
}

/** The facts of a file. Throws for one that is wrong, or says what has no place in the data. */
function readFacts(path: string, name: string): StandardFile {
  const source = readSource(name, path, readFileSync(path));
  const nothing = { constraint: '', package: '', imports: [], embeds: [], cgo: [] };
  if (source === undefined) return { name, ...nothing };
  const { failure, syntaxError, header, directives } = source;
  const problem = failure ?? syntaxError;
  if (problem !== undefined) throw problem;
  if (header.plusBuild.length > 0) throw new Error('+build without go:build');
  if (header.binaryOnly) throw new Error('a binary-only package');
  if (directives.some(({ text }) => /^\/\/go:debug\s/.test(text))) {
    throw new Error('a //go:debug line: these have no place in the data yet');
  }
  return {
    name,
    constraint: (header.goBuild ?? '').slice('//go:build'.length).trim(),
    package: source.packageName,
    imports: sorted(new Set(source.imports.map((each) => each.path))),
    embeds: source.embeds.map(({ pattern }) => pattern),
    cgo: source.cgo.flat().flatMap(cgoFlags),
  };
}

function readPackage(src: string, path: string, names: readonly string[]): StandardPackage {
  const folder = join(src, path);
  const files = sorted(names).map((name) => {
    try {
      return readFacts(join(folder, name), name);
    } catch (error) {
      throw new Error(`${path}/${name}: ${String(error)}`, { cause: error });
    }
  });
  const patterns = sorted(new Set(files.flatMap((file) => file.embeds)));
  return { path, files, embedded: resolveEmbeds(realTree(folder), patterns).byPattern };
}

function* packagesBelow(src: string, path: string): Generator<StandardPackage> {
  const folder = join(src, path);
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !isHidden(name));
  const names = entries.filter((entry) => entry.isFile() && isSource(entry.name)).map(({ name }) => name);
  if (path !== '' && names.some((name) => name.endsWith('.go'))) yield readPackage(src, path, names);
  for (const { name } of entries.filter((entry) => entry.isDirectory() && entry.name !== 'testdata')) {
    const below = path === '' ? name : `${path}/${name}`;
    if (below === 'cmd' || !existsSync(join(folder, name, 'go.mod'))) yield* packagesBelow(src, below);
  }
}

/** The packages of the tree at `goroot`, sorted by path. */
export function readTree(goroot: string): StandardPackage[] {
  return [...packagesBelow(join(goroot, 'src'), '')].sort((a, b) => compareText(a.path, b.path));
}
