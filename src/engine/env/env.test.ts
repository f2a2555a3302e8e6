import { chmodSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { type FileSystem, realFileSystem } from '../io/index.js';
import { hostOf, userCacheFolder, userConfigFolder } from './host.js';
import {
  asTemporaryRoot,
  createEnvironment,
  type Environment,
  editEnvFile,
  findModuleRoot,
  findWorkspaceFile,
  inGoflags,
  isFileOn,
  newestRelease,
  parseEnvFile,
  parseGoflags,
  releaseOf,
} from './index.js';

let root = '';
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-settings-')));
});
afterAll(() => removeScratch(root));

/** An installation: what we look for in one. */
function install(name: string, version: string, goEnv = ''): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'pkg', 'tool'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'VERSION'), version);
  writeFileSync(join(folder, 'go.env'), goEnv);
  writeFileSync(join(folder, 'bin', 'go'), '#!/bin/sh\nexit 99\n');
  chmodSync(join(folder, 'bin', 'go'), 0o755);
  return folder;
}

function settings(process: Record<string, string>, fs: FileSystem = realFileSystem, self = ''): Environment {
  const host = { os: 'linux', arch: 'amd64' } as const;
  return createEnvironment({ process, fs, host, ...(self === '' ? {} : { self }) });
}

describe('finding a Go installation', () => {
  it('takes the first go on PATH that lies in one, links followed, without running it', () => {
    const first = install('first', 'go1.25.3\ntime 2026-01-01T00:00:00Z\n', 'GOPROXY=first\n');
    install('second', 'go1.24.1\n', 'GOPROXY=second\n');
    mkdirSync(join(root, 'ours'));
    writeFileSync(join(root, 'ours', 'go'), '#!/usr/bin/env node\n');
    mkdirSync(join(root, 'links'));
    symlinkSync(join(first, 'bin', 'go'), join(root, 'links', 'go'));
    const path = [
      '',
      '/no/such/folder',
      join(root, 'ours'),
      join(root, 'links'),
      join(root, 'second', 'bin'),
    ];
    const env = settings({ PATH: path.join(':') });
    expect(env.get('GOROOT')).toBe(first);
    expect(env.get('GOVERSION')).toBe('go1.25.3');
    expect(env.release).toBe('1.25.3');
    expect(env.get('GOPROXY')).toBe('first');
    expect(env.source('GOPROXY')).toBe('goroot-file');
    expect(env.get('GOSUMDB')).toBe('');
  });

  it('takes the installation that we were put into ourselves, before any on PATH', () => {
    const around = install('around', 'go1.26.1\n');
    const PATH = join(install('elsewhere', 'go1.24.1\n'), 'bin');
    const self = join(around, 'bin', 'go');
    expect(settings({ PATH }, realFileSystem, self).get('GOROOT')).toBe(around);
    expect(settings({ PATH }, realFileSystem, self).get('GOVERSION')).toBe('go1.26.1');
    mkdirSync(join(root, 'linked'));
    symlinkSync(self, join(root, 'linked', 'go'));
    expect(settings({ PATH }, realFileSystem, join(root, 'linked', 'go')).get('GOROOT')).toBe(around);
    expect(settings({ PATH, GOROOT: '/given' }, realFileSystem, self).get('GOROOT')).toBe('/given');
    expect(settings({ PATH }, realFileSystem, join(root, 'go')).get('GOROOT')).toBe(join(root, 'elsewhere'));
  });

  it('believes GOROOT, and asks the go on PATH for a release where GOROOT has none', () => {
    const third = install('third', 'go1.23.0 X:arenas\n');
    mkdirSync(join(root, 'bare'));
    const PATH = join(third, 'bin');
    expect(settings({ PATH, GOROOT: `${root}/bare/` }).get('GOROOT')).toBe(`${root}/bare/`);
    expect(settings({ PATH, GOROOT: join(root, 'bare') }).get('GOVERSION')).toBe('go1.23.0 X:arenas');
    expect(settings({ PATH, GOROOT: join(root, 'bare') }).release).toBe('1.23.0');
  });

  it('does without one: stock settings, the newest release', () => {
    const env = settings({ PATH: '/no/such/folder' });
    expect([env.get('GOROOT'), env.get('GOPROXY'), env.get('GOTOOLCHAIN')]).toEqual([
      '',
      'https://proxy.golang.org,direct',
      'auto',
    ]);
    expect(env.release).toBe(newestRelease);
    expect(settings({ PATH: '', GOMOD_GOVERSION: '1.22.5' }).get('GOVERSION')).toBe('go1.22.5');
  });

  it('knows what a distributor adds to a release', () => {
    expect(
      ['go1.26.8', '1.26.8', 'go1.24.3-vendor', 'go1.25 X:a', 'go1.26rc1', 'go1.26.0+x'].map(releaseOf),
    ).toEqual(['1.26.8', '1.26.8', '1.24.3', '1.25', '1.26rc1', '1.26.0']);
  });
});

describe('settings', () => {
  it('come from the process, the user, the installation, and defaults, in this order', () => {
    const goroot = install(
      'order',
      'go1.26.0\n',
      'GOPROXY=installation\nGOSUMDB=installation\nGOVCS=installation\n',
    );
    const file = join(root, 'user-env');
    writeFileSync(file, 'GOPROXY=user\nGOSUMDB=user\nGOPRIVATE=user\nGOVCS=\n');
    const env = settings({ GOENV: file, GOROOT: goroot, GOPROXY: 'process', GOPRIVATE: '', HOME: '/h' });
    const names = ['GOPROXY', 'GOSUMDB', 'GOPRIVATE', 'GONOPROXY', 'GOVCS', 'GOMODCACHE', 'GOAUTH'];
    expect(names.map((name) => [name, env.get(name), env.source(name)])).toEqual([
      ['GOPROXY', 'process', 'process'],
      ['GOSUMDB', 'user', 'user-file'],
      ['GOPRIVATE', 'user', 'user-file'],
      ['GONOPROXY', 'user', 'default'],
      ['GOVCS', '', 'default'],
      ['GOMODCACHE', '/h/go/pkg/mod', 'default'],
      ['GOAUTH', 'netrc', 'default'],
    ]);
    expect(env.gorootFile('GOSUMDB')).toBe('installation');
  });

  it('are read once: a file that changes does not change a session', () => {
    const file = join(root, 'changing');
    writeFileSync(file, 'GOBIN=/a\n');
    const env = settings({ GOENV: file });
    expect(env.get('GOBIN')).toBe('/a');
    writeFileSync(file, 'GOBIN=/b\nGOVCS=x\n');
    expect([env.get('GOBIN'), env.get('GOVCS')]).toEqual(['/a', '']);
  });

  it('take unreadable files for absent ones', () => {
    const fs: FileSystem = {
      ...realFileSystem,
      readFileSync: (() => {
        throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
      }) as FileSystem['readFileSync'],
    };
    const env = settings({ HOME: '/h', GOROOT: '/r', PATH: '' }, fs);
    expect([env.get('GOPROXY'), env.get('GOTELEMETRY'), env.release]).toEqual(['', 'local', newestRelease]);
  });

  it('of names that are no words of Go are what the process says, and nothing inherited', () => {
    const env = settings({ NETRC: '/n', PATH: '' });
    expect([env.get('NETRC'), env.get('toString'), env.get('constructor'), env.get('__proto__')]).toEqual([
      '/n',
      '',
      '',
      '',
    ]);
    expect([env.knows('GOPROXY'), env.knows('NETRC'), env.knows('toString')]).toEqual([true, false, false]);
  });

  it('do not mind case on Windows', () => {
    const env = createEnvironment({
      process: { Path: '', goproxy: 'x', AppData: 'C:\\a' },
      fs: realFileSystem,
      host: { os: 'windows', arch: 'amd64' },
    });
    expect([env.get('GOPROXY'), env.get('GOEXE')]).toEqual(['x', '.exe']);
  });
});

describe('the machine', () => {
  it('is named as Go names it', () => {
    const names = (platform: string, arch: string): string => Object.values(hostOf(platform, arch)).join('/');
    expect(names('linux', 'x64')).toBe('linux/amd64');
    expect(names('win32', 'ia32')).toBe('windows/386');
    expect(names('darwin', 'arm64')).toBe('darwin/arm64');
    expect(names('sunos', 'x64')).toBe('solaris/amd64');
    expect(names('linux', 'ppc64')).toBe('linux/ppc64le');
    expect(Object.values(hostOf('aix', 'ppc64', false)).join('/')).toBe('aix/ppc64');
  });

  it('gives its users folders as Go finds them', () => {
    const read = (name: string): string =>
      ({ HOME: '/h', AppData: 'C:\\r', LocalAppData: 'C:\\l' })[name] ?? '';
    const on = (os: string) => [
      userConfigFolder({ os, arch: '' }, read),
      userCacheFolder({ os, arch: '' }, read),
    ];
    expect(on('linux')).toEqual([{ path: '/h/.config' }, { path: '/h/.cache' }]);
    expect(on('darwin')).toEqual([{ path: '/h/Library/Application Support' }, { path: '/h/Library/Caches' }]);
    expect(on('windows')).toEqual([{ path: 'C:\\r' }, { path: 'C:\\l' }]);
    expect(on('plan9')).toEqual([{ missing: '$home is not defined' }, { missing: '$home is not defined' }]);
  });
});

describe('env files', () => {
  it('read what Go reads of them', () => {
    const text = '# c\nA=1\n\nB=2=3\nA=4\nlower=5\n=6\nC\nD =7\nE=8\r\nF=';
    expect([...parseEnvFile(text)]).toEqual([
      ['A', '4'],
      ['B', '2=3'],
      ['D ', '7'],
      ['E', '8\r'],
      ['F', ''],
    ]);
  });

  const name = fc.constantFrom('A', 'B', 'GOPROXY', 'GOPROXYX', 'Z');
  const line = fc.oneof(
    fc.tuple(name, fc.constantFrom('', 'x', 'y=z')).map(([key, value]) => `${key}=${value}`),
    fc.constantFrom('', '# note', '#A=1', 'word', 'a b'),
  );
  const file = fc.array(line).map((lines) => lines.map((each) => `${each}\n`).join(''));

  it('hold what was added and not what was removed, and keep every other setting and line', () => {
    fc.assert(
      fc.property(file, name, name, fc.constantFrom('1', ''), (text, added, removed, value) => {
        fc.pre(added !== removed);
        const result = editEnvFile(text, new Map([[added, value]]), new Set([removed]));
        const expected = new Map([...parseEnvFile(text), [added, value]]);
        expected.delete(removed);
        expect([...parseEnvFile(result)].sort()).toEqual([...expected].sort());
        const others = (each: string): string[] =>
          each.split('\n').filter((part) => part !== '' && (!part.includes('=') || part.startsWith('#')));
        expect(others(result)).toEqual(others(text));
      }),
    );
  });
});

describe('GOFLAGS', () => {
  const known = (flag: string): boolean => ['mod', 'x', 'tags'].includes(flag);

  it('are words that look like known flags', () => {
    expect(parseGoflags('-mod=mod  --x "-tags=a b"', known)).toEqual(['-mod=mod', '--x', '-tags=a b']);
    for (const text of ['x', '-', '--', '---x', '-=x', '--=x', "''"]) {
      expect(() => parseGoflags(text, known)).toThrow(/^parsing \$GOFLAGS: non-flag ".*"$/);
    }
    expect(() => parseGoflags('-nope=1', known)).toThrow('parsing $GOFLAGS: unknown flag -nope');
    expect(() => parseGoflags("'-x", known)).toThrow("parsing $GOFLAGS: unterminated ' string");
  });

  it('do not stop who looks for what is wrong with them', () => {
    expect(parseGoflags("'-x", known, true)).toEqual([]);
    expect(parseGoflags('rubbish -nope', known, true)).toEqual(['rubbish', '-nope']);
  });

  it('can be asked for a flag', () => {
    expect(inGoflags(['-mod=mod', '--x'], 'mod')).toBe(true);
    expect(inGoflags(['-mod=mod', '--x'], 'x')).toBe(true);
    expect(inGoflags(['-modfile=x'], 'mod')).toBe(false);
  });
});

describe('go.mod and go.work', () => {
  beforeAll(() => {
    mkdirSync(join(root, 'w', 'm', 'go.mod', 'deep'), { recursive: true });
    mkdirSync(join(root, 'w', 'n', 'below'), { recursive: true });
    mkdirSync(join(root, 'goroot-with-work', 'src'), { recursive: true });
    writeFileSync(join(root, 'w', 'go.work'), '');
    writeFileSync(join(root, 'w', 'n', 'go.mod'), '');
    writeFileSync(join(root, 'go.work'), '');
  });
  const isFile = isFileOn(realFileSystem);

  it('are looked for upwards, and are files', () => {
    expect(findModuleRoot(isFile, join(root, 'w', 'n', 'below'))).toBe(join(root, 'w', 'n'));
    expect(findModuleRoot(isFile, join(root, 'w', 'm', 'go.mod', 'deep'))).toBe('');
  });

  it('follow GOWORK, and stop at GOROOT', () => {
    const find = (below: string, env: Record<string, string>): string =>
      findWorkspaceFile(settings({ PATH: '', ...env }), isFile, join(root, below));
    expect(find('w/n/below', {})).toBe(join(root, 'w', 'go.work'));
    expect(find('w/n/below', { GOWORK: 'auto' })).toBe(join(root, 'w', 'go.work'));
    expect(find('w/n/below', { GOWORK: 'off' })).toBe('');
    expect(find('w', { GOWORK: '/x/y.work' })).toBe('/x/y.work');
    expect(() => find('w', { GOWORK: 'x' })).toThrow('invalid GOWORK: not an absolute path');
    expect(find('goroot-with-work/src', {})).toBe(join(root, 'go.work'));
    expect(find('goroot-with-work/src', { GOROOT: join(root, 'goroot-with-work') })).toBe('');
  });

  it('do not count in the temporary folder itself', () => {
    const env = settings({ TMPDIR: `${root}/w/` });
    expect(asTemporaryRoot(env, realFileSystem, join(root, 'w'))).toBe(`${root}/w/`);
    expect(asTemporaryRoot(env, realFileSystem, join(root, 'w', 'n'))).toBeUndefined();
  });
});
