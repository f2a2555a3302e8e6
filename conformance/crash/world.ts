// What a crash run works on: a project, its modules behind a proxy on loopback, and what `go` makes of it.
//
// The project comes without go.sum, so that the checksum database is asked as well and its records land in the cache.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { mirrorFiles, prepareProject, projectFolder } from '../differential/projects.js';
import type { Tree } from '../differential/tree.js';
import { folderFiles, writeFolder } from '../fixtures/folder.js';
import { type FixtureModule, proxyFiles, type ServedFiles } from '../fixtures/module.js';
import { type FixtureProxy, startProxy } from '../fixtures/proxy.js';
import { makeDatabase } from '../fixtures/sumdb.js';
import { type Ended, startCommand } from './process.js';
import { describeTree, treeDifferences } from './tree.js';

/** How to make a world. */
export interface WorldOptions {
  /** The stock go. */
  readonly go: string;
  /** A real project, `M@V`, or modules that a made-up project requires. */
  readonly project: string | readonly FixtureModule[];
  /** A folder for this run alone. */
  readonly folder: string;
  /** Milliseconds before each answer of the proxy; undefined: `file://` and no checksum database. */
  readonly delay: number | undefined;
  /** What is run; absent: `mod download`. */
  readonly words?: readonly string[] | undefined;
  /** Makes the project, a folder with a go.mod so far, what it is before that. */
  readonly start?: ((project: string) => void) | undefined;
  /** Whether all places share the cache of the reference, in which everything is: what is killed is work on the project. */
  readonly warm?: boolean | undefined;
}

/** One fresh place where a command is run, or killed. */
export interface Place {
  readonly folder: string;
  readonly project: string;
  readonly gomodcache: string;
  readonly env: NodeJS.ProcessEnv;
  /** The folder that a run fills: GOPATH, or where the cache is warm the one of the project. */
  readonly filled: string;
  /** What is run here. */
  readonly words: readonly string[];
}

/** A project, a proxy, and the reference. */
export interface World {
  /** What `go` leaves. */
  readonly reference: Place;
  /** The folder of the project before anything has run. */
  readonly before: string;
  /** Number of zips in the reference. */
  readonly modules: number;
  /** A fresh place; `name` is used once. */
  place(name: string): Place;
  close(): Promise<void>;
}

/** What a project is made of. */
interface Source {
  readonly goMod: string;
  readonly files: ServedFiles;
  /** The files as a folder. */
  readonly folder: string;
}

/** Prepares everything and runs `go` once. */
export async function makeWorld(options: WorldOptions): Promise<World> {
  const { project, delay, words = ['mod', 'download'] } = options;
  const source =
    typeof project === 'string' ? realSource(options.go, project) : madeUpSource(options.folder, project);
  const { files } = source;
  const proxy =
    delay === undefined ? undefined : await startProxy({ files, sumdb: makeDatabase(files), delay });
  const place = (name: string) => makePlace(options, source, proxy, { name, words });
  const before = place('before').project;
  const reference = place('reference');
  const { status, stderr } = await runGo(options.go, reference);
  if (status !== 0) throw new Error(`go ${words.join(' ')} failed: ${stderr}`);
  const zips = [...cacheTree(reference).keys()].filter((path) => path.endsWith('.zip'));
  return { reference, before, modules: zips.length, place, close: async () => await proxy?.close() };
}

function realSource(go: string, project: string): Source {
  prepareProject(go, project, { all: false });
  const goMod = readFileSync(join(projectFolder(project), 'go.mod'), 'utf8');
  return { goMod, files: folderFiles(mirrorFiles()), folder: mirrorFiles() };
}

function madeUpSource(folder: string, modules: readonly FixtureModule[]): Source {
  const lines = modules.map(({ path, version }) => `\t${path} ${version}\n`).join('');
  const files = proxyFiles(modules);
  writeFolder(files, join(folder, 'proxy'));
  const goMod = `module example.test/crash\n\ngo 1.21\n\nrequire (\n${lines})\n`;
  return { goMod, files, folder: join(folder, 'proxy') };
}

function makePlace(
  { folder: root, start, warm = false }: WorldOptions,
  source: Source,
  proxy: FixtureProxy | undefined,
  { name, words }: { readonly name: string; readonly words: readonly string[] },
): Place {
  const folder = join(root, name);
  const project = join(folder, 'project');
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, 'go.mod'), source.goMod);
  start?.(project);
  const gopath = join(warm ? join(root, 'reference') : folder, 'gopath');
  const env = {
    PATH: process.env.PATH,
    HOME: quietHome(join(root, 'home')),
    GOPATH: gopath,
    GOCACHE: join(root, 'gocache'),
    GOPROXY: proxy?.url ?? pathToFileURL(source.folder).href,
    GOSUMDB: proxy?.gosumdb ?? 'off',
    GOENV: 'off',
    GOFLAGS: '-mod=mod',
    GOTOOLCHAIN: 'local',
  };
  const gomodcache = join(gopath, 'pkg', 'mod');
  return { folder, project, gomodcache, env, words, filled: warm ? folder : gopath };
}

/** Runs what is run in a place with the stock go. */
export async function runGo(go: string, place: Place): Promise<Ended> {
  return await runCommand([go, ...place.words], place);
}

/** Runs a command line in a place, to its end. */
export function runCommand(words: readonly string[], place: Place): Promise<Ended> {
  return startCommand(words, place).ended;
}

/** The cache of a place, without what only we keep. */
export function cacheTree(place: Place): Tree {
  return describeTree(place.gomodcache);
}

/** What differs from the reference when all is done: the cache, the project, and that nothing of ours is left. */
export function differences(world: World, place: Place): string[] {
  const { reference } = world;
  return [
    ...treeDifferences(cacheTree(reference), cacheTree(place)),
    ...treeDifferences(describeTree(reference.project), describeTree(place.project)).map(
      (line) => `project/${line}`,
    ),
    ...scratchOf(place),
  ];
}

/** What is left of the folders of runs that have ended. */
export function scratchOf({ gomodcache }: Place): string[] {
  return existsSync(join(gomodcache, 'cache', 'gomod', 'tmp')) ? ['cache/gomod/tmp is left'] : [];
}

/** Removes a place. */
export function removePlace(place: Place): void {
  removeScratch(place.folder);
}
