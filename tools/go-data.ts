// Writes what we know of a Go release from its source tree, running nothing of it: `tsx tools/go-data.ts GOROOT` when a
// release comes out, and `npm run format` after it. For each release there are, in src/engine/data,
//
//     go<release>.ts       the GODEBUG settings
//     go<release>-std.ts   the packages of the standard library: facts of their files (src/core/stdlib/facts.ts)
//
// These are names and facts, no text: what `go list` prints of a package's documentation is known only where the tree is.
// A new release is also named in src/engine/data/standard.ts.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTree } from './stdlib/read-tree.js';
import { standardSource } from './stdlib/standard-source.js';

const goroot = process.argv[2];
if (goroot === undefined) throw new Error('usage: go-data GOROOT');
const [, version, release] = /^go((\d+\.\d+)\S*)/.exec(readFileSync(join(goroot, 'VERSION'), 'utf8')) ?? [];
if (version === undefined || release === undefined) throw new Error(`no release in ${goroot}/VERSION`);

function section(text: string, start: string): string {
  const from = text.indexOf(start);
  return from < 0 ? '' : text.slice(from, text.indexOf('\n}', from));
}

const table = readFileSync(join(goroot, 'src/internal/godebugs/table.go'), 'utf8');
const settings = [...section(table, 'var All').matchAll(/\{Name: "([^"]+)"(.*)\}/g)].map(
  ([, name, facts = '']) => {
    const [, changed] = /Changed: (\d+)/.exec(facts) ?? [];
    const [, old] = /Old: "([^"]*)"/.exec(facts) ?? [];
    return changed === undefined ? `'${name}': null` : `'${name}': [${changed}, '${old ?? ''}']`;
  },
);
const removed = [...section(table, 'var Removed').matchAll(/\{Name: "([^"]+)", Removed: (\d+)/g)];

const lines = [
  `// Facts of Go ${release}, written by tools/go-data.ts.`,
  '',
  '/** The GODEBUG settings; of those whose default has changed the minor release of Go 1 that did it, and the old default. */',
  `export const godebugs: Readonly<Record<string, readonly [number, string] | null>> = {${settings.join(', ')}};`,
  '',
  '/** GODEBUG settings that are gone, and the minor release of Go 1 that removed them. */',
  `export const removedGodebugs: Readonly<Record<string, number>> = {${removed
    .map((m) => `'${m[1]}': ${m[2]}`)
    .join(', ')}};`,
  '',
];
writeFileSync(join('src/engine/data', `go${release}.ts`), lines.join('\n'));

writeFileSync(join('src/engine/data', `go${release}-std.ts`), standardSource(version, readTree(goroot)));
