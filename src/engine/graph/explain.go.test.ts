// What explain says held against go: whoever follows it gets the version that was asked for, and what it says of go.mod
// stands there.

import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Place, runGo, runOurs } from '../../../tools/testing/command.js';
import { quietHome } from '../../../tools/testing/quiet-home.js';
import { randomUniverse, writeProject, writeUniverse } from '../../../tools/testing/random-modules.js';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { parse } from '../../core/modfile/index.js';
import { encodeText } from '../../core/text.js';

/** What `explain -json` prints, as far as it is looked at. */
interface Printed {
  readonly Version?: string;
  readonly RequiredBy?: readonly {
    readonly Requires: string;
    readonly Chain: readonly { readonly Path: string; readonly Version?: string }[];
  }[];
  readonly Change: {
    readonly Kind: string;
    readonly Moves?: readonly { readonly Path: string; readonly From: string; readonly To: string }[];
    readonly Exclude?: readonly string[];
    readonly Replace?: string;
  };
}

const COUNT = process.env.GOMOD_ACCEPTANCE === undefined ? 5 : 300;
/** Of each universe so many modules are asked for. */
const QUESTIONS = 3;

/** Seeds of universes in which everything can be read, without workspaces. */
const SEEDS = Array.from({ length: 2 * COUNT }, (_, index) => index + 5001)
  .filter((seed) => seed % 4 !== 0 && seed % 6 !== 5)
  .slice(0, COUNT);

const need = needs('go');
describe.skipIf(need.skip)(need.title('explain, followed by go'), () => {
  let top = '';
  beforeAll(() => {
    top = mkdtempSync(join(tmpdir(), 'gomod-explained-'));
  });
  afterAll(() => removeScratch(top));

  /** How often each kind of advice was followed. */
  const followed = { higher: 0, exclude: 0, replace: 0, moves: 0, excluded: 0 };

  test.each(SEEDS)('seed %d', async (seed) => {
    const chance = seeded(seed);
    const folder = join(top, String(seed));
    const universe = randomUniverse(seed);
    writeUniverse(folder, universe);
    const project = join(folder, 'project');
    const goMod = join(project, 'go.mod');
    const place: Place = {
      cwd: project,
      env: {
        HOME: quietHome(join(top, 'home')),
        GOMODCACHE: join(folder, 'cache'),
        GOPROXY: pathToFileURL(join(folder, 'proxy')).href,
        GOFLAGS: '-mod=mod',
      },
    };
    const go = (...words: string[]): string => {
      const { status, stdout, stderr } = runGo(words, place);
      expect([words.join(' '), status, stderr]).toEqual([words.join(' '), 0, expect.anything()]);
      return stdout;
    };
    /** The build list by path. */
    const listed = (): Map<string, string> => {
      const format = '{{.Path}} {{.Version}}';
      const lines = go('list', '-m', '-f', format, 'all').trim().split('\n');
      return new Map(lines.map((line) => line.split(' ') as [string, string]));
    };
    // All of it is listed: for one path go may not look further than go.mod.
    const selected = (path: string): string | undefined => {
      const lines = go('list', '-m', 'all').trim().split('\n');
      return lines.find((line) => line.startsWith(`${path} `))?.slice(path.length + 1);
    };
    const start = () => writeProject(folder, universe);

    start();
    const written = parse('go.mod', encodeText(universe.project['go.mod'] ?? '')).require;
    const lines = new Set(written.map(({ mod }) => `${mod.path} ${mod.version}`));
    const before = listed();
    const known = universe.modules.filter(({ path }) => (before.get(path) ?? '') !== '');
    for (let i = 0; i < QUESTIONS && known.length > 0; i++) {
      start();
      const { path, version } = chance.pick(known);
      const name = `${path}@${version}`;
      const { status, stdout, stderr } = await runOurs(['explain', '-json', name], place, 'gomod');
      if (stderr.includes('is excluded by go.mod')) {
        followed.excluded++;
        continue;
      }
      expect([name, status, stderr]).toEqual([name, 0, expect.anything()]);
      const { Version, RequiredBy = [], Change } = JSON.parse(stdout) as Printed;
      expect(Version).toBe(before.get(path));
      expect(RequiredBy.length).toBeGreaterThan(0);
      // What the main module is said to require stands in its go.mod.
      for (const { Requires, Chain } of RequiredBy) {
        const [, first = { Path: path, Version: Requires }] = Chain;
        expect([name, `${first.Path} ${first.Version}`, lines.has(`${first.Path} ${first.Version}`)]).toEqual(
          [name, expect.anything(), true],
        );
      }

      const { Kind, Moves, Exclude = [], Replace = '' } = Change;
      if (Kind === 'higher') {
        followed.higher++;
        go('mod', 'edit', `-require=${name}`);
        const after = listed();
        const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
        const changes = paths
          .map((each) => ({ Path: each, From: before.get(each) ?? 'none', To: after.get(each) ?? 'none' }))
          .filter(({ From, To }) => From !== To);
        const told = (Moves ?? []).filter(({ Path }) => Path !== 'go' && Path !== 'toolchain');
        expect([name, told]).toEqual([name, changes]);
      }
      if (Kind !== 'lower') continue;

      if (Exclude.length > 0) {
        followed.exclude++;
        appendFileSync(goMod, `\n${Exclude.join('\n')}\n`);
        expect([name, 'excluded', selected(path)?.split(' ')[0]]).toEqual([name, 'excluded', version]);
      }

      start();
      const [old] = Replace.split(' => ');
      if (Replace !== '' && !universe.project['go.mod']?.includes(`${old} `)) {
        followed.replace++;
        appendFileSync(goMod, `\n${Replace}\n`);
        expect([name, selected(path)]).toEqual([name, `${Version} => ${path} ${version}`]);
      }

      if (Moves === undefined) continue;
      followed.moves++;
      start();
      const edits = Moves.filter(({ Path }) => Path !== 'toolchain').map(({ Path, To }) => {
        if (Path === 'go') return `-go=${To}`;
        return To === 'none' ? `-droprequire=${Path}` : `-require=${Path}@${To}`;
      });
      go('mod', 'edit', ...edits);
      expect([name, 'moved', selected(path)?.split(' ')[0]]).toEqual([name, 'moved', version]);
    }
    removeScratch(folder);
  });

  test('there was advice of every kind', () => {
    const { excluded, ...kinds } = followed;
    expect(Object.entries(kinds).filter(([, times]) => times === 0)).toEqual([]);
    expect(excluded).toBeLessThan(SEEDS.length);
  });
});
