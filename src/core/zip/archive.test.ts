import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync, inflateRawSync, crc32 as nodeCrc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ArchiveSpec,
  buildArchive,
  damageArchive,
  extraField,
  fields,
} from '../../../tools/testing/archive.js';
import { inTime } from '../../../tools/testing/in-time.js';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { buildZipOracle, type ZipAnswer, type ZipOracle } from '../../../tools/testing/zip-oracle.js';
import { GomodError } from '../error.js';
import { checkFilePath } from '../module/index.js';
import { encodeText, toWellFormed } from '../text.js';
import { type BodyTools, bytesSource, entryKind, fold, hashZip, readDirectory, readEntry } from './index.js';

const sha256 = (data: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(data).digest());
const tools: BodyTools = {
  inflateRaw: (data, max) => inflateRawSync(data, { maxOutputLength: max }),
  crc32: nodeCrc32,
};

function attempt<T>(step: () => T): { value: T; error: '' } | { value: undefined; error: string } {
  try {
    return { value: step(), error: '' };
  } catch (error) {
    if (!(error instanceof GomodError)) throw error;
    return { value: undefined, error: toWellFormed(error.message) };
  }
}

interface Reading {
  open: string;
  entries: { name: string; sha256: string; error: string }[];
  sum: string;
  sumError: string;
}

/** What we make of an archive, all of it. */
function ours(bytes: Uint8Array, with_: BodyTools = tools): Reading {
  const source = bytesSource(bytes, 'zip');
  const directory = attempt(() => readDirectory(source));
  const entries = (directory.value?.entries ?? []).map((entry) => {
    const { value, error } = attempt(() => readEntry(source, entry, with_));
    const digest = value === undefined ? '' : Buffer.from(sha256(value)).toString('hex');
    return { name: Buffer.from(encodeText(entry.name)).toString('base64'), sha256: digest, error };
  });
  const sum = attempt(() => hashZip(source, sha256, with_));
  return { open: directory.error, entries, sum: sum.value ?? '', sumError: sum.error };
}

function theirs(answer: ZipAnswer, path: string): Reading {
  const named = (text: string): string => text.replaceAll(path, 'zip');
  const entries = (answer.Entries ?? []).map(({ Name, Sha256, Error: error }) => ({
    name: Name,
    sha256: error === '' ? Sha256 : '',
    error: named(error),
  }));
  return { open: named(answer.Open), entries, sum: answer.Sum, sumError: named(answer.SumErr) };
}

const FORMAT = 'zip: not a valid zip file';
const CHECKSUM = 'zip: checksum error';
const CUT = 'unexpected EOF';

const text = 'package a\n'.repeat(20);
const whole = buildArchive({
  entries: [
    { name: 'a', content: text },
    { name: 'b', content: 'b' },
  ],
});
const bomb = deflateRawSync(Buffer.alloc(1 << 20));
const zip64Extra = (...values: (number | bigint)[]): Buffer =>
  extraField(1, fields(...values.map((value) => [8, value] as const)));

/** A whole archive inside the comment of another, and the like: see the names. */
const CASES: Record<string, { bytes: Uint8Array; open?: string; errors?: string[] }> = {
  'two files': { bytes: whole, errors: ['', ''] },
  'nothing at all': { bytes: new Uint8Array(0), open: FORMAT },
  'an end record alone': { bytes: buildArchive({ entries: [] }), errors: [] },
  'stored, without descriptor': arch({ entries: [{ name: 'a', content: text, method: 0 }] }, ['']),
  'stored, with descriptor': arch(
    { entries: [{ name: 'a', content: text, method: 0, descriptor: 'signed' }] },
    [''],
  ),
  'a descriptor without signature': arch({ entries: [{ name: 'a', content: text, descriptor: 'plain' }] }, [
    '',
  ]),
  'a descriptor with another checksum': arch(
    { entries: [{ name: 'a', content: text, descriptor: fields([4, 1], [4, 0], [4, 0]) }] },
    [CHECKSUM],
  ),
  'no descriptor where one is announced': arch(
    { entries: [{ name: 'a', content: text, descriptor: new Uint8Array(0) }] },
    [CHECKSUM],
  ),
  'method 12': arch({ entries: [{ name: 'a', content: text, method: 12 }] }, [
    'zip: unsupported compression algorithm',
  ]),
  'flag of encryption': arch({ entries: [{ name: 'a', content: text, flags: 1 }] }, ['']),
  'really encrypted': arch({ entries: [{ name: 'a', content: text, flags: 1, body: Buffer.alloc(30, 7) }] }, [
    'flate: corrupt input before offset 1',
  ]),
  'a checksum that is wrong': arch({ entries: [{ name: 'a', content: text, crc: 5 }] }, [CHECKSUM]),
  'a checksum of 0 without descriptor': arch(
    { entries: [{ name: 'a', content: text, crc: 0, descriptor: 'none' }] },
    [''],
  ),
  'a checksum of 0 with descriptor': arch({ entries: [{ name: 'a', content: text, crc: 0 }] }, [CHECKSUM]),
  'a declared size that is too small': arch(
    { entries: [{ name: 'a', content: text, uncompressedSize: 5 }] },
    [FORMAT],
  ),
  'a declared size that is too large': arch(
    { entries: [{ name: 'a', content: text, uncompressedSize: 500 }] },
    [CUT],
  ),
  'a bomb that declares little': arch(
    { entries: [{ name: 'a', content: 'x', body: bomb, uncompressedSize: 1 }] },
    [FORMAT],
  ),
  'a bomb that declares nothing': arch(
    { entries: [{ name: 'a', content: '', body: bomb, uncompressedSize: 0 }] },
    [FORMAT],
  ),
  'a compressed size that is too small': arch(
    { entries: [{ name: 'a', content: text, compressedSize: 4 }] },
    [CUT],
  ),
  'a compressed size past the end': arch(
    { entries: [{ name: 'a', content: text, compressedSize: 1 << 30 }] },
    [CUT],
  ),
  'stored, past the end': arch(
    { entries: [{ name: 'a', content: text, method: 0, compressedSize: 1 << 30 }] },
    [FORMAT],
  ),
  'a compressed size of 0': arch({ entries: [{ name: 'a', content: text, compressedSize: 0 }] }, [CUT]),
  'a folder with an ignored body': arch(
    { entries: [{ name: 'd/', body: Buffer.from('body'), method: 99, uncompressedSize: 0 }] },
    [''],
  ),
  'a folder that declares bytes': arch({ entries: [{ name: 'd/', uncompressedSize: 3 }] }, [FORMAT]),
  'a local header that is none': arch({ entries: [{ name: 'a', content: text, localSignature: 1 }] }, [
    FORMAT,
  ]),
  'a local header past the end': arch({ entries: [{ name: 'a', content: text, offset: 1 << 20 }] }, ['EOF']),
  'a local header with another name and extra field': arch(
    { entries: [{ name: 'a', content: text, localName: 'somewhere/else', localExtra: Buffer.alloc(9) }] },
    [''],
  ),
  'two entries over the same bytes': arch(
    {
      entries: [
        { name: 'a', content: text },
        { name: 'b', content: text, offset: 0, directoryOnly: true },
      ],
    },
    ['', ''],
  ),
  'the same name twice': arch(
    {
      entries: [
        { name: 'a', content: text },
        { name: 'a', content: 'other' },
      ],
    },
    ['', ''],
  ),
  'names that are no UTF-8, or nothing': arch(
    {
      entries: [
        { name: Buffer.from('a\xff\xed\xa0\x80\ufeff', 'latin1') },
        { name: '' },
        { name: '\ufeffb\ufffd' },
      ],
    },
    ['', '', ''],
  ),
  'a name with a newline': arch({ entries: [{ name: 'a\nb', content: text }] }, ['']),
  'a comment': arch({ entries: [{ name: 'a', content: text }], end: { comment: Buffer.alloc(70) } }, ['']),
  'the longest comment': arch(
    { entries: [{ name: 'a', content: text }], end: { comment: Buffer.alloc(65535, 1) } },
    [''],
  ),
  'a comment that is cut': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end: { commentLength: 1 } }),
    open: FORMAT,
  },
  'a comment that ends before the file': arch(
    { entries: [{ name: 'a', content: text }], suffix: Buffer.from('rest') },
    [''],
  ),
  'an end record in the comment': {
    bytes: buildArchive({
      entries: [{ name: 'a', content: text }],
      end: { comment: buildArchive({ entries: [] }) },
    }),
    errors: [],
  },
  'an archive in the comment': {
    bytes: buildArchive({ entries: [{ name: 'other', content: text }], end: { comment: whole } }),
    errors: ['', ''],
  },
  'more than 65 KiB after the end record': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], suffix: Buffer.alloc(66 * 1024) }),
    open: FORMAT,
  },
  'bytes before the archive': arch(
    { entries: [{ name: 'a', content: text }], prefix: Buffer.from('#!sh\n') },
    [''],
  ),
  'bytes before the archive, counted': arch(
    { entries: [{ name: 'a', content: text }], prefix: Buffer.from('#!sh\n'), offsetsCountPrefix: true },
    [''],
  ),
  'bytes between directory and end': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], beforeEnd: Buffer.from('between') }),
    errors: [''],
  },
  'one entry too many claimed': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end: { records: 2 } }),
    open: CUT,
  },
  'one entry too few claimed': {
    bytes: buildArchive({ entries: [{ name: 'a' }, { name: 'b' }], end: { records: 1 } }),
    open: CUT,
  },
  'a directory offset past the end': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end: { offset: 1 << 20 } }),
    errors: ['readat zip: negative offset'],
  },
  'a directory size past the beginning': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end: { size: 1 << 20 } }),
    open: FORMAT,
  },
  'zip64 sizes and offset': arch(
    {
      entries: [
        {
          name: 'a',
          content: text,
          method: 0,
          compressedSize: 0xffffffff,
          uncompressedSize: 0xffffffff,
          offset: 0xffffffff,
          extra: zip64Extra(text.length, text.length, 0),
        },
      ],
    },
    [''],
  ),
  'a zip64 offset that is negative': {
    bytes: buildArchive({
      entries: [{ name: 'a', content: text, offset: 0xffffffff, extra: zip64Extra(-5n) }],
    }),
    errors: ['readat zip: negative offset'],
  },
  'a zip64 compressed size that is negative': {
    bytes: buildArchive({
      entries: [
        { name: 'a', content: text, compressedSize: 0xffffffff, extra: zip64Extra(-1n), descriptor: 'none' },
      ],
    }),
    errors: [''],
  },
  'a zip64 size that is enormous': {
    bytes: buildArchive({
      entries: [{ name: 'a', content: text, uncompressedSize: 0xffffffff, extra: zip64Extra(-1n) }],
    }),
    errors: [CUT],
  },
  'a size of 2^32-1 without zip64': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text, uncompressedSize: 0xffffffff }] }),
    errors: [CUT],
  },
  'a compressed size of 2^32-1 without zip64': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text, compressedSize: 0xffffffff }] }),
    open: FORMAT,
  },
  'a zip64 field that is too short': {
    bytes: buildArchive({
      entries: [{ name: 'a', content: text, offset: 0xffffffff, extra: extraField(1, Buffer.alloc(7)) }],
    }),
    open: FORMAT,
  },
  'a zip64 field that is cut': {
    bytes: buildArchive({
      entries: [{ name: 'a', content: text, offset: 0xffffffff, extra: extraField(1, Buffer.alloc(8), 9) }],
    }),
    open: FORMAT,
  },
  'other extra fields before the zip64 one': arch(
    {
      entries: [
        {
          name: 'a',
          content: text,
          offset: 0xffffffff,
          extra: Buffer.concat([
            extraField(0x5455, Buffer.alloc(5)),
            extraField(10, Buffer.of(1)),
            zip64Extra(0),
          ]),
        },
      ],
    },
    [''],
  ),
  'a zip64 end record': arch({ entries: [{ name: 'a', content: text }], end64: {} }, ['']),
  'a zip64 end record that claims 2^40 entries': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end64: { records: 1n << 40n } }),
    open: FORMAT,
  },
  'a zip64 end record with the right count in 16 bits': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end64: { records: (1n << 40n) + 1n } }),
    errors: [''],
  },
  'a zip64 end record somewhere else': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end64: { at: 3n } }),
    open: FORMAT,
  },
  'a zip64 end record past the end': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end64: { at: 1n << 50n } }),
    open: 'EOF',
  },
  'a zip64 end record at a negative place': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end64: { at: -1n } }),
    open: FORMAT,
  },
  'a zip64 end record with another signature': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end64: { signature: 1 } }),
    open: FORMAT,
  },
  'a zip64 locator with another signature': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end64: { locatorSignature: 1 } }),
    open: FORMAT,
  },
  'a zip64 archive on two disks': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end64: { disks: 2 } }),
    open: FORMAT,
  },
  'a zip64 directory of 2^63 bytes': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end64: { size: 1n << 63n } }),
    open: FORMAT,
  },
  'a zip64 directory offset of 2^63-1': {
    bytes: buildArchive({ entries: [{ name: 'a', content: text }], end64: { offset: (1n << 63n) - 1n } }),
    errors: ['readat zip: negative offset'],
  },
  'a directory that ends with the file': {
    bytes: endInsideComment(),
    open: 'EOF',
  },
};

function arch(spec: ArchiveSpec, errors: string[]): { bytes: Uint8Array; errors: string[] } {
  return { bytes: buildArchive(spec), errors };
}

/** The end record is the comment of the last entry, so that where the next header should be the file ends. */
function endInsideComment(): Uint8Array {
  const entry = { name: 'a', directoryOnly: true, comment: Buffer.alloc(22) };
  const header = buildArchive({ entries: [entry] }).subarray(0, 47);
  const end = fields([4, 0x06054b50], [4, 0], [2, 1], [2, 1], [4, header.length], [4, 0], [2, 0]);
  return Buffer.concat([header, end]);
}

const need = needs('go');

describe('archives', () => {
  it.each(Object.entries(CASES))('%s', (_, { bytes, open = '', errors }) => {
    const read = ours(bytes);
    expect({ open: read.open, errors: read.entries.map(({ error }) => error) }).toEqual({
      open,
      errors: errors ?? [],
    });
  });

  it.each(Object.entries(CASES))('%s, with nothing of the platform', (_, { bytes }) => {
    expect(ours(bytes, {})).toEqual(ours(bytes));
  });
});

describe.skipIf(need.skip)(need.title('archives, compared with Go'), () => {
  let oracle: ZipOracle;
  let folder: string;
  beforeAll(() => {
    oracle = buildZipOracle();
    folder = mkdtempSync(join(tmpdir(), 'gomod-zip-'));
  }, 180_000);
  afterAll(() => {
    oracle?.close();
    if (folder) removeScratch(folder);
  });

  function compare(archives: readonly { label: string; bytes: Uint8Array }[]): void {
    const paths = archives.map(({ bytes }, i) => {
      const path = join(folder, `${i}.zip`);
      writeFileSync(path, bytes);
      return path;
    });
    const answers = oracle.ask(paths.map((File) => ({ Kind: 'archive', File })));
    archives.forEach(({ label, bytes }, i) => {
      const read = inTime(() => ours(bytes), label);
      expect(read, label).toEqual(theirs(answers[i]!, paths[i]!));
    });
  }

  it('reads the cases as Go does', () => {
    compare(Object.entries(CASES).map(([label, { bytes }]) => ({ label, bytes })));
  });

  it('reads damaged archives as Go does', () => {
    const count = process.env.GOMOD_ACCEPTANCE ? 2000 : 400;
    const seeds = Object.values(CASES)
      .filter(({ bytes, open }) => open === undefined && bytes.length > 30 && bytes.length < 5000)
      .map(({ bytes }) => bytes);
    const chance = seeded(20260801);
    const archives = Array.from({ length: count }, (_, i) => ({
      label: `mutation ${i}`,
      bytes: damageArchive(chance.pick(seeds), chance),
    }));
    compare(archives);
  });

  it("refuses damaged streams with Go's words", () => {
    const chance = seeded(20260802);
    const content = Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * i) % (i < 1500 ? 7 : 250)));
    const bodies = [
      deflateRawSync(content),
      deflateRawSync(content, { level: 1 }),
      deflateRawSync(content, { strategy: constants.Z_FIXED }),
      deflateRawSync(content, { level: 0 }),
      deflateRawSync(content, { strategy: constants.Z_HUFFMAN_ONLY }),
    ];
    const count = process.env.GOMOD_ACCEPTANCE ? 2000 : 400;
    const archives = Array.from({ length: count }, (_, i) => {
      const body = damageArchive(chance.pick(bodies), chance);
      // Sizes and sums of the good stream: what is left are the errors of the stream itself.
      return { label: `stream ${i}`, bytes: buildArchive({ entries: [{ name: 'a', content, body }] }) };
    });
    compare(archives);
  });

  it('knows all names that are equal when case is ignored', () => {
    const [answer] = oracle.ask([{ Kind: 'fold' }]);
    const least = new Map(answer!.Folds);
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const smallest = String.fromCodePoint(least.get(code) ?? code);
      const expected = smallest.replace(/[A-Z]/, (letter) => letter.toLowerCase());
      const folded = fold(String.fromCodePoint(code));
      // Folders of a name are told by their length, in the folded name as well.
      if (folded !== expected || folded.length !== (code > 0xffff ? 2 : 1))
        throw new Error(`fold of U+${code.toString(16)}`);
    }
  });

  it('knows the letters that names may have', () => {
    const [answer] = oracle.ask([{ Kind: 'fold' }]);
    const letters = new Set(answer!.Letters);
    for (let code = 0x80; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const allowed = attempt(() => checkFilePath(String.fromCodePoint(code))).error === '';
      if (allowed !== letters.has(code)) throw new Error(`letter U+${code.toString(16)}`);
    }
  });

  it('knows the kinds of files', () => {
    const entries = [0, 3, 7, 11, 14, 19, 255].flatMap((creator) =>
      Array.from({ length: 16 }, (_, type) => type * 0x1000)
        .flatMap((type) => [type * 0x10000, type * 0x10000 + 0x01a40010])
        .map((externalAttributes, i) => ({
          name: `${i % 5 === 0 ? 'a/' : 'a'}`,
          creator,
          externalAttributes,
        })),
    );
    const bytes = buildArchive({ entries });
    const File = join(folder, 'kinds.zip');
    writeFileSync(File, bytes);
    const [answer] = oracle.ask([{ Kind: 'archive', File }]);
    const theirs = answer!.Entries!.map(({ Mode }) => {
      if (Mode.startsWith('d')) return 'folder';
      if (Mode.startsWith('L')) return 'symlink';
      return Mode.startsWith('-') ? 'file' : 'other';
    });
    expect(readDirectory(bytes).entries.map(entryKind)).toEqual(theirs);
  });
});
