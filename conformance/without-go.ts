// Packages without a Go installation, on real projects: what `go` says and writes, what we do beside it, and what we do where
// its tree is covered by an empty mount and no `go` is on PATH.
//
//   npx tsx conformance/without-go.ts
//
// Each command starts with a module cache that the ones before it filled, the first with an empty one; nothing is remembered from
// run to run. Compared are both streams, the exit code, and the project with go.mod, go.sum and its vendor folder. Mounting needs
// root and a mount namespace of its own.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { goBinary } from '../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../tools/testing/scratch.js';
import type { Edit } from './differential/case.js';
import { applyEdit } from './differential/edits.js';
import { compareResults, type StepResult } from './differential/output.js';
import { mirrorSettings, prepareProject } from './differential/projects.js';
import { compareTrees, readTree, type Tree } from './differential/tree.js';
import { execute, makeWorld, worldEnvironment } from './differential/world.js';

const PROJECTS = [
  'github.com/spf13/cobra@v1.8.1',
  'github.com/gin-gonic/gin@v1.10.0',
  'github.com/cilium/ebpf@v0.20.0',
  'github.com/cli/cli/v2@v2.60.0',
] as const;

const STATES: Readonly<Record<string, readonly Edit[]>> = {
  'as it is': [],
  'without go.sum': [{ remove: 'project/go.sum' }],
  'without requirements': [
    { remove: 'project/go.sum' },
    { replace: 'project/go.mod', pattern: /^require[\s\S]*/m, by: '' },
  ],
};

const ASKED = ['fmt', 'golang.org/x/sys/unix', 'golang.org/x/net/html', 'gopkg.in/yaml.v3', 'nosuch.test/x'];
const IMPORTS = '{{.ImportPath}} {{.Standard}} {{.ForTest}} {{.Imports}} {{.TestImports}}';

const COMMANDS: readonly (readonly string[])[] = [
  ['list', '-deps', '-test', './...'],
  ['mod', 'tidy', '-v'],
  ['list', '-deps', '-test', './...'],
  ['list', '-deps', '-test', '-e', '-f', IMPORTS, 'all'],
  ['mod', 'why', ...ASKED],
  ['mod', 'why', '-m', 'golang.org/x/sys', 'golang.org/x/net', 'gopkg.in/yaml.v3'],
  ['mod', 'vendor', '-v'],
  ['list', '-deps', '-test', '-f', IMPORTS, './...'],
  ['mod', 'tidy', '-diff'],
];

/** Who runs a command line: words before it, and what is set. */
interface Side {
  readonly words: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

interface Done {
  readonly results: readonly StepResult[];
  readonly tree: Tree;
}

/** Words after which a command line runs where nothing is in `folder`. */
function covering(folder: string): string[] {
  const script = 'mount -t tmpfs none "$1" && [ -z "$(ls -A "$1")" ] && shift && exec "$@"';
  return ['unshare', '-m', 'sh', '-c', script, 'sh', folder];
}

function sidesFor(go: string): Readonly<Record<'go' | 'ours' | 'covered', Side>> {
  const { stdout } = spawnSync(go, ['env', 'GOROOT', 'GOVERSION'], { encoding: 'utf8' });
  const [goroot = '', version = ''] = stdout.split('\n');
  const folders = (process.env.PATH ?? '').split(delimiter);
  const without = folders.filter((folder) => !existsSync(join(folder, 'go'))).join(delimiter);
  const ours = [process.execPath, join(import.meta.dirname, 'go')];
  return {
    go: { words: [go], env: {} },
    ours: { words: ours, env: { GOMOD_RECALL: 'off' } },
    covered: {
      words: [...covering(goroot), ...ours],
      env: { GOMOD_RECALL: 'off', PATH: without, GOMOD_GOVERSION: version },
    },
  };
}

/** Runs all commands in the same new place, which is removed afterwards. */
async function runAll(scratch: string, module: string, edits: readonly Edit[], side: Side): Promise<Done> {
  const world = join(scratch, 'world');
  const cwd = join(world, 'project');
  try {
    makeWorld(world, { module });
    for (const edit of edits) applyEdit(world, edit);
    const settings = { ...mirrorSettings(), GOFLAGS: '-modcacherw', ...side.env };
    const env = worldEnvironment(world, { env: settings });
    const [program = '', ...before] = side.words;
    const results: StepResult[] = [];
    for (const words of COMMANDS) {
      const done = await execute(program, [...before, ...words], cwd, env);
      results.push({ ...done, command: `go ${words.join(' ')}` });
    }
    return { results, tree: readTree(cwd) };
  } finally {
    removeTree(world);
  }
}

function differences(go: Done, ours: Done, name: string): string[] {
  const said = go.results.flatMap((left, index) =>
    compareResults(left, ours.results[index]!, 'go', name).map((text) => `[${left.command}] ${text}`),
  );
  return [...said, ...compareTrees(go.tree, ours.tree, 'go', name)];
}

async function main(): Promise<number> {
  const go = goBinary();
  if (go === undefined) throw new Error('go is not installed');
  const sides = sidesFor(go);
  const scratch = mkdtempSync(join(tmpdir(), 'without-go-'));
  let [compared, failed] = [0, 0];
  try {
    for (const module of PROJECTS)
      for (const [state, start] of Object.entries(STATES)) {
        prepareProject(go, module, { all: false, start, fills: COMMANDS });
        const theirs = await runAll(scratch, module, start, sides.go);
        const ours = await runAll(scratch, module, start, sides.ours);
        const covered = await runAll(scratch, module, start, sides.covered);
        const found = [...differences(theirs, ours, 'ours'), ...differences(theirs, covered, 'covered')];
        const codes = theirs.results.map(({ exit }) => exit).join(' ');
        process.stdout.write(`${module} ${state}: ${found.length} differences, exit codes ${codes}\n`);
        for (const text of found) process.stdout.write(`  ${text}\n`);
        compared += COMMANDS.length;
        failed += found.length;
      }
  } finally {
    removeScratch(scratch);
  }
  process.stdout.write(`${compared} command lines, ${failed} differences\n`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main();
