// Writes what we know of a Go release from its source tree: run `tsx tools/go-data.ts GOROOT` when a release
// comes out. One file a release, src/engine/data/go<release>.ts; its facts are names, not text.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const goroot = process.argv[2];
if (goroot === undefined) throw new Error('usage: go-data GOROOT');
const release = /^go(\d+\.\d+)/.exec(readFileSync(join(goroot, 'VERSION'), 'utf8'))?.[1];
if (release === undefined) throw new Error(`no release in ${goroot}/VERSION`);

function section(text: string, start: string): string {
  const from = text.indexOf(start);
  return from < 0 ? '' : text.slice(from, text.indexOf('\n}', from));
}

const table = readFileSync(join(goroot, 'src/internal/godebugs/table.go'), 'utf8');
const names = [...section(table, 'var All').matchAll(/\{Name: "([^"]+)"/g)].map((m) => m[1]);
const removed = [...section(table, 'var Removed').matchAll(/\{Name: "([^"]+)", Removed: (\d+)/g)];

const lines = [
  `// Facts of Go ${release}, written by tools/go-data.ts.`,
  '',
  '/** The GODEBUG settings. */',
  `export const godebugs: readonly string[] = [${names.map((n) => `'${n}'`).join(', ')}];`,
  '',
  '/** GODEBUG settings that are gone, and the minor release of Go 1 that removed them. */',
  `export const removedGodebugs: Readonly<Record<string, number>> = {${removed
    .map((m) => `'${m[1]}': ${m[2]}`)
    .join(', ')}};`,
  '',
];
writeFileSync(join('src/engine/data', `go${release}.ts`), lines.join('\n'));
