// Ours against go: the scenarios of scenario.ts, alternating in one run.
//
//   npm run bench -- [options]
//
// Prints a line for each scenario and last `N hold, N do not`. Linux only (it reads /proc). Without Go it says so.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { mirrorFiles, prepareProject } from '../conformance/differential/projects.js';
import { globMatcher } from '../conformance/fixtures/fault.js';
import { goTree } from '../conformance/scripts/harness.js';
import { memoryFolder } from '../tools/testing/memory-folder.js';
import { goBinary } from '../tools/testing/requirements.js';
import { removeScratch } from '../tools/testing/scratch.js';
import { compareScenario } from './compare.js';
import { benchmarksPage, judge, load, type Row, rowText } from './report.js';
import { type ModuleSource, projects, type Scenario, scenarios } from './scenario.js';

const root = dirname(import.meta.dirname);

const usage = `usage: main [options]
  --only GLOB      scenarios whose names match
  --rounds N       pairs of runs for each scenario
  --command F      our command (bin/gomod.cjs)
  --self           go against go
  --memory DIR     where worlds are made (/dev/shm, else the folder for temporary files)
  --disk DIR       where worlds "on disk" are made (the folder for temporary files)
  --write          write BENCHMARKS.md
  -l, --list       list the scenarios and stop
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string' },
    command: { type: 'string' },
    self: { type: 'boolean' },
    memory: { type: 'string' },
    disk: { type: 'string' },
    write: { type: 'boolean' },
    list: { type: 'boolean', short: 'l' },
    help: { type: 'boolean', short: 'h' },
  },
});

const memory = values.memory ?? memoryFolder();
const diskFolder = values.disk ?? tmpdir();

/** Starts the proxy of a scenario; file:// needs none. */
async function startProxy(
  proxy: ModuleSource,
): Promise<{ readonly goproxy: string; readonly process?: ChildProcess }> {
  if (proxy === 'file') return { goproxy: `file://${mirrorFiles()}` };
  const script = join(root, 'conformance', 'fixtures', 'main.ts');
  const args = ['--import', 'tsx', script, '--folder', mirrorFiles(), '--delay', String(proxy.delay)];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const goproxy = await new Promise<string>((done, fail) => {
    child.once('error', fail);
    child.stdout.once('data', (chunk: Buffer) => done(chunk.toString('utf8').trim()));
  });
  return { goproxy, process: child };
}

async function runScenario(scenario: Scenario, go: string, folder: string): Promise<Row> {
  const ours = join(folder, 'ours', 'go');
  const proxy = await startProxy(scenario.proxy);
  try {
    const comparison = await compareScenario(scenario, {
      commands: { go, ours: values.self ? go : ours },
      folder: join(scenario.disk ? mkdtempSync(join(diskFolder, 'bench-')) : folder, 'worlds'),
      goproxy: proxy.goproxy,
      rounds: Number(values.rounds ?? scenario.rounds),
      progress: (text) => process.stderr.write(text),
    });
    process.stderr.write('\n');
    return judge(comparison);
  } finally {
    proxy.process?.stdin?.end();
  }
}

/** Whether a command line reads packages, not modules alone. */
function readsPackages(run: readonly string[]): boolean {
  return run.includes('./...') || ['tidy', 'vendor', 'why'].includes(run[1] ?? '');
}

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const chosen = scenarios.filter((scenario) =>
    values.only ? globMatcher(values.only)(scenario.name) : true,
  );
  if (values.list) {
    process.stdout.write(chosen.map((scenario) => `${scenario.name}\n`).join(''));
    return 0;
  }
  const go = goBinary();
  if (go === undefined) {
    process.stdout.write('bench: skipped: no go command here\n');
    return 0;
  }
  for (const { project, start, run } of chosen) {
    if (project === 'none') continue;
    prepareProject(go, projects[project], { all: false });
    // What else these go.mod files lead to, which updates there are, and the modules of tests of dependencies.
    if (start || run.includes('-u') || readsPackages(run))
      prepareProject(go, projects[project], { all: false, start: start ?? [], fills: [run] });
  }
  const folder = mkdtempSync(join(memory, 'bench-'));
  mkdirSync(join(folder, 'ours'));
  symlinkSync(resolve(values.command ?? join(root, 'bin', 'gomod.cjs')), join(folder, 'ours', 'go'));
  process.stdout.write(`load before: ${load()}\n`);
  const rows: Row[] = [];
  try {
    for (const scenario of chosen) {
      rows.push(await runScenario(scenario, go, folder));
      process.stdout.write(`${rowText(rows.at(-1)!)}\n`);
    }
  } finally {
    removeScratch(folder);
  }
  const held = rows.filter((row) => row.holds).length;
  process.stdout.write(`${held} hold, ${rows.length - held} do not\n`);
  if (values.write) {
    const facts = { goVersion: goTree(go).version, memoryFolder: memory, diskFolder };
    writeFileSync(join(root, 'BENCHMARKS.md'), benchmarksPage(rows, facts));
  }
  return held === rows.length ? 0 : 1;
}

process.exitCode = await main();
