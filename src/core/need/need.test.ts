import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../text.js';
import { commandLine, type Need, type NeedCommand, NeedError, parse, print } from './index.js';

const HEAD = "// go.need v1: the modules that a build reads, for 'gomod download -need=go.need'. Made by:\n";
const COMMAND = '// gomod need -platforms=linux/amd64 ./...\n';

const read = (text: string): Need => parse('go.need', encodeText(text));

/** The message of the refusal. */
function refusal(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof NeedError) return error.message;
    throw error;
  }
  return 'accepted';
}

const EXAMPLE = `${HEAD}// CGO_ENABLED=0 gomod need -test -tags=a,b -platforms=linux/amd64,windows/arm64 ./... 'a b' tool
example.com/A v1.2.3
example.com/a v1.2.3-0.20240101000000-abcdef012345
example.com/b v2.0.0+incompatible => example.com/fork/v3 v3.1.0
example.com/c v0.0.0 => ../c
example.com/d v0.0.0 => "../with blank"
gopkg.in/yaml.v3 v3.0.1
`;

describe('a go.need', () => {
  it('says what was built, and what that reads', () => {
    const { command, modules } = read(EXAMPLE);
    expect(command).toEqual({
      cgo: '0',
      settings: [],
      tests: true,
      tags: ['a', 'b'],
      platforms: [
        { goos: 'linux', goarch: 'amd64' },
        { goos: 'windows', goarch: 'arm64' },
      ],
      packages: ['./...', 'a b', 'tool'],
    });
    expect(modules).toHaveLength(6);
    expect(modules[0]).toEqual({ mod: { path: 'example.com/A', version: 'v1.2.3' }, replacement: undefined });
    expect(modules[4]?.replacement).toEqual({ path: '../with blank', version: '' });
  });

  it('is printed as it was', () => {
    expect(print(read(EXAMPLE))).toBe(EXAMPLE);
    expect(print(read(EXAMPLE.replaceAll('\n', '\r\n')))).toBe(EXAMPLE);
    expect(print(read(HEAD + COMMAND))).toBe(HEAD + COMMAND);
  });

  const hex = '0123456789abcdef';
  const name = fc.string({ unit: fc.constantFrom(...hex), minLength: 1, maxLength: 8 });
  const version = fc.tuple(fc.nat(9), fc.nat(9)).map(([a, b]) => `v1.${a}.${b}`);
  const mod = fc.record({ path: name.map((each) => `example.com/${each}`), version });
  const folder = fc.string({ maxLength: 8 }).map((each) => ({ path: `./${each}`, version: '' }));
  const command: fc.Arbitrary<NeedCommand> = fc.record({
    cgo: fc.constantFrom('' as const, '0' as const, '1' as const),
    settings: fc.constantFrom(
      [],
      [['GOAMD64', 'v3'] as const],
      [['GOARM', '7,softfloat'] as const, ['GOEXPERIMENT', 'x,noy'] as const],
    ),
    tests: fc.boolean(),
    tags: fc.array(fc.constantFrom('a', 'b_1', 'é.x', '$x'), { maxLength: 3 }),
    platforms: fc.array(fc.record({ goos: name, goarch: name }), { minLength: 1, maxLength: 3 }),
    packages: fc.array(
      fc.oneof(
        fc.string({ unit: 'grapheme' }).map((each) => `./${each}`),
        fc.constantFrom('./...', "it's", '"'),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  });
  const need: fc.Arbitrary<Need> = fc.record({
    command: command.filter((each) => commandLine(each) !== undefined),
    modules: fc
      .uniqueArray(fc.record({ mod, replacement: fc.option(fc.oneof(mod, folder), { nil: undefined }) }), {
        selector: (each) => each.mod.path,
      })
      .map((list) => list.sort((a, b) => (a.mod.path < b.mod.path ? -1 : 1))),
  });

  it('is read as it was printed', () => {
    fc.assert(
      fc.property(need, (each) => {
        expect(read(print(each))).toEqual(each);
      }),
    );
  });

  it('is refused or printed as it was, whatever is done to it', () => {
    const change = fc.tuple(fc.nat(EXAMPLE.length), fc.nat(12), fc.string({ unit: 'binary', maxLength: 6 }));
    fc.assert(
      fc.property(change, ([at, cut, put]) => {
        const text = EXAMPLE.slice(0, at) + put + EXAMPLE.slice(at + cut);
        let again: string;
        try {
          again = print(read(text));
        } catch (error) {
          if (error instanceof NeedError) return;
          throw error;
        }
        expect(again).toBe(text.replaceAll('\r\n', '\n'));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what is no go.need', () => {
  const at = (line: string) => refusal(HEAD + COMMAND + line);

  it.each([
    ['', 'go.need:1:1: the file is empty: gomod need failed, or has not ended yet'],
    ['module example.com/m\n', /^go\.need:1:1: this is no go\.need: it does not begin with /],
    [`${HEAD.replace('v1', 'v2')}`, 'go.need:1:1: version 2 of the format is not known to this gomod'],
    [HEAD, "go.need:2:1: expected the command line, '// gomod need ...'"],
    [`${HEAD}// gomod need ./...\n`, 'go.need:2:1: the command line has no -platforms'],
    [`${HEAD}// gomod need -platforms=linux/amd64\n`, 'go.need:2:1: the command line names no packages'],
    [`${HEAD}// gomod need -platforms=linux ./...\n`, 'go.need:2:1: "linux" is no platform'],
    [`${HEAD}// gomod need -platforms=linux/amd64 -x ./...\n`, 'go.need:2:1: unknown flag -x'],
    [`${HEAD}// gomod need -platforms=linux/amd64 'a\n`, "go.need:2:1: unterminated ' string"],
    [
      `${HEAD}// gomod need  -platforms=linux/amd64 ./...\n`,
      'go.need:2:1: the command line is not written as gomod need writes it',
    ],
  ])('is refused with its place', (text, message) => {
    if (typeof message === 'string') expect(refusal(text)).toBe(message);
    else expect(refusal(text)).toMatch(message);
  });

  it.each([
    ['example.com/a\n', 'go.need:3:1: expected path and version, found "example.com/a"'],
    ['example.com/a v1\n', 'go.need:3:15: expected a canonical version, found "v1"'],
    [
      'example.com/a v2.0.0\n',
      /^go\.need:3:1: example.com\/a@v2\.0\.0: invalid version: should be v0 or v1, not v2$/,
    ],
    [
      'example.com/a\0b v1.0.0\n',
      /^go\.need:3:1: malformed module path "example.com\/a\\x00b": invalid char/,
    ],
    ['example.com/a v1.0.0 // c\n', /^go\.need:3:1: .*not a semantic version$/],
    ['example.com/a v1.0.0 => b\n', 'go.need:3:25: expected path and version, or a folder, found "b"'],
    ['example.com/a v1.0.0 => "b\n', 'go.need:3:25: invalid syntax'],
    ['example.com/a v1.0.0 => "./b"\n', 'go.need:3:1: expected "example.com/a v1.0.0 => ./b"'],
    ['\n', 'go.need:3:1: a blank line'],
    ['// hello\n', 'go.need:3:1: a comment, which would be lost when the file is made again'],
    ['example.com/a v1.0.0', 'go.need:3:21: the last line is cut off: it has no end'],
    ['b.test/b v1.0.0\na.test/a v1.0.0\n', 'go.need:4:1: a.test/a belongs before b.test/b'],
    ['b.test/b v1.0.0\nb.test/b v1.0.0\n', 'go.need:4:1: b.test/b is here twice'],
  ])('is refused with its place: %j', (line, message) => {
    if (typeof message === 'string') expect(at(line)).toBe(message);
    else expect(at(line)).toMatch(message);
  });

  it('is refused where it is huge', () => {
    expect(() => parse('go.need', new Uint8Array(17 << 20))).toThrow(
      'go.need:1:1: the file is too large to be a go.need',
    );
  });

  it('is refused where it is UTF-16, as some shells write it', () => {
    expect(() => parse('go.need', new Uint8Array([0xff, 0xfe, 0x2f, 0]))).toThrow(
      'the text is UTF-16, not UTF-8',
    );
  });
});
