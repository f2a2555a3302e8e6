// Texts that other tools get wrong, positions, comments, and errors; every expectation was checked by eye
// against Go's documentation and by the comparison in oracle.test.ts.

import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from '../text.js';
import {
  autoQuote,
  isIndirect,
  ModFileErrorList,
  modulePath,
  mustQuote,
  parse,
  parseLax,
  parseWork,
} from './index.js';

const read = (text: string) => parse('go.mod', encodeText(text));
const lax = (text: string) => parseLax('go.mod', encodeText(text));
const requires = (text: string) =>
  read(text).require.map(({ mod, indirect }) => `${mod.path} ${mod.version}${indirect ? ' indirect' : ''}`);

function errors(run: () => unknown): readonly string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ModFileErrorList) return error.errors.map((each) => each.message);
    throw error;
  }
  return [];
}

describe('legal texts that other tools get wrong', () => {
  it('reads a comment behind a requirement', () => {
    expect(requires('require golang.org/x/net v0.1.0 // pinned because of bug\n')).toEqual([
      'golang.org/x/net v0.1.0',
    ]);
  });

  it('reads indirect with a reason', () => {
    const text = 'require a v1.0.0 // indirect; why\nrequire b v1.0.0 // indirect why\n';
    expect(requires(text)).toEqual(['a v1.0.0 indirect', 'b v1.0.0']);
    expect(read(text).require.map(({ syntax }) => isIndirect(syntax))).toEqual([true, false]);
  });

  it('reads unindented lines in blocks', () => {
    expect(requires('require (\na v1.0.0\n  b v1.0.0\n)\n')).toEqual(['a v1.0.0', 'b v1.0.0']);
  });

  it('reads double-quoted paths, and refuses back-quoted ones as Go does', () => {
    expect(requires('require "a" "v1.0.0"\n')).toEqual(['a v1.0.0']);
    expect(errors(() => read('require `a` v1.0.0\n'))).toEqual([
      'go.mod:1: invalid quoted string: unquoted string cannot contain quote',
    ]);
    expect(modulePath(encodeText('module `a.b/c`\n'))).toBe('a.b/c');
  });

  it('reads retractions of an interval with their reason', () => {
    expect(read('retract [v1.0.0, v1.2.0] // bad\n').retract).toMatchObject([
      { low: 'v1.0.0', high: 'v1.2.0', rationale: 'bad' },
    ]);
  });

  it('reads replacements by folders and by modules', () => {
    const { replace } = read('replace a => ../b\nreplace a v1.0.0 => c/d v1.2.0\n');
    expect(replace.map(({ old, new: by }) => [old, by])).toEqual([
      [
        { path: 'a', version: '' },
        { path: '../b', version: '' },
      ],
      [
        { path: 'a', version: 'v1.0.0' },
        { path: 'c/d', version: 'v1.2.0' },
      ],
    ]);
  });

  it('ignores parentheses in comments', () => {
    expect(requires('require ( // )\n\ta v1.0.0 // )\n\t// )\n\tb v1.0.0\n) // (\n')).toHaveLength(2);
  });

  it('does not take a path that ends in a directive for one', () => {
    const file = read(
      'module example.com/tool\nrequire (\n\texample.com/tool v1.0.0\n)\ntool example.com/tool\n',
    );
    expect([file.module?.mod.path, file.tool[0]?.path, file.require.length]).toEqual([
      'example.com/tool',
      'example.com/tool',
      1,
    ]);
  });

  it('reads exclude blocks, godebug and ignore lines', () => {
    const file = read('exclude (\n\ta v1.0.0\n)\ngodebug default=go1.21\nignore ./node_modules\n');
    expect(file.exclude.map(({ mod }) => mod)).toEqual([{ path: 'a', version: 'v1.0.0' }]);
    expect(file.godebug).toMatchObject([{ key: 'default', value: 'go1.21' }]);
    expect(file.ignore).toMatchObject([{ path: './node_modules' }]);
  });

  it('reads the line ends of Windows and a file without a last newline', () => {
    expect(requires('module m\r\n\r\nrequire (\r\n\ta v1.0.0 // indirect\r\n)')).toEqual([
      'a v1.0.0 indirect',
    ]);
    expect(decodeText(read('module m // x\r\n').format())).toBe('module m // x\n');
  });

  it('refuses a byte order mark as Go does', () => {
    expect(errors(() => read('\ufeffmodule m\n'))).toEqual([
      "go.mod:1: unexpected input character '\\ufeff'",
    ]);
  });

  it('keeps bytes that are no UTF-8', () => {
    const bytes = Uint8Array.of(...encodeText('module a/'), 0xff, ...encodeText(' // '), 0xfe, 0x0a);
    expect(parse('go.mod', bytes).format()).toEqual(bytes);
  });
});

describe('positions', () => {
  it('count lines, code points and bytes', () => {
    const { stmt } = read('module m\n\n// é\nrequire (\n\té/x v1.0.0 // why\n)\n').syntax;
    const block = stmt[1];
    expect(block).toMatchObject({ kind: 'block', start: { line: 4, lineRune: 1, byte: 16 } });
    const line = block?.kind === 'block' ? block.line[0] : undefined;
    expect(line?.start).toEqual({ line: 5, lineRune: 2, byte: 27 });
    expect(line?.end).toEqual({ line: 5, lineRune: 12, byte: 38 });
    expect(line?.suffix).toEqual([
      { token: '// why', suffix: true, start: { line: 5, lineRune: 13, byte: 39 } },
    ]);
    expect(block?.before.map(({ token }) => token)).toEqual(['// é']);
  });
});

describe('errors', () => {
  it('come all at once, with position, directive and module', () => {
    const run = () => read('module m\nfoo\nrequire (\n\ta 1.0\n\tb/v2 v1.0.0\n)\n');
    expect(errors(run)).toEqual([
      'go.mod:2: unknown directive: foo',
      'go.mod:4:2: require a: version "1.0" invalid: must be of the form v1.2.3',
      'go.mod:5:2: require b/v2: version "v1.0.0" invalid: should be v2, not v1',
    ]);
    expect(run).toThrow(/^go\.mod:2: unknown directive: foo\ngo\.mod:4:2: [\s\S]*\ngo\.mod:5:2: /);
  });

  it('end the reading where the text makes no sense', () => {
    expect(errors(() => read('module m\nfoo\nrequire (\n'))).toEqual([
      'go.mod:4: syntax error (unterminated block started at go.mod:3:1)',
    ]);
    expect(errors(() => read('module m /* x */\n'))).toEqual([
      'go.mod:1:10: mod files must use // comments (not /* */ comments)',
    ]);
  });

  it('stop at some number', () => {
    expect(errors(() => read('x\n'.repeat(20_000)))).toHaveLength(10_000);
  });
});

describe('parseLax', () => {
  it('skips what a dependency may say without our understanding it', () => {
    const file = lax(
      'module m\nfuture thing\nfuture (\n\tx\n)\nreplace nonsense\nretract future [ x\ngo 1.99.x\n',
    );
    expect(file.module?.mod.path).toBe('m');
    expect(file.go?.version).toBe('1.99');
  });

  it('insists on what counts', () => {
    expect(errors(() => lax('module m\nrequire a\n'))).toEqual([
      'go.mod:2: usage: require module/path v1.2.3',
    ]);
  });
});

describe('deprecation and rationale', () => {
  it('takes the paragraph that begins with Deprecated', () => {
    const text = '// About.\n//\n// Deprecated: use b\n// instead.\n//\n// More.\nmodule a\n';
    expect(read(text).module?.deprecated).toBe('use b\ninstead.');
    expect(read('module a // Deprecated: no\n').module?.deprecated).toBe('no');
    expect(read('// A. Deprecated: no\nmodule a\n').module?.deprecated).toBe('');
  });

  it('gives lines without comments those of their block', () => {
    const { retract } = read('// all\nretract (\n\tv1.0.0\n\t// own\n\tv1.1.0 // behind\n)\n');
    expect(retract.map(({ rationale }) => rationale)).toEqual(['all', 'own\nbehind']);
  });
});

describe('fixVersion', () => {
  it('makes versions canonical, those of retractions with the path of the module', () => {
    const asked: string[] = [];
    const file = parse('go.mod', encodeText('retract v1\nrequire a main\nmodule m\n'), (path, version) => {
      asked.push(`${path}@${version}`);
      return version === 'main' ? 'v0.0.1' : `${version}.0.0`;
    });
    expect(asked).toEqual(['a@main', 'm@v1']);
    expect(file.retract).toMatchObject([{ low: 'v1.0.0', high: 'v1.0.0' }]);
    expect(decodeText(file.format())).toBe('retract v1.0.0\n\nrequire a v0.0.1\n\nmodule m\n');
  });
});

describe('parseWork', () => {
  it('reads its own directives only', () => {
    const file = parseWork('go.work', encodeText('go 1.21\nuse (\n\t./a\n\t"b c"\n)\n'));
    expect(file.use.map(({ path }) => path)).toEqual(['./a', 'b c']);
    expect(errors(() => parseWork('go.work', encodeText('require a v1.0.0\n')))).toEqual([
      'go.work:1: unknown directive: require',
    ]);
  });
});

describe('quotes', () => {
  it.each([
    ['a/b', 'a/b'],
    ['', '""'],
    ['a b', '"a b"'],
    ['a//b', '"a//b"'],
    ['(', '('],
    ['(x', '"(x"'],
    ["it's", '"it\'s"'],
    ['é', 'é'],
    ['a\u00a0b', '"a\\u00a0b"'],
    ['a\n', '"a\\n"'],
  ])('%j is written %s', (text, written) => {
    expect(autoQuote(text)).toBe(written);
    expect(mustQuote(text)).toBe(written !== text);
  });
});
