// Resolving the settings: process, user's env file, $GOROOT/go.env, defaults.
//
// Everything is read when first asked for and remembered: a command that only wants GOMODCACHE never looks
// for a C compiler. Which value derives from which is in `derive` below; the sources of these rules are
// cmd/go/internal/cfg (cfg.go), envcmd (env.go), cache (default.go) and go/build (defaultGOPATH).

import { delimiter, isAbsolute, join } from 'node:path';
import { cleanPath, type FileSystem } from '../io/index.js';
import { parseEnvFile } from './env-file.js';
import type { Environment, SettingSource } from './environment.js';
import { gorootOnPath, installationAround, installedVersion, newestRelease, releaseOf } from './goroot.js';
import { type Host, hostOf, type ReadVariable, userCacheFolder, userConfigFolder } from './host.js';
import { fixedDefaults, knownVariables, stockGoEnv } from './known.js';
import { lookPath } from './look-path.js';
import { cgoSupported } from './ports.js';
import { telemetryMode } from './telemetry.js';

/** What an environment is made from. */
export interface EnvironmentOptions {
  /** The process environment. */
  readonly process: Readonly<Record<string, string | undefined>>;
  readonly fs: Pick<FileSystem, 'existsSync' | 'readFileSync' | 'realpathSync' | 'statSync'>;
  /** The machine; the one we run on when not given. */
  readonly host?: Host;
  /** The release to claim, with or without "go"; else GOMOD_GOVERSION, the installed Go's, the newest known. */
  readonly version?: string;
  /** The file that was started under the name `go`: where it lies in an installation, that is GOROOT. */
  readonly self?: string;
}

/** Variables that only the process may set. */
const PROCESS_ONLY = new Set(['GODEBUG', 'GOENV']);
/** Variables that nobody may set: what the process says about them is not looked at. */
const COMPUTED = new Set([
  'GOEXE',
  'GOHOSTARCH',
  'GOHOSTOS',
  'GOTELEMETRY',
  'GOTELEMETRYDIR',
  'GOTOOLDIR',
  'GOVERSION',
]);

class ResolvedEnvironment implements Environment {
  readonly process: Environment['process'];
  readonly host: Host;
  private readonly fs: EnvironmentOptions['fs'];
  private readonly claimed: string | undefined;
  private readonly folded: ReadonlyMap<string, string> | undefined;
  private readonly derived = new Map<string, string>();
  private files:
    | {
        readonly user: ReadonlyMap<string, string>;
        readonly goroot: ReadonlyMap<string, string>;
        readonly gorootPath: string;
      }
    | undefined;

  constructor(private readonly options: EnvironmentOptions) {
    this.process = options.process;
    this.fs = options.fs;
    this.host = options.host ?? hostOf(process.platform, process.arch);
    this.claimed = options.version;
    if (this.host.os === 'windows') {
      const entries = Object.entries(options.process);
      this.folded = new Map(entries.map(([name, value]) => [name.toUpperCase(), value ?? '']));
    }
  }

  /** A variable of the process; '' when unset. Windows does not mind case. */
  private readonly read: ReadVariable = (name) => {
    if (this.folded !== undefined) return this.folded.get(name.toUpperCase()) ?? '';
    return (Object.hasOwn(this.process, name) ? this.process[name] : undefined) ?? '';
  };

  private readEnvFile(path: string): ReadonlyMap<string, string> {
    if (path === '') return new Map();
    try {
      // Most users have none, and an exception costs a third of a millisecond.
      return this.fs.existsSync(path) ? parseEnvFile(this.fs.readFileSync(path, 'utf8')) : new Map();
    } catch {
      return new Map();
    }
  }

  /** Both files. GOROOT as the user's file has it decides which go.env is read, before the process does. */
  private load(): NonNullable<typeof this.files> {
    if (this.files === undefined) {
      const user = this.readEnvFile(this.get('GOENV'));
      const given = user.get('GOROOT') || this.read('GOROOT');
      const found = given !== '' ? cleanPath(given) : this.findGoroot();
      const goroot = found === undefined ? stockGoEnv : this.readEnvFile(join(found, 'go.env'));
      this.files = { user, goroot, gorootPath: found ?? '' };
    }
    return this.files;
  }

  private findGoroot(): string | undefined {
    const { self } = this.options;
    const own = self === undefined ? undefined : installationAround(this.fs, self);
    return own ?? gorootOnPath(this.fs, this.read('PATH'), this.host.os === 'windows' ? 'go.exe' : 'go');
  }

  knows(name: string): boolean {
    if (knownVariables.has(name)) return true;
    const { user, goroot } = this.load();
    return user.has(name) || goroot.has(name);
  }

  unset(name: string): string {
    return this.compute(name, this.gorootFile(name) ?? '');
  }

  gorootFile(name: string): string | undefined {
    return this.load().goroot.get(name);
  }

  source(name: string): SettingSource {
    if (COMPUTED.has(name)) return 'default';
    if (this.read(name) !== '') return 'process';
    if (PROCESS_ONLY.has(name) || name === 'GOROOT' || !this.knows(name)) return 'default';
    const { user, goroot } = this.load();
    if (user.has(name)) return user.get(name) === '' ? 'default' : 'user-file';
    return (goroot.get(name) ?? '') === '' ? 'default' : 'goroot-file';
  }

  get(name: string): string {
    const known = this.derived.get(name);
    if (known !== undefined) return known;
    const value = this.compute(name, this.set(name));
    this.derived.set(name, value);
    return value;
  }

  /** The value that counts where `set` was set, '' where nothing was. */
  private compute(name: string, set: string): string {
    if (name === 'GOCACHE') return this.cacheFolder(set);
    if (name === 'CGO_ENABLED') return set === '0' || set === '1' ? set : this.cgoDefault();
    return set !== '' ? set : this.derive(name);
  }

  /** The value that someone set, '' when nobody did. */
  private set(name: string): string {
    if (COMPUTED.has(name)) return '';
    const value = this.read(name);
    if (value !== '' || PROCESS_ONLY.has(name) || !this.knows(name)) return value;
    const { user, goroot, gorootPath } = this.load();
    return name === 'GOROOT' ? gorootPath : (user.get(name) ?? goroot.get(name) ?? '');
  }

  private derive(name: string): string {
    switch (name) {
      case 'GOOS':
      case 'GOHOSTOS':
        return this.host.os;
      case 'GOARCH':
      case 'GOHOSTARCH':
        return this.host.arch;
      case 'GOEXE':
        return this.get('GOOS') === 'windows' ? '.exe' : '';
      case 'GOPATH': {
        const path = this.defaultGopath();
        return isAbsolute(path) ? path : '';
      }
      case 'GOMODCACHE': {
        // Below a relative HOME too, where GOPATH itself counts as unset.
        const first = (this.get('GOPATH') || this.defaultGopath()).split(delimiter)[0] ?? '';
        return first === '' ? '' : join(first, 'pkg', 'mod');
      }
      case 'GONOPROXY':
      case 'GONOSUMDB':
        return this.get('GOPRIVATE');
      case 'GOENV':
        return this.userFile();
      case 'GOTOOLDIR': {
        const goroot = this.get('GOROOT');
        return goroot === '' ? '' : join(goroot, 'pkg', 'tool', `${this.host.os}_${this.host.arch}`);
      }
      case 'GOVERSION':
        return this.version();
      case 'GOTELEMETRYDIR':
        return this.inConfigFolder('telemetry');
      case 'GOTELEMETRY':
        return telemetryMode(this.fs, this.get('GOTELEMETRYDIR'));
      case 'CC':
        return this.clang() ? 'clang' : 'gcc';
      case 'CXX':
        return this.clang() ? 'clang++' : 'g++';
      default:
        return Object.hasOwn(fixedDefaults, name) ? (fixedDefaults[name] ?? '') : '';
    }
  }

  private inConfigFolder(name: string): string {
    const folder = userConfigFolder(this.host, this.read);
    return 'path' in folder ? join(folder.path, 'go', name) : '';
  }

  /** The user's env file; '' when there is none. Asked for before the files are loaded. */
  private userFile(): string {
    return this.inConfigFolder('env');
  }

  private defaultGopath(): string {
    const home = this.read(this.host.os === 'windows' ? 'USERPROFILE' : 'HOME');
    if (home === '') return '';
    const path = join(home, 'go');
    const goroot = this.read('GOROOT');
    return goroot !== '' && cleanPath(path) === cleanPath(goroot) ? '' : path;
  }

  private cacheFolder(set: string): string {
    if (set !== '') return isAbsolute(set) || set === 'off' ? set : 'off';
    const folder = userCacheFolder(this.host, this.read);
    return 'path' in folder ? join(folder.path, 'go-build') : 'off';
  }

  private clang(): boolean {
    return ['darwin', 'ios', 'freebsd', 'openbsd'].includes(this.get('GOOS'));
  }

  /** Whether cgo is on when nobody says: on the machine's own port, if its C compiler is on PATH. */
  private cgoDefault(): string {
    const [os, arch] = [this.get('GOOS'), this.get('GOARCH')];
    if (os !== this.host.os || arch !== this.host.arch || !cgoSupported(os, arch)) return '0';
    if (this.read('CC') !== '') return '1';
    const compiler = this.clang() ? 'clang' : 'gcc';
    return lookPath(this.fs, this.host, this.read('PATH'), compiler) === undefined ? '0' : '1';
  }

  private version(): string {
    const claimed = this.claimed ?? this.read('GOMOD_GOVERSION');
    if (claimed !== '') return claimed.startsWith('go') ? claimed : `go${claimed}`;
    return this.installed() ?? `go${newestRelease}`;
  }

  private installed(): string | undefined {
    const goroot = this.get('GOROOT');
    const own = goroot === '' ? undefined : installedVersion(this.fs, goroot);
    if (own !== undefined) return own;
    const executable = this.host.os === 'windows' ? 'go.exe' : 'go';
    const other = gorootOnPath(this.fs, this.read('PATH'), executable);
    return other === undefined ? undefined : installedVersion(this.fs, other);
  }

  get release(): string {
    return releaseOf(this.get('GOVERSION'));
  }
}

/** Resolves the settings. Reads files lazily, never writes, and does not fail: unreadable files are as absent. */
export function createEnvironment(options: EnvironmentOptions): Environment {
  return new ResolvedEnvironment(options);
}
