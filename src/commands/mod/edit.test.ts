// `go mod edit` compared with go's: what is printed, the exit status, and the bytes of the file.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpus, mutate } from '../../../tools/testing/modfile-corpus.js';
import { quietHome } from '../../../tools/testing/quiet-home.js';
import { needs } from '../../../tools/testing/requirements.js';
import { type Outcome, runGo, runOurs, type Surroundings } from '../../../tools/testing/run-program.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';

const MUTATIONS = process.env.GOMOD_ACCEPTANCE === undefined ? 150 : 2000;

const USUAL = `// Copyright.

// The module.
module example.com/m // behind

go 1.20

toolchain go1.21.0

godebug default=go1.21

require (
	// about a
	example.com/a v1.0.0
	example.com/b/v2 v2.1.0 // indirect; keep

	example.com/c v1.0.0 // indirect
)

require example.com/d v1.0.0 // alone

exclude (
	example.com/a v1.10.0
	example.com/a v1.9.0
)

replace (
	example.com/a v1.0.0 => ../a
	example.com/b/v2 => example.com/fork/v2 v2.0.0
)

retract [v1.0.0, v1.1.0] // bad
retract v1.2.0

tool example.com/a/cmd/x

ignore ./node_modules
`;

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-edit-')));
const module = join(folder, 'module');
const file = join(module, 'go.mod');
const cache = join(folder, 'cache');
const environment = {
  PATH: process.env.PATH ?? '',
  HOME: quietHome(folder),
  GOENV: 'off',
  GOFLAGS: '',
  GOMODCACHE: cache,
  GOPROXY: 'off',
  GOTOOLCHAIN: 'local',
  ...(process.env.GOROOT === undefined ? {} : { GOROOT: process.env.GOROOT }),
};
const here: Surroundings = { cwd: module, environment };

beforeAll(() => mkdirSync(join(module, 'sub'), { recursive: true }));
afterAll(() => removeScratch(folder));

async function ours(
  words: readonly string[],
  text: string | Buffer = USUAL,
): Promise<Outcome & { file: string }> {
  writeFileSync(file, text);
  const outcome = await runOurs(here, ['mod', 'edit', ...words]);
  return { ...outcome, file: readFileSync(file, 'latin1') };
}

describe('go mod edit', () => {
  it('changes one requirement and keeps every comment', async () => {
    const result = await ours(['-require=example.com/a@v1.5.0', '-fmt']);
    expect(result).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
      file: USUAL.replace('example.com/a v1.0.0\n', 'example.com/a v1.5.0\n')
        .replace(
          '\texample.com/a v1.10.0\n\texample.com/a v1.9.0\n',
          '\texample.com/a v1.10.0\n\texample.com/a v1.9.0\n',
        )
        .replace('retract v1.2.0', '\nretract v1.2.0'),
    });
  });

  it('keeps the mode of the file and follows a symbolic link', async () => {
    const target = join(folder, 'target.mod');
    const link = join(module, 'link.mod');
    writeFileSync(target, USUAL);
    chmodSync(target, 0o640);
    symlinkSync(target, link);
    expect(await runOurs(here, ['mod', 'edit', '-go=1.22', 'link.mod'])).toMatchObject({ status: 0 });
    expect(readFileSync(target, 'utf8')).toContain('\ngo 1.22\n');
    expect(readFileSync(link, 'utf8')).toContain('\ngo 1.22\n');
    expect(statSync(target).mode & 0o777).toBe(0o640);
    expect(existsSync(join(cache, 'cache', 'lock'))).toBe(true);
    rmSync(link);
  });

  it('is called edit under our own name', async () => {
    writeFileSync(file, USUAL);
    const outcome = await runOurs(here, ['edit', '-module=example.com/n', '-print'], 'gomod');
    expect(outcome.stdout).toContain('\nmodule example.com/n // behind\n');
    expect(readFileSync(file, 'utf8')).toBe(USUAL);
  });
});

/** Command lines, each tried on the usual file. */
const LINES: readonly (readonly string[])[] = [
  [],
  ['-fmt'],
  ['-print'],
  ['-json'],
  ['-json', '-print'],
  ['-json', '-fmt'],
  ['a.mod', 'b.mod', '-fmt'],
  ['-fmt', 'a.mod', 'b.mod'],
  ['-fmt', 'missing.mod'],
  ['-fmt', './missing/go.mod'],
  ['-json', '.'],
  ['-json', '../module/go.mod'],
  ['-json', file],
  ['-module=example.com/other', '-json'],
  ['-module=example.com/with space'],
  ['-module=go'],
  ['-module=toolchain'],
  ['-module=-x'],
  ['-module', 'a', '-module', 'b'],
  ['-go=1.21'],
  ['-go=1.26.3'],
  ['-go=none'],
  ['-go=go1.21'],
  ['-go=1'],
  ['-go=none', '-toolchain=none'],
  ['-toolchain=go1.25.0'],
  ['-toolchain=default'],
  ['-toolchain=1.25'],
  ['-toolchain=none', '-go=1.24'],
  ['-godebug=default=go1.20', '-godebug=panicnil=1'],
  ['-godebug=panicnil'],
  ['-godebug=a=b,c=d'],
  ['-dropgodebug=default'],
  ['-dropgodebug=x=y'],
  ['-require=example.com/a@v1.9.0'],
  ['-require=example.com/new@master', '-require=example.com/new2@v1.0.0'],
  ['-require=example.com/new@v1.0.0', '-droprequire=example.com/new'],
  ['-require=example.com/new'],
  ['-require=example.com/new@'],
  ['-require=example.com/new@-x'],
  ['-require=example.com/new@/x'],
  ['-require=example.com/new@a b'],
  ['-require=@v1.0.0'],
  ['-require= example.com/new @ v1.0.0 '],
  ['-require=example.com//new@v1.0.0'],
  ['-require='],
  ['-require'],
  ['-droprequire=example.com/d'],
  ['-droprequire=example.com/a', '-droprequire=example.com/b/v2', '-droprequire=example.com/c'],
  ['-droprequire=example.com/d@v1.0.0'],
  ['-droprequire='],
  ['-exclude=example.com/a@v1.2.0'],
  ['-exclude=example.com/a@v1.9.0'],
  ['-exclude=example.com/new@v1.0.0', '-exclude=example.com/new@v0.9.0', '-exclude=example.com/other@v1.0.0'],
  ['-exclude=example.com/new@v2.0.0'],
  ['-exclude=example.com/new@v1'],
  ['-exclude=example.com/new/v3@v1.0.0'],
  ['-exclude=example.com/new/v3@master'],
  ['-exclude=gopkg.in/yaml.v2@v3.0.0'],
  ['-dropexclude=example.com/a@v1.9.0'],
  ['-dropexclude=example.com/a'],
  ['-go=1.21', '-exclude=example.com/a@v1.8.0'],
  ['-replace=example.com/a=../other'],
  ['-replace=example.com/a@v1.0.0=example.com/fork@v1.2.3', '-json'],
  ['-replace=example.com/a=../other', '-json'],
  ['-replace=example.com/new=./dir with space'],
  ['-replace=example.com/new=example.com/fork'],
  ['-replace=example.com/new'],
  ['-replace=example.com/new=>./x'],
  ['-replace=example.com/new@v1 .0=./x'],
  ['-replace=example.com/new=example.com/f@v 1'],
  ['-replace=./a=./b'],
  ['-replace=example.com/new=./a@v1'],
  ['-replace=example.com/new@-v=./a'],
  ['-replace=example.com/new=a b@v1'],
  ['-replace=example.com/new@=./a'],
  ['-dropreplace=example.com/a'],
  ['-dropreplace=example.com/a@v1.0.0'],
  ['-dropreplace=./a'],
  ['-dropreplace=a b'],
  ['-dropreplace=example.com/a@/x'],
  ['-retract=v1.3.0', '-retract=[v1.4.0,v1.5.0]'],
  ['-retract=v1.3.0', '-json'],
  ['-retract=v1.3.0', '-dropretract=v1.3.0'],
  ['-retract=[v1.3.0]'],
  ['-retract=[v1.3.0,v1.4.0'],
  ['-retract=['],
  ['-retract=v1 3'],
  ['-retract=[v1 3,v1.4.0]'],
  ['-retract=v2.0.0'],
  ['-retract=main'],
  ['-retract='],
  ['-dropretract=v1.2.0'],
  ['-dropretract=[v1.0.0, v1.1.0]'],
  ['-dropretract=[]'],
  ['-tool=example.com/a/cmd/y', '-tool=example.com/a/cmd/x', '-tool=example.com/a/cmd/a'],
  ['-tool=example.com/a@v1'],
  ['-tool=a b'],
  ['-droptool=example.com/a/cmd/x'],
  ['-droptool=x y'],
  ['-ignore=./b', '-ignore=a b', '-print'],
  ['-dropignore=./node_modules'],
  ['-dropignore=./node_modules', '-json'],
  ['-droptool=example.com/a/cmd/x', '-json'],
  ['-tool=example.com/b', '-droptool=example.com/a/cmd/x', '-droptool=example.com/b', '-json'],
  ['-droptool=example.com/a/cmd/x', '-tool=example.com/b', '-droptool=example.com/b', '-json'],
  ['-droptool=example.com/a/cmd/x', '-tool=example.com/b', '-json'],
  ['-droprequire=example.com/a', '-dropexclude=example.com/a@v1.9.0', '-dropretract=v1.2.0', '-json'],
  ['-dropgodebug=default', '-dropreplace=example.com/b/v2', '-dropreplace=example.com/a@v1.0.0', '-json'],
  ['-n', '-x', '-fmt'],
  ['-bogus'],
  ['-json=maybe'],
  ['-h'],
  ['-modfile=go.mod', '-json'],
  ['-modfile=go.txt', '-json'],
  ['-modfile=missing.mod', '-json'],
  ['-C', 'sub', '-json'],
  ['-C=sub', '-json', 'go.mod'],
  ['-json', '-C', 'sub'],
  ['-C', 'nowhere', '-json'],
  ['-modcacherw', '-overlay=none.json', '-json'],
  ['-overlay=none.json', '-json', 'go.mod'],
  ['-json', ''],
  ['-go=1.22', ''],
];

const need = needs('go');

describe.skipIf(need.skip)(need.title('go mod edit like go'), () => {
  function theirs(words: readonly string[], text: string | Buffer = USUAL): Outcome & { file: string } {
    writeFileSync(file, text);
    const outcome = runGo(here, ['mod', 'edit', ...words]);
    return { ...outcome, file: readFileSync(file, 'latin1') };
  }

  it.each(LINES.map((words) => [words.join(' '), words] as const))('edit %s', async (_, words) => {
    expect(await ours(words)).toEqual(theirs(words));
  });

  it('outside of a module', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(join(empty, 'deep', '.git'), { recursive: true });
    writeFileSync(join(empty, 'deep', '.git', 'config'), '');
    mkdirSync(join(empty, 'deep', 'er'));
    for (const cwd of [empty, join(empty, 'deep'), join(empty, 'deep', 'er')]) {
      for (const mode of ['', 'on', 'off', 'auto', 'x']) {
        const place = { cwd, environment: { ...environment, GO111MODULE: mode } };
        const words = ['mod', 'edit', '-fmt'];
        expect(await runOurs(place, words), `${cwd} ${mode}`).toEqual(runGo(place, words));
      }
    }
  });

  it('edits the texts of the corpus', async () => {
    for (const { name, data } of corpus()) {
      const words = ['-fmt', '-go=1.22', '-require=example.com/a@v1.9.0', '-dropreplace=a'];
      expect(await ours(words, data), name).toEqual(theirs(words, data));
    }
  });

  it(`accepts and refuses ${MUTATIONS} mutations of them`, async () => {
    const chance = seeded(20262);
    const texts = corpus();
    let accepted = 0;
    for (let i = 0; i < MUTATIONS; i++) {
      const { name, data } = chance.pick(texts);
      const text = mutate(data, chance);
      const words = [chance.pick(['-json', '-print', '-fmt'])];
      const mine = await ours(words, text);
      expect(mine, `${name} ${i}\n${text.toString('latin1')}`).toEqual(theirs(words, text));
      if (mine.status === 0) accepted++;
    }
    expect(accepted).toBeGreaterThan(MUTATIONS / 10);
    expect(accepted).toBeLessThan((MUTATIONS * 9) / 10);
  });
});
