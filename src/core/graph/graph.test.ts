// Module graphs in a notation of their own.
//
//   A 1.20: B1 C2      A (a main module: a name without a number) has the go line 1.20 and requires B1 and C2
//   B1: C1             no go line
//   B1: !              what B1 requires cannot be had
// Graphs are told as lines of `go mod graph`: `A B1; A C2; A go1.20`. Letters stand for modules ex.test/LETTER,
// N for the version v1.N.0; `go` and `toolchain` are followed by their versions.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { ModuleError, type ModuleVersion } from '../module/index.js';
import {
  compareSelected,
  isPruned,
  type ModuleGraph,
  type Pruning,
  readModuleGraph,
  rootsOf,
  type Summary,
  summaryOf,
  toolchainSummary,
  vendoredGraph,
} from './index.js';

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function parse(word: string): ModuleVersion {
  const match = /^(go|toolchain|[A-Z])(.*)$/.exec(word);
  const [, name = '', version = ''] = match ?? [];
  if (name.length > 1) return { path: name, version };
  return {
    path: `ex.test/${name}`,
    version: version === '' || version === 'none' ? version : `v1.${version}.0`,
  };
}

function show(m: ModuleVersion): string {
  return m.path.replace('ex.test/', '') + m.version.replace(/^v1\.(\d+)\.0$/, '$1');
}

interface World {
  readonly mains: readonly {
    readonly mod: ModuleVersion;
    readonly goVersion: string;
    readonly require: readonly ModuleVersion[];
  }[];
  readonly summaries: ReadonlyMap<string, Summary | undefined>;
  readonly asked: string[];
}

function worldOf(text: string): World {
  const mains: World['mains'][number][] = [];
  const summaries = new Map<string, Summary | undefined>();
  for (const line of text.trim().split('\n')) {
    const [left = '', right = ''] = line.trim().split(':');
    const [name = '', goVersion = ''] = words(left);
    const mod = parse(name);
    const require = right.trim() === '!' ? [] : words(right).map(parse);
    if (mod.version === '') mains.push({ mod, goVersion, require });
    summaries.set(name, right.trim() === '!' ? undefined : summaryOf(goVersion, require));
  }
  return { mains, summaries, asked: [] };
}

function summaryIn(world: World, delay?: () => number): (m: ModuleVersion) => Summary | Promise<Summary> {
  const answer = (m: ModuleVersion): Summary => {
    if (m.path === 'go' || m.path === 'toolchain') return toolchainSummary(m);
    const summary = world.summaries.get(show(m));
    if (summary === undefined) throw new ModuleError(m, new Error('gone'));
    return summary;
  };
  return (m) => {
    world.asked.push(show(m));
    if (delay === undefined) return answer(m);
    return new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(answer(m));
        } catch (error) {
          reject(error);
        }
      }, delay());
    });
  };
}

function edges(graph: ModuleGraph): string {
  const lines: string[] = [];
  graph.walkBreadthFirst((m) => {
    for (const r of graph.requiredBy(m) ?? []) lines.push(`${show(m)} ${show(r)}`);
  });
  return lines.join('; ');
}

interface Options {
  readonly delay?: () => number;
  readonly unprune?: string;
  readonly work?: string;
}

async function read(world: World, options: Options = {}) {
  const { mains } = world;
  const [main] = mains;
  const pruning: Pruning =
    options.work !== undefined ? 'workspace' : isPruned(main?.goVersion ?? '') ? 'pruned' : 'unpruned';
  const members = mains.map(({ mod }) => mod);
  const roots =
    options.work === undefined
      ? rootsOf(main?.require ?? [], main?.goVersion ?? '', '')
      : [...members, { path: 'go', version: options.work }];
  return await readModuleGraph({
    pruning,
    mainModules: members,
    roots,
    summary: summaryIn(world, options.delay),
    ...(options.unprune === undefined ? {} : { unprune: (m: ModuleVersion) => show(m) === options.unprune }),
  });
}

const SCENARIOS: readonly [name: string, world: string, want: string, options?: Options][] = [
  [
    'a pruned module shows what its requirements require, and nothing of theirs',
    `A 1.17: B1
     B1 1.17: C1
     C1 1.17: D1
     D1 1.17: `,
    'A B1; A go1.17; B1 C1',
  ],
  [
    'a module that predates pruning shows everything below it',
    `A 1.17: B1
     B1 1.16: C1
     C1 1.17: D1
     D1 1.17: E1
     E1: `,
    'A B1; A go1.17; B1 C1; C1 D1; D1 E1',
  ],
  [
    'an unpruned main module shows everything',
    `A 1.16: B1
     B1 1.17: C1
     C1 1.17: D1
     D1: `,
    'A B1; A go1.16; B1 C1; C1 D1',
  ],
  [
    'pruning is undone for what is also reached the old way',
    `A 1.17: B1 C1
     B1 1.17: D1
     C1: B1
     D1 1.17: E1
     E1 1.17: F1
     F1: `,
    'A B1; A C1; A go1.17; B1 D1; C1 B1; D1 E1; E1 F1',
  ],
  [
    'what is pruned out is asked for when told so',
    `A 1.17: B1
     B1 1.17: C1 D1
     C1 1.17: E1
     D1 1.17: E2`,
    'A B1; A go1.17; B1 C1; B1 D1; C1 E1',
    { unprune: 'C1' },
  ],
  [
    'from 1.21 on the go line is a requirement, and brings the toolchain',
    `A 1.21: B1
     B1 1.22.1: C1
     C1 1.23: `,
    'A B1; A go1.21; B1 C1; B1 go1.22.1; go1.21 toolchaingo1.21',
  ],
  [
    'circles end',
    `A 1.16: B1
     B1: C1 A1
     C1: B1
     A1: C1`,
    'A B1; A go1.16; B1 C1; B1 A1; C1 B1; A1 C1',
  ],
  ['"none" is not followed', 'A 1.16: Bnone', 'A Bnone; A go1.16'],
  [
    'a workspace shows its members and what they require',
    `A 1.20: B1
     C 1.16: D1
     B1 1.20: E1
     D1 1.20: F1
     F1 1.20: G1
     G1: `,
    'A B1; C D1; B1 E1; D1 F1; F1 G1',
    { work: '1.20' },
  ],
  [
    'a workspace goes on from the versions it selects',
    `A 1.20: B1
     C 1.20: D1
     B1 1.20: E1
     D1 1.20: B2
     B2 1.20: E2
     E2 1.20: F1
     F1 1.20: G1`,
    'A B1; C D1; B1 E1; D1 B2; B2 E2; E2 F1',
    { work: '1.20' },
  ],
  [
    'members of a workspace are not replaced by released versions',
    `A 1.20: B1
     B 1.20: C1
     B1 1.20: C9
     C1:
     C9: `,
    'A B1; B C1; B1 C9',
    { work: '1.20' },
  ],
];

describe.each(SCENARIOS)('%s', (_, text, want, options = {}) => {
  it('in order', async () => {
    const world = worldOf(text);
    const { graph, error } = await read(world, options);
    expect(error?.message).toBeUndefined();
    expect(edges(graph)).toBe(want);
    expect(new Set(world.asked).size).toBe(world.asked.length);
  });

  it('whatever order the answers come in', async () => {
    const { graph } = await read(worldOf(text), { ...options, delay: () => Math.random() * 3 });
    expect(edges(graph)).toBe(want);
  });
});

describe('selection', () => {
  it('is that of the whole graph, main modules first', async () => {
    const world = worldOf(`A 1.21: C1 B1
      B1 1.16: D1
      C1 1.17: D3 A5
      D1: E9
      D3: E1
      A5: `);
    const { graph } = await read(world);
    expect(graph.buildList().map(show).join(' ')).toBe('A B1 C1 D3 E9 go1.21 toolchaingo1.21');
    expect([graph.selected('ex.test/D'), graph.selected('ex.test/A'), graph.selected('ex.test/Z')]).toEqual([
      'v1.3.0',
      '',
      'none',
    ]);
    expect(graph.findPath((m) => show(m) === 'E9')?.map(show)).toEqual(['A', 'B1', 'D1', 'E9']);
    expect(graph.requiredBy(parse('D9'))).toBeUndefined();
  });

  test.each([
    ['a.test/m', '', '', 0],
    ['a.test/m', 'v9.0.0', '', -1],
    ['a.test/m', '', 'none', 1],
    ['a.test/m', 'none', 'v0.0.0-0', -1],
    ['go', '1.21', '1.21rc1', -1],
    ['toolchain', 'go1.22', 'go1.21.5', 1],
  ])('%s: %j against %j is %d', (path, v, w, want) => {
    expect(compareSelected(path, v, w)).toBe(want);
  });
});

describe('failures', () => {
  const text = `A 1.16: B1 C1
    B1: D1
    C1: E1 F1
    D1: G1
    E1: !
    F1: !
    G1: !`;

  it('are told breadth first, with the way there, however late they come', async () => {
    for (let round = 0; round < 5; round++) {
      const { graph, error } = await read(worldOf(text), { delay: () => Math.random() * 3 });
      expect(error?.message).toBe('ex.test/C@v1.1.0 requires\n\tex.test/E@v1.1.0: gone');
      expect(edges(graph)).toBe('A B1; A C1; A go1.16; B1 D1; C1 E1; C1 F1; D1 G1');
    }
  });

  it('name the replacement that failed', async () => {
    const { error } = await readModuleGraph({
      pruning: 'pruned',
      mainModules: [parse('A')],
      roots: [parse('B1')],
      summary: () => {
        throw new ModuleError({ path: './b', version: '' }, new Error('reading b/go.mod: gone'));
      },
    });
    expect(error?.message).toBe('ex.test/B@v1.1.0 (replaced by ./b): reading b/go.mod: gone');
  });

  it('do not matter where nobody asks', async () => {
    const world = worldOf(`A 1.17: B1
      B1 1.17: C1
      C1: !`);
    expect((await read(world)).error).toBeUndefined();
    expect(world.asked).toEqual(['B1', 'go1.17']);
  });

  it('that are fatal end the reading at once', async () => {
    const aborted = new Error('aborted');
    const never = new Promise<Summary>(() => {});
    const reading = readModuleGraph({
      pruning: 'pruned',
      mainModules: [parse('A')],
      roots: [parse('B1'), parse('C1'), parse('D1')],
      summary: (m) => (show(m) === 'C1' ? Promise.reject(aborted) : never),
      isFatal: (error) => error === aborted,
    });
    await expect(reading).rejects.toBe(aborted);
  });
});

describe('vendored builds', () => {
  const members = [
    { mod: parse('A'), require: [parse('B1')] },
    { mod: parse('C'), require: [parse('B2')] },
  ];

  it('take the list to be required by every main module', () => {
    const roots = members.map(({ mod }) => mod);
    const graph = vendoredGraph({ roots, members, vendored: [parse('B2'), parse('D1')] });
    expect(edges(graph)).toBe(
      'A B1; A vendor/modules.txt; C B2; C vendor/modules.txt; vendor/modules.txt B2; vendor/modules.txt D1',
    );
    expect(graph.selected('ex.test/D')).toBe('v1.1.0');
  });

  it('need no list where the requirements are complete', () => {
    const graph = vendoredGraph({ roots: [parse('A')], members: members.slice(0, 1), vendored: [] });
    expect(edges(graph)).toBe('A B1');
  });
});

describe('size', () => {
  it('takes deep and wide graphs', async () => {
    const deep = 20_000;
    const summary = (m: ModuleVersion): Summary => {
      const i = Number(m.path.slice(1));
      if (i === 0) {
        const wide = Array.from({ length: 200_000 }, (_, j) => ({ path: `w${j}`, version: 'v1.0.0' }));
        return { pruned: false, require: [...wide, { path: 'm1', version: 'v1.0.0' }] };
      }
      if (!m.path.startsWith('m') || i >= deep) return { pruned: true, require: [] };
      return { pruned: false, require: [{ path: `m${i + 1}`, version: 'v1.0.0' }] };
    };
    const main = { path: 'main', version: '' };
    const { graph } = await readModuleGraph({
      pruning: 'unpruned',
      mainModules: [main],
      roots: [{ path: 'm0', version: 'v1.0.0' }],
      summary,
    });
    expect(graph.buildList().length).toBe(1 + 200_000 + deep + 1);
  });
});

describe('law', () => {
  it('a graph of pruned modules has the edges of the unpruned one that are near, and selects no higher', async () => {
    const module = fc
      .tuple(fc.constantFrom(...'BCDE'), fc.constantFrom('1', '2', '3'))
      .map((m) => m.join(''));
    const lines = fc.array(fc.array(module, { maxLength: 3 }), { minLength: 13, maxLength: 13 });
    await fc.assert(
      fc.asyncProperty(lines, async (lists) => {
        const names = ['B', 'C', 'D', 'E'].flatMap((name) => ['1', '2', '3'].map((n) => `${name}${n} 1.17`));
        const rest = names.map((name, i) => `${name}: ${lists[i + 1]?.join(' ')}`).join('\n');
        const pruned = await read(worldOf(`A 1.17: ${lists[0]?.join(' ')}\n${rest}`));
        const whole = await read(worldOf(`A 1.16: ${lists[0]?.join(' ')}\n${rest}`));
        const all = new Set(edges(whole.graph).replace('A go1.16', 'A go1.17').split('; '));
        for (const edge of edges(pruned.graph).split('; ')) expect(all).toContain(edge);
        for (const m of pruned.graph.buildList()) {
          if (m.path === 'go') continue;
          expect(compareSelected(m.path, m.version, whole.graph.selected(m.path))).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
