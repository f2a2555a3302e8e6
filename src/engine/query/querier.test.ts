import { describe, expect, it } from 'vitest';
import type { ModuleVersion } from '../../core/module/index.js';
import { EngineError, messageOf } from '../error.js';
import type { Fetcher, RevInfo } from '../fetch/index.js';
import { type Allowed, ExcludedError, Querier, type QueryView, RetractedError } from './index.js';

// A world in one line: versions as a proxy lists them. `@x` behind a version marks it: `@mod` has a go.mod of its
// own, `@ret` is retracted, `@exc` excluded. `rev:branch=version` is a revision, `latest=version` the newest one.
interface World {
  readonly list: string[];
  readonly marks: Map<string, string>;
  readonly revisions: Map<string, string>;
  readonly latest: string | undefined;
}

function world(text: string): World {
  const words = text.split(' ').filter((word) => word !== '');
  const value = (prefix: string) =>
    words.filter((w) => w.startsWith(prefix)).map((w) => w.slice(prefix.length));
  const versions = words.filter((w) => w.startsWith('v'));
  return {
    list: versions.map((w) => w.split('@')[0] as string),
    marks: new Map(versions.map((w) => w.split('@') as [string, string])),
    revisions: new Map(value('rev:').map((w) => w.split('=') as [string, string])),
    latest: value('latest=')[0],
  };
}

const PATH = 'example.com/m';
const times = new Map([
  ['v0.0.0-20200101000000-000000000001', '2020-01-01T00:00:00Z'],
  ['v0.9.0', '2019-01-01T00:00:00Z'],
]);

function info(version: string): RevInfo {
  return { version, time: times.get(version) ?? '2021-01-01T00:00:00Z', origin: undefined };
}

function fetcherOf({ list, revisions, latest }: World): Fetcher {
  const missing = () => new EngineError('not-exist', 'not found');
  const repository = {
    modulePath: PATH,
    versions: async (prefix: string) => ({
      list: list.filter((v) => v.startsWith(prefix)),
      origin: undefined,
    }),
    stat: async (rev: string) => {
      const version = revisions.get(rev) ?? (list.includes(rev) || times.has(rev) ? rev : undefined);
      if (version === undefined) throw missing();
      return info(version);
    },
    latest: async () => {
      if (latest === undefined) throw missing();
      return info(latest);
    },
    checkReuse: async () => {
      throw missing();
    },
  };
  return {
    tryProxies: (attempt: (proxy: string) => unknown) => attempt('https://proxy.test'),
    repository: () => repository,
  } as unknown as Fetcher;
}

const view = (w: World, change: Partial<QueryView> = {}): QueryView => ({
  disabled: undefined,
  isMain: (path) => path === 'example.com/main',
  replacement: () => undefined,
  highestReplaced: () => undefined,
  replacedVersions: () => [],
  goModData: async ({ version }) => {
    const text = w.marks.get(version) === 'mod' ? `module ${PATH}\n\ngo 1.20\n` : `module ${PATH}\n`;
    return new TextEncoder().encode(text);
  },
  ...change,
});

const allowedIn = (w: World): Allowed => {
  return async ({ version }: ModuleVersion) => {
    if (w.marks.get(version) === 'ret') throw new RetractedError(['bad day']);
    if (w.marks.get(version) === 'exc') throw new ExcludedError();
  };
};

async function ask(text: string, query: string, current: string): Promise<string> {
  const w = world(text);
  try {
    return (await new Querier(fetcherOf(w), view(w)).query(PATH, query, current, allowedIn(w))).version;
  } catch (error) {
    return messageOf(error);
  }
}

const RELEASES = 'v1.0.0@mod v1.1.0@mod v1.1.1@mod v1.2.0-pre@mod';
const PSEUDO = 'v0.0.0-20200101000000-000000000001';

// world, query, current, answer
const table: [string, string, string, string][] = [
  [RELEASES, 'latest', '', 'v1.1.1'],
  [RELEASES, 'upgrade', 'v1.0.0', 'v1.1.1'],
  [RELEASES, 'upgrade', 'none', 'v1.1.1'],
  [RELEASES, 'upgrade', 'v1.2.0-pre', 'v1.2.0-pre'],
  [RELEASES, 'patch', 'v1.1.0', 'v1.1.1'],
  [
    RELEASES,
    'patch',
    'none',
    `can't query version "patch" of module ${PATH}: no existing version is required`,
  ],
  [RELEASES, 'v1', '', 'v1.1.1'],
  [RELEASES, 'v1.0', '', 'v1.0.0'],
  [RELEASES, 'v1.2', '', 'no matching versions for query "v1.2"'],
  [RELEASES, 'v1.2.0-pre', '', 'v1.2.0-pre'],
  [RELEASES, '<v1.1.1', '', 'v1.1.0'],
  [RELEASES, '<=v1.1.1', '', 'v1.1.1'],
  [RELEASES, '>v1.0.0', '', 'v1.1.0'],
  [RELEASES, '>=v1.0.0', '', 'v1.0.0'],
  [RELEASES, '>v1.1.1', '', 'v1.2.0-pre'],
  [RELEASES, '<v1.0.0', '', 'no matching versions for query "<v1.0.0"'],
  [RELEASES, '<=v1.1', '', 'ambiguous semantic version "v1.1" in range "<=v1.1"'],
  [RELEASES, '>v1.1', '', 'ambiguous semantic version "v1.1" in range ">v1.1"'],
  [RELEASES, '<x', '', 'invalid semantic version "x" in range "<x"'],
  [RELEASES, 'v9.9.9', '', 'not found'],
  ['v1.0.0 v1.1.0@ret v1.2.0@exc', 'latest', '', 'v1.0.0'],
  ['v1.0.0 v1.1.0@ret', 'v1.1.0', '', 'retracted by module author: bad day'],
  ['v1.0.0@ret', 'upgrade', 'v1.0.0', 'retracted by module author: bad day'],
  ['v1.0.0@ret', 'latest', '', 'no matching versions for query "latest"'],
  // +incompatible versions count only where no compatible one has a go.mod of its own.
  ['v1.0.0 v2.0.0+incompatible', 'latest', '', 'v2.0.0+incompatible'],
  ['v1.0.0@mod v2.0.0+incompatible', 'latest', '', 'v1.0.0'],
  ['v1.0.0@mod v2.0.0+incompatible', 'v2', '', 'v2.0.0+incompatible'],
  [
    'v1.0.0@mod v2.0.0+incompatible v2.1.0+incompatible',
    'upgrade',
    'v2.0.0+incompatible',
    'v2.1.0+incompatible',
  ],
  // Untagged modules, and the rule that an upgrade does not go back in time.
  [`latest=${PSEUDO}`, 'latest', '', PSEUDO],
  ['v0.9.0', 'upgrade', PSEUDO, PSEUDO],
  [`rev:main=${PSEUDO}`, 'main', '', PSEUDO],
  ['v1.0.0 rev:v1.0.0+meta=v1.0.0', 'v1.0.0+meta', '', 'v1.0.0'],
  ['v1.0.0', 'v1.0.0+meta', '', 'v1.0.0'],
  ['v1.0.0', 'v2.0.0+meta', '', 'not found'],
  [RELEASES, 'latest', 'bogus', `invalid previous version ${PATH}@bogus`],
];

describe('Querier', () => {
  it.each(table)('%s ? %s (now %s)', async (text, query, current, answer) => {
    expect(await ask(text, query, current)).toBe(answer);
  });

  it('answers for main modules without asking anyone', async () => {
    const w = world('');
    const querier = new Querier(fetcherOf(w), view(w));
    expect((await querier.query('example.com/main', 'upgrade', '')).version).toBe('');
  });

  it('says why nothing can be queried', async () => {
    const w = world(RELEASES);
    const querier = new Querier(
      fetcherOf(w),
      view(w, { disabled: 'cannot query module due to -mod=vendor' }),
    );
    await expect(querier.query(PATH, 'latest', '')).rejects.toThrow('cannot query module due to -mod=vendor');
  });

  it('refuses the standard library', async () => {
    const w = world('');
    await expect(new Querier(fetcherOf(w), view(w)).query('std', 'latest', '')).rejects.toThrow(
      `can't query specific version ("latest") of standard-library module "std"`,
    );
  });

  it('finds versions that only replace lines name', async () => {
    const w = world('v1.0.0');
    const replaced = {
      replacement: (m: ModuleVersion) => (m.version === 'v1.5.0' ? { path: '../m', version: '' } : undefined),
      highestReplaced: () => 'v1.5.0',
      replacedVersions: () => ['v1.5.0'],
    };
    const querier = new Querier(fetcherOf(w), view(w, replaced));
    expect((await querier.query(PATH, 'latest', '')).version).toBe('v1.5.0');
  });

  it('makes up a version for a module that exists only as a replacement', async () => {
    const w = world('');
    const replaced = { highestReplaced: () => '', replacedVersions: () => [''] };
    const fetcher = { ...fetcherOf(w) } as Fetcher;
    const querier = new Querier(
      fetcher,
      view(w, { ...replaced, replacement: () => ({ path: '../m', version: '' }) }),
    );
    expect((await querier.query(PATH, 'latest', '')).version).toBe('v0.0.0-00010101000000-000000000000');
  });

  it('lists what is allowed', async () => {
    const w = world('v1.0.0 v1.1.0@ret v1.2.0');
    const { list } = await new Querier(fetcherOf(w), view(w)).versions(PATH, allowedIn(w));
    expect(list).toEqual(['v1.0.0', 'v1.2.0']);
  });
});
