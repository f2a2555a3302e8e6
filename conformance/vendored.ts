// What the toolchain makes of our vendor folder beside what it makes of its own, on real projects, offline.
//
//   npx tsx conformance/vendored.ts
//
// `go build` and `go vet` with -mod=vendor, an empty module cache, GOPROXY=off and a build cache of their own must say and
// end as they do on the folder that `go mod vendor` made.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quietHome } from '../tools/testing/quiet-home.js';
import { goBinary } from '../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../tools/testing/scratch.js';
import { compareResults, type StepResult } from './differential/output.js';
import { mirrorFiles, prepareProject, projectFolder } from './differential/projects.js';

const PROJECTS = [
  'github.com/gin-gonic/gin@v1.10.0',
  'go.uber.org/zap@v1.13.0',
  'github.com/cilium/ebpf@v0.20.0',
] as const;

const COMMANDS = ['build', 'vet'].map((name) => [name, '-mod=vendor', './...']);

type Words = readonly string[];

/** Vendors with `vendoring` before `mod vendor`; then what the toolchain says in the same place. */
function build(go: string, scratch: string, module: string, vendoring: Words): StepResult[] {
  const world = join(scratch, 'world');
  const cwd = join(world, 'project');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: quietHome(join(world, 'home')),
    GOSUMDB: 'off',
    GOTOOLCHAIN: 'local',
    GOFLAGS: '-modcacherw',
  };
  const run = ([program = '', ...args]: Words, more: Readonly<Record<string, string>>): StepResult => {
    const done = spawnSync(program, args, { cwd, env: { ...env, ...more }, encoding: 'utf8' });
    if (done.error) throw done.error;
    const { stdout, stderr, status, signal } = done;
    return { command: `go ${args.join(' ')}`, stdout, stderr, exit: status ?? signal ?? 'timeout' };
  };
  try {
    cpSync(projectFolder(module), cwd, { recursive: true });
    const proxy = { GOPROXY: pathToFileURL(mirrorFiles()).href, GOMODCACHE: join(world, 'filled') };
    const vendored = run([...vendoring, 'mod', 'vendor'], proxy);
    if (vendored.exit !== 0) throw new Error(`vendoring ended with ${vendored.exit}\n${vendored.stderr}`);
    const offline = { GOPROXY: 'off', GOMODCACHE: join(world, 'empty') };
    return COMMANDS.map((command) => run([go, ...command], offline));
  } finally {
    removeTree(world);
  }
}

function main(): number {
  const go = goBinary();
  if (go === undefined) throw new Error('go is not installed');
  const ours = [process.execPath, join(import.meta.dirname, 'go')];
  const scratch = mkdtempSync(join(tmpdir(), 'vendored-'));
  let failed = 0;
  try {
    for (const module of PROJECTS) {
      prepareProject(go, module, { all: false });
      const theirs = build(go, scratch, module, [go]);
      const found = build(go, scratch, module, ours).flatMap((result, index) =>
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

process.exitCode = main();
