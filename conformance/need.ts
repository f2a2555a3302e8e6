// Fetching only what a build needs, on real projects: what `gomod download -need` fetches beside `go mod download`, and
// whether the build then works with GOPROXY=off.
//
//   npx tsx conformance/need.ts [--only PATTERN]
//
// For each project, once for this machine and once for three ports: `gomod need` in its folder; then, in a folder with
// go.mod, go.sum and go.need alone and with an empty module cache, `gomod download -need`; then `go build` of the same
// packages in the project, with that cache and GOPROXY=off, for each of the ports. Beside it `go mod download` fills a cache
// of its own. Counted are zips, and the bytes of all files of the cache but for those of ours and of the checksum database.
//
// Projects that replace modules by folders are put together from several modules.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projects } from '../bench/scenario.js';
import { goBinary } from '../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../tools/testing/scratch.js';
import { mirrorSettings, prepareProject, prepareTogether, projectFolder } from './differential/projects.js';

const { values } = parseArgs({
  options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

const usage = `usage: need [options]
  --only PATTERN   projects whose module matches this regular expression
`;

interface Project {
  /** `M@V`. */
  readonly module: string;
  /** Does not compile without cgo, and so for no other port. */
  readonly cgo?: true;
  /** What is built. */
  readonly packages: readonly string[];
  /** Modules `M@V` that replacements expect in these folders, seen from the project. */
  readonly beside?: Readonly<Record<string, string>>;
}

const OTEL = 'go.opentelemetry.io/otel';

const list: readonly Project[] = [
  { module: projects.small, packages: ['./...'] },
  { module: 'github.com/spf13/viper@v1.7.0', packages: ['./...'] },
  { module: 'github.com/gin-gonic/gin@v1.10.0', packages: ['./...'] },
  { module: 'github.com/k3s-io/kine@v0.13.5', packages: ['.'], cgo: true },
  { module: 'github.com/cli/cli/v2@v2.60.0', packages: ['./cmd/gh'] },
  {
    module: `${OTEL}/sdk@v1.32.0`,
    packages: ['./...'],
    beside: {
      '..': `${OTEL}@v1.32.0`,
      '../trace': `${OTEL}/trace@v1.32.0`,
      '../metric': `${OTEL}/metric@v1.32.0`,
    },
  },
];

/** Built one after the other, beside this machine. */
const PORTS = ['linux/arm64', 'darwin/arm64', 'windows/amd64'];

/** What is in a module cache. */
interface Contents {
  readonly zips: number;
  readonly goMods: number;
  readonly bytes: number;
}

function contentsOf(cache: string): Contents {
  let [zips, goMods, bytes] = [0, 0, 0];
  for (const entry of readdirSync(cache, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || /\/cache\/(gomod|download\/sumdb|lock)\b/.test(path.slice(cache.length))) continue;
    bytes += statSync(path).size;
    if (entry.parentPath.endsWith('/@v')) {
      if (path.endsWith('.zip')) zips++;
      if (path.endsWith('.mod')) goMods++;
    }
  }
  return { zips, goMods, bytes };
}

type Variables = Readonly<Record<string, string>>;

/** Runs a command; throws where it fails. */
function run(program: string, words: readonly string[], cwd: string, env: Variables): string {
  const all = { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '-modcacherw', GOWORK: 'off', ...env };
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd,
    env: all,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${words.join(' ')}: ended with ${status}\n${stderr}`);
  return stdout;
}

const gomod = join(import.meta.dirname, '..', 'bin', 'gomod.cjs');

class Trial {
  readonly #proxy = mirrorSettings();
  #caches = 0;

  constructor(
    private readonly go: string,
    private readonly scratch: string,
    private readonly folder: string,
    private readonly project: Project,
  ) {}

  /** What `go mod download` fetches. */
  everything(): Contents {
    const cache = this.#cache();
    run(this.go, ['mod', 'download'], this.folder, { ...this.#proxy, GOMODCACHE: cache });
    const contents = contentsOf(cache);
    removeTree(cache);
    return contents;
  }

  /** What `gomod download -need` fetches; throws where the build does not work with it. */
  needed(ports: readonly string[]): Contents {
    const platforms = ports.length === 0 ? [] : [`-platforms=${ports.join(',')}`];
    const full = { ...this.#proxy, GOMODCACHE: join(this.scratch, 'full') };
    const words = [gomod, 'need', ...platforms, ...this.project.packages];
    const need = run(process.execPath, words, this.folder, full);
    const cache = this.#cache();
    run(process.execPath, [gomod, 'download', '-need=go.need'], this.#layer(need), {
      ...this.#proxy,
      GOMODCACHE: cache,
    });
    const contents = contentsOf(cache);
    for (const port of ports.length === 0 ? [''] : ports) this.#build(cache, port);
    removeTree(cache);
    return contents;
  }

  #cache(): string {
    this.#caches++;
    return join(this.scratch, `cache${this.#caches}`);
  }

  #layer(need: string): string {
    const folder = join(this.scratch, `layer${this.#caches}`);
    mkdirSync(folder);
    for (const name of ['go.mod', 'go.sum']) cpSync(join(this.folder, name), join(folder, name));
    writeFileSync(join(folder, 'go.need'), need);
    return folder;
  }

  #build(cache: string, port: string): void {
    const [goos = '', goarch = ''] = port.split('/');
    const target: Variables = port === '' ? {} : { GOOS: goos, GOARCH: goarch };
    const env = { ...target, GOMODCACHE: cache, GOPROXY: 'off', GOFLAGS: '-mod=readonly -modcacherw' };
    run(this.go, ['build', '-o', '/dev/null', ...this.project.packages], this.folder, env);
  }
}

function put(go: string, module: string, folder: string): void {
  prepareProject(go, module, { all: false });
  cpSync(projectFolder(module), folder, { recursive: true });
}

function figures({ zips, goMods, bytes }: Contents): string {
  return `${zips} zips, ${goMods} go.mod files, ${(bytes / 1e6).toFixed(1)} MB`;
}

function tryProject(go: string, project: Project): void {
  const scratch = mkdtempSync(join(tmpdir(), 'need-'));
  try {
    const folder = join(scratch, 'above', 'project');
    for (const [place, module] of Object.entries(project.beside ?? {})) put(go, module, join(folder, place));
    put(go, project.module, folder);
    if (project.beside !== undefined) prepareTogether(go, folder);
    const trial = new Trial(go, scratch, folder, project);
    const name = `${project.module} ${project.packages.join(' ')}`;
    process.stdout.write(`${name}\n  go mod download: ${figures(trial.everything())}\n`);
    process.stdout.write(`  needed: ${figures(trial.needed([]))}\n`);
    if (project.cgo) return;
    process.stdout.write(`  needed for ${PORTS.join(', ')}: ${figures(trial.needed(PORTS))}\n`);
  } finally {
    removeScratch(scratch);
  }
}

function main(): number {
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const go = goBinary();
  if (go === undefined) throw new Error('go is not installed');
  const wanted = list.filter(({ module }) => new RegExp(values.only ?? '').test(module));
  let failed = 0;
  for (const project of wanted) {
    try {
      tryProject(go, project);
    } catch (error) {
      failed++;
      process.stdout.write(`${project.module}: FAILED: ${error instanceof Error ? error.message : error}\n`);
    }
  }
  process.stdout.write(`${wanted.length - failed} hold, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}

process.exitCode = main();
