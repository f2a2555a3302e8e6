// Graphs read from go.mod files alone: random projects as go reads them from a proxy of files, and what go has no
// words for, in words of ours.

import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { writeFolder } from '../../../conformance/fixtures/folder.js';
import { proxyFiles } from '../../../conformance/fixtures/module.js';
import { goEnvironment, runGo } from '../../../tools/testing/module-proxy-folder.js';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { writeFiles } from '../../../tools/write-files.js';
import { isToolchain } from '../gover/index.js';
import { parse, parseWork } from '../modfile/index.js';
import { formatModule, type ModuleVersion } from '../module/index.js';
import { formatGraph, GraphError, readProjectGraph, whySelected } from './index.js';

const GO_LINES = ['', '1.13', '1.16', '1.17', '1.20', '1.21', '1.22.0', '1.24'];
const MAIN_LINES = ['1.16', '1.17', '1.21', '1.24'];
const VERSIONS = ['v1.0.0', 'v1.1.0', 'v1.2.0-pre', 'v1.2.0'];

/** All of them where there is time; the first 24 show what the rules are. */
const SEEDS = Array.from({ length: process.env.GOMOD_ACCEPTANCE ? 300 : 24 }, (_, i) => i + 1);

/** A project by the names of its files: go.mod (of each member), go.work, go.mod of replacement folders. */
interface Project {
  readonly dependencies: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
  readonly members: readonly string[];
}

function generator(seed: number): () => number {
  let state = seed * 7919;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A random project: replacements by versions, forks and folders, exclusions, requirements that are too low. */
function makeProject(seed: number): Project {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const paths = [...'abcdefgh'].slice(0, 3 + Math.floor(random() * 6)).map((letter) => `mod.test/${letter}`);
  const some = (count: number, but = ''): string[] => {
    const found = new Map<string, string>();
    for (let i = 1; i < count; i++) found.set(pick(paths), pick(VERSIONS));
    found.delete(but);
    return [...found].map(([path, version]) => `${path} ${version}`);
  };
  const goMod = (path: string, line: string, count: number) =>
    `module ${path}\n${line && `go ${line}\n`}${some(count, path)
      .map((m) => `require ${m}${random() < 0.3 ? ' // indirect' : ''}\n`)
      .join('')}`;
  const dependencies = new Map<string, string>();
  for (const path of [...paths, 'fork.test/f']) {
    for (const version of VERSIONS)
      dependencies.set(`${path}@${version}`, goMod(path, pick(GO_LINES), random() * 5));
  }
  const work = seed % 3 === 0;
  const members = work ? ['x', 'y'].slice(0, 1 + Math.floor(random() * 2)) : ['x'];
  const files = new Map<string, string>();
  const replace = (folder: string): string => {
    const old = random() < 0.5 ? pick(paths) : `${pick(paths)} ${pick(VERSIONS)}`;
    const to = [`fork.test/f ${pick(VERSIONS)}`, `${old.split(' ')[0]} ${pick(VERSIONS)}`, `${folder}local`];
    return `replace ${old} => ${pick(to)}\n`;
  };
  for (const name of members) {
    let text = goMod(`main.test/${name}`, pick(MAIN_LINES), 2 + random() * 4);
    if (random() < 0.6) text += `exclude ${pick(paths)} ${pick(VERSIONS)}\n`;
    if (random() < 0.6 && members.length === 1) text += replace('../');
    files.set(`${name}/go.mod`, text);
  }
  files.set('local/go.mod', goMod(pick(paths), pick(GO_LINES), random() * 4));
  if (work) {
    const uses = members.map((name) => `use ./${name}\n`).join('');
    files.set('go.work', `go 1.24\n${uses}${random() < 0.6 ? replace('./') : ''}`);
  }
  return { dependencies, files, members };
}

const read = (project: Project) =>
  readProjectGraph({
    goMod: project.members.map((name) => parse(`${name}/go.mod`, project.files.get(`${name}/go.mod`) ?? '')),
    ...(project.files.has('go.work') && { goWork: parseWork('go.work', project.files.get('go.work') ?? '') }),
    readGoMod: async (m) =>
      m.version === '' ? project.files.get('local/go.mod') : project.dependencies.get(formatModule(m)),
  });

const need = needs('go');

describe.skipIf(need.skip)(need.title('as go reads them'), () => {
  let folder = '';
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-project-')));
  });
  afterAll(() => removeScratch(folder));

  test.each(SEEDS)('seed %d', async (seed) => {
    const project = makeProject(seed);
    const home = join(folder, String(seed));
    const modules = [...project.dependencies].map(([key, mod]) => {
      const [path = '', version = ''] = key.split('@');
      return { path, version, mod };
    });
    writeFolder(proxyFiles(modules), join(home, 'proxy'));
    writeFiles(home, project.files);
    const env = { ...goEnvironment(join(home, 'proxy'), join(home, 'cache')), GOWORK: '', GOFLAGS: '' };
    const cwd = project.files.has('go.work') ? home : join(home, 'x');
    const theirs = runGo(env, cwd, 'mod', 'graph');
    const ours = await read(project).catch((error: Error) => ({ graph: undefined, error }));
    if (ours.error !== undefined || ours.graph === undefined) {
      expect({ ours: ours.error?.message, theirs }).toMatchObject({ theirs: { out: '' } });
      return;
    }
    expect({ graph: formatGraph(ours.graph), err: '' }).toEqual({
      graph: theirs.out,
      err: theirs.err.replace(/^go: (?:downloading|dropping|ignoring) .*\n/gm, ''),
    });
    const flag = cwd === home ? [] : ['-mod=mod'];
    const listed = runGo(env, cwd, 'list', ...flag, '-m', '-f', '{{.Path}} {{.Version}}', 'all');
    const list = ours.graph.buildList().filter((m) => !isToolchain(m.path));
    expect(list.map((m) => `${m.path} ${m.version}\n`).join('')).toBe(listed.out);
  });
});

/** Reads a project whose dependencies are given by `path@version`, or by the path of a folder. */
const readFrom = (
  goMod: string | readonly string[],
  files: Readonly<Record<string, string>>,
  work?: string,
) =>
  readProjectGraph({
    goMod: [goMod].flat().map((text, i) => parse(`${i}/go.mod`, text)),
    ...(work !== undefined && { goWork: parseWork('go.work', work) }),
    readGoMod: (m, file) => files[m.version === '' ? `${file?.syntax.name} ${m.path}` : formatModule(m)],
  });

const show = (list: readonly ModuleVersion[] | undefined) => list?.map(formatModule).join(' ');

describe('what go has no words for', () => {
  const MAIN = 'module m.test\ngo 1.21\nrequire a.test v1.0.0\nrequire b.test v1.0.0\n';
  const FILES = {
    'a.test@v1.0.0': 'module a.test\ngo 1.21\nrequire b.test v1.1.0\n',
    'b.test@v1.0.0': 'module b.test\ngo 1.21\n',
    'b.test@v1.1.0': 'module b.test\ngo 1.21\nrequire c.test v1.0.0\n',
    'c.test@v1.0.0': 'module c.test\n',
  };

  it('reads a main module that requires too little as if it required enough', async () => {
    const { graph, error } = await readFrom(MAIN, FILES);
    expect(error).toBeUndefined();
    expect(show(graph.buildList())).toBe(
      'm.test a.test@v1.0.0 b.test@v1.1.0 c.test@v1.0.0 go@1.21 toolchain@go1.21',
    );
  });

  it('tells the chain to a go.mod that is missing, broken or of another module, and keeps the rest', async () => {
    const { 'b.test@v1.1.0': _, ...without } = FILES;
    const missing = await readFrom(MAIN.replace('1.21', '1.16'), without);
    expect(missing.error?.message).toBe('a.test@v1.0.0 requires\n\tb.test@v1.1.0: no go.mod file');
    expect(show(missing.graph.buildList())).toBe(
      'm.test a.test@v1.0.0 b.test@v1.1.0 go@1.21 toolchain@go1.21',
    );
    const broken = await readFrom(MAIN, { ...FILES, 'a.test@v1.0.0': 'module a.test\nrequire (\n' });
    expect(broken.error?.message).toMatch(/^a\.test@v1\.0\.0: parsing go\.mod: go\.mod:\d+: syntax error/);
    const other = await readFrom(MAIN, { ...FILES, 'a.test@v1.0.0': 'module z.test\n' });
    expect(other.error?.message).toBe(
      'a.test@v1.0.0: parsing go.mod:\n\tmodule declares its path as: z.test\n\t        but was required as: a.test',
    );
    const nameless = await readFrom(MAIN, { ...FILES, 'a.test@v1.0.0': 'go 1.21\n' });
    expect(nameless.error?.message).toBe('a.test@v1.0.0: parsing go.mod: missing module line');
  });

  it('asks for a folder by the file that names it, once for all versions', async () => {
    const asked: string[] = [];
    const main = `${MAIN}replace b.test => ../b\n`;
    const { graph } = await readProjectGraph({
      goMod: parse('here/go.mod', main),
      readGoMod: async (m, file) => {
        asked.push(`${formatModule(m)} ${file?.syntax.name}`);
        return m.version === '' ? 'module b.test\n' : FILES['a.test@v1.0.0'];
      },
    });
    expect(asked).toEqual(['a.test@v1.0.0 undefined', '../b here/go.mod']);
    expect(graph.selected('b.test')).toBe('v1.1.0');
  });

  it('refuses main modules that contradict each other, unless go.work decides', async () => {
    const members = ['x', 'y'].map((name) => `module ${name}.test\nreplace a.test => ../${name}\n`);
    const work = 'go 1.21\nuse ./x\nuse ./y\n';
    await expect(readFrom(members, FILES, work)).rejects.toThrow(
      'conflicting replacements for a.test:\n\t../x\n\t../y',
    );
    const decided = `${work}replace a.test => ./a\n`;
    await expect(readFrom(members, FILES, decided)).resolves.toMatchObject({ error: undefined });
    await expect(readFrom(members, FILES)).rejects.toThrow(GraphError);
    await expect(readFrom('go 1.21\n', FILES)).rejects.toThrow('no module declaration in go.mod');
  });

  it('ends at once with an error that is fatal', async () => {
    const stop = new Error('stop');
    const reading = readProjectGraph({
      goMod: parse('go.mod', MAIN),
      readGoMod: (m) => (m.path === 'a.test' ? Promise.reject(stop) : new Promise(() => {})),
      isFatal: (error) => error === stop,
    });
    await expect(reading).rejects.toBe(stop);
  });
});

describe('whySelected', () => {
  it('tells a shortest chain by each module that requires the selected version', async () => {
    const main = 'module m.test\ngo 1.16\nrequire (\n\ta.test v1.0.0\n\tb.test v1.0.0\n\td.test v1.0.0\n)\n';
    const { graph } = await readFrom(main, {
      'a.test@v1.0.0': 'module a.test\nrequire b.test v1.0.0\n',
      'b.test@v1.0.0': 'module b.test\nrequire c.test v1.2.0\n',
      'c.test@v1.0.0': 'module c.test\n',
      'c.test@v1.2.0': 'module c.test\n',
      'd.test@v1.0.0': 'module d.test\nrequire (\n\tc.test v1.0.0\n\te.test v1.0.0\n)\n',
      'e.test@v1.0.0': 'module e.test\nrequire c.test v1.2.0\n',
    });
    const why = whySelected(graph, 'c.test');
    expect(why?.module.version).toBe('v1.2.0');
    expect(why?.chains.map(show)).toEqual([
      'm.test b.test@v1.0.0 c.test@v1.2.0',
      'm.test d.test@v1.0.0 e.test@v1.0.0 c.test@v1.2.0',
    ]);
    expect(whySelected(graph, 'm.test')).toEqual({ module: { path: 'm.test', version: '' }, chains: [] });
    expect(whySelected(graph, 'z.test')).toBeUndefined();
  });
});
