// Laws: printing is stable, reading undoes printing, and hostile bytes end in our error.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { corpus, mutate } from '../../../tools/testing/modfile-corpus.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { decodeText, encodeText } from '../text.js';
import {
  autoQuote,
  type Comments,
  type FileSyntax,
  type Line,
  ModFile,
  ModFileErrorList,
  modulePath,
  parse,
  parseLax,
  parseString,
  parseWork,
} from './index.js';

const path = fc.stringMatching(/^[a-z]{1,3}(\/[a-zé]{1,3}){0,2}$/);
const version = fc.stringMatching(/^v[01]\.[0-9]\.[0-9](-rc\.[0-9])?$/);
const words = fc.stringMatching(/^[a-z ().;/"é]{0,12}$/);

type Step = (file: ModFile) => void;

/** One change of a file. */
const step: fc.Arbitrary<Step> = fc.oneof(
  path.map(
    (p): Step =>
      (file) =>
        file.addModuleStmt(p),
  ),
  fc.constantFrom('1.20', '1.21', '1.26.1').map(
    (v): Step =>
      (file) =>
        file.addGoStmt(v),
  ),
  words.map(
    (text): Step =>
      (file) =>
        file.addComment(`//${text}`),
  ),
  fc.tuple(path, version, fc.boolean()).map(
    ([p, v, i]): Step =>
      (file) =>
        file.addNewRequire(p, v, i),
  ),
  fc.tuple(path, version).map(
    ([p, v]): Step =>
      (file) =>
        file.addRequire(p, v),
  ),
  fc.tuple(path, version).map(
    ([p, v]): Step =>
      (file) =>
        file.addExclude(p, v),
  ),
  fc.tuple(path, fc.oneof(version, fc.constant('')), words).map(
    ([p, v, to]): Step =>
      (file) =>
        file.addReplace({ path: p, version: v }, { path: `./${to}`, version: '' }),
  ),
  fc.tuple(version, version, words).map(
    ([low, high, why]): Step =>
      (file) =>
        file.addRetract({ low, high }, why),
  ),
  path.map(
    (p): Step =>
      (file) =>
        file.addTool(p),
  ),
  path.map(
    (p): Step =>
      (file) =>
        file.addIgnore(p),
  ),
  path.map(
    (p): Step =>
      (file) =>
        file.dropRequire(p),
  ),
  fc.tuple(fc.nat(9), words).map(
    ([n, text]): Step =>
      (file) => {
        const line = file.require[n]?.syntax;
        if (line) line.before = [...line.before, { start: line.start, token: `//${text}`, suffix: false }];
      },
  ),
  fc.tuple(fc.nat(9), words).map(
    ([n, text]): Step =>
      (file) => {
        const line = file.exclude[n]?.syntax;
        if (line) line.suffix = [{ start: line.start, token: `//${text}`, suffix: true }];
      },
  ),
);

const modFile = fc.array(step, { maxLength: 12 }).map((steps) => {
  const file = new ModFile();
  for (const each of steps) each(file);
  file.sortBlocks();
  file.cleanup();
  return file;
});

/** A tree without positions; comments as they are printed. */
function shape(file: FileSyntax): unknown {
  const trimmed = (list: Comments['before']) => list.map(({ token }) => token.trim());
  const comments = (node: Comments) => [trimmed(node.before), trimmed(node.suffix), trimmed(node.after)];
  const line = (each: Line) => [each.token, comments(each)];
  return file.stmt.map((statement) => {
    if (statement.kind === 'comments') return comments(statement);
    if (statement.kind === 'line') return line(statement);
    const { token, lparen, rparen } = statement;
    return [token, comments(statement), comments(lparen), statement.line.map(line), comments(rparen)];
  });
}

const values = (file: ModFile) =>
  JSON.parse(
    JSON.stringify(file, (key, value) => (key === 'syntax' || key === 'rationale' ? undefined : value)),
  );

/** Lists in the order of the blocks, in which a file is read. */
function sorted(file: Record<string, unknown>): unknown {
  const order = (list: unknown) =>
    Array.isArray(list) ? list.map((each) => JSON.stringify(each)).sort() : list;
  return Object.fromEntries(Object.entries(file).map(([key, list]) => [key, order(list)]));
}

describe('laws', () => {
  it('reading undoes printing', () => {
    fc.assert(
      fc.property(modFile, (file) => {
        const again = parse('go.mod', file.format());
        expect(shape(again.syntax)).toEqual(shape(file.syntax));
        expect(sorted(values(again))).toEqual(sorted(values(file)));
      }),
      { numRuns: 500 },
    );
  });

  it('printing is stable', () => {
    const chance = seeded(1);
    const texts = corpus().flatMap(({ data }) => [data, mutate(data, chance), mutate(data, chance)]);
    for (const text of texts) {
      let once: Uint8Array;
      try {
        once = parse('go.mod', text).format();
      } catch {
        continue;
      }
      // Go leaves the versions of retractions as they are, even those that need quotes.
      if (/^retract.*"/m.test(decodeText(text))) continue;
      expect(decodeText(parse('go.mod', once).format()), decodeText(text)).toBe(decodeText(once));
    }
  });

  it('setting the requirements that are there changes nothing but the blocks', () => {
    fc.assert(
      fc.property(modFile, (file) => {
        const before = file.require.map(({ mod, indirect }) => JSON.stringify([mod, indirect]));
        const unique = new Map(file.require.map(({ mod, indirect }) => [mod.path, { mod, indirect }]));
        const same = new Set(before).size === unique.size && before.length === unique.size;
        file.setRequireSeparateIndirect([...unique.values()]);
        file.cleanup();
        const once = file.format();
        file.setRequireSeparateIndirect([...unique.values()]);
        file.cleanup();
        expect(decodeText(file.format())).toBe(decodeText(once));
        const after = parse('go.mod', once).require.map(({ mod, indirect }) =>
          JSON.stringify([mod, indirect]),
        );
        if (same) expect(after.sort()).toEqual(before.sort());
      }),
      { numRuns: 300 },
    );
  });

  it('a quoted string stands for itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseString(autoQuote(text))).toBe(text);
      }),
    );
  });

  it('hostile bytes end in our error', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            ...' \t\n\r()[],"`\\/*axé=>v1.0'.split(''),
            'require',
            'module',
            'go',
            '//',
            '=>',
            '\n',
          ),
        )
        .map((parts) => encodeText(parts.join(''))),
    );
    fc.assert(
      fc.property(bytes, (data) => {
        modulePath(data);
        for (const read of [parse, parseLax, parseWork]) {
          try {
            read('go.mod', data).format();
          } catch (error) {
            expect(error).toBeInstanceOf(ModFileErrorList);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each<[string, string]>([
    [
      'a commented block of retractions',
      `${'// x\n'.repeat(50_000)}retract (\n${'v1.0.0\n'.repeat(50_000)})\n`,
    ],
    ['blocks of nothing', 'x (\n)\n'.repeat(200_000)],
    ['retractions that are none', `module m\n${'retract v1.x\n'.repeat(100_000)}`],
    ['requirements of one module', `require (\n${'a.b/c v1.0.0\n'.repeat(100_000)})\n`],
    ['one line of words', `require ${'a '.repeat(500_000)}`],
    ['one comment in many lines', `${'// Deprecated: x\n//\n'.repeat(100_000)}module m\n`],
    ['one long path', `require a.b/${'c/'.repeat(500_000)}d v1.0.0\n`],
    ['one long version', `require a.b/c v1.0.0-${'0.'.repeat(500_000)}1\n`],
    ['one long pseudo-version', `require a.b/c v0.0.0-${'1'.repeat(1_000_000)}-abcdefabcdef\n`],
    ['bytes that are no UTF-8', '\udcff\udce2 '.repeat(300_000)],
  ])('%s does not take long', (_, text) => {
    const data = encodeText(text);
    inTime(() => modulePath(data));
    const fix = (_path: string, version: string) => version;
    for (const read of [
      () => parse('go.mod', data),
      () => parseLax('go.mod', data, fix),
      () => parseWork('go.work', data),
    ]) {
      try {
        inTime(() => read().format());
      } catch (error) {
        expect(error).toBeInstanceOf(ModFileErrorList);
        expect((error as ModFileErrorList).errors.length).toBeLessThanOrEqual(10_000);
      }
    }
  });

  it('no text takes long', () => {
    const repeated = [
      '(',
      '( )',
      '// x\n',
      'x (\n',
      '"\\\n',
      'x "\\\n" // c\n',
      '/',
      'é ',
      '\n',
      'x\n',
      ' ',
      '"',
      ')\n',
    ];
    for (const part of repeated) {
      const data = encodeText(part.repeat(100_000));
      inTime(() => {
        try {
          parse('go.mod', data).format();
        } catch (error) {
          expect(error).toBeInstanceOf(ModFileErrorList);
        }
      }, part);
    }
  });
});
