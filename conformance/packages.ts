// All packages of many real modules, as `go list` describes them and as we do, for five ports.
//
//   npx tsx conformance/packages.ts [--count 300] [--seed 1]
//
// The modules are those of a large project, some by chance where it has more. Compared is which files a build takes, what they
// import and embed, what cgo is told, what is wrong with them.

import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projects } from '../bench/scenario.js';
import { quietHome } from '../tools/testing/quiet-home.js';
import { goBinary } from '../tools/testing/requirements.js';
import { runGo, runOurs, type Surroundings } from '../tools/testing/run-program.js';
import { removeScratch } from '../tools/testing/scratch.js';
import { mirrorSettings, prepareProject, projectFolder } from './differential/projects.js';
import { sampleOf } from './differential/sample.js';
import { cacheFolder } from './scripts/harness.js';

const { values } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

const usage = `usage: packages [options]
  --count N   packages of so many modules; 300 when not given
  --seed N    which ones; 1 when not given
`;

const PORTS = ['linux/amd64', 'windows/amd64', 'darwin/arm64', 'js/wasm', 'linux/386'];
const FIELDS = [
  ...['Dir', 'ImportPath', 'Name', 'Doc', 'Root', 'Module', 'Match', 'Error', 'Incomplete', 'DefaultGODEBUG'],
  ...[
    'GoFiles',
    'CgoFiles',
    'IgnoredGoFiles',
    'InvalidGoFiles',
    'IgnoredOtherFiles',
    'TestGoFiles',
    'XTestGoFiles',
  ],
  ...['CFiles', 'CXXFiles', 'MFiles', 'HFiles', 'FFiles', 'SFiles', 'SwigFiles', 'SwigCXXFiles', 'SysoFiles'],
  ...['CgoCFLAGS', 'CgoCPPFLAGS', 'CgoCXXFLAGS', 'CgoFFLAGS', 'CgoLDFLAGS', 'CgoPkgConfig'],
  ...[
    'Imports',
    'ImportMap',
    'TestImports',
    'XTestImports',
    'EmbedPatterns',
    'EmbedFiles',
    'TestEmbedPatterns',
  ],
  ...['TestEmbedFiles', 'XTestEmbedPatterns', 'XTestEmbedFiles'],
].join();
/** So many modules are listed by one command. */
const AT_ONCE = 25;

/** What a run is told of a port; without one, of this machine. */
function surroundings(project: string, port?: string): Surroundings {
  const [GOOS = '', GOARCH = ''] = port?.split('/') ?? [];
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: quietHome(join(project, '..', 'home')),
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    GOMODCACHE: join(cacheFolder(), 'modcache'),
    GOCACHE: join(cacheFolder(), 'gocache'),
    ...mirrorSettings(),
    GOFLAGS: '-mod=mod -modcacherw',
    ...(port !== undefined && { GOOS, GOARCH }),
  };
  return { cwd: project, environment };
}

/** The command line about some modules. */
function words(modules: readonly string[]): string[] {
  return ['list', '-e', `-json=${FIELDS}`, ...modules.map((path) => `${path}/...`)];
}

/** Modules in groups. */
function groups(modules: readonly string[]): string[][] {
  const count = Math.ceil(modules.length / AT_ONCE);
  return Array.from({ length: count }, (_, at) => modules.slice(at * AT_ONCE, (at + 1) * AT_ONCE));
}

/** Modules of the project, unpacked, with all that their packages need in its go.mod and go.sum. */
function bring(project: string, count: number): string[] {
  const template = '{{if not (or .Main .Replace)}}{{.Path}}{{end}}';
  const listed = runGo(surroundings(project), ['list', '-m', '-f', template, 'all']);
  const modules = sampleOf(listed.stdout.split('\n').filter(Boolean), count, Number(values.seed ?? 1));
  const { status, stderr } = runGo(surroundings(project), ['mod', 'download', ...modules]);
  if (status !== 0) throw new Error(stderr);
  for (const group of groups(modules)) runGo(surroundings(project), words(group));
  return modules;
}

interface Count {
  packages: number;
  differing: number;
}

/** Lines in no order, for modules are asked for all at once; which are unpacked tells the run before. */
function warnings(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => !line.startsWith('go: downloading '));
  return lines.sort().join('\n');
}

/** Compares the packages of some modules. */
async function compare(around: Surroundings, modules: readonly string[], count: Count): Promise<void> {
  const theirs = runGo(around, words(modules));
  const ours = await runOurs(around, words(modules));
  const [left, right] = [theirs, ours].map(({ stdout }) => stdout.split(/^(?=\{)/m)) as [string[], string[]];
  const differing = left.filter((text, index) => text !== right[index]).length;
  const [said, answered] = [theirs, ours].map(({ status, stderr }) => `${status}\n${warnings(stderr)}`);
  const rest = said !== answered || left.length !== right.length ? 1 : 0;
  count.packages += left.length;
  count.differing += Math.max(differing, rest);
  const at = left.findIndex((text, index) => text !== right[index]);
  if (at >= 0) process.stdout.write(`--- go\n${left[at]}--- ours\n${right[at]}`);
  if (said !== answered) process.stdout.write(`--- go: ${said}--- ours: ${answered}`);
}

async function compareAll(project: string, count: number): Promise<boolean> {
  const modules = bring(project, count);
  if (modules.length < count) process.stdout.write(`only ${modules.length} modules\n`);
  let held = modules.length === count;
  for (const port of PORTS) {
    const found = { packages: 0, differing: 0 };
    for (const group of groups(modules)) await compare(surroundings(project, port), group, found);
    held = held && found.differing === 0;
    process.stdout.write(
      `${port}: ${found.packages - found.differing} packages passed, ${found.differing} failed\n`,
    );
  }
  return held;
}

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const go = goBinary();
  if (go === undefined) {
    process.stderr.write('no go command here\n');
    return 1;
  }
  prepareProject(go, projects.large, { all: true });
  const scratch = mkdtempSync(join(tmpdir(), 'packages-'));
  try {
    const project = join(scratch, 'project');
    cpSync(projectFolder(projects.large), project, { recursive: true });
    return (await compareAll(project, Number(values.count ?? 300))) ? 0 : 1;
  } finally {
    process.chdir('/');
    removeScratch(scratch);
  }
}

process.exitCode = await main();
