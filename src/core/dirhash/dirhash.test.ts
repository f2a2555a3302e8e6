import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_GO_MOD_HASH } from '../gosum/index.js';
import { DirHashError, hash1, hashGoMod } from './index.js';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const file = (name: string, content: string) => ({ name, sha256: sha256(Buffer.from(content)) });

describe('dirhash', () => {
  it('has the value that old releases wrote by mistake for an empty go.mod', () => {
    expect(hashGoMod(new Uint8Array(), sha256)).toBe(EMPTY_GO_MOD_HASH);
  });

  it('is the hash of what sha256sum prints for the sorted files', () => {
    // printf 'one' > a.txt; printf 'two' > b/c.txt; sha256sum a.txt b/c.txt | sha256sum | xxd -r -p | base64
    const files = [file('b/c.txt', 'two'), file('a.txt', 'one')];
    expect(hash1(files, sha256)).toBe('h1:J89Pq7YrW8hraEKWn29Gz5NL1n6AOLBKN4CKvxv7DcM=');
  });

  it('sorts names by their bytes', () => {
    // In UTF-16 the emoji would come first.
    const [dingbat, emoji] = [file('\uff5e', 'x'), file('\u{1f600}', 'y')];
    const lines = [dingbat, emoji].map(
      ({ name, sha256: sum }) => `${Buffer.from(sum).toString('hex')}  ${name}\n`,
    );
    const want = `h1:${Buffer.from(sha256(Buffer.from(lines.join('')))).toString('base64')}`;
    expect(hash1([emoji, dingbat], sha256)).toBe(want);
  });

  it('does not depend on the order of the files', () => {
    const files = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-zA-Z0-9/._-]{1,9}$/), fc.string()), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.nat()), (made, random) => {
        const list = made.map(([name, content]) => file(name, content));
        const keys = new Map(list.map((entry) => [entry, random.next().value as number]));
        const shuffled = [...list].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(hash1(shuffled, sha256)).toBe(hash1(list, sha256));
      }),
    );
  });

  it('is the same by a hash that gives texts', () => {
    const text = (data: Uint8Array, encoding: 'hex' | 'base64') =>
      createHash('sha256').update(data).digest(encoding);
    const refused = (): never => {
      throw new Error('asked for bytes');
    };
    // A name that is no UTF-8.
    const files = [file('b', 'two'), file('a\udcff', 'one')];
    const asTexts = files.map(({ name, sha256: sum }) => ({
      name,
      sha256: Buffer.from(sum).toString('hex'),
    }));
    expect(hash1(asTexts, Object.assign(refused, { text }))).toBe(hash1(files, sha256));
    const goMod = Buffer.from('module m\n');
    expect(hashGoMod(goMod, Object.assign(refused, { text }))).toBe(hashGoMod(goMod, sha256));
  });

  it('refuses names with newlines', () => {
    expect(() => hash1([file('a\nb', '')], sha256)).toThrow(DirHashError);
    expect(() => hash1([file('a\nb', '')], sha256)).toThrow(
      'dirhash: filenames with newlines are not supported',
    );
  });
});
