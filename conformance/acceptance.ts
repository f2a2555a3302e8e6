// Runs the acceptance lines of the main job on a fresh clone of the last commit, and prints the figures.
//
//   npm run acceptance -- [--only 1,3] [--here]
//
// Each line is some commands; it holds when all of them end well. What a command prints goes to the terminal as it comes, and its
// last line into the table at the end. This takes hours: `.ci/run` is what runs with every change.

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { projects } from '../bench/scenario.js';
import { memoryFolder } from '../tools/testing/memory-folder.js';
import { removeScratch } from '../tools/testing/scratch.js';

const { values } = parseArgs({
  options: { only: { type: 'string' }, here: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});

const usage = `usage: acceptance [options]
  --only LIST   names of the lines to run (1 to 8, graph-3, graph-4, graph-6, packages-2, packages-3,
                packages-4, packages-5, packages-7, packages-survival)
  --here        in this folder as it is, instead of a fresh clone of its last commit
`;

/** One command line. */
interface Command {
  /** A line for the shell. */
  readonly line: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Nothing of the user's: an empty HOME, no npm cache, no variables but PATH. */
  readonly bare?: true;
}

interface AcceptanceLine {
  /** A number, or for what stands beside the main job a word with one. */
  readonly number: number | string;
  readonly title: string;
  readonly commands: readonly Command[];
}

/** Three quarters of an hour each. */
const RANDOM_GRAPHS = 'src/engine/graph/go.test.ts';
const RANDOM_PROJECTS = 'src/engine/packages/random.test.ts';

const tsx = (script: string) => ({ line: `npx --no-install tsx ${script}` });
const differential = (options: string) =>
  tsx(`conformance/differential/main.ts ${options} --folder ${memoryFolder()}`);
const crash = (options: string) => tsx(`conformance/crash/main.ts --quiet ${options}`);

const lines: readonly AcceptanceLine[] = [
  {
    number: 1,
    title: 'the two README lines, with an empty HOME and no npm cache',
    commands: [
      { line: 'npm ci --include=dev && npm run example', bare: true },
      { line: 'npm ci --include=dev && npm test', bare: true },
    ],
  },
  {
    number: 2,
    title: "Go's script tests of the areas command and download",
    commands: [tsx('conformance/run.ts --area command,download')],
  },
  {
    number: 3,
    title: 'differential runs, stderr included, made-up modules and real projects',
    commands: [differential("--all --except 'packages/*'")],
  },
  {
    number: 4,
    title: 'go and ours at once on one cold cache of 300 modules, five rounds',
    commands: [crash(`--together --kills 5 --project ${projects.large}`)],
  },
  {
    number: 5,
    title: 'killed at any moment, a fault at every step, a full disk',
    commands: [
      crash('--kills 200'),
      crash('--kills 40 --run "list -m all"'),
      crash(`--kills 10 --project ${projects.large}`),
      crash('--disk 64 --kills 3'),
      { line: 'npx --no-install vitest run conformance/crash', env: { GOMOD_ACCEPTANCE: '1' } },
    ],
  },
  {
    number: 6,
    title: 'hostile bytes: 2,000 mutations of each format',
    commands: [
      {
        line: `npx --no-install vitest run src --exclude '${RANDOM_GRAPHS}' --exclude '${RANDOM_PROJECTS}'`,
        env: { GOMOD_ACCEPTANCE: '1' },
      },
    ],
  },
  {
    number: 7,
    title: 'bench, within its limits',
    commands: [tsx('bench/main.ts')],
  },
  {
    number: 8,
    title: 'a layer from go.mod and go.sum alone; the Dockerfile of the example',
    commands: [
      differential("--only 'project/*/layer/http'"),
      { line: 'npx --no-install vitest run examples' },
    ],
  },
  {
    number: 'packages-7',
    title: 'only what a build needs: five projects, for this machine and for three ports',
    commands: [tsx('conformance/need.ts')],
  },
  {
    number: 'graph-3',
    title: 'go.mod files from the module proxy, printed and explained as go does',
    commands: [tsx('conformance/go-mod.ts --count 300')],
  },
  {
    number: 'graph-4',
    title: '2,000 random graphs',
    commands: [{ line: `npx --no-install vitest run ${RANDOM_GRAPHS}`, env: { GOMOD_ACCEPTANCE: '1' } }],
  },
  {
    number: 'graph-6',
    title:
      'the library, packed and installed: five examples on three lines of Node, types in three kinds of projects',
    commands: [tsx('conformance/library.ts')],
  },
  {
    number: 'packages-2',
    title: 'differential runs of list, tidy, why and vendor, made-up packages and real projects',
    commands: [differential("--only 'packages/*'"), tsx('conformance/vendored.ts')],
  },
  {
    number: 'packages-3',
    title: 'packages of real projects where the Go tree is covered by an empty mount, and off PATH',
    commands: [tsx('conformance/without-go.ts')],
  },
  {
    number: 'packages-4',
    title: '1,000 random projects tidied, listed and vendored',
    commands: [{ line: `npx --no-install vitest run ${RANDOM_PROJECTS}`, env: { GOMOD_ACCEPTANCE: '1' } }],
  },
  {
    number: 'packages-5',
    title: 'the packages of the standard library and of 300 modules, for five ports; damaged sources',
    commands: [
      { line: 'npx --no-install vitest run src/core/imports', env: { GOMOD_ACCEPTANCE: '1' } },
      tsx('conformance/packages.ts'),
    ],
  },
  {
    number: 'packages-survival',
    title: 'tidy and vendor killed at any moment, a fault at every step, a full disk',
    commands: [
      crash('--packages tidy --kills 100'),
      crash('--packages tidy --cold --kills 40'),
      crash('--packages vendor --kills 200'),
      crash('--packages vendor --kills 40 --signal SIGTERM'),
      crash('--packages vendor --disk 3 --kills 10'),
      { line: 'npx --no-install vitest run conformance/crash/package src/engine/io/whole-folder.test.ts' },
    ],
  },
];

/** What came of a command: whether it ended well, and the last line it printed that says something. */
interface Outcome {
  readonly held: boolean;
  readonly figure: string;
  readonly seconds: number;
}

async function run(command: Command, root: string, home: string): Promise<Outcome> {
  const start = performance.now();
  const bare = { PATH: process.env.PATH ?? '', HOME: home, npm_config_cache: join(home, 'npm') };
  const env = command.bare ? bare : { ...process.env, ...command.env };
  process.stdout.write(`\n$ ${command.line}\n`);
  const child = spawn('bash', ['-c', command.line], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let tail = '';
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    tail = (tail + chunk.toString('utf8')).slice(-4000);
  });
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { held: status === 0, figure: lastFigure(tail), seconds: (performance.now() - start) / 1000 };
}

/** The last line with a count in it, without colours. */
function lastFigure(text: string): string {
  const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
  const candidates = text.replace(escapes, '').trim().split('\n');
  const counted = candidates.filter((line) =>
    /\d+ (passed|kills|hold|problems|rounds|disks)|Tests\s+\d+/.test(line),
  );
  return (counted.at(-1) ?? candidates.at(-1) ?? '').trim();
}

/** A clone of the last commit, set up and built. */
function freshClone(root: string, scratch: string): string {
  const clone = join(scratch, 'clone');
  const steps = [
    ['git', 'clone', '--quiet', root, clone],
    ['npm', '--prefix', clone, 'ci', '--include=dev', '--silent'],
    ['npm', '--prefix', clone, 'run', 'build', '--silent'],
  ];
  for (const [command = '', ...args] of steps) {
    const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
  }
  return clone;
}

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const wanted = values.only?.split(',');
  const scratch = mkdtempSync(join(tmpdir(), 'acceptance-'));
  // Some differential runs are another user's, who has to reach our command.
  chmodSync(scratch, 0o755);
  const table: string[] = [];
  let failed = 0;
  try {
    const here = dirname(import.meta.dirname);
    const root = values.here ? here : freshClone(here, scratch);
    for (const line of lines.filter(({ number }) => !wanted || wanted.includes(String(number)))) {
      process.stdout.write(`\n== ${line.number}. ${line.title}\n`);
      for (const [index, command] of line.commands.entries()) {
        const home = join(scratch, `home${line.number}${index}`);
        mkdirSync(home);
        const { held, figure, seconds } = await run(command, root, home);
        if (!held) failed++;
        table.push(
          `${held ? 'holds        ' : 'DOES NOT HOLD'} ${line.number}. ${command.line} (${seconds.toFixed(0)} s): ${figure}`,
        );
      }
    }
  } finally {
    removeScratch(scratch);
  }
  process.stdout.write(`\n${table.join('\n')}\n${table.length - failed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = await main();
