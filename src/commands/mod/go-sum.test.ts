// Commands that read a damaged go.sum, and some that write it, compared with go's: what is printed, the exit status,
// and the bytes of the file afterwards.

import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildArchive } from '../../../tools/testing/archive.js';
import { damageGoSum } from '../../../tools/testing/gosum-damage.js';
import { inTimeAsync } from '../../../tools/testing/in-time.js';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import { goEnvironment, serveModules } from '../../../tools/testing/module-proxy-folder.js';
import { quietHome } from '../../../tools/testing/quiet-home.js';
import { needs } from '../../../tools/testing/requirements.js';
import { type Outcome, runGo, runOurs, type Surroundings } from '../../../tools/testing/run-program.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';

const MUTATIONS = process.env.GOMOD_ACCEPTANCE === undefined ? 60 : 2000;

/** What reads go.sum, in turns: nothing is written by the first two. */
const COMMANDS = [
  ['list', '-m', 'all'],
  ['mod', 'verify'],
  ['mod', 'download', '-json', 'example.com/c@v1.0.0'],
  ['mod', 'download', 'example.com/c@v1.0.0', 'example.com/a'],
  ['mod', 'download', 'all'],
  ['mod', 'download'],
];

const MISMATCH = 'checksum mismatch';

function differInMismatch(a: string, b: string): boolean {
  return a !== b && a.includes(MISMATCH) && b.includes(MISMATCH);
}

/** What is said of a mismatch, which ends a run. */
function lastBlock(stderr: string): string {
  return /^verifying \S+: checksum mismatch$[\s\S]*/m.exec(stderr)?.[0] ?? '';
}

const need = needs('go');

describe.skipIf(need.skip)(need.title('a damaged go.sum, compared with go'), () => {
  let root: string;
  let module: string;
  let theirs: Surroundings;
  let ours: Surroundings;
  let good: string;

  /** A proxy with three modules, a project that requires one of them, and a full cache for each of the two. */
  beforeAll(async () => {
    root = realpathSync(makeMemoryFolder('gomod-sums-'));
    module = join(root, 'module');
    mkdirSync(module);
    serve('example.com/a', 'require example.com/b v1.1.0\n');
    serve('example.com/b', '', 'v1.1.0');
    serve('example.com/c', '');
    writeFileSync(
      join(module, 'go.mod'),
      'module example.com/m\n\ngo 1.20\n\nrequire example.com/a v1.0.0\n\nrequire example.com/b v1.1.0 // indirect\n',
    );
    theirs = surroundings('theirs');
    ours = surroundings('ours');
    for (const run of [runGo, runOurs]) {
      writeFileSync(join(module, 'go.sum'), '');
      const done = await run(run === runGo ? theirs : ours, [
        'mod',
        'download',
        'all',
        'example.com/c@v1.0.0',
      ]);
      expect({ ...done, stderr: '' }).toEqual({ status: 0, stdout: '', stderr: '' });
    }
    good = readFileSync(join(module, 'go.sum'), 'latin1');
    expect(good.split('\n').length).toBe(5);
    good += 'example.com/unused v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';
    good += 'example.com/unused v1.0.0/go.mod h2:another\n';
  });
  afterAll(() => removeScratch(root));

  function serve(path: string, requirements: string, version = 'v1.0.0'): void {
    const goMod = `module ${path}\n\ngo 1.20\n\n${requirements}`;
    const entries = [{ name: `${path}@${version}/go.mod`, content: goMod }];
    serveModules(join(root, 'proxy'), [{ path, version, zip: buildArchive({ entries }), goMod }]);
  }

  function surroundings(name: string): Surroundings {
    const all = { ...goEnvironment(join(root, 'proxy'), join(root, name)), HOME: quietHome(root) };
    const set = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return { cwd: module, environment: Object.fromEntries(set) };
  }

  /** What a command does, and what it leaves: paths of the caches alike, files in the order of their bytes. */
  async function outcome(
    run: typeof runGo | typeof runOurs,
    place: Surroundings,
    words: readonly string[],
    sums: Uint8Array,
  ): Promise<Outcome & { readonly sums: string }> {
    const file = join(module, 'go.sum');
    writeFileSync(file, sums);
    const done = await run(place, words);
    const named = (text: string) => text.replaceAll(place.environment.GOMODCACHE ?? '', 'CACHE');
    // Where versions are none, Go leaves the order of lines to chance.
    const left = readFileSync(file, 'latin1').split('\n').sort().join('\n');
    return { status: done.status, stdout: named(done.stdout), stderr: named(done.stderr), sums: left };
  }

  it(`${MUTATIONS} times`, async () => {
    const chance = seeded(20261123);
    const seen = new Map<string, number>();
    for (let i = 0; i < MUTATIONS; i++) {
      const sums = damageGoSum(chance, good);
      const words = COMMANDS[i % COMMANDS.length] ?? [];
      let wanted = await outcome(runGo, theirs, words, sums);
      const got = await inTimeAsync(() => outcome(runOurs, ours, words, sums));
      // Of several sums that are wrong Go tells the one that it meets first, which is left to chance: asked for the module
      // that we met first, it says of that what we say.
      if (differInMismatch(got.stderr, wanted.stderr)) {
        const met = lastBlock(got.stderr).replace(/^verifying ([^@]+@[^/:]+)[\s\S]*/, '$1');
        const { stderr } = await outcome(runGo, theirs, ['mod', 'download', met], sums);
        wanted = { ...wanted, stderr: wanted.stderr.replace(lastBlock(wanted.stderr), lastBlock(stderr)) };
      }
      expect(got, `${words.join(' ')}\n${Buffer.from(sums).toString('latin1')}`).toEqual(wanted);
      const kind = /malformed go\.sum|checksum mismatch|missing go\.sum|unknown hash/.exec(
        wanted.stderr,
      )?.[0];
      const written = wanted.sums !== Buffer.from(sums).toString('latin1').split('\n').sort().join('\n');
      if (written) seen.set('written', (seen.get('written') ?? 0) + 1);
      seen.set(kind ?? 'none', (seen.get(kind ?? 'none') ?? 0) + 1);
    }
    // Each kind of answer occurs.
    expect(seen.get('malformed go.sum')).toBeGreaterThan(MUTATIONS / 10);
    expect(seen.get('written')).toBeGreaterThan(MUTATIONS / 40);
    expect(seen.get('none')).toBeGreaterThan(MUTATIONS / 10);
  }, 1_800_000);
});
