// The modules that a build reads: those of its packages, and those in which it has to look for them.
//
// A package could be in each module whose path its own begins with. Each of these is looked into, because one and no
// more may have the package: so the build reads cloud.google.com/go although it imports packages of
// cloud.google.com/go/storage only.
//
// Each platform is loaded by itself, with the settings that a build for it has. Without CGO_ENABLED it is loaded with
// cgo and without: which of the two a build takes depends on the machine. One of them may fail, since some packages are
// for one only. Nothing is written but the module cache.

import { dirname, relative, resolve } from 'node:path';
import {
  type Need,
  type NeedCommand,
  type NeededModule,
  type Platform,
  platformName,
  SETTINGS,
  type Setting,
} from '../../core/need/index.js';
import { isLocal } from '../../core/search/index.js';
import { compareText } from '../../core/text.js';
import { listPackages } from '../build/index.js';
import {
  architectureVariable,
  cgoSupported,
  createEnvironment,
  type Environment,
  portProblem,
} from '../env/index.js';
import { EngineError } from '../error.js';
import type { SessionEvent } from '../events.js';
import { type Loader, needPolicy } from '../load/index.js';
import { withLoader } from '../open-loader.js';
import { PackagesFailed } from '../packages/index.js';
import type { Session } from '../session.js';

/** What is asked for: as NeedCommand, but what is not given is that of the session. */
export interface NeedRequest extends Pick<NeedCommand, 'packages' | 'tags' | 'tests'> {
  /** None: the platform of the session, with cgo as it has it. */
  readonly platforms: readonly Platform[];
}

/** The whole request: that of a command line in this session. */
export function requestOf({ env }: Session, request: NeedRequest): NeedCommand {
  const { packages, tags, tests } = request;
  const own = { goos: env.get('GOOS'), goarch: env.get('GOARCH') };
  const platforms = request.platforms.length > 0 ? request.platforms : [checkedPort(own)];
  const rest = {
    settings: settingsOf(env, platforms),
    tests,
    tags: [...new Set(tags)],
    packages: packages.length > 0 ? packages : ['./...'],
  };
  const isSet = env.source('CGO_ENABLED') !== 'default' || request.platforms.length === 0;
  const cgo = !isSet ? '' : env.get('CGO_ENABLED') === '1' ? '1' : '0';
  const names = new Map(platforms.map((each) => [platformName(each), each]));
  return { ...rest, cgo, platforms: [...names.values()] };
}

/** What is set of what tells which files are built for these platforms. */
function settingsOf(env: Environment, platforms: readonly Platform[]): Setting[] {
  const counted = ['GOEXPERIMENT', ...platforms.map(({ goarch }) => architectureVariable(goarch))];
  return SETTINGS.filter((name) => counted.includes(name) && env.source(name) !== 'default').map(
    (name) => [name, env.get(name)] as const,
  );
}

function checkedPort(platform: Platform): Platform {
  const problem = portProblem(platform.goos, platform.goarch);
  if (problem !== undefined) throw new EngineError('bad-argument', problem);
  return platform;
}

/**
 * What the builds of `command` need. `from`: which folder its words are seen from, that of the session or that of go.mod or
 * go.work; those of the result are always seen from the latter. Failures of packages are told as errors; then the answer
 * is undefined. Rejects where nothing can be loaded.
 */
export async function neededModules(
  session: Session,
  command: NeedCommand,
  from: 'session' | 'root',
): Promise<Needed | undefined> {
  let root = session.cwd;
  const modules = new Map<string, NeededModule>();
  let packages = command.packages;
  for (const platform of command.platforms) {
    const found = await onPlatform(session, command, platform, from);
    if (found === undefined) return undefined;
    ({ packages, root } = found);
    for (const each of found.modules) modules.set(each.mod.path, each);
  }
  const sorted = [...modules.values()].sort((a, b) => compareText(a.mod.path, b.mod.path));
  return { command: { ...command, packages }, modules: sorted, root };
}

/** What builds need, and where that was found. */
export interface Needed extends Need {
  /** The folder of go.mod or go.work, absolute. */
  readonly root: string;
}

/** What was found for one platform, and the words as seen from the root. */
interface Found {
  readonly root: string;
  readonly modules: readonly NeededModule[];
  readonly packages: readonly string[];
}

async function onPlatform(
  session: Session,
  command: NeedCommand,
  platform: Platform,
  from: 'session' | 'root',
): Promise<Found | undefined> {
  const settings =
    command.cgo === '' ? (cgoSupported(platform.goos, platform.goarch) ? ['1', '0'] : ['0']) : [command.cgo];
  const attempts: Attempt[] = [];
  for (const cgo of settings) attempts.push(await attempt(session, command, { platform, cgo, from }));
  const good = attempts.filter(({ failures }) => failures.length === 0);
  const [first] = good;
  if (first !== undefined) return { ...first.found, modules: good.flatMap(({ found }) => found.modules) };
  for (const failure of attempts[0]?.failures ?? []) session.events(failure);
  if (command.platforms.length > 1)
    session.events({ kind: 'hint', text: `this is so for ${platformName(platform)}` });
  return undefined;
}

/** One build, and what is wrong with it. */
interface Attempt {
  readonly found: Found;
  readonly failures: readonly SessionEvent[];
}

interface Target {
  readonly platform: Platform;
  readonly cgo: string;
  readonly from: 'session' | 'root';
}

async function attempt(
  session: Session,
  command: NeedCommand,
  { platform, cgo, from }: Target,
): Promise<Attempt> {
  const failures: SessionEvent[] = [];
  const events = (event: SessionEvent) => {
    if (event.kind === 'error') failures.push(event);
    else session.events(event);
  };
  const found = await withLoader(
    { ...sessionFor(session, command, platform, cgo), events },
    needPolicy,
    async (loader) => {
      const [here, root] = [session.cwd, rootOf(loader)];
      const words = command.packages.map((word) =>
        wordFrom(session, here, from === 'root' ? root : here, word),
      );
      const modules = await load(loader, words, command, failures);
      return { root, modules, packages: words.map((word) => wordFrom(session, root, here, word)) };
    },
  );
  return { found, failures };
}

/** The session with the settings of a platform. */
function sessionFor(
  session: Session,
  { settings }: NeedCommand,
  { goos, goarch }: Platform,
  cgo: string,
): Session {
  const { env } = session;
  const own = { GOOS: goos, GOARCH: goarch, CGO_ENABLED: cgo };
  const process = { ...env.process, ...Object.fromEntries(settings), ...own };
  return {
    ...session,
    env: createEnvironment({ process, fs: session.fs, host: env.host, version: session.release }),
  };
}

/** The folder of go.work or go.mod. */
export function rootOf({ location, session }: Loader): string {
  return location.workFile === '' ? location.moduleRoot || session.cwd : dirname(location.workFile);
}

/** A word that is seen from the folder `from`, as one seen from the folder `to`. */
function wordFrom({ fs }: Session, to: string, from: string, word: string): string {
  if (to === from) return word;
  // Import paths may end like files: github.com/nats-io/nats.go.
  const isFile = word.endsWith('.go') && fs.existsSync(resolve(from, word));
  if (!isFile && !isLocal(word)) return word;
  const path = relative(to, resolve(from, word));
  if (path === '') return '.';
  return isFile || path === '..' || path.startsWith('../') ? path : `./${path}`;
}

async function load(
  loader: Loader,
  words: readonly string[],
  { tags, tests }: NeedCommand,
  failures: SessionEvent[],
): Promise<readonly NeededModule[]> {
  const list = await listPackages(loader, words, {
    deps: true,
    test: tests,
    find: false,
    allowErrors: false,
    tags,
    link: NO_LINK_FLAGS,
    install: { suffix: '', packageFolder: '' },
    profile: 'off',
    embeds: false,
    depsFields: false,
    testMains: false,
  }).catch((error: unknown) => {
    // Each of its failures was told, and is among ours.
    if (error instanceof PackagesFailed && failures.length > 0) return undefined;
    if (!(error instanceof EngineError) || error.code !== 'query') throw error;
    failures.push({ kind: 'error', error });
    return undefined;
  });
  const { main } = loader;
  return (list?.modules ?? [])
    .filter(({ path }) => !main.contains(path))
    .map((mod) => ({ mod, replacement: main.replacement(mod) }));
}

const NO_LINK_FLAGS = {
  mode: 'default',
  linkshared: false,
  ldflags: [],
  race: false,
  msan: false,
  asan: false,
  cover: false,
} as const;
