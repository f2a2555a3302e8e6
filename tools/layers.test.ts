// Who may import whom. The tables are the rule; the test reads every import of the sources and holds them to it.
//
// Layers: core knows nothing of engine, engine nothing of commands. In core each room names what it may import,
// in engine a rung may import what stands on the rungs above it. Rooms are entered by their index.ts; where
// another file may be imported too, DOORS names it. Tests may import what they like.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it, test } from 'vitest';

const LAYERS = `
core      ->
engine    -> core
commands  -> engine core
library   -> engine core
`;

/** Packages beside the layers; \`node:\` stands for every module of Node. */
const PACKAGES = `
core      ->
engine    -> node: undici koffi
commands  -> node:
library   -> @noble/curves/ed25519.js @noble/hashes/sha2.js fflate
`;

/** Rooms of core, and the files beside them that rooms share. */
const CORE = `
error     ->
crypto    ->
base64    ->
slash-path ->
file-tree ->
text      ->
diff      ->
glob      -> text
path-glob -> error glob
pattern   -> text
quote     -> text
quoted    -> error quote text
strconv   -> quote text
semver    ->
gover     -> error semver
time      -> error text
json      -> error quote text time
txtar     -> text
module    -> error glob quote text time semver
mvs       -> error
gosum     -> error text module
modfile   -> error quote text module semver gover strconv
graph     -> error gover module mvs modfile slash-path
dirhash   -> error crypto base64 text
zip       -> error crypto quote text module dirhash
note      -> error crypto base64 quote text
tlog      -> error crypto base64 quote text
sumdb     -> error crypto base64 quote text module note tlog
goproxy   -> error quote text time json semver module
gostruct  -> error text time json
fmt       -> quote text gostruct strconv
imports   -> error quote slash-path text strconv
testmain  -> error quote text imports
template  -> error quote text gostruct strconv fmt
stdlib    -> slash-path
vendor    -> error slash-path file-tree quote text semver gover module modfile zip
embed     -> error slash-path file-tree text glob module
search    -> error slash-path file-tree text pattern quote module
need      -> error quote quoted text module modfile
`;

/** Rungs of engine. */
const ENGINE = `
error abort turn
data
io
env
events transport.ts witness
session
recall
primitives transport
create-session
toolchain
entries
unpack
cache
proxyclient
sumdb
fetch
query
load
open-loader
list init
packages
build
graph need
verify write download
index
`;

/** Files that may be imported beside a room's index. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  // Types, constants and checks that cost nothing to load, for those who must start fast.
  'core/modfile': ['go-version'],
  'core/zip': ['fold'],
  'engine/io': ['errno', 'filesystem', 'locker'],
  'engine/env': ['environment'],
  'engine/query': ['querier', 'sources'],
  'engine/recall': ['recall'],
  // What `mod edit` needs, without what reads the module graph.
  'engine/cache': ['side-lock'],
  'engine/load': ['go-mod-path', 'read-modfile'],
  // The settings of a release of Go; its packages are loaded by the index, when they are asked for.
  'engine/data': ['go1.26'],
};

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));

/** Lines \`name -> allowed ...\`. */
function parseTable(table: string): Map<string, ReadonlySet<string>> {
  const lines = table.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', allowed = ''] = line.split('->');
      return [name.trim(), new Set(allowed.trim().split(/\s+/).filter(Boolean))];
    }),
  );
}

const layers = parseTable(LAYERS);
const packages = parseTable(PACKAGES);
const core = parseTable(CORE);
const rungs = new Map(
  ENGINE.trim()
    .split('\n')
    .flatMap((line, rung) => line.split(' ').map((name): [string, number] => [name, rung])),
);

function sourcesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'testdata' ? [] : sourcesBelow(path);
    return /\.ts$/.test(name) && !/\.(test|d)\.ts$/.test(name) ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Below src, without the extension; undefined for packages. */
  readonly to: string | undefined;
}

const STATEMENT =
  /^(?:import|export)\b(?:[^;'"]*?\sfrom)?\s*'([^']+)'|\b(?:import|require)\(\s*'([^']+)'|\bnew URL\(\s*'(\.[^']+)'/gm;

function importsOf(path: string): Import[] {
  const from = relative(SOURCE, path);
  return [...readFileSync(path, 'utf8').matchAll(STATEMENT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    const to = specifier.startsWith('.')
      ? join(dirname(from), specifier).replace(/\.[cm]?[jt]s$/, '')
      : undefined;
    return { from, specifier, to };
  });
}

/** The layer of a path below src, and its room: the folder in it, or the file itself. */
function placeOf(path: string): { layer: string; room: string; file: string } {
  const [layer = '', ...rest] = path.replace(/\.ts$/, '').split('/');
  return { layer, room: rest[0] ?? '', file: rest.slice(1).join('/') };
}

/** The name of a room in the tables. A file and a folder of engine share a name: the file has its extension. */
function rungName(layer: string, room: string, file: string): string {
  const isFile = file === '' && existsSync(join(SOURCE, layer, `${room}.ts`));
  return isFile && existsSync(join(SOURCE, layer, room)) ? `${room}.ts` : room;
}

const sources = sourcesBelow(SOURCE);
const imports = sources.flatMap(importsOf);
const inside = imports.flatMap((found) =>
  found.to === undefined ? [] : [{ ...found, source: placeOf(found.from), target: placeOf(found.to) }],
);

function told(list: readonly Import[]): string[] {
  return list.map(({ from, specifier }) => `${from} imports ${specifier}`);
}

describe('the layers', () => {
  it('are all in the table, and the imports are found', () => {
    expect(readdirSync(SOURCE).sort()).toEqual([...layers.keys()].sort());
    expect(imports.length).toBeGreaterThan(sources.length);
  });

  test.each([...layers])('%s imports no layer but its own and %o', (layer, allowed) => {
    const wrong = inside.filter(
      ({ source, target }) => source.layer === layer && target.layer !== layer && !allowed.has(target.layer),
    );
    expect(told(wrong)).toEqual([]);
  });

  test.each([...packages])('%s imports no packages but %o', (layer, allowed) => {
    const wrong = imports.filter(({ from, specifier, to }) => {
      const name = specifier.startsWith('node:') ? 'node:' : specifier;
      return placeOf(from).layer === layer && to === undefined && !allowed.has(name);
    });
    expect(told(wrong)).toEqual([]);
  });

  it('are entered by the index of a room, or by a door', () => {
    const wrong = inside.filter(({ source, target }) => {
      const sameRoom = source.layer === target.layer && source.room === target.room;
      if (sameRoom || target.file === '' || target.file === 'index') return false;
      const ownLayer = source.layer === target.layer && target.layer === 'commands';
      return !ownLayer && !DOORS[`${target.layer}/${target.room}`]?.includes(target.file);
    });
    expect(told(wrong)).toEqual([]);
  });
});

function roomsOf(layer: string): string[] {
  const places = sources
    .map((path) => placeOf(relative(SOURCE, path)))
    .filter((place) => place.layer === layer);
  return [...new Set(places.map(({ room, file }) => rungName(layer, room, file)))].sort();
}

describe('the rooms of core', () => {
  it('are all in the table', () => {
    expect(roomsOf('core')).toEqual([...core.keys()].sort());
  });

  it('stand below what they import, so that nothing goes in circles', () => {
    const names = [...core.keys()];
    const wrong = [...core].filter(([name, allowed]) =>
      [...allowed].some((other) => !names.slice(0, names.indexOf(name)).includes(other)),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test.each([...core])('%s imports nothing but %o', (room, allowed) => {
    const wrong = inside.filter(
      ({ source, target }) =>
        source.layer === 'core' && source.room === room && target.room !== room && !allowed.has(target.room),
    );
    expect(told(wrong)).toEqual([]);
  });
});

describe('the rungs of engine', () => {
  it('are all in the table', () => {
    expect(roomsOf('engine')).toEqual([...rungs.keys()].sort());
  });

  test.each([...rungs])('%s imports nothing from its own rung (%d) or below', (name, rung) => {
    const wrong = inside.filter(({ source, target }) => {
      const from = rungName('engine', source.room, source.file);
      const to = rungName('engine', target.room, target.file);
      if (source.layer !== 'engine' || target.layer !== 'engine' || from !== name || to === name)
        return false;
      return (rungs.get(to) ?? Number.POSITIVE_INFINITY) >= rung;
    });
    expect(told(wrong)).toEqual([]);
  });
});

describe('state', () => {
  it('is a value that one holds: no source has a variable of its own', () => {
    const wrong = sources.filter((path) => /^(?:export )?(?:let|var) /m.test(readFileSync(path, 'utf8')));
    expect(wrong.map((path) => relative(SOURCE, path))).toEqual([]);
  });
});

describe('core in a bare context', () => {
  /** Every room of core, bundled in memory to one script that sets \`core\`. */
  async function bundle(): Promise<string> {
    const rooms = [...core.keys()].filter((room) => existsSync(join(SOURCE, 'core', room, 'index.ts')));
    const contents = rooms.map((room) => `export * as ${room} from './${room}/index.ts';`).join('\n');
    const built = await build({
      stdin: { contents, resolveDir: join(SOURCE, 'core'), loader: 'ts' },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'core',
      platform: 'neutral',
      target: 'es2023',
      logLevel: 'silent',
    });
    return built.outputFiles[0]?.text ?? '';
  }

  /** A context that has what browsers and Node both have, and nothing else. */
  const context = (): vm.Context => vm.createContext({ TextEncoder, TextDecoder, atob, btoa });

  const EXERCISE = `
    const bytes = (text) => new TextEncoder().encode(text);
    const text = (data) => new TextDecoder().decode(data);
    const sums = core.gosum.parse('go.sum', bytes('b v1.0.0 h1:b\\na v1.0.0 h1:a\\n'));
    const file = core.modfile.parse('go.mod', bytes('module  a.b/c\\n\\ngo   1.21\\n'));
    const summaries = { 'x.y/z@v1.0.0': core.graph.summaryOf('1.16', [{ path: 'x.y/w', version: 'v1.2.0' }]) };
    (async () => {
      const { graph } = await core.graph.readModuleGraph({
        pruning: 'pruned',
        mainModules: [{ path: 'a.b/c', version: '' }],
        roots: [{ path: 'x.y/z', version: 'v1.0.0' }],
        summary: async (m) => summaries[core.module.formatModule(m)] ?? core.graph.summaryOf('', []),
      });
      return JSON.stringify({
        semver: core.semver.compare('v1.10.0', 'v1.9.0'),
        gover: core.gover.lang('1.21rc2'),
        module: core.module.escapePath('github.com/Azure/x'),
        modfile: text(file.format()),
        gosum: text(core.gosum.format(sums)),
        info: core.goproxy.parseInfo(bytes('{"version":"v1.0.0"}')),
        dirhash: core.dirhash.hashGoMod(bytes(''), () => new Uint8Array(32)),
        txtar: core.txtar.parse('-- f --\\n').files.length,
        graph: graph.buildList().map(core.module.formatModule),
      });
    })();
  `;

  it('runs', async () => {
    const sandbox = context();
    vm.runInContext(await bundle(), sandbox, { filename: 'core.js' });
    expect(JSON.parse(await vm.runInContext(EXERCISE, sandbox))).toEqual({
      semver: 1,
      gover: '1.21',
      module: 'github.com/!azure/x',
      modfile: 'module a.b/c\n\ngo 1.21\n',
      gosum: 'a v1.0.0 h1:a\nb v1.0.0 h1:b\n',
      info: { version: 'v1.0.0', time: '' },
      dirhash: 'h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
      txtar: 1,
      graph: ['a.b/c', 'x.y/w@v1.2.0', 'x.y/z@v1.0.0'],
    });
  });

  it('is bare: what Node adds is not there', () => {
    const names = ['process', 'Buffer', 'setTimeout', 'fetch', 'require', 'performance', 'crypto'];
    const found = names.filter((name) => vm.runInContext(`typeof ${name}`, context()) !== 'undefined');
    expect(found).toEqual([]);
  });
});

describe('this test', () => {
  it('sees imports however they are written', () => {
    const text = [
      "import a from './a.js';",
      "import {\n  b,\n  type C,\n} from '../b/index.js';",
      "export * from './c.js';",
      "import './d.js';",
      "const e = await import('./e.js');",
      "new URL('./worker.js', import.meta.url)",
      "import type { F } from 'node:fs';",
    ].join('\n');
    const found = [...text.matchAll(STATEMENT)].map((match) =>
      basename(match[1] ?? match[2] ?? match[3] ?? ''),
    );
    expect(found).toEqual(['a.js', 'index.js', 'c.js', 'd.js', 'e.js', 'worker.js', 'node:fs']);
  });
});
