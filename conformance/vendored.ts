// What the toolchain makes of our vendor folder beside what it makes of its own, on real projects, offline.
//
//   npx tsx conformance/vendored.ts
//
// `go build` and `go vet` with -mod=vendor, an empty module cache, GOPROXY=off and a build cache of their own must say and
// end as they do on the folder that `go mod vendor` made.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goBinary } from '../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../tools/testing/scratch.js';
import { compareResults, type StepResult } from './differential/output.js';
import { mirrorSettings, prepareProject } from './differential/projects.js';
import { execute, makeWorld, TIMEOUT_OF_GO, worldEnvironment } from './differential/world.js';

const PROJECTS = [
  'github.com/gin-gonic/gin@v1.10.0',
  'go.uber.org/zap@v1.13.0',
  'github.com/cilium/ebpf@v0.20.0',
] as const;

const COMMANDS = ['build', 'vet'];

/** Vendors by `command`, which stands for `go`; then what the toolchain says in the same place. */
async function build(go: string, scratch: string, module: string, command: string): Promise<StepResult[]> {
  const world = join(scratch, 'world');
  const cwd = join(world, 'project');
  const environment = (settings: Readonly<Record<string, string>>) =>
    worldEnvironment(world, { env: { GOSUMDB: 'off', GOFLAGS: '-modcacherw', ...settings } });
  try {
    makeWorld(world, { module });
    const filled = environment({ ...mirrorSettings(), GOMODCACHE: join(world, 'filled') });
    const vendored = await execute(command, ['mod', 'vendor'], cwd, filled);
    if (vendored.exit !== 0) throw new Error(`vendoring ended with ${vendored.exit}\n${vendored.stderr}`);
    const offline = environment({ GOPROXY: 'off', GOMODCACHE: join(world, 'empty') });
    const results: StepResult[] = [];
    for (const name of COMMANDS)
      results.push(await execute(go, [name, '-mod=vendor', './...'], cwd, offline, {}, TIMEOUT_OF_GO));
    return results;
  } finally {
    removeTree(world);
  }
}

async function main(): Promise<number> {
  const go = goBinary();
  if (go === undefined) throw new Error('go is not installed');
  const ours = join(import.meta.dirname, 'go');
  const scratch = mkdtempSync(join(tmpdir(), 'vendored-'));
  let failed = 0;
  try {
    for (const module of PROJECTS) {
      prepareProject(go, module, { all: false });
      const theirs = await build(go, scratch, module, go);
      const found = (await build(go, scratch, module, ours)).flatMap((result, index) =>
        compareResults(theirs[index]!, result, 'on its own', 'on ours').map(
          (text) => `  [${result.command}] ${text}\n`,
        ),
      );
      const codes = theirs.map(({ exit }) => exit).join(', ');
      process.stdout.write(`${module}: ${found.length} differences, exit codes ${codes}\n${found.join('')}`);
      failed += found.length;
    }
  } finally {
    removeScratch(scratch);
  }
  process.stdout.write(`${PROJECTS.length} projects, ${failed} differences\n`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main();
