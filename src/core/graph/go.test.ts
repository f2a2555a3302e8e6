// Module graphs compared with those of a real go command: random modules in a proxy of files, `go mod graph`
// and `go list -m all` on random main modules and workspaces.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { compare, modSort, TooNewError } from '../gover/index.js';
import { formatModule, ModuleError, type ModuleVersion } from '../module/index.js';
import {
  isPruned,
  type ModuleGraph,
  type ReadGraph,
  readModuleGraph,
  rootsOf,
  type Summary,
  summaryOf,
  toolchainSummary,
} from './index.js';

const RELEASE_LIMIT = '1.30';
const GO_LINES = ['', '1.13', '1.16', '1.17', '1.20', '1.21', '1.21.3', '1.22.0', '1.23rc1', '1.24'];
const MAIN_LINES = ['1.16', '1.17', '1.20', '1.21', '1.24'];
const VERSIONS = ['v1.0.0', 'v1.1.0', 'v1.2.0-pre', 'v1.2.0'];
const MEMBERS = ['main.test/x', 'main.test/y', 'mod.test/a'];

/** A small generator of our own, so that a seed stays what it is. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Module {
  readonly goVersion: string;
  readonly require: readonly ModuleVersion[];
}

interface Universe {
  readonly modules: ReadonlyMap<string, Module>;
  readonly mains: ReadonlyMap<string, Module>;
  /** The go line of go.work; undefined without one. */
  readonly work: string | undefined;
}

function makeUniverse(seed: number): Universe {
  const random = generator(seed * 7919);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const paths = 'abcdefgh'
    .slice(0, 3 + Math.floor(random() * 6))
    .split('')
    .map((letter) => `mod.test/${letter}`);
  const requirements = (count: number, but: string): ModuleVersion[] => {
    const found = new Map<string, ModuleVersion>();
    for (let i = 0; i < count; i++) {
      const path = pick(paths);
      if (path !== but) found.set(path, { path, version: pick(VERSIONS) });
    }
    return [...found.values()];
  };
  const missing = seed % 3 === 0 ? 0.07 : 0;
  const lines = seed % 5 === 0 ? [...GO_LINES, '1.99'] : GO_LINES;
  const modules = new Map<string, Module>();
  for (const path of paths) {
    for (const version of VERSIONS) {
      const made = { goVersion: pick(lines), require: requirements(random() * 4, path) };
      if (random() >= missing) modules.set(`${path}@${version}`, made);
    }
  }
  const work = seed % 2 === 0 ? '1.24' : undefined;
  const members = MEMBERS.slice(0, work === undefined ? 1 : 1 + Math.floor(random() * 3));
  const mains = new Map(
    members.map((path) => [
      path,
      { goVersion: pick(MAIN_LINES), require: requirements(1 + random() * 4, path) },
    ]),
  );
  return { modules, mains, work };
}

function goMod(path: string, module: Module): string {
  const go = module.goVersion === '' ? '' : `go ${module.goVersion}\n`;
  return `module ${path}\n${go}${module.require.map((m) => `require ${m.path} ${m.version}\n`).join('')}`;
}

/** Writes the proxy and the main modules below `folder`; answers the folder to run commands in. */
function writeUniverse(folder: string, universe: Universe): string {
  for (const [key, module] of universe.modules) {
    const [path = '', version = ''] = key.split('@');
    const versions = join(folder, 'proxy', path, '@v');
    mkdirSync(versions, { recursive: true });
    writeFileSync(join(versions, `${version}.info`), JSON.stringify({ Version: version }));
    writeFileSync(join(versions, `${version}.mod`), goMod(path, module));
  }
  for (const [path, module] of universe.mains) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'go.mod'), goMod(path, module));
  }
  if (universe.work === undefined) return join(folder, 'main.test/x');
  const uses = [...universe.mains.keys()].map((path) => `use ./${path}\n`);
  writeFileSync(join(folder, 'go.work'), `go ${universe.work}\n${uses.join('')}`);
  return folder;
}

async function ours(universe: Universe): Promise<ReadGraph> {
  const mainModules = [...universe.mains.keys()].map((path) => ({ path, version: '' }));
  const summary = async (m: ModuleVersion): Promise<Summary> => {
    if (m.path === 'go' || m.path === 'toolchain') return toolchainSummary(m);
    const module = m.version === '' ? universe.mains.get(m.path) : universe.modules.get(formatModule(m));
    if (module === undefined) throw new ModuleError(m, new Error('NOT FOUND'));
    if (module.goVersion !== '' && compare(module.goVersion, RELEASE_LIMIT) > 0) {
      throw new TooNewError({ what: `module ${formatModule(m)}`, goVersion: module.goVersion }, 'RELEASE');
    }
    return summaryOf(module.goVersion, module.require);
  };
  const [main] = universe.mains.values();
  const goVersion = main?.goVersion ?? '';
  const roots =
    universe.work === undefined
      ? rootsOf(main?.require ?? [], goVersion, '')
      : rootsOf(mainModules, universe.work, '');
  modSort(roots);
  const pruning = universe.work !== undefined ? 'workspace' : isPruned(goVersion) ? 'pruned' : 'unpruned';
  return await readModuleGraph({ pruning, mainModules, roots, summary });
}

function edges(graph: ModuleGraph): string {
  let text = '';
  graph.walkBreadthFirst((m) => {
    for (const r of graph.requiredBy(m) ?? []) text += `${formatModule(m)} ${formatModule(r)}\n`;
  });
  return text;
}

/** Go's message with what depends on the machine and the release taken out. */
function plain(message: string): string {
  return message
    .replace(/^go: /, '')
    .replace(/: (?:reading|open) .*$/m, ': NOT FOUND')
    .replace(/running go [^);]*(?:;[^)]*)?\)/, 'running go RELEASE)')
    .trimEnd();
}

const need = needs('go');

describe.skipIf(need.skip)(need.title('module graphs compared with go'), () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gomod-graph-'));
  });

  afterAll(() => {
    if (folder !== '') removeScratch(folder);
  });

  const go = (cwd: string, proxy: string, args: readonly string[]) => {
    const env = {
      ...process.env,
      GOPROXY: `file://${proxy}`,
      GOMODCACHE: join(folder, 'cache', proxy),
      GOFLAGS: '',
      GO111MODULE: '',
      GOSUMDB: 'off',
      GONOSUMDB: '',
      GOTOOLCHAIN: 'local',
      GOENV: 'off',
    };
    return spawnSync(goBinary() ?? 'go', args, { cwd, env, encoding: 'utf8' });
  };

  test.each(Array.from({ length: 24 }, (_, i) => i + 1))('seed %d', async (seed) => {
    const universe = makeUniverse(seed);
    const home = join(folder, String(seed));
    const cwd = writeUniverse(home, universe);
    const { graph, error } = await ours(universe);
    // -go with the module's own version keeps roots as they are, where graph alone would raise them.
    const [main] = universe.mains.values();
    const flag = universe.work === undefined ? [`-go=${main?.goVersion}`] : [];
    const theirs = go(cwd, join(home, 'proxy'), ['mod', 'graph', ...flag]);
    if (theirs.status !== 0) {
      expect(error?.message).toBe(plain(theirs.stderr));
      return;
    }
    expect(error?.message).toBeUndefined();
    expect(edges(graph)).toBe(theirs.stdout);
    if (universe.work === undefined) return;
    const listed = go(cwd, join(home, 'proxy'), ['list', '-m', '-f', '{{.Path}}@{{.Version}}', 'all']);
    const modules = graph.buildList().filter((m) => m.path !== 'go' && m.path !== 'toolchain');
    expect(modules.map((m) => `${m.path}@${m.version}\n`).join('')).toBe(listed.stdout);
  });
});
