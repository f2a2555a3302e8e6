import { describe, expect, it } from 'vitest';
import {
  ask,
  grow,
  newLog,
  newWorld,
  testKey,
  testName,
  type World,
} from '../../../tools/testing/checksum-world.js';
import { nodePrimitives } from '../../engine/primitives.js';
import { generateKey, newSigner, sign } from '../note/index.js';
import { formatRecord, formatTree, parseRecord, treeHash, treeHasher } from '../tlog/index.js';
import { type MemoryLog, SumdbError } from './index.js';

const primitives = nodePrimitives();
const hasher = treeHasher(primitives.sha256);
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (data: Uint8Array) => new TextDecoder().decode(data);
const join = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
const M = 'example.com/m';
const record = `/lookup/${M}@v1.0.0`;
const latest = `${testName}/latest`;

/** A log of `size` records of which one, in the middle, is that of M@v1.0.0. */
async function logWith(size: number): Promise<MemoryLog> {
  const log = newLog();
  grow(log, Math.floor(size / 2));
  await log.lookup({ path: M, version: 'v1.0.0' });
  grow(log, size - log.size);
  return log;
}

async function failure(work: Promise<unknown>): Promise<SumdbError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof SumdbError) return error;
    throw error;
  }
  throw new Error('did not fail');
}

/** Lets the world's server answer one path differently. */
function tamper(world: World, path: string, change: (body: Uint8Array) => Uint8Array): void {
  const { remote } = world;
  world.remote = async (asked) => {
    const body = await remote(asked);
    return asked === path ? change(body) : body;
  };
}

function flip(body: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(body);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** Of the tiles that a lookup asked for, the paths. */
const tiles = (world: World) => world.requests.filter((path) => path.startsWith('/tile/'));

describe('a lookup', () => {
  it('returns the lines of the zip or of go.mod', async () => {
    const client = newWorld(await logWith(300)).client();
    expect(await client.lookup(M, 'v1.0.0')).toEqual([`${M} v1.0.0 h1:zip-of-v1.0.0`]);
    expect(await client.lookup(M, 'v1.0.0/go.mod')).toEqual([`${M} v1.0.0/go.mod h1:mod-of-v1.0.0`]);
  });

  it('asks for record and tiles once, however many ask at once', async () => {
    const world = newWorld(await logWith(70_000));
    const client = world.client();
    const versions = ['v1.0.0', 'v1.0.0/go.mod', 'v1.0.0', 'v1.0.0/go.mod'];
    await Promise.all(versions.map((version) => client.lookup(M, version)));
    expect(world.requests[0]).toBe(record);
    expect(world.requests.slice(1).sort()).toEqual([
      '/tile/8/0/136',
      '/tile/8/0/273.p/112',
      '/tile/8/1/000',
      '/tile/8/1/001.p/17',
      '/tile/8/2/000.p/1',
    ]);
  });

  it('keeps what was proven, and asks nothing the next time', async () => {
    const world = newWorld(await logWith(300));
    await world.client().lookup(M, 'v1.0.0');
    expect([...world.cache.keys()].sort()).toEqual([
      `${testName}/lookup/${M}@v1.0.0`,
      `${testName}/tile/8/0/000`,
      `${testName}/tile/8/0/001.p/44`,
      `${testName}/tile/8/1/000.p/1`,
    ]);
    expect(decode(world.config.get(latest) ?? new Uint8Array(0))).toContain('go.sum database tree\n300\n');
    world.requests.length = 0;
    expect(await world.client().lookup(M, 'v1.0.0/go.mod')).toHaveLength(1);
    expect(world.requests).toEqual([]);
  });

  it('escapes path and version', async () => {
    const world = newWorld(newLog());
    const lines = await world.client().lookup('github.com/Azure/X', 'v1.0.0-RC1+incompatible');
    expect(lines).toEqual(['github.com/Azure/X v1.0.0-RC1+incompatible h1:zip-of-v1.0.0-RC1+incompatible']);
    expect(world.requests[0]).toBe('/lookup/github.com/!azure/!x@v1.0.0-!r!c1+incompatible');
  });

  it('takes no line of another version that begins alike', async () => {
    const world = newWorld(
      newLog((m) => `${m.path} v1.0.0 h1:a\n${m.path} v1.0.0-rc h1:b\n${m.path}x v1.0.0 h1:c\n`),
    );
    expect(await world.client().lookup(M, 'v1.0.0')).toEqual([`${M} v1.0.0 h1:a`]);
  });

  it('returns nothing where the record has nothing', async () => {
    const world = newWorld(newLog(() => 'nothing of use\n'));
    expect(await world.client().lookup(M, 'v1.0.0')).toEqual([]);
  });

  it('works with tiles of any height', async () => {
    for (const tileHeight of [1, 2, 5, 10]) {
      const world = newWorld(await logWith(100));
      expect(await world.client({ tileHeight }).lookup(M, 'v1.0.0')).toHaveLength(1);
      expect(tiles(world).every((path) => path.startsWith(`/tile/${tileHeight}/`))).toBe(true);
    }
  });

  it('refuses paths and versions that have no escaped form', async () => {
    const client = newWorld(newLog()).client();
    expect((await failure(client.lookup('bad path', 'v1.0.0'))).message).toBe(
      'bad path@v1.0.0: malformed module path "bad path": invalid char \' \'',
    );
    expect((await failure(client.lookup(M, 'a/b'))).code).toBe('lookup');
  });

  it('says which request failed, to everyone who waits for it, and does not repeat it', async () => {
    const world = newWorld(newLog());
    world.remote = () => Promise.reject(Object.assign(new Error('no route'), { notExist: true }));
    const client = world.client();
    const errors = await Promise.all([
      failure(client.lookup(M, 'v1.0.0')),
      failure(client.lookup(M, 'v1.0.0/go.mod')),
    ]);
    expect(errors.map(({ message }) => message)).toEqual([
      `${M}@v1.0.0: no route`,
      `${M}@v1.0.0/go.mod: no route`,
    ]);
    expect(world.requests).toHaveLength(1);
    // "The database does not know it" is not "it does not exist".
    expect(errors[0]?.cause).toBeUndefined();
  });
});

describe('initialisation', () => {
  it('fails for a bad key, every lookup, without a request', async () => {
    const world = newWorld(newLog());
    world.config.set('key', encode('bad'));
    const client = world.client();
    for (const version of ['v1.0.0', 'v1.1.0']) {
      const error = await failure(client.lookup(M, version));
      expect(error.message).toBe(`${M}@${version}: initializing sumdb.Client: malformed verifier id`);
    }
    expect(world.requests).toEqual([]);
  });

  it('fails for a known tree that is no note, or of another key', async () => {
    const world = newWorld(newLog());
    world.config.set(latest, encode('rubbish'));
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).message).toBe(
      `${M}@v1.0.0: initializing sumdb.Client: reading tree note: malformed note\nnote:\nrubbish`,
    );
    const stranger = generateKey('stranger', new Uint8Array(32), primitives);
    const foreign = sign({ text: 'x\n' }, newSigner(stranger.signerKey, primitives));
    world.config.set(latest, foreign);
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).message).toBe(
      `${M}@v1.0.0: initializing sumdb.Client: reading tree note: note has no verifiable signatures\nnote:\n${decode(foreign)}`,
    );
  });
});

describe('a record', () => {
  const cases: [string, (body: Uint8Array) => Uint8Array, RegExp][] = [
    ['without a number', (body) => body.subarray(4), /: malformed record data$/],
    ['that is empty', () => new Uint8Array(0), /: malformed record data$/],
    ['cut off', (body) => body.subarray(0, 30), /: malformed record data$/],
    [
      'whose text is another',
      (body) => flip(body, 10),
      /: cannot authenticate record data in server response$/,
    ],
    [
      'with the number of another',
      (body) => join(encode('3'), body.subarray(3)),
      /: cannot authenticate record data/,
    ],
    [
      'with a number past the tree',
      (body) => join(encode('9'), body),
      /: cannot validate record 9150 in tree of size 300$/,
    ],
    [
      'whose signature is another',
      (body) => flip(body, body.length - 9),
      /reading tree note: invalid signature for key localhost/,
    ],
    [
      'whose tree is not the signed one',
      (body) => encode(decode(body).replace('tree\n300\n', 'tree\n301\n')),
      /reading tree note: invalid signature for key/,
    ],
    ['whose note is cut', (body) => body.subarray(0, body.length - 1), /reading tree note: malformed note/],
    [
      'without a note',
      (body) => formatRecord(150, parseRecord(body).text),
      /^.*: cannot validate record 150 in tree of size 0$/,
    ],
  ];

  it.each(cases)('%s is refused and not kept', async (_, change, message) => {
    const world = newWorld(await logWith(300));
    tamper(world, record, change);
    const error = await failure(world.client().lookup(M, 'v1.0.0'));
    expect(error.message).toMatch(message);
    expect(error.message.startsWith(`${M}@v1.0.0: `)).toBe(true);
    expect([...world.cache.keys()].filter((file) => file.includes('/lookup/'))).toEqual([]);
    expect(world.securityErrors).toEqual([]);
  });

  it('signed as a tree by a note that is none', async () => {
    const log = await logWith(300);
    const world = newWorld(log);
    const body = await ask(log, record);
    const signer = newSigner(testKey.signerKey, primitives);
    tamper(world, record, () =>
      join(formatRecord(150, parseRecord(body).text), sign({ text: 'go.sum database tree v2\n' }, signer)),
    );
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).message).toBe(
      `${M}@v1.0.0: reading tree: malformed tree note\ntree:\ngo.sum database tree v2\n`,
    );
  });

  it('in the cache is proven again', async () => {
    const world = newWorld(await logWith(300));
    await world.client().lookup(M, 'v1.0.0');
    const file = testName + record;
    world.cache.set(file, flip(world.cache.get(file) as Uint8Array, 10));
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).message).toBe(
      `${M}@v1.0.0: cannot authenticate record data in server response`,
    );
  });
});

describe('a tile', () => {
  it('that is another at any level is refused, and none is kept', async () => {
    const log = await logWith(70_000);
    const honest = newWorld(log);
    await honest.client().lookup(M, 'v1.0.0');
    for (const path of tiles(honest)) {
      const world = newWorld(log);
      tamper(world, path, (body) => flip(body, 40 % body.length));
      const error = await failure(world.client().lookup(M, 'v1.0.0'));
      expect(error.message).toBe(`${M}@v1.0.0: downloaded inconsistent tile`);
      expect([...world.cache.keys()]).toEqual([]);
    }
  });

  it.each([
    ['cut', (body: Uint8Array) => body.subarray(0, body.length - 32), 'len=-32'],
    ['cut within a hash', (body: Uint8Array) => body.subarray(1), 'len=-1'],
    ['widened', (body: Uint8Array) => join(body, body.subarray(0, 32)), 'len=+32'],
    ['empty', () => new Uint8Array(0), 'len=0'],
  ])('that is %s is refused at every level', async (_, change) => {
    const log = await logWith(70_000);
    const honest = newWorld(log);
    await honest.client().lookup(M, 'v1.0.0');
    for (const path of tiles(honest)) {
      const world = newWorld(log);
      let want = 0;
      let length = 0;
      tamper(world, path, (body) => {
        want = body.length;
        length = change(body).length;
        return change(body);
      });
      const error = await failure(world.client().lookup(M, 'v1.0.0'));
      expect(error.message).toBe(
        `${M}@v1.0.0: TileReader returned bad result slice (${path.slice(1)} len=${length}, want ${want})`,
      );
      expect([...world.cache.keys()]).toEqual([]);
    }
  });

  it('is taken from the full one where the narrow one is gone, and kept as narrow as it was proven', async () => {
    const log = await logWith(300);
    const body = await ask(log, record);
    grow(log, 1000);
    // The record still comes with the old tree, and the server has none of its partial tiles any more.
    const world = newWorld(log);
    world.remote = async (path) => {
      if (path === record) return body;
      if (path.startsWith('/tile/8/0/001.p/')) throw new Error('404');
      return ask(log, path);
    };
    expect(await world.client().lookup(M, 'v1.0.0')).toHaveLength(1);
    expect(tiles(world)).toContain('/tile/8/0/001');
    expect(world.cache.get(`${testName}/tile/8/0/001.p/44`)?.length).toBe(44 * 32);
    expect([...world.cache.keys()]).not.toContain(`${testName}/tile/8/0/001`);
  });

  it('that is gone in both widths fails with what the narrow one said', async () => {
    const world = newWorld(await logWith(300));
    const { remote } = world;
    world.remote = async (path) => {
      if (path.startsWith('/tile/8/0/001')) throw new Error(`gone ${path}`);
      return remote(path);
    };
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).message).toBe(
      `${M}@v1.0.0: gone /tile/8/0/001.p/44`,
    );
    expect(tiles(world)).toContain('/tile/8/0/001');
  });

  it('of the cache serves in part where it is full there', async () => {
    const log = await logWith(300);
    const world = newWorld(log);
    grow(log, 212);
    world.cache.set(`${testName}/tile/8/0/001`, await ask(log, '/tile/8/0/001'));
    const tree = { size: 300, hash: treeHash(300, log.reader, hasher) };
    const note = sign({ text: formatTree(tree) }, newSigner(testKey.signerKey, primitives));
    tamper(world, record, (body) => join(formatRecord(150, parseRecord(body).text), note));
    await world.client().lookup(M, 'v1.0.0');
    expect(tiles(world).sort()).toEqual(['/tile/8/0/000', '/tile/8/1/000.p/1']);
    expect([...world.cache.keys()]).not.toContain(`${testName}/tile/8/0/001.p/44`);
  });

  it('that cannot be kept is no failure, and is not tried twice', async () => {
    const world = newWorld(await logWith(300));
    const tried: string[] = [];
    world.beforeWriteCache = (file) => {
      tried.push(file);
      throw new Error('disk full');
    };
    const client = world.client();
    expect(await client.lookup(M, 'v1.0.0')).toHaveLength(1);
    expect(await client.lookup(M, 'v1.0.0/go.mod')).toHaveLength(1);
    expect(tried).toHaveLength(4);
    expect(world.cache.size).toBe(0);
  });
});

describe('the server', () => {
  it('that forks is reported with both notes and a proof', async () => {
    const ours = newLog();
    grow(ours, 5);
    const theirs = newLog();
    grow(theirs, 4);
    grow(theirs, 8, 'forged');
    const world = newWorld(theirs);
    const known = await ours.signed();
    world.config.set(latest, known);
    world.remote = async (path) => {
      try {
        return await ask(theirs, path);
      } catch {
        return ask(ours, path);
      }
    };
    for (const path of ['/tile/8/0/000.p/5']) world.cache.set(testName + path, await ask(ours, path));
    const error = await failure(world.client().lookup(M, 'v1.0.0'));
    expect(error.code).toBe('security');
    expect(error.message).toBe(`${M}@v1.0.0: security error: misbehaving server`);
    expect(world.securityErrors).toHaveLength(1);
    const newer = decode(await theirs.signed());
    const report = world.securityErrors[0] ?? '';
    expect(
      report.startsWith('SECURITY ERROR\ngo.sum database server misbehavior detected!\n\nold database:\n\t'),
    ).toBe(true);
    const indented = (note: string) => `${note.replaceAll('\n', '\n\t')}\n`;
    expect(report).toContain(`old database:\n\t${indented(decode(known))}`);
    expect(report).toContain(`new database:\n\t${indented(newer)}`);
    const proof = report.slice(report.indexOf('proof of misbehavior:\n'));
    expect(proof).toMatch(/^proof of misbehavior:\n\t[A-Za-z0-9+/]{43}=(\n\t[A-Za-z0-9+/]{43}=)+$/);
    expect(world.config.get(latest)).toEqual(known);
    expect([...world.cache.keys()].some((file) => file.includes('/lookup/'))).toBe(false);
  });

  it('that signs two trees of one size is reported', async () => {
    const ours = newLog();
    grow(ours, 5);
    await ours.lookup({ path: M, version: 'v1.0.0' });
    const theirs = newLog();
    grow(theirs, 5, 'forged');
    await theirs.lookup({ path: M, version: 'v1.0.0' });
    const world = newWorld(ours);
    world.config.set(latest, await theirs.signed());
    // What is newer, or known, is what tiles are checked against.
    const { remote } = world;
    world.remote = (path) => (path === record ? remote(path) : ask(theirs, path));
    const error = await failure(world.client().lookup(M, 'v1.0.0'));
    expect(error.code).toBe('security');
    expect(world.securityErrors[0]).toMatch(/proof of misbehavior:\n\t[^\n]{44}$/);
  });

  it('that signs a size without the hash of nothing is reported', async () => {
    const world = newWorld(await logWith(10));
    const signer = newSigner(testKey.signerKey, primitives);
    world.config.set(latest, sign({ text: formatTree({ size: 0, hash: new Uint8Array(32) }) }, signer));
    const error = await failure(world.client().lookup(M, 'v1.0.0'));
    expect(error.code).toBe('security');
    expect(world.securityErrors[0]).toContain('\tinternal error: tlog: invalid inputs in ProveTree\n');
  });

  it('that shows an older tree is believed, and the newer one stays', async () => {
    const log = await logWith(300);
    const old = await ask(log, record);
    grow(log, 300);
    const world = newWorld(log);
    const known = await log.signed();
    world.config.set(latest, known);
    tamper(world, record, () => old);
    expect(await world.client().lookup(M, 'v1.0.0')).toHaveLength(1);
    expect(world.config.get(latest)).toEqual(known);
    expect(tiles(world)).toContain('/tile/8/0/002.p/88');
  });

  it('that shows an older tree of another history is reported', async () => {
    const log = await logWith(600);
    const forged = newLog();
    grow(forged, 20, 'forged');
    const world = newWorld(log);
    world.config.set(latest, await log.signed());
    tamper(world, record, () => new Uint8Array(0));
    const body = await ask(forged, record);
    tamper(world, record, () => body);
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).code).toBe('security');
  });

  it('that lost a tile says which trees could not be compared', async () => {
    const log = await logWith(300);
    const world = newWorld(log);
    for (const path of ['/tile/8/1/000.p/1', '/tile/8/0/001.p/44']) {
      world.cache.set(testName + path, await ask(log, path));
    }
    const known = await log.signed();
    grow(log, 300);
    const { remote } = world;
    world.remote = (path) =>
      path.startsWith('/tile/') ? Promise.reject(new Error('no tile')) : remote(path);
    world.config.set(latest, known);
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).message).toBe(
      `${M}@v1.0.0: checking tree#300 against tree#600: no tile`,
    );
    world.config.set(latest, await log.signed());
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).message).toBe(
      `${M}@v1.0.0: initializing sumdb.Client: checking tree#600: no tile`,
    );
  });

  it('may grow with every lookup', async () => {
    const world = newWorld(newLog());
    const client = world.client();
    const versions = Array.from({ length: 60 }, (_, i) => `v1.${i}.0`);
    const found = await Promise.all(versions.map((version) => client.lookup(M, version)));
    expect(found.every((lines) => lines.length === 1)).toBe(true);
    expect(decode(world.config.get(latest) as Uint8Array)).toContain('tree\n60\n');
    expect(world.requests.length).toBe(new Set(world.requests).size);
  });
});

describe('the known tree', () => {
  it('that another process moved forward meanwhile is merged, not overwritten', async () => {
    const log = await logWith(300);
    const world = newWorld(log);
    let newer = new Uint8Array(0);
    let conflicts = 0;
    const body = await ask(log, record);
    tamper(world, record, () => body);
    world.beforeWriteConfig = async () => {
      if (conflicts++ > 0) return;
      grow(log, 50);
      newer = Uint8Array.from(await log.signed());
      world.config.set(latest, newer);
    };
    expect(await world.client().lookup(M, 'v1.0.0')).toHaveLength(1);
    expect(world.config.get(latest)).toEqual(newer);
    expect(conflicts).toBe(1);
  });

  it('that another process set to something older meanwhile is moved forward again', async () => {
    const log = newLog();
    grow(log, 10);
    const older = await log.signed();
    grow(log, 10);
    const world = newWorld(log);
    let conflicts = 0;
    world.beforeWriteConfig = () => {
      if (conflicts++ === 0) world.config.set(latest, older);
    };
    await world.client().lookup(M, 'v1.0.0');
    expect(conflicts).toBe(2);
    expect(decode(world.config.get(latest) as Uint8Array)).toContain('tree\n21\n');
  });

  it('that another process forked meanwhile is reported', async () => {
    const log = await logWith(300);
    const forged = newLog();
    grow(forged, 20, 'forged');
    const other = await forged.signed();
    const world = newWorld(log);
    world.beforeWriteConfig = () => {
      world.config.set(latest, other);
    };
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).code).toBe('security');
    expect(world.config.get(latest)).toEqual(other);
  });

  it('that never stays is given up on', async () => {
    const log = newLog();
    grow(log, 3);
    const first = await log.signed();
    grow(log, 1);
    const second = await log.signed();
    const world = newWorld(log);
    let turn = 0;
    world.beforeWriteConfig = () => {
      world.config.set(latest, turn++ % 2 === 0 ? first : second);
    };
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).message).toBe(`${M}@v1.0.0: write conflict`);
  });

  it('that cannot be written fails the lookup, and leaves no record behind', async () => {
    const world = newWorld(await logWith(300));
    world.beforeWriteConfig = () => {
      throw new Error('open latest: permission denied');
    };
    expect((await failure(world.client().lookup(M, 'v1.0.0'))).message).toBe(
      `${M}@v1.0.0: open latest: permission denied`,
    );
    expect(world.cache.size).toBe(0);
  });

  it('is written before the record that it proves', async () => {
    const world = newWorld(await logWith(300));
    const order: string[] = [];
    world.beforeWriteConfig = () => {
      order.push('latest');
    };
    world.beforeWriteCache = (file) => {
      order.push(file.includes('/lookup/') ? 'record' : 'tile');
    };
    await world.client().lookup(M, 'v1.0.0');
    expect(order).toEqual(['latest', 'tile', 'tile', 'tile', 'record']);
  });
});
