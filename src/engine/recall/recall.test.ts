import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mutate } from '../../../tools/testing/mutate.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { type FileSystem, realFileSystem } from '../io/index.js';
import { makeHead } from './digest.js';
import { Observer, RunMemory } from './index.js';
import { decodeRecord, encodeRecord } from './record.js';

const ANSWER = { stdout: 'out \ud800 é\n', stderr: 'err\n' };
/** Long after every change, so that all that was looked at counts as settled. */
const LATER = () => Date.now() + 10_000;
/** In seconds. */
const LONG_AGO = 1_000_000_000;

let folder = '';
let cache = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-recall-'));
  cache = join(folder, 'cache-root');
  mkdirSync(join(cache, 'cache'), { recursive: true });
  mkdirSync(join(folder, 'dir'));
  writeFileSync(join(folder, 'dir', 'file'), 'one');
  symlinkSync('dir', join(folder, 'link'));
  // A change gives other times, also where it comes within one tick of the file system's clock.
  for (const name of ['dir/file', 'dir', '.']) utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
});
afterEach(() => removeScratch(folder));

const at = (name: string): string => join(folder, name);
const memory = (question = 'q'): RunMemory => new RunMemory(realFileSystem, cache, question);
const recordFile = (): string => {
  const runs = join(cache, 'cache', 'gomod', 'runs');
  return join(runs, readdirSync(runs)[0] ?? '');
};

/** Remembers a run that did `look`; answers whether it was worth it. */
function remember(
  look: (observer: Observer) => void,
  environment: Record<string, string> = {},
  now = LATER,
): boolean {
  const observer = new Observer(realFileSystem, environment, now);
  look(observer);
  memory().remember(observer, ANSWER, Math.random);
  return memory().recall(environment) !== undefined;
}

const readHead = (observer: Observer, length = 2) =>
  observer.readHead(at('dir/file'), (data) => makeHead(data, length));
const listNames = (observer: Observer) => observer.readNames(at('dir'));

/** Something that a run looks at, and changes that it must notice or may ignore. */
const LOOKS: readonly [
  name: string,
  look: (fs: FileSystem) => void,
  noticed: Readonly<Record<string, () => void>>,
  ignored: Readonly<Record<string, () => void>>,
][] = [
  [
    'the content of a file',
    (fs) => fs.readFileSync(at('dir/file')),
    {
      'other bytes of the same length and time': () => {
        const { atime, mtime } = statSync(at('dir/file'));
        writeFileSync(at('dir/file'), 'two');
        utimesSync(at('dir/file'), atime, mtime);
      },
      'another file of the same content': () => {
        writeFileSync(at('new'), 'one');
        renameSync(at('new'), at('dir/file'));
      },
      'it is gone': () => unlinkSync(at('dir/file')),
      'a folder in its place': () => {
        unlinkSync(at('dir/file'));
        mkdirSync(at('dir/file'));
      },
      'its folder is gone': () => renameSync(at('dir'), at('away')),
      'its mode': () => chmodSync(at('dir/file'), 0o600),
    },
    { 'a file beside it': () => writeFileSync(at('dir/other'), '') },
  ],
  [
    'whether a file is there',
    (fs) => fs.existsSync(at('dir/missing')),
    { 'now it is': () => writeFileSync(at('dir/missing'), '') },
    { 'a file beside it': () => writeFileSync(at('dir/other'), '') },
  ],
  [
    'whether a folder is there',
    (fs) => fs.statSync(at('dir')).isDirectory(),
    { 'it is gone': () => renameSync(at('dir'), at('away')) },
    { 'another name in it': () => writeFileSync(at('dir/other'), '') },
  ],
  [
    'the names in a folder',
    (fs) => {
      fs.statSync(at('dir'));
      fs.readdirSync(at('dir'));
    },
    { 'another name': () => writeFileSync(at('dir/other'), '') },
    { 'another content': () => writeFileSync(at('dir/file'), 'other') },
  ],
  [
    'what is read through a descriptor',
    (fs) => fs.closeSync(fs.openSync(at('dir/file'), 'r')),
    { 'other bytes': () => writeFileSync(at('dir/file'), 'other') },
    {},
  ],
  [
    'where a link leads',
    (fs) => fs.realpathSync(at('link/file')),
    {
      'somewhere else': () => {
        mkdirSync(at('dir2'));
        renameSync(at('dir/file'), at('dir2/file'));
        unlinkSync(at('link'));
        symlinkSync('dir2', at('link'));
      },
    },
    {},
  ],
];

describe.each(LOOKS)('a run that looked at %s', (_, look, noticed, ignored) => {
  it('is remembered, with its words', () => {
    expect(remember(({ fs }) => look(fs))).toBe(true);
    expect(memory().recall({})).toMatchObject(ANSWER);
    expect(memory('another question').recall({})).toBeUndefined();
  });

  it.each(Object.entries(noticed))('is forgotten: %s', (_name, change) => {
    expect(remember(({ fs }) => look(fs))).toBe(true);
    change();
    expect(memory().recall({})).toBeUndefined();
  });

  it.each(Object.entries(ignored))('stays: %s', (_name, change) => {
    expect(remember(({ fs }) => look(fs))).toBe(true);
    change();
    expect(memory().recall({})).toMatchObject(ANSWER);
  });
});

describe('a run that depends on the head of a file', () => {
  it.each<[string, () => void, boolean]>([
    ['another tail', () => writeFileSync(at('dir/file'), 'on and on'), true],
    [
      'another file with that head',
      () => {
        writeFileSync(at('new'), 'only');
        renameSync(at('new'), at('dir/file'));
      },
      true,
    ],
    ['no tail', () => writeFileSync(at('dir/file'), 'on'), true],
    ['another head', () => writeFileSync(at('dir/file'), 'off'), false],
    ['a shorter file', () => writeFileSync(at('dir/file'), 'o'), false],
    ['no file', () => unlinkSync(at('dir/file')), false],
  ])('after a change: %s', (_, change, stays) => {
    expect(remember((observer) => readHead(observer))).toBe(true);
    change();
    expect(memory().recall({}) !== undefined).toBe(stays);
  });

  it('knows it without having read it', () => {
    const look = (observer: Observer) => {
      observer.fs.statSync(at('dir/file'), { throwIfNoEntry: false });
      observer.knowHead(at('dir/file'), makeHead(Buffer.from('one'), 2));
    };
    expect(remember(look)).toBe(true);
    writeFileSync(at('dir/file'), 'on and on');
    expect(memory().recall({})).toMatchObject(ANSWER);
  });

  it.each<[string, (observer: Observer) => void]>([
    ['it reads all of it, too', ({ fs }) => fs.readFileSync(at('dir/file'))],
    ['it opens it', ({ fs }) => fs.closeSync(fs.openSync(at('dir/file'), 'r'))],
    ['it finds no head', (observer) => observer.readHead(at('dir/file'), () => undefined)],
  ])('depends on all of it where %s', (_, look) => {
    const looks = [look, (observer: Observer) => void readHead(observer)];
    for (const order of [looks, looks.toReversed()]) {
      writeFileSync(at('dir/file'), 'one');
      expect(remember((observer) => order.forEach((each) => void each(observer)))).toBe(true);
      writeFileSync(at('dir/file'), 'on and on');
      expect(memory().recall({})).toBeUndefined();
    }
  });

  it('is not remembered when it found two', () => {
    expect(remember((observer) => [readHead(observer, 2), readHead(observer, 3)])).toBe(false);
  });

  it('does not look into many', () => {
    const names = Array.from({ length: 70 }, (_, i) => at(`dir/${i}`));
    const write = (count: number, text: string) => {
      for (const name of names.slice(0, count)) writeFileSync(name, text);
    };
    write(70, 'one');
    const look = (observer: Observer) => {
      for (const name of names) observer.readHead(name, (data) => makeHead(data, 2));
    };
    expect(remember(look)).toBe(true);
    write(60, 'only');
    expect(memory().recall({})).toMatchObject(ANSWER);
    write(70, 'only');
    expect(memory().recall({})).toBeUndefined();
  });
});

describe('a run that depends on the names in a folder', () => {
  const forAMoment = () => {
    writeFileSync(at('dir/new'), '');
    unlinkSync(at('dir/new'));
  };
  it.each<[string, () => void, boolean]>([
    ['a name that was there for a moment', forAMoment, true],
    ['another name', () => renameSync(at('dir/file'), at('dir/other')), false],
    ['a name more', () => writeFileSync(at('dir/new'), ''), false],
    [
      'a folder by that name',
      () => {
        unlinkSync(at('dir/file'));
        mkdirSync(at('dir/file'));
      },
      false,
    ],
    [
      'a link by that name',
      () => {
        renameSync(at('dir/file'), at('away'));
        symlinkSync('../away', at('dir/file'));
      },
      false,
    ],
    ['no folder', () => renameSync(at('dir'), at('away')), false],
  ])('after a change: %s', (_, change, stays) => {
    expect(remember((observer) => void listNames(observer))).toBe(true);
    change();
    expect(memory().recall({}) !== undefined).toBe(stays);
  });

  it('depends on its times where it reads it in another way, too', () => {
    const listed = (observer: Observer) => {
      listNames(observer);
      observer.fs.readdirSync(at('dir'), { withFileTypes: true });
    };
    expect(remember(listed)).toBe(true);
    forAMoment();
    expect(memory().recall({})).toBeUndefined();
  });

  it('is not remembered when they changed while it ran', () => {
    const look = (observer: Observer) => {
      listNames(observer);
      writeFileSync(at('dir/new'), '');
      listNames(observer);
    };
    expect(remember(look)).toBe(false);
  });
});

describe('a run that did more than look', () => {
  const changes: [string, (fs: FileSystem) => unknown][] = [
    ['wrote', (fs) => fs.writeFileSync(at('new'), '')],
    ['opened for writing', (fs) => fs.closeSync(fs.openSync(at('new'), 'a'))],
    ['made a folder', (fs) => fs.mkdirSync(at('new'))],
    ['removed', (fs) => fs.unlinkSync(at('dir/file'))],
    ['renamed', (fs) => fs.renameSync(at('dir/file'), at('new'))],
    ['changed a mode', (fs) => fs.chmodSync(at('dir/file'), 0o600)],
    ['looked at a link itself', (fs) => fs.lstatSync(at('link'))],
    ['read a link', (fs) => fs.readlinkSync(at('link'))],
    ['looked below a file', (fs) => fs.existsSync(at('dir/file/below'))],
    ['looked at a device', (fs) => fs.existsSync('/dev/null')],
  ];
  it.each(changes)('%s', (_, change) => {
    expect(remember(({ fs }) => change(fs))).toBe(false);
    expect(existsSync(join(cache, 'cache', 'gomod'))).toBe(false);
  });

  it('asked the network', async () => {
    const { createSession } = await import('../create-session.js');
    const observer = new Observer(realFileSystem, {}, LATER);
    const transport = () => Promise.reject(new Error('no network'));
    const session = observer.watch(createSession({ transport, env: undefined as never }));
    await expect(session.transport({ url: 'http://x/', signal: session.signal } as never)).rejects.toThrow(
      'no network',
    );
    expect(observer.spoiled).toBe(true);
  });
});

describe('what has just changed', () => {
  it('is not relied on: it may change again within the same tick', () => {
    const now = () => statSync(at('dir/file')).ctimeMs;
    expect(remember(({ fs }) => fs.readFileSync(at('dir/file')), {}, now)).toBe(false);
  });

  it('matters only where its content does', () => {
    const now = () => statSync(at('dir')).ctimeMs;
    expect(remember(({ fs }) => fs.existsSync(at('dir')), {}, now)).toBe(true);
  });

  it('counts for longer where times are whole seconds', () => {
    const changed = 1_700_000_000_000;
    const stat = ((path: string) =>
      Object.assign(statSync(path), { ctimeMs: changed })) as FileSystem['statSync'];
    const spoiled = (now: number): boolean => {
      const observer = new Observer({ ...realFileSystem, statSync: stat }, {}, () => now);
      observer.fs.readFileSync(at('dir/file'));
      return observer.spoiled;
    };
    expect([spoiled(changed + 1000), spoiled(changed + 3000)]).toEqual([true, false]);
  });

  it('is not relied on when it cannot be read', () => {
    const readFileSync = () => {
      throw Object.assign(new Error('EMFILE'), { code: 'EMFILE' });
    };
    const observer = new Observer({ ...realFileSystem, readFileSync } as FileSystem, {}, LATER);
    expect(() => observer.fs.readFileSync(at('dir/file'))).toThrow('EMFILE');
    expect(observer.spoiled).toBe(true);
  });

  it('is relied on when it is absent', () => {
    const observer = new Observer(realFileSystem, {}, LATER);
    expect(() => observer.fs.readFileSync(at('dir/missing'))).toThrow('ENOENT');
    expect(observer.spoiled).toBe(false);
  });
});

describe('variables', () => {
  const look = ({ environment }: Observer) => [environment.A, Object.hasOwn(environment, 'B')];

  it('count when they were asked for', () => {
    expect(remember(look, { A: '1' })).toBe(true);
    expect(memory().recall({ A: '1', C: 'x' })).toMatchObject(ANSWER);
    expect(memory().recall({ A: '2' })).toBeUndefined();
    expect(memory().recall({})).toBeUndefined();
    expect(memory().recall({ A: '1', B: '' })).toBeUndefined();
  });

  it('with a password in them are not written down', () => {
    const secret = { A: 'https://user:token@example.com' };
    expect(remember(look, secret)).toBe(false);
    expect(existsSync(join(cache, 'cache', 'gomod', 'runs'))).toBe(false);
  });

  it('cannot be listed by a run that is remembered', () => {
    expect(remember(({ environment }) => Object.keys(environment), { A: '1' })).toBe(false);
  });
});

describe('the memory', () => {
  it('makes no folder that go has not made', () => {
    rmSync(join(cache, 'cache'), { recursive: true });
    expect(remember(() => {})).toBe(false);
    expect(existsSync(join(cache, 'cache'))).toBe(false);
  });

  it('keeps a number of records', () => {
    for (let i = 0; i < 300; i++)
      memory(`q${i}`).remember(new Observer(realFileSystem, {}, LATER), ANSWER, Math.random);
    const { length } = readdirSync(join(cache, 'cache', 'gomod', 'runs'));
    expect(length).toBeGreaterThan(32);
    expect(length).toBeLessThanOrEqual(128);
    expect(memory('q299').recall({})).toMatchObject(ANSWER);
  });

  it('is for its owner only', () => {
    expect(remember(() => {})).toBe(true);
    expect(statSync(recordFile()).mode & 0o777).toBe(0o600);
    expect(statSync(join(cache, 'cache', 'gomod', 'runs')).mode & 0o777).toBe(0o700);
  });

  it('forgets although something cannot be removed', () => {
    expect(remember(() => {})).toBe(true);
    mkdirSync(join(cache, 'cache', 'gomod', 'runs', 'in-the-way'));
    utimesSync(join(cache, 'cache', 'gomod', 'runs', 'in-the-way'), 1, 1);
    for (let i = 0; i < 200; i++)
      memory(`q${i}`).remember(new Observer(realFileSystem, {}, LATER), ANSWER, Math.random);
    expect(readdirSync(join(cache, 'cache', 'gomod', 'runs')).length).toBeLessThanOrEqual(128);
  });

  it('survives any damage: the right answer, or none', () => {
    expect(remember(({ fs }) => fs.readFileSync(at('dir/file')))).toBe(true);
    const file = recordFile();
    const whole = readFileSync(file);
    const chance = seeded(20261121);
    let refused = 0;
    for (let i = 0; i < 500; i++) {
      writeFileSync(file, mutate(chance, whole));
      const answer = memory().recall({});
      if (answer === undefined) refused++;
      else expect(answer).toMatchObject(ANSWER);
    }
    // A mutation may leave the bytes as they were.
    expect(refused).toBeGreaterThan(450);
  });

  it('takes a record only for what it is', () => {
    for (const text of ['', 'gomod run 3 ', 'gomod run 3 811c9dc5\n', 'gomod run 1 811c9dc5\n{}'])
      expect(decodeRecord(Buffer.from(text))).toBeUndefined();
    const record = decodeRecord(encodeRecord({ ...ANSWER, question: 'q' } as never));
    expect(record).toMatchObject(ANSWER);
    // Whole, but not what a record says: no answer, and no failure.
    expect(remember(({ fs }) => fs.existsSync(at('dir')))).toBe(true);
    for (const odd of [{}, { question: 'q' }, null, [], { ...ANSWER, question: 'q', variables: 1 }]) {
      writeFileSync(recordFile(), encodeRecord(odd as never));
      expect(memory().recall({})).toBeUndefined();
    }
  });
});
