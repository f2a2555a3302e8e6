import { describe, expect, it } from 'vitest';
import { chdirFlag } from './common-flags.js';
import { bool, type FlagTable, int, jsonFields, list, parseFlags, string, UsageError } from './flags.js';

const table = {
  ...chdirFlag,
  x: bool('trace'),
  name: string('a text', 'text'),
  n: int('a number', 'n'),
  edit: list('an edit', 'edit', (text) => text.toUpperCase()),
  json: jsonFields('JSON'),
  ours: bool('ours alone', { own: true }),
} satisfies FlagTable;

function refusal(words: string[], goflags: string[] = []): string {
  try {
    parseFlags(table, words, goflags, 'go');
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  throw new Error('accepted');
}

describe('parseFlags', () => {
  it('reads one and two dashes, joined and separate arguments', () => {
    for (const words of [
      ['-name=v', 'a'],
      ['--name=v', 'a'],
      ['-name', 'v', 'a'],
      ['--name', 'v', 'a'],
    ]) {
      const { values, args } = parseFlags(table, words);
      expect(values.name).toBe('v');
      expect(args).toEqual(['a']);
    }
  });

  it('stops at the first word that is no flag, at a single dash, and after two dashes', () => {
    expect(parseFlags(table, ['-x', 'a', '-name=v']).args).toEqual(['a', '-name=v']);
    expect(parseFlags(table, ['-', '-x']).args).toEqual(['-', '-x']);
    expect(parseFlags(table, ['--', '-x']).args).toEqual(['-x']);
    expect(parseFlags(table, ['']).args).toEqual(['']);
  });

  it('keeps the order of flags, and every value of one that collects', () => {
    const { values, sequence, given } = parseFlags(table, ['-edit=a', '-name=1', '-edit', 'b', '-name=2']);
    expect(values.edit).toEqual(['A', 'B']);
    expect(values.name).toBe('2');
    expect(sequence.map(({ name, text }) => `${name}=${text}`)).toEqual([
      'edit=a',
      'name=1',
      'edit=b',
      'name=2',
    ]);
    expect([...given].sort()).toEqual(['edit', 'name']);
  });

  it('reads numbers as Go does in base 0', () => {
    const read = (text: string): number => parseFlags(table, [`-n=${text}`]).values.n;
    expect(['12', '-3', '0x1f', '0b101', '0o17', '017', '1_000', '+5', '0'].map(read)).toEqual([
      12, -3, 31, 5, 15, 15, 1000, 5, 0,
    ]);
    expect(refusal(['-n=1.5'])).toBe('invalid value "1.5" for flag -n: parse error');
    expect(refusal(['-n=08'])).toBe('invalid value "08" for flag -n: parse error');
    expect(refusal(['-n=9223372036854775808'])).toBe(
      'invalid value "9223372036854775808" for flag -n: value out of range',
    );
  });

  it('reads -json as a switch or as names of fields', () => {
    expect(parseFlags(table, ['-json']).values.json).toEqual({ enabled: true, fields: [] });
    expect(parseFlags(table, ['-json=false']).values.json).toEqual({ enabled: false, fields: [] });
    expect(parseFlags(table, ['-json=Path,Dir', '-json=Path']).values.json).toEqual({
      enabled: true,
      fields: ['Path', 'Dir'],
    });
  });

  it("refuses in the words of Go's flag package", () => {
    expect(refusal(['-foo'])).toBe('flag provided but not defined: -foo');
    expect(refusal(['--foo=1'])).toBe('flag provided but not defined: -foo');
    expect(refusal(['-name'])).toBe('flag needs an argument: -name');
    expect(refusal(['-x=maybe'])).toBe('invalid boolean value "maybe" for -x: parse error');
    expect(refusal(['---x'])).toBe('bad flag syntax: ---x');
    expect(refusal(['-=x'])).toBe('bad flag syntax: -=x');
    expect(refusal(['--=x'])).toBe('bad flag syntax: --=x');
    expect(refusal(['-h'])).toBe('');
    expect(refusal(['-help'])).toBe('');
    expect(refusal(['-C', 'dir'])).toBe(
      'invalid value "dir" for flag -C: -C flag must be first flag on command line',
    );
    expect(refusal(['-toString'])).toBe('flag provided but not defined: -toString');
  });

  it('takes from GOFLAGS what the command knows, before the command line', () => {
    const { values, sequence } = parseFlags(table, ['-name=line'], ['-name=var', '-other=1', '--x', '=y']);
    expect(values).toMatchObject({ name: 'line', x: true });
    expect(sequence.map(({ name }) => name)).toEqual(['name', 'x', 'name']);
    expect(refusal([], ['-name'])).toBe('go: flag needs an argument: -name (from $GOFLAGS)');
    expect(refusal([], ['-x=maybe'])).toBe(
      'go: invalid boolean value "maybe" for flag -x (from $GOFLAGS): parse error',
    );
    expect(refusal([], ['-n=maybe'])).toBe(
      'go: invalid value "maybe" for flag -n (from $GOFLAGS): parse error',
    );
  });

  it('knows our own flags under our own name alone, and never in GOFLAGS', () => {
    expect(parseFlags(table, ['-ours'], [], 'gomod').values.ours).toBe(true);
    expect(parseFlags(table, [], ['-ours'], 'gomod').values.ours).toBe(false);
    expect(refusal(['-ours'])).toBe('flag provided but not defined: -ours');
  });
});
