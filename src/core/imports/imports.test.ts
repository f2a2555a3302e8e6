import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { SOURCES } from '../../../tools/testing/imports-samples.js';
import { inTime } from '../../../tools/testing/in-time.js';
import { mutate } from '../../../tools/testing/mutate.js';
import { refused } from '../../../tools/testing/refusal.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { encodeText } from '../text.js';
import {
  architectureTags,
  assemblePackage,
  type BuildContext,
  embedPatterns,
  fileKind,
  foreignSourceError,
  formatConstraint,
  formatPosition,
  headerHolds,
  headerMayHold,
  headLength,
  holds,
  ImportsError,
  isScanned,
  listedFiles,
  mayHold,
  nameTags,
  parseConstraint,
  parseDebugDirective,
  readHeader,
  readSource,
  releaseTags,
  type SourcePackage,
  scanImports,
  scannedOf,
  scanSource,
  synopsis,
  tagTest,
  unreadSource,
} from './index.js';

const LINUX: BuildContext = {
  goos: 'linux',
  goarch: 'amd64',
  compiler: 'gc',
  cgoEnabled: true,
  buildTags: ['extra'],
  toolTags: ['amd64.v1'],
  releaseTags: releaseTags(26),
};

function sources(files: Readonly<Record<string, string>>) {
  return Object.entries(files).flatMap(
    ([name, text]) => readSource(name, `/d/${name}`, encodeText(text)) ?? [],
  );
}

function assemble(
  files: Readonly<Record<string, string>>,
  context: Partial<BuildContext> = {},
): SourcePackage {
  return assemblePackage(sources(files), { context: { ...LINUX, ...context }, folder: '/d' });
}

function codeOf(work: () => unknown): string {
  const error = refused(work, ImportsError);
  return error === undefined ? '' : `${error.code}: ${error.message}`;
}

describe('file names', () => {
  test.each([
    ['x.go', []],
    ['linux.go', []],
    ['x_linux.go', ['linux']],
    ['x_linux_test.go', ['linux']],
    ['x_linux_amd64.go', ['linux', 'amd64']],
    ['x_amd64_linux.go', ['linux']],
    ['x_unix.go', []],
    ['x_test_arm.s', ['arm']],
    ['x_darwin.y_linux.go', ['darwin']],
    ['x_hurd_armbe.c', ['hurd', 'armbe']],
    ['_windows.go', ['windows']],
    ['linux_386', ['386']],
  ])('%s asks for %j', (name, tags) => {
    expect(nameTags(name)).toEqual(tags);
  });

  test.each([
    ['a.go', 'go'],
    ['a.b.hxx', 'header'],
    ['a.S', 'c-assembly'],
    ['a.F', 'fortran'],
    ['a.Go', undefined],
    ['go', undefined],
    ['_a.go', undefined],
    ['.a.go', undefined],
  ])('%s is %s', (name, kind) => {
    expect(fileKind(name)).toBe(kind);
  });
});

describe('tags', () => {
  it('hold for systems and their parents', () => {
    const holdsFor = (goos: string) =>
      ['linux', 'unix', 'solaris', 'darwin', goos].filter(tagTest({ ...LINUX, goos }));
    expect(holdsFor('android')).toEqual(['linux', 'unix', 'android']);
    expect(holdsFor('illumos')).toEqual(['unix', 'solaris', 'illumos']);
    expect(holdsFor('ios')).toEqual(['unix', 'darwin', 'ios']);
    expect(holdsFor('windows')).toEqual(['windows']);
  });

  it('hold for compiler, cgo, releases, and what is asked for', () => {
    const test = tagTest({ ...LINUX, toolTags: ['goexperiment.boringcrypto'] });
    const tags = ['gc', 'gccgo', 'cgo', 'go1.1', 'go1.26', 'go1.27', 'extra', 'boringcrypto', 'ignore'];
    expect(tags.filter(test)).toEqual(['gc', 'cgo', 'go1.1', 'go1.26', 'extra', 'boringcrypto']);
  });

  test.each([
    ['amd64', 'v2', 'amd64.v1 amd64.v2'],
    ['386', 'softfloat', '386.softfloat'],
    ['arm', '7,hardfloat', 'arm.5 arm.6 arm.7'],
    ['arm64', 'v8.1', 'arm64.v8.0 arm64.v8.1'],
    ['arm64', 'v9.0,lse', 'arm64.v9.0 arm64.v8.0 arm64.v8.1 arm64.v8.2 arm64.v8.3 arm64.v8.4 arm64.v8.5'],
    ['mipsle', 'hardfloat', 'mipsle.hardfloat'],
    ['ppc64le', 'power9', 'ppc64le.power8 ppc64le.power9'],
    ['riscv64', 'rva22u64', 'riscv64.rva20u64 riscv64.rva22u64'],
    ['wasm', '', 'wasm.satconv wasm.signext'],
    ['s390x', '', ''],
  ])('of %s at level %s are %s', (goarch, level, tags) => {
    expect(architectureTags(goarch, level).join(' ')).toBe(tags);
  });
});

describe('constraints', () => {
  test.each([
    ['//go:build a && (b || !c)', 'a && (b || !c)'],
    ['//go:build a&&b||c', '(a && b) || c'],
    ['// +build a,!b c', '(a && !b) || c'],
    ['//+build', 'ignore'],
    ['// +build !!a,b-c', 'ignore && ignore'],
  ])('%s says %s', (line, text) => {
    expect(formatConstraint(parseConstraint(line))).toBe(text);
  });

  test.each([
    ['//go:build', 'unexpected end of expression'],
    ['//go:build a b', 'unexpected token b'],
    ['//go:build !!a', 'double negation not allowed'],
    ['//go:build (a', 'missing close paren'],
    ['//go:build (a &&', 'missing close paren'],
    ['//go:build a & b', 'invalid syntax at &'],
    ['//go:build a-b', 'invalid syntax at -'],
    [`//go:build ${'('.repeat(5000)}`, 'build expression too large'],
    ['//go:buildx a', 'not a build constraint'],
  ])('%s is refused: %s', (line, message) => {
    expect(codeOf(() => parseConstraint(line))).toBe(`constraint-syntax: ${message}`);
  });

  it('mean the same when they are printed and read again', () => {
    const chance = seeded(3);
    const expression = (depth: number): string => {
      if (depth === 0) return chance.pick(['a', 'b', '!a', '!b', 'ignore']);
      const inner = `${expression(depth - 1)} ${chance.pick(['&&', '||'])} ${expression(depth - 1)}`;
      return chance.pick([inner, `(${inner})`, `!(${inner})`]);
    };
    for (let count = 0; count < 500; count++) {
      const line = `//go:build ${expression(chance.below(4))}`;
      const first = parseConstraint(line);
      const second = parseConstraint(`//go:build ${formatConstraint(first)}`);
      expect(formatConstraint(second)).toBe(formatConstraint(first));
      for (const tags of ['', 'a', 'b', 'ab']) {
        const test = (tag: string) => tags.includes(tag);
        expect(holds(second, test)).toBe(holds(first, test));
        // What holds somewhere may hold.
        if (holds(first, test)) expect(mayHold(first)).toBe(true);
      }
    }
  });

  it('take every tag but ignore for both', () => {
    const may = (text: string) => mayHold(parseConstraint(`//go:build ${text}`));
    expect(['a && !a', '!(a || !b)', '!ignore', 'a || ignore'].every(may)).toBe(true);
    expect(['ignore', 'a && ignore', '!(!ignore || a)'].some(may)).toBe(false);
  });
});

describe('heads of files', () => {
  const head = (text: string) => {
    const header = readHeader(text);
    return [header.goBuild, header.plusBuild.join('|'), header.binaryOnly];
  };
  test.each([
    ['//go:build a\npackage p', ['//go:build a', '', false]],
    ['// +build a\n\npackage p', [undefined, '// +build a', false]],
    ['// +build a\npackage p', [undefined, '', false]],
    ['//go:build a\n// +build b\n\npackage p', ['//go:build a', '', false]],
    ['/* x */\n// +build a\n\npackage p', [undefined, '', false]],
    ['/*\n*/ //go:build a\n//go:build b\npackage p', ['//go:build b', '', false]],
    ['package p\n//go:build a', [undefined, '', false]],
    ['//go:binary-only-package\n\npackage p', [undefined, '', true]],
  ])('%j', (text, wanted) => {
    expect(head(text)).toEqual(wanted);
  });

  it('have one //go:build line', () => {
    const text = '//go:build a\n//go:build a\n';
    expect(codeOf(() => readHeader(text))).toBe('constraint-multiple: multiple //go:build comments');
  });

  it('hold, may hold, or are refused', () => {
    const header = readHeader('// +build windows\n// +build a,!a\n\n');
    expect([headerHolds(header, tagTest(LINUX)), headerMayHold(header)]).toEqual([false, true]);
    expect(codeOf(() => headerMayHold(readHeader('//go:build &\n')))).toBe(
      'constraint-syntax: invalid syntax at &',
    );
  });
});

describe('directives', () => {
  test.each([
    ['//go:embed a  b/*.txt', ['a@11', 'b/*.txt@14']],
    ['//go:embed "a b"\t`c d` e', ['a b@11', 'c d@17', 'e@23']],
    ['//go:embed', []],
    ['//go:embedded a', []],
    ['//go:embed "a"b', []],
    ['//go:embed "a', []],
    ['//go:embed "\\x"', []],
  ])('%s', (comment, wanted) => {
    expect(embedPatterns(comment).map(({ value, at }) => `${value}@${at}`)).toEqual(wanted);
  });

  it('for debugging', () => {
    expect(parseDebugDirective('//go:debug a=b=c')).toEqual({ key: 'a', value: 'b=c' });
    expect(parseDebugDirective('//go:debugger')).toBeUndefined();
    expect(parseDebugDirective('//go:embed x')).toBeUndefined();
    expect(codeOf(() => parseDebugDirective('//go:debug'))).toBe('debug-directive: missing key=value');
    expect(codeOf(() => parseDebugDirective('//go:debug a'))).toBe('debug-directive: missing key=value');
  });
});

describe('package comments', () => {
  test.each([
    ['Package p does it. And more.', 'Package p does it.'],
    ['Package p, by A. Nobody, is\nlong.\n', 'Package p, by A. Nobody, is long.'],
    ['Copyright 2020 by us.', ''],
    ['# Title', ''],
    ['[a]: http://b', ''],
    ['Some [a]\n\n[a]: http://b', 'Some a\n\n[a]: http://b'],
    ['- item', '- item'],
    ['See [os.File] and [nope].', 'See os.File and [nope].'],
    ["``quoted'' text", '“quoted” text'],
    ['日本。語', '日本。'],
  ])('%j: %s', (text, wanted) => {
    expect(synopsis(text)).toBe(wanted);
  });
});

describe('packages', () => {
  it('have lists, imports and positions', () => {
    const found = assemble({
      'a.go': '// Package p is.\npackage p\nimport (\n\t"os"\n\tf "fmt"\n)\n',
      'b_windows.go': 'package p',
      'c_test.go': 'package p_test\nimport "p"',
      'd_test.go': 'package p\nimport "os"',
      'e.S': '',
      'f_darwin.c': '',
      'g.s': '',
    });
    expect(found.name).toBe('p');
    expect(found.doc).toBe('Package p is.');
    expect(found.error).toBeUndefined();
    expect(Object.fromEntries(Object.entries(found.files).filter(([, list]) => list.length > 0))).toEqual({
      go: ['a.go'],
      ignoredGo: ['b_windows.go'],
      externalTest: ['c_test.go'],
      test: ['d_test.go'],
      ignoredOther: ['e.S', 'f_darwin.c'],
      assembly: ['g.s'],
    });
    expect(found.main.imports.values).toEqual(['fmt', 'os']);
    const places = [...found.main.imports.positions.values()].flat().map(formatPosition);
    expect(places).toEqual(['/d/a.go:4:2', '/d/a.go:5:2']);
    expect(found.externalTest.imports.values).toEqual(['p']);
  });

  it('need cgo for files that import C', () => {
    const files = {
      'a.go': 'package p\n// #cgo LDFLAGS: -la\nimport "C"\nimport "x"\n',
      'b.S': '',
      'c.c': '',
    };
    const on = assemble(files);
    expect([on.files.cgo, on.files.assembly, on.cgo.ldflags]).toEqual([['a.go'], ['b.S'], ['-la']]);
    const off = assemble(files, { cgoEnabled: false });
    expect([off.files.ignoredGo, off.files.ignoredOther, off.main.imports.values]).toEqual([
      ['a.go'],
      ['b.S'],
      [],
    ]);
    expect(off.error?.code).toBe('no-go-files');
    expect(listedFiles(off.files, false).c).toEqual([]);
    expect(foreignSourceError(on.files, 'gc')).toBeUndefined();
    expect(foreignSourceError(off.files, 'gc')?.message).toBe(
      'C source files not allowed when not using cgo or SWIG: c.c',
    );
    expect(foreignSourceError(off.files, 'gccgo')).toBeUndefined();
  });

  test.each([
    [
      { 'a.go': 'package a', 'b.go': 'package b' },
      'multiple-packages: found packages a (a.go) and b (b.go) in /d',
    ],
    [{ 'a.txt': '' }, 'no-go-files: no buildable Go source files in /d'],
    [{ 'a.go': 'package documentation' }, 'no-go-files: no buildable Go source files in /d'],
    [{ 'a_test.go': 'package a\nimport "C"' }, 'cgo-in-test: use of cgo in test /d/a_test.go not supported'],
    [{ 'a.go': 'package p\nimport 5\n' }, 'source-syntax: /d/a.go:2:8: import path must be a string'],
    [{ 'a.go': 'package p\nimport "a b"\n' }, 'source-import-path: /d/a.go:2:8: invalid import path: a b'],
    [{ 'a.go': 'pack\n' }, "source-syntax: /d/a.go:1:1: expected 'package', found pack"],
    [{ 'a.go': 'package p\n\0' }, 'source-read: read /d/a.go: unexpected NUL in input'],
    [
      { 'a.go': '//go:build a b\n\npackage p' },
      'constraint-syntax: a.go: parsing //go:build line: unexpected token b',
    ],
    [
      { 'a.go': 'package p\n// #cgo X: y\nimport "C"' },
      'cgo-directive: /d/a.go: invalid #cgo verb: #cgo X: y',
    ],
  ])('%j: %s', (files, wanted) => {
    const { error } = assemble(files as unknown as Record<string, string>);
    expect(`${error?.code}: ${error?.message}`).toBe(wanted);
  });

  it('know two files of two packages', () => {
    const { error, files } = assemble({ 'a.go': 'package a', 'b.go': 'package b' });
    expect([error?.packages, error?.files, files.go, files.invalidGo]).toEqual([
      ['a', 'b'],
      ['a.go', 'b.go'],
      ['a.go', 'b.go'],
      ['b.go'],
    ]);
  });

  it('do not depend on the order of files', () => {
    for (const files of SOURCES) {
      const turned = Object.fromEntries(Object.entries(files).reverse());
      expect(JSON.stringify(assemble(turned))).toBe(JSON.stringify(assemble(files)));
    }
  });

  it('have files that nobody could open', () => {
    const failure = new ImportsError('source-open', 'open /d/a.go: permission denied');
    const files = ['a.go', 'b.c', 'c_windows.go', 'd.txt'].flatMap(
      (name) => unreadSource(name, `/d/${name}`, failure) ?? [],
    );
    const found = assemblePackage(files, { context: LINUX, folder: '/d' });
    expect([
      found.error?.message,
      found.files.invalidGo,
      found.files.ignoredOther,
      found.files.ignoredGo,
    ]).toEqual(['open /d/a.go: permission denied', ['a.go'], ['b.c'], ['c_windows.go']]);
  });
});

/** Heads as nearly all are. */
const HEADS = [
  '// Größe\n\n/* two\nlines */\n\npackage p\n\nimport "a"\n\nfunc f() { a.B(); }\n',
  '//go:build linux\n\n// Package p.\npackage p // import "p"\n\nimport (\n\t"a/b"\n\n\tc "d" // d\n\t. "e"\n)\n',
  'package p\r\n\r\nimport "a"\r\nimport _ "b"',
  'package p\n\nimport ("a")\nimport ()\nvar x int\n',
];

/** All that readers find in a file, or how they fail. */
function found(name: string, data: Uint8Array): unknown {
  const scan = () => scanSource(name, `/d/${name}`, data);
  return [readSource(name, `/d/${name}`, data), name.endsWith('.go') && (codeOf(scan) || scan())];
}

describe('the module loader', () => {
  const scan = (files: Readonly<Record<string, string>>, any: boolean) => {
    const tags = any ? 'any' : tagTest({ ...LINUX, cgoEnabled: false });
    const names = Object.keys(files).filter((name) => isScanned(name, tags));
    return scanImports(
      names.map((name) => scanSource(name, `/d/${name}`, encodeText(files[name] ?? ''))),
      tags,
    );
  };
  const files = {
    'a.go': 'package p\nimport "a"\nimport "a" broken',
    'b_windows.go': 'package p\nimport "w"',
    'c.go': '//go:build ignore\n\npackage p\nimport "i"',
    'd.go': '//go:build plan9\n\npackage p\nimport "n"',
    'e.go': 'package p\nimport "C"\nimport "c"',
    'f_test.go': 'package p\nimport "t"',
    'g.txt': '',
  };

  it('sees what one build does', () => {
    expect(scan(files, false)).toEqual({ imports: ['a'], testImports: ['t'] });
  });

  it('sees what any build does', () => {
    expect(scan(files, true)).toEqual({ imports: ['C', 'a', 'c', 'n', 'w'], testImports: ['t'] });
  });

  it('refuses NULs and folders without files', () => {
    expect(codeOf(() => scanSource('a.go', '/d/a.go', encodeText('package p\n\0')))).toBe(
      'source-read: reading /d/a.go: unexpected NUL in input',
    );
    expect(codeOf(() => scan({ 'c.go': files['c.go'] }, true))).toBe('no-go-files: no Go source files');
  });

  it('sees the same in files that were read whole, unless they are wrong', () => {
    for (const sample of SOURCES) {
      for (const file of sources(sample)) {
        if (file.kind !== 'go' || file.failure !== undefined || file.syntaxError !== undefined) continue;
        // A second byte order mark is no blank to the quick reader.
        if (sample[file.name]?.startsWith('\ufeff\ufeff') === true) continue;
        const scanned = scanSource(file.name, file.path, encodeText(sample[file.name] ?? ''));
        expect(scanned).toMatchObject(scannedOf(file));
      }
    }
  });

  it('is certain only where a file that was read whole says the same', () => {
    const all = [...HEADS, ...SOURCES.flatMap((files) => Object.values(files))];
    const chance = seeded(47);
    let certain = 0;
    for (let round = 0; round < 4000; round++) {
      const data = mutate(chance, encodeText(chance.pick(all)));
      try {
        const scanned = scanSource('a.go', '/d/a.go', data);
        if (!scanned.certain) continue;
        certain++;
        const whole = readSource('a.go', '/d/a.go', data);
        expect([data, scanned]).toMatchObject([data, whole && scannedOf(whole)]);
      } catch (error) {
        if (!(error instanceof ImportsError)) throw error;
      }
    }
    expect(certain).toBeGreaterThan(200);
  });

  it('finds the same in every file with the same head', () => {
    const all = [...HEADS, ...SOURCES.flatMap((files) => Object.values(files))];
    const chance = seeded(53);
    let headed = 0;
    for (let round = 0; round < 4000; round++) {
      const name = chance.pick(['a.go', 'a.go', 'a.s', 'a_test.go', 'a.c']);
      const data = mutate(chance, encodeText(chance.pick(all)));
      const length = headLength(name, data);
      if (length === undefined) continue;
      headed++;
      const tail = mutate(chance, encodeText(chance.pick(all)));
      const other = Buffer.concat([data.subarray(0, length), chance.pick([tail, new Uint8Array()])]);
      expect([data, found(name, other)]).toEqual([data, found(name, data)]);
    }
    expect(headed).toBeGreaterThan(1000);
  });

  it.each([
    ['a.go', 'package p\n\nimport "a"\n\nfunc f() {}\n', 'package p\n\nimport "a"\n\nf'],
    ['a.go', '\ufeffpackage p // é\nvar x int', '\ufeffpackage p // é\nv'],
    ['a.go', 'package p; import `a`;\n', undefined],
    ['a.go', 'package p\nimport _ "embed"\nvar x int', undefined],
    ['a.go', 'package p\nimport _ "\\x65mbed"\nvar x int', undefined],
    ['a.go', 'package p\nimport 5\nvar x int', undefined],
    ['a.go', 'package p\n\0', undefined],
    ['a.go', 'package p /* x', undefined],
    ['a.s', '// +build x\n\nTEXT\n', '// +build x\n\nT'],
    ['a.s', '/x', undefined],
    ['a.s', '', undefined],
    ['a.syso', 'x', undefined],
    ['a.txt', 'x', undefined],
  ])('knows the head of %s: %j', (name, text, head) => {
    const data = encodeText(text);
    const length = headLength(name, data);
    expect(length).toBe(head === undefined ? undefined : encodeText(head).length);
  });

  it.each(HEADS)('is certain of %j', (text) => {
    expect(scanSource('a.go', '/d/a.go', encodeText(text)).certain).toBe(true);
  });
});

describe('hostile sources', () => {
  const read = (data: Uint8Array, name: string) => {
    const file = readSource(name, `/d/${name}`, data);
    if (file === undefined) throw new Error('not seen');
    for (const indexed of [false, true]) assemblePackage([file], { context: LINUX, folder: '/d', indexed });
    if (name.endsWith('.go')) codeOf(() => scanSource(name, `/d/${name}`, data));
  };

  const MEGABYTE = 2 ** 20;
  const long = (head: string, part: string, tail = '') => head + part.repeat(MEGABYTE / part.length) + tail;
  test.each([
    ['blanks', long('', ' ')],
    ['blanks behind a comment', long('//', ' ', 'x\npackage p')],
    ['blank lines', long('', '\n', 'package p')],
    ['invalid UTF-8', long('package p\nimport "', '\udcff', '"')],
    ['invalid UTF-8 in a comment', long('package p /*', '\udcff', '*/')],
    ['byte order marks', long('', '\ufeff')],
    ['imports', long('package p\n', 'import "a"\n')],
    ['broken imports', long('package p\nimport (\n', '5\n')],
    ['commas', long('package p\nimport (', ',')],
    ['comments', long('', '/**/', 'package p')],
    ['open comments', long('package p\n', '/*')],
    ['stars', long('package p /*', '*')],
    ['constraints', long('//go:build ', '(a||b)&&', 'c\n\npackage p')],
    ['parentheses', long('//go:build ', '(', '\n\npackage p')],
    ['old constraints', long('', '// +build a b,c\n', '\npackage p')],
    ['line comments', long('', '//line a:1\n', 'package p')],
    ['line comments on one line', long('package p\nimport (', '/*line a:1:2*/"a";', ')')],
    ['slashes in line comments', long('//line ', '../', 'x:1\npackage p\nimport 5')],
    ['colons', long('//line ', ':', '\npackage p')],
    ['cgo lines', long('package p\n/*\n', '#cgo LDFLAGS: -la\n', '*/\nimport "C"')],
    ['cgo arguments', long('package p\n/*\n#cgo LDFLAGS: ', '-l ', '\n*/\nimport "C"')],
    ['embedded files', long('package p\nimport _ "embed"\n', '//go:embed a "b"\n')],
    ['patterns', long('package p\nimport _ "embed"\n//go:embed ', 'a ')],
    ['quotes', long('package p\nimport _ "embed"\n//go:embed\n', "'")],
    ['a doc comment', long('// Package p ', "[os] ''``", '\npackage p')],
    ['brackets', long('// ', '[', '\npackage p')],
    ['links', long('/*\n', '[a]: http://b/``\n', 'p\n*/\npackage p')],
    ['addresses', long('// ``', 'http://a/((', '\npackage p')],
    ['list items', long('/*\n', '- a\n', ' b\n*/\npackage p')],
    ['braces', long('/*\n', 'a {\n b\n', '*/\npackage p')],
    ['escapes', long('package p\nimport "', '\\x', '"')],
    ['numbers', long('package p\nimport ', '0_', '')],
    ['returns', long('package p /*', '*\r', '*/')],
    ['directives', long('', '//go:debug a=b\n', 'package p')],
  ])('%s', (label, text) => {
    const data = encodeText(text);
    inTime(() => read(data, 'a.go'), label);
    inTime(() => read(data, 'a.c'), label);
  });

  it('end in our error type when they are damaged', () => {
    const chance = seeded(31);
    const real = ['go.test.ts', '../text.ts', 'testdata/oracle/main.go'].map((name) =>
      readFileSync(new URL(name, import.meta.url)),
    );
    const all = [...SOURCES.flatMap((files) => Object.values(files).map(encodeText)), ...real];
    for (let count = 0; count < 2000; count++) {
      const data = mutate(chance, chance.pick(all));
      inTime(
        () => read(data, chance.pick(['a.go', 'a_test.go', 'a.s'])),
        Buffer.from(data).toString('base64').slice(0, 400),
      );
    }
  });
});
