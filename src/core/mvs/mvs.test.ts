// Version selection in its own notation.
//
//   A: B1 C2           A (the target: a name without a number has no version) requires B1 and C2
//   B1: !              the requirements of B1 cannot be had
//   build A: A B1 C2   a question and its answer; a build list begins with its target
//   build A: ! text    the answer is an error with this text, "; " standing for a new line
// Questions: build TARGETS, req TARGET [BASE...], upgrade* TARGET, upgrade TARGET MODULES, downgrade TARGET MODULES.
// `previous B3: B1` makes versions between them unknown to downgrades. A number may be `none`.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  BuildListError,
  buildList,
  type DowngradeReqs,
  downgrade,
  Graph,
  MvsMisuseError,
  NONE,
  req,
  type UpgradeReqs,
  upgrade,
  upgradeAll,
  type Version,
} from './index.js';

const SCENARIOS = `
== the highest requirement wins, and what only lower versions need is gone
A: B1 C1
B1: D1
B2: D3
C1: B2
D1: E1
D3:
E1:
build A: A B2 C1 D3 E1
req A: C1 E1
upgrade* A: A B2 C1 D3 E1
downgrade A D1: A B1 D1 E1
downgrade A B1: A B1 D3 E1

== what a version that is not selected requires counts all the same
A: B1 C1
B1: D1
C1: D2
D1: E5
D2:
E5:
build A: A B1 C1 D2 E5
req A: B1 C1

== a circle of requirements
A: B1
B1: C1
C1: B2
B2: C2
C2: B1
build A: A B2 C2
req A: B2
req A C: C2

== requirements on the target itself do not move it
A: B1
B1: A5
A5: C1
C1:
build A: A B1 C1
req A: B1

== several targets
A: C1
B: C2 D1
C1:
C2:
D1:
build A B: A B C2 D1
build B A: B A C2 D1

== a minimal list leaves out what others bring, unless it is asked for
A: B1 C1 D1
B1: C1
C1: D1
D1:
build A: A B1 C1 D1
req A: B1
req A D: B1 D1
req A D C D: B1 C1 D1
req A Z: B1

== upgrades bring in requirements of the new versions only when these are selected
A: B1
B1: C1
B2: C1 D1
C1:
C2: B2
D1:
D2:
upgrade* A: A B2 C2 D2
upgrade A B2: A B2 C1 D1
upgrade A C2: A B2 C2 D1
upgrade A D2: A B1 C1 D2
upgrade A D1 D2: A B1 C1 D2
upgrade A B1: A B1 C1

== a downgrade lowers what led there, no further than it must
A: B3 C3
B1:
B2: C2
B3: C3
C1:
C2:
C3:
downgrade A C2: A B2 C2
downgrade A C1: A B1 C1
downgrade A Cnone: A B1
downgrade A Bnone: A C3
downgrade A B3: A B3 C3

== a module none of whose versions can stay goes
A: B2 D1
B1: C2
B2: C2
C1:
C2:
D1:
downgrade A C1: A C1 D1

== versions that are not listed can be downgraded to, and skipped over
A: B3
B1:
B2: C1
B3: C2
C1:
C2:
previous B3: B1
downgrade A B2: A B2 C2
downgrade A C1: A B1 C1

== an old version that cannot be read cannot be gone back to
A: B3
B1:
B2: !
B3: C2
C1:
C2:
downgrade A C1: A B1 C1

== the first failure, breadth first, and the way to it
A: B1 C1
B1: D1
C1: E1
D1: !
E1: !
build A: ! B1 requires; 	D1: D1 is broken
build B1: ! B1 requires; 	D1: D1 is broken
req A: ! B1 requires; 	D1: D1 is broken

== a failure of the target has no way to tell
A: !
build A: ! A is broken

== a failure of a root names it alone
A: B1
B1: !
build A: ! B1: B1 is broken

== what was asked for is told apart from what was required
A: B1
B1: C1
B2: C2
C1:
C2: !
upgrade A B2: ! B1 updating to; 	B2 requires; 	C2: C2 is broken
upgrade A C2: ! Cnone updating to; 	C2: C2 is broken

== only versions that are met are asked for
A: B1
B1: C1
B2: !
C1:
C9: !
build A: A B1 C1
upgrade A C1: A B1 C1
`;

function parseVersion(text: string): Version {
  const at = text.search(/\d|none$/);
  return at < 0 ? { path: text, version: '' } : { path: text.slice(0, at), version: text.slice(at) };
}

const show = (m: Version): string => m.path + m.version;
const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const list = (text: string): Version[] => words(text).map(parseVersion);

function rank(version: string): number {
  if (version === NONE) return -1;
  return version === '' ? Number.POSITIVE_INFINITY : Number(version);
}

class World implements UpgradeReqs, DowngradeReqs {
  readonly requirements = new Map<string, readonly Version[] | undefined>();
  readonly skips = new Map<string, Version>();
  readonly asked: string[] = [];

  /** `delay` makes the answers come late, and in another order than they were asked for. */
  constructor(private readonly delay?: () => number) {}

  readonly compare = (_path: string, v: string, w: string): number => (v === w ? 0 : rank(v) - rank(w));

  required(m: Version): readonly Version[] | Promise<readonly Version[]> {
    this.asked.push(show(m));
    const answer = (): readonly Version[] => {
      const found = this.requirements.get(show(m));
      if (found === undefined) throw new Error(`${show(m)} is broken`);
      return found;
    };
    const { delay } = this;
    if (delay === undefined) return answer();
    return new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(answer());
        } catch (error) {
          reject(error);
        }
      }, delay());
    });
  }

  #versions(path: string): Version[] {
    const known = [...this.requirements.keys()].map(parseVersion);
    return known
      .filter((m) => m.path === path && m.version !== '')
      .sort((a, b) => rank(a.version) - rank(b.version));
  }

  upgrade(m: Version): Version {
    return this.#versions(m.path).at(-1) ?? m;
  }

  previous(m: Version): Version {
    const skip = this.skips.get(show(m));
    if (skip !== undefined) return skip;
    const lower = this.#versions(m.path).filter((v) => rank(v.version) < rank(m.version));
    return lower.at(-1) ?? { path: m.path, version: NONE };
  }
}

async function answer(world: World, question: string): Promise<string> {
  const [verb, target = '', ...rest] = words(question);
  const main = parseVersion(target);
  const options = {
    describe: (m: Version, error: unknown) => `${show(m)}: ${(error as Error).message}`,
  };
  const ask = (): Promise<Version[]> => {
    if (verb === 'build') return buildList([main, ...list(rest.join(' '))], world, options);
    if (verb === 'req') return req(main, rest, world, options);
    if (verb === 'upgrade*') return upgradeAll(main, world, options);
    if (verb === 'upgrade') return upgrade(main, world, list(rest.join(' ')), options);
    return downgrade(main, world, list(rest.join(' ')), options);
  };
  try {
    return (await ask()).map(show).join(' ');
  } catch (error) {
    if (!(error instanceof BuildListError)) throw error;
    return `! ${error.message.replaceAll('@', '').replaceAll('\n', '; ')}`;
  }
}

interface Scenario {
  readonly name: string;
  readonly lines: readonly string[];
  readonly questions: readonly [string, string][];
}

function parseScenario(block: string): Scenario {
  const [name = '', ...lines] = block.trim().split('\n');
  const split = (line: string): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  };
  const isQuestion = (line: string): boolean => /^(build|req|upgrade\*?|downgrade) /.test(line);
  return {
    name,
    lines: lines.filter((line) => !isQuestion(line)),
    questions: lines.filter(isQuestion).map(split),
  };
}

function worldOf(scenario: Scenario, delay?: () => number): World {
  const world = new World(delay);
  for (const line of scenario.lines) {
    const [left = '', right = ''] = line.split(':');
    if (left.startsWith('previous '))
      world.skips.set(left.slice('previous '.length), parseVersion(right.trim()));
    else world.requirements.set(left, right.trim() === '!' ? undefined : list(right));
  }
  return world;
}

const scenarios = SCENARIOS.split('\n== ').slice(1).map(parseScenario);

describe.each(scenarios)('$name', (scenario) => {
  test.each(scenario.questions)('%s: %s', async (question, want) => {
    expect(await answer(worldOf(scenario), question)).toBe(want);
    // Late answers, in whatever order, change nothing.
    const shuffled = worldOf(scenario, () => Math.random() * 3);
    expect(await answer(shuffled, question)).toBe(want);
  });
});

describe('asking for requirements', () => {
  it('asks for each module once, and never for "none"', async () => {
    const world = worldOf(parseScenario('x\nA: B1 C1 Dnone\nB1: C1\nC1: B1\nDnone: !'));
    expect(await answer(world, 'build A')).toBe('A B1 C1');
    expect(world.asked.sort()).toEqual(['A', 'B1', 'C1']);
  });

  it('refuses a target that is not the highest of its path', async () => {
    const world = worldOf(parseScenario('x\nA1: A2\nA2:'));
    await expect(answer(world, 'build A1')).rejects.toThrow(MvsMisuseError);
  });

  it('takes lists longer than a call may have arguments', async () => {
    const many = Array.from({ length: 300_000 }, (_, i) => ({ path: `m${i}`, version: '1' }));
    const reqs = {
      compare: (_: string, v: string, w: string) => rank(v) - rank(w),
      required: (m: Version) => (m.path === 'main' ? many : []),
      previous: (m: Version) => ({ ...m, version: NONE }),
    };
    const target = { path: 'main', version: '' };
    expect((await buildList([target], reqs)).length).toBe(300_001);
    expect((await req(target, [], reqs)).length).toBe(300_000);
  });

  it('takes chains longer than the call stack is deep', async () => {
    const length = 50_000;
    const reqs = {
      compare: (_: string, v: string, w: string) => rank(v) - rank(w),
      required: (m: Version) => {
        const i = Number(m.path.slice(1));
        return i < length ? [{ path: `m${i + 1}`, version: '1' }] : [];
      },
      previous: (m: Version) => ({ ...m, version: NONE }),
    };
    const target = { path: 'm0', version: '1' };
    expect((await buildList([target], reqs)).length).toBe(length + 1);
    expect(await req(target, [], reqs)).toEqual([{ path: 'm1', version: '1' }]);
    const last = { path: `m${length}`, version: NONE };
    expect(await downgrade(target, reqs, [last])).toEqual([target]);
  });
});

describe('laws', () => {
  const module = fc
    .tuple(fc.constantFrom('B', 'C', 'D', 'E'), fc.constantFrom('1', '2', '3'))
    .map((m) => m.join(''));
  const lists = fc.array(fc.array(module, { maxLength: 3 }), { minLength: 13, maxLength: 13 });
  const names = [
    'A',
    ...['B', 'C', 'D', 'E'].flatMap((path) => ['1', '2', '3'].map((version) => path + version)),
  ];
  const world = lists.map((all) => {
    const made = new World();
    for (const [i, name] of names.entries()) made.requirements.set(name, list((all[i] ?? []).join(' ')));
    return made;
  });
  const main = { path: 'A', version: '' };

  it('the minimal requirements select the same versions', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.subarray(['B', 'C', 'D', 'E']), async (made, base) => {
        const before = await buildList([main], made);
        const minimal = await req(main, base, made);
        for (const path of base) {
          expect(minimal.some((m) => m.path === path)).toBe(before.some((m) => m.path === path));
        }
        made.requirements.set('A', minimal);
        expect(await buildList([main], made)).toEqual(before);
        if (base.length > 0) return;
        for (const [i] of minimal.entries()) {
          made.requirements.set(
            'A',
            minimal.filter((_, j) => j !== i),
          );
          expect(await buildList([main], made)).not.toEqual(before);
        }
      }),
    );
  });

  it('a downgrade leaves nothing above what was asked, and raises nothing that was there', async () => {
    await fc.assert(
      fc.asyncProperty(world, module, async (made, limit) => {
        const before = new Map((await buildList([main], made)).map((m) => [m.path, m.version]));
        const { path, version } = parseVersion(limit);
        for (const m of await downgrade(main, made, [{ path, version }])) {
          if (m.path === path) expect(rank(m.version)).toBeLessThanOrEqual(rank(version));
          const old = before.get(m.path);
          if (old !== undefined) expect(rank(m.version)).toBeLessThanOrEqual(rank(old));
        }
      }),
    );
  });

  it('an upgrade lowers nothing', async () => {
    await fc.assert(
      fc.asyncProperty(world, module, async (made, wanted) => {
        const before = await buildList([main], made);
        const after = new Map(
          (await upgrade(main, made, [parseVersion(wanted)])).map((m) => [m.path, m.version]),
        );
        for (const m of before)
          expect(rank(after.get(m.path) ?? NONE)).toBeGreaterThanOrEqual(rank(m.version));
      }),
    );
  });
});

describe('Graph', () => {
  const compare = (_: string, v: string, w: string): number => rank(v) - rank(w);
  const graphOf = (roots: string, ...requirements: readonly [string, string][]): Graph => {
    const graph = new Graph(compare, list(roots));
    for (const [module, required] of requirements) graph.require(parseVersion(module), list(required));
    return graph;
  };
  const walk = (graph: Graph): string => {
    const seen: string[] = [];
    graph.walkBreadthFirst((m) => seen.push(show(m)));
    return seen.join(' ');
  };

  it('walks from each root, also from one that is repeated; to others once', () => {
    expect(walk(graphOf('A A B1', ['A', 'B1 C1'], ['C1', 'A B1']))).toBe('A A B1 C1');
  });

  it('knows the highest versions of what it has seen', () => {
    const graph = graphOf('A', ['A', 'B1 C1']);
    expect([graph.selected('B'), graph.selected('D')]).toEqual(['1', NONE]);
    graph.require(parseVersion('C1'), list('B3 D1'));
    graph.require(parseVersion('B1'), list('B2'));
    expect([graph.selected('B'), graph.selected('D')]).toEqual(['3', '1']);
    expect(graph.buildList().map(show).join(' ')).toBe('A B3 C1 D1');
  });

  it('tells what is not known from what is empty', () => {
    const graph = graphOf('A', ['A', 'B1 C1'], ['B1', '']);
    expect(graph.requiredBy(parseVersion('B1'))).toEqual([]);
    expect(graph.requiredBy(parseVersion('C1'))).toBeUndefined();
    expect(graph.vertex(parseVersion('C1'))?.id).toBe(2);
    expect(graph.vertex(parseVersion('C2'))).toBeUndefined();
  });

  it('selects a root among equals, else the text that comes first, whatever comes first', () => {
    // Versions are compared by their number alone: B1, B1b and B1c are equal.
    const loose = (_: string, v: string, w: string) => Number.parseInt(v, 10) - Number.parseInt(w, 10);
    const orNone = (path: string, v: string, w: string) =>
      v === NONE ? -1 : w === NONE ? 1 : loose(path, v, w);
    for (const order of ['B1c B1 B1b', 'B1 B1b B1c', 'B1b B1c B1']) {
      expect(new Graph(orNone, [parseVersion('A1'), ...list(order)]).selected('B')).toBe(
        words(order)[0]?.slice(1),
      );
      const graph = new Graph(orNone, [parseVersion('A1')]);
      graph.require(parseVersion('A1'), list(order));
      expect(graph.selected('B')).toBe('1');
    }
  });

  it('lists roots in their order, each path once, and without "none"', () => {
    const graph = graphOf('D1 B1 Cnone B2 E', ['D1', 'A1']);
    expect(graph.buildList().map(show).join(' ')).toBe('D1 B2 E A1');
  });

  it('walks breadth first, each module once, in the order of the lists', () => {
    const graph = graphOf('A Xnone', ['A', 'C1 B1'], ['C1', 'D1 B2 Dnone'], ['B1', 'E1 D1 A'], ['B2', 'A']);
    expect(walk(graph)).toBe('A C1 B1 D1 B2 E1');
  });

  it('finds a shortest path, the first of equals', () => {
    const graph = graphOf('A', ['A', 'B1 C1'], ['B1', 'D1'], ['C1', 'E1 D1'], ['D1', 'E1']);
    const path = (name: string) =>
      graph
        .findPath((m) => show(m) === name)
        ?.map(show)
        .join(' ');
    expect([path('A'), path('D1'), path('E1'), path('Z')]).toEqual(['A', 'A B1 D1', 'A C1 E1', undefined]);
  });

  it('refuses requirements of what is not in it, and second ones', () => {
    const graph = graphOf('A', ['A', 'B1']);
    expect(() => graph.require(parseVersion('C1'), [])).toThrow('C@1 is not reachable from any root');
    expect(() => graph.require(parseVersion('A'), [])).toThrow('requirements of A have already been set');
  });
});

describe('BuildListError', () => {
  const cause = new Error('lost');

  test.each([
    ['A', 'lost'],
    ['A B1', 'B@1: lost'],
    ['A B1 C1', 'B@1 requires\n\tC@1: lost'],
    ['A X B1', 'B@1: lost'],
    ['B1 X C1', 'B@1 requires\n\tX requires\n\tC@1: lost'],
    ['B1 X', 'B@1 requires\n\tmodule X: lost'],
  ])('tells the way %s', (path, want) => {
    const error = new BuildListError(cause, list(path));
    expect(error.message).toBe(want);
    expect(error.cause).toBe(cause);
    expect(error.module && show(error.module)).toBe(words(path).at(-1));
  });
});
