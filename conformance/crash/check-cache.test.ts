import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { removeScratch } from '../../tools/testing/scratch.js';
import { fixtureZip } from '../fixtures/module.js';
import { checkCache, sumOf, unzip } from './check-cache.js';

const fixture = { path: 'example.com/m', version: 'v1.0.0', files: { 'a/b.go': 'package b\n', 'c.go': '' } };
let root = '';
let versions = '';
let folder = '';

function write(path: string, data: string | Uint8Array, mode = 0o644): void {
  fs.mkdirSync(dirname(path), { recursive: true });
  fs.writeFileSync(path, data, { mode });
}

beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'gomod-check-'));
  versions = join(root, 'cache', 'download', 'example.com', 'm', '@v');
  folder = join(root, 'example.com', 'm@v1.0.0');
  write(join(versions, 'v1.0.0.zip'), fixtureZip(fixture));
  write(join(versions, 'v1.0.0.ziphash'), sumOf(unzip(join(versions, 'v1.0.0.zip'))));
  write(join(versions, 'v1.0.0.mod'), 'module example.com/m\n');
  write(join(versions, 'v1.0.0.lock'), '');
  write(join(versions, 'list'), 'v1.0.0\n');
  const files = { ...fixture.files, 'go.mod': 'module example.com/m\n' };
  for (const [name, data] of Object.entries(files)) write(join(folder, name), data, 0o444);
  for (const below of [join(folder, 'a'), folder]) fs.chmodSync(below, 0o555);
});
afterEach(() => removeScratch(root));

it('accepts a sound cache, and none', () => {
  expect(checkCache(root)).toEqual([]);
  expect(checkCache(join(root, 'none'))).toEqual([]);
});

it('computes the sums that go.sum files have', () => {
  const goMod = 'module "rsc.io/quote"\n\nrequire "rsc.io/sampler" v1.3.0\n';
  expect(sumOf(new Map([['go.mod', Buffer.from(goMod)]]))).toBe(
    'h1:LzX7hefJvL54yjefDEDHNONDjII0t9xZLPXsUe+TKr0=',
  );
});

const DAMAGES: readonly (readonly [string, () => void, RegExp])[] = [
  ['a zip without hash', () => fs.rmSync(join(versions, 'v1.0.0.ziphash')), /no \.ziphash/],
  ['a cut zip', () => fs.truncateSync(join(versions, 'v1.0.0.zip'), 100), /zip: unreadable/],
  ['a cut hash', () => fs.truncateSync(join(versions, 'v1.0.0.ziphash'), 20), /sum is/],
  ['a folder without zip', () => fs.rmSync(join(versions, 'v1.0.0.zip')), /neither zip nor mark/],
  ['a missing file', () => fs.rmSync(join(folder, 'a', 'b.go')), /a\/b\.go is missing/],
  ['a cut file', () => fs.writeFileSync(join(folder, 'a', 'b.go'), 'pack'), /a\/b\.go differs/],
  ['a file too many', () => write(join(folder, 'x'), ''), /x is not in the zip/],
  ['a writable folder', () => fs.chmodSync(join(folder, 'a'), 0o755), /mode 755/],
  ['a cut list', () => fs.writeFileSync(join(versions, 'list'), 'v1.0.0'), /list: cut/],
  ['a list of zeros', () => fs.writeFileSync(join(versions, 'list'), '\0\0\0\n'), /bad line/],
  ['a list with too much', () => fs.writeFileSync(join(versions, 'list'), 'v1.0.0\nv1.1.0\n'), /no \.mod/],
  ['a lock with content', () => fs.writeFileSync(join(versions, 'v1.0.0.lock'), 'x'), /not empty/],
  ['a file of no kind', () => write(join(versions, 'v1.0.0.mod123.tmp'), ''), /unknown file/],
];
for (const [what, damage, complaint] of DAMAGES) {
  it(`refuses ${what}`, () => {
    damage();
    expect(checkCache(root).join('\n')).toMatch(complaint);
  });
}

it('lets a marked folder and a temporary zip be', () => {
  fs.rmSync(join(versions, 'v1.0.0.zip'));
  write(join(versions, 'v1.0.0.partial'), '');
  write(join(versions, 'v1.0.0.zip123.tmp'), 'part');
  expect(checkCache(root)).toEqual([]);
});

it('compares with a reference', () => {
  const reference = fs.mkdtempSync(join(tmpdir(), 'gomod-check-'));
  fs.cpSync(root, reference, { recursive: true });
  expect(checkCache(root, { reference })).toEqual([]);
  fs.truncateSync(join(versions, 'v1.0.0.mod'), 3);
  expect(checkCache(root, { reference })).toEqual([
    'cache/download/example.com/m/@v/v1.0.0.mod: differs from the reference',
  ]);
  fs.rmSync(reference, { recursive: true });
});
