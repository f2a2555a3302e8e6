// The variables that `go env` shows, with their values and whether these differ from their defaults.
//
// Which variables there are, and what counts as changed, follows cmd/go/internal/envcmd. Three of them hold
// flags for C compilers. For GOGCCFLAGS go runs the compiler, and asks it which flags it knows. We run none: its name says
// what it knows, and the folder that go makes for the run is not named.

import { basename, delimiter, join } from 'node:path';
import { joinQuoted, splitQuoted } from '../core/quoted.js';
import { architectureVariable, type Environment, fixedDefaults, lookPath } from '../engine/env/index.js';
import type { FileSystem } from '../engine/io/filesystem.js';

/** One line of `go env`. */
export interface Variable {
  readonly name: string;
  readonly value: string;
  /** Differs from what an empty environment would give. */
  readonly changed: boolean;
}

/** A value makes them changed. */
const PLAIN = ['GOBIN', 'GODEBUG', 'GOEXPERIMENT', 'GOFLAGS', 'GOINSECURE', 'GOPRIVATE', 'GOTMPDIR', 'GOVCS'];

/** Changed when they are not what go.env says, or the built-in default where that says nothing. */
const DEFAULTED = ['AR', 'GOAUTH', 'GOCACHEPROG', 'GOFIPS140', 'GOPROXY', 'GOSUMDB', 'GOTOOLCHAIN'];

/** Follow from something else; never changed. */
const COMPUTED = [
  'GOEXE',
  'GOHOSTARCH',
  'GOHOSTOS',
  'GOROOT',
  'GOTELEMETRY',
  'GOTELEMETRYDIR',
  'GOTOOLDIR',
  'GOVERSION',
];

/** Flags for C compilers: shown in full listings, and when asked for by name. */
const COMPILER_FLAGS = ['CGO_CFLAGS', 'CGO_CPPFLAGS', 'CGO_CXXFLAGS', 'CGO_FFLAGS', 'CGO_LDFLAGS'];

function isSet(env: Environment, name: string): boolean {
  return env.source(name) !== 'default';
}

function fixedDefault(name: string): string {
  return Object.hasOwn(fixedDefaults, name) ? (fixedDefaults[name] ?? '') : '';
}

/** A variable whose value is found when it is asked for: most runs print two of them. */
function variable(name: string, read: () => string, differs: (value: string) => boolean): Variable {
  let known: string | undefined;
  const value = (): string => {
    known ??= read();
    return known;
  };
  return {
    name,
    get value() {
      return value();
    },
    get changed() {
      return differs(value());
    },
  };
}

function plain(env: Environment, name: string): Variable {
  return variable(
    name,
    () => env.get(name),
    (value) => value !== '',
  );
}

function computed(env: Environment, name: string): Variable {
  return variable(
    name,
    () => env.get(name),
    () => false,
  );
}

function defaulted(env: Environment, name: string, fallback = () => fixedDefault(name)): Variable {
  return variable(
    name,
    () => env.get(name),
    (value) => isSet(env, name) && value !== (env.gorootFile(name) ?? fallback()),
  );
}

function unlike(env: Environment, name: string, usual: () => string): Variable {
  return variable(
    name,
    () => env.get(name),
    (value) => value !== usual(),
  );
}

function gccgo(env: Environment, fs: FileSystem): Variable {
  const name = env.get('GCCGO');
  const find = () => lookPath(fs, env.host, env.process.PATH ?? '', name);
  // Changed where there is one.
  return variable(
    'GCCGO',
    () => find() ?? name,
    () => name !== 'gccgo' || find() !== undefined,
  );
}

function gopath(env: Environment): Variable {
  // Go takes the process's own GOPATH for the default, so that only the env file changes it.
  return defaulted(env, 'GOPATH', () => env.process.GOPATH || env.unset('GOPATH'));
}

function modcache(env: Environment): Variable {
  const first = () => env.get('GOPATH').split(delimiter)[0] ?? '';
  return defaulted(env, 'GOMODCACHE', () => (first() === '' ? '' : join(first(), 'pkg', 'mod')));
}

function cache(env: Environment): Variable {
  return variable(
    'GOCACHE',
    () => env.get('GOCACHE'),
    (value) => {
      const given = env.process.GOCACHE || value;
      return isSet(env, 'GOCACHE') && given !== env.unset('GOCACHE');
    },
  );
}

function architecture(env: Environment): readonly Variable[] {
  const name = architectureVariable(env.get('GOARCH'));
  return name === undefined ? [] : [defaulted(env, name)];
}

/** Every variable that go sets for the commands it runs, in no particular order. */
export function baseVariables(env: Environment, fs: FileSystem): readonly Variable[] {
  const goenv = env.process.GOENV === 'off' ? '' : env.get('GOENV');
  return [
    ...PLAIN.map((name) => plain(env, name)),
    ...DEFAULTED.map((name) => defaulted(env, name)),
    ...COMPUTED.map((name) => computed(env, name)),
    ...architecture(env),
    variable(
      'GO111MODULE',
      () => env.get('GO111MODULE'),
      (value) => value !== '' && value !== 'on',
    ),
    { name: 'GOENV', value: goenv, changed: goenv !== '' && Boolean(env.process.GOENV) },
    unlike(env, 'GOARCH', () => env.host.arch),
    unlike(env, 'GOOS', () => env.host.os),
    gopath(env),
    modcache(env),
    cache(env),
    defaulted(env, 'GONOPROXY', () => env.get('GOPRIVATE')),
    defaulted(env, 'GONOSUMDB', () => env.get('GOPRIVATE')),
    gccgo(env, fs),
    ...['CC', 'CXX'].map((name) =>
      variable(
        name,
        () => env.get(name),
        () => isSet(env, name),
      ),
    ),
    unlike(env, 'CGO_ENABLED', () => env.unset('CGO_ENABLED')),
  ];
}

const MIPS_FLOAT: Readonly<Record<string, readonly string[]>> = {
  hardfloat: ['-mhard-float'],
  softfloat: ['-msoft-float'],
};

function architectureFlags(env: Environment): readonly string[] {
  const darwin = env.get('GOOS') === 'darwin';
  switch (env.get('GOARCH')) {
    case '386':
      return ['-m32'];
    case 'amd64':
      return darwin ? ['-arch', 'x86_64', '-m64'] : ['-m64'];
    case 'arm64':
      return darwin ? ['-arch', 'arm64'] : [];
    case 'arm':
      return ['-marm'];
    case 's390x':
      return ['-m64', '-march=z13'];
    case 'mips64':
    case 'mips64le':
      return ['-mabi=64', ...(MIPS_FLOAT[env.get('GOMIPS64')] ?? [])];
    case 'mips':
    case 'mipsle': {
      const hard = env.get('GOMIPS') === 'hardfloat' ? ['-mfp32', '-mno-odd-spreg'] : [];
      return ['-mabi=32', '-march=mips32', ...(MIPS_FLOAT[env.get('GOMIPS')] ?? []), ...hard];
    }
    case 'loong64':
      return ['-mabi=lp64d'];
    case 'ppc64':
      return env.get('GOOS') === 'aix' ? ['-maix64'] : [];
    default:
      return [];
  }
}

/** What GCC refuses and Clang takes. */
const CLANG_FLAGS = ['-fno-caret-diagnostics', '-Qunused-arguments'];
const GCC = /^(.*-)?(cc|gcc|g\+\+|c\+\+)(-[0-9.]+)?(\.exe)?$/;

/** The words that go puts in front of all flags: the compiler's own and an include folder, of which three are not shown. */
const HIDDEN_WORDS = 3;

function gccFlags(env: Environment): string {
  const os = env.get('GOOS');
  const compiler = wordsOf(env.get('CC'));
  const words = [
    ...compiler,
    '-I',
    '.',
    ...(os === 'windows' ? [] : ['-fPIC']),
    ...architectureFlags(env),
    ...(env.get('CGO_ENABLED') === '1' ? [os === 'windows' ? '-mthreads' : '-pthread'] : []),
    ...(os === 'aix' ? ['-mcmodel=large'] : []),
    ...(GCC.test(basename(compiler[0] ?? '')) ? [] : CLANG_FLAGS),
    '-Wl,--no-gc-sections',
    '-fmessage-length=0',
    '-gno-record-gcc-switches',
    ...(os === 'darwin' || os === 'ios' ? ['-fno-common'] : []),
  ];
  return words.slice(HIDDEN_WORDS).join(' ');
}

/** The words of a setting, joined as Go joins them; the setting itself when its quotes do not match. */
function wordsOf(text: string): readonly string[] {
  const words = splitQuoted(text);
  return typeof words === 'string' ? [text] : words;
}

function compilerFlag(env: Environment, name: string): Variable {
  const words = wordsOf(env.get(name));
  const value = joinQuoted(words) ?? words.join(' ');
  return { name, value, changed: value !== fixedDefault(name) };
}

/** The variables that go runs a C compiler for: in full listings, and when one is asked for. */
export function compilerVariables(env: Environment): readonly Variable[] {
  const pkgConfig = wordsOf(env.get('PKG_CONFIG'))[0] ?? '';
  return [
    ...COMPILER_FLAGS.map((name) => compilerFlag(env, name)),
    { name: 'PKG_CONFIG', value: pkgConfig, changed: pkgConfig !== fixedDefault('PKG_CONFIG') },
    { name: 'GOGCCFLAGS', value: gccFlags(env), changed: false },
  ];
}

/** Whether `name` is among {@link compilerVariables}. */
export function isCompilerVariable(name: string): boolean {
  return COMPILER_FLAGS.includes(name) || name === 'PKG_CONFIG' || name === 'GOGCCFLAGS';
}
