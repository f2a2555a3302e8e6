import { describe, expect, it, test } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { needs } from '../../../tools/testing/requirements.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { TEMPLATE_DATA, TEMPLATE_FUNCTIONS } from '../../../tools/testing/template-data.js';
import { buildTemplateOracle, type Question } from '../../../tools/testing/template-oracle.js';
import { TEMPLATE_TABLE } from '../../../tools/testing/template-table.js';
import {
  loopsLong,
  mutatedTemplate,
  TemplateWriter,
  tokenSoup,
} from '../../../tools/testing/template-writer.js';
import { CallError, fromPlain, funcOf, goString, goValue } from '../gostruct/index.js';
import { decodeText, encodeText } from '../text.js';
import { parseTemplate, TemplateError, type TemplateFunction } from './index.js';

interface Outcome {
  readonly out: string;
  readonly error: string;
}

/** What a template prints, and its error. Every error must be a TemplateError. */
function ours(
  text: string,
  data: unknown = undefined,
  functions: ReadonlyMap<string, TemplateFunction> = TEMPLATE_FUNCTIONS,
): Outcome {
  let out = '';
  const write = (piece: string) => {
    out += piece;
  };
  try {
    const value = typeof data === 'string' ? TEMPLATE_DATA[data] : fromPlain(data);
    parseTemplate('main', text, functions).execute(value, write);
    return { out: decodeText(encodeText(out)), error: '' };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { out: decodeText(encodeText(out)), error: error.message };
  }
}

/** Go prints addresses, which differ from run to run, and what it knows of a time zone; here is less. */
function comparable({ out, error }: Outcome): Outcome {
  const plain = (text: string) =>
    text
      .replace(/0x[0-9a-f]{5,12}(?![0-9a-f])/g, 'ADDRESS')
      .replace(/(time\.Location=&\{) \[.*?ADDRESS\}/g, '$1}');
  return { out: plain(out), error: plain(error) };
}

const need = needs('go');
describe.skipIf(need.skip)(need.title('as Go carries them out'), () => {
  const compare = (questions: readonly Question[]) => {
    const oracle = buildTemplateOracle();
    const answers = oracle.ask(questions);
    oracle.close();
    expect(answers).toHaveLength(questions.length);
    let failed = 0;
    questions.forEach(({ text, data }, index) => {
      const found = comparable(ours(text, data));
      expect(found, text).toEqual(comparable(answers[index] as Outcome));
      if (found.error !== '') failed++;
    });
    return failed;
  };

  it('templates of a table', () => {
    expect(compare(TEMPLATE_TABLE)).toBeGreaterThan(250);
  });

  it('templates by chance', () => {
    const chance = seeded(20261122);
    const writer = new TemplateWriter(chance);
    const questions = Array.from({ length: 3000 }, () => ({
      text: `{{$x := 1}}{{define "p"}}P{{.}}{{end}}{{with .Module}}${writer.template(3)}{{end}}`,
      data: 'all',
    })).filter(({ text }) => text.length < 2000);
    const failed = compare(questions);
    expect(failed).toBeGreaterThan(questions.length / 4);
    expect(failed).toBeLessThan((questions.length * 3) / 4);
  });

  it('broken templates by chance', () => {
    const chance = seeded(20261123);
    const questions = Array.from({ length: 5000 }, (_, index) =>
      index % 2 === 0 ? tokenSoup(chance) : mutatedTemplate(chance),
    ).filter((question) => !loopsLong(question));
    expect(compare(questions)).toBeGreaterThan(2500);
  });
});

describe('templates', () => {
  test.each([
    ['{{.path}} {{.version | printf "%-8s|"}}', 'example.com/a v1.2.3  |'],
    ['{{range $i, $v := .tags}}{{if $i}}, {{end}}{{$v}}{{else}}none{{end}}', 'x, y'],
    ['{{with .missing}}a{{else with .path}}{{.}}{{end}}', 'example.com/a'],
    ['{{define "t"}}<{{.}}>{{end}}{{template "t" len .tags}}', '<2>'],
    ['a {{- /* nothing */ -}} b', 'ab'],
    ['{{.missing}} {{print .missing}}', '<no value> <nil>'],
    [
      '{{printf "%v|%f|%+v|% v|%6.1f|%06g" .inf .inf .inf .inf .inf .inf}}',
      '+Inf|+Inf|+Inf| Inf|  +Inf|  +Inf',
    ],
    ['{{printf "%T %T %T" .count .ratio .tags}}', 'int float64 []interface {}'],
  ])('%s', (text, expected) => {
    const data = {
      path: 'example.com/a',
      version: 'v1.2.3',
      tags: ['x', 'y'],
      count: 3,
      ratio: 0.5,
      inf: Number.POSITIVE_INFINITY,
    };
    expect(ours(text, data)).toEqual({ out: expected, error: '' });
  });

  it('say where they fail, and keep what they printed', () => {
    expect(ours('ok\n{{.a.b}}', { a: 1 })).toEqual({
      out: 'ok\n',
      error: 'template: main:2:4: executing "main" at <.a.b>: can\'t evaluate field b in type interface {}',
    });
    expect(ours('{{if}}').error).toBe('template: main:1: missing value for if');
  });

  it('have functions of their callers, which may fail', () => {
    const call = (fail: () => never) => {
      const functions = new Map([['f', { type: funcOf([], [goString]), call: fail }]]);
      return ours('{{f}}', undefined, functions);
    };
    const failed = call(() => {
      throw new CallError('no luck');
    });
    expect(failed.error).toBe('template: main:1:2: executing "main" at <f>: error calling f: no luck');
    const other = new Error('not the template’s business');
    expect(() =>
      call(() => {
        throw other;
      }),
    ).toThrow(other);
  });

  it('may be carried out many times', () => {
    const template = parseTemplate('t', '{{$x := .}}{{range 2}}{{$x}}{{end}}');
    const out: string[] = [];
    for (const text of ['a', 'b']) template.execute(goValue(goString, text), (piece) => out.push(piece));
    expect(out.join('')).toBe('aabb');
  });
});

describe('hostile templates', () => {
  it('end in a TemplateError however deep they are', () => {
    const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
    const parens = `{{${deep('(', ')', 100_000).replace('()', '(1)')}}}`;
    expect(ours(parens).error).toBe('template: main:1: max expression depth exceeded');
    expect(ours(`{{${deep('(', ')', 400).replace('()', '(1)')}}}`)).toEqual({ out: '1', error: '' });
    expect(ours(`{{${deep('(print 1 ', ')', 400)}}}`).error).toBe('');
    expect(ours(deep('{{if 1}}', '{{end}}', 20_000))).toEqual({ out: '', error: '' });
    expect(ours(`{{if 0}}${'{{else if 0}}'.repeat(20_000)}{{else}}x{{end}}`)).toEqual({
      out: 'x',
      error: '',
    });
    expect(ours(`{{range 1}}${deep('{{range 1}}', '{{end}}', 20_000)}{{end}}`).error).toBe('');
    expect(ours(deep('{{block "b" 1}}', '{{end}}', 20_000)).error).not.toBe('');
    expect(ours(`{{${'.a'.repeat(100_000)}}}`, {}).error).toBe('');
  });

  it('end at Go’s limit for templates within templates', () => {
    expect(ours('{{define "r"}}.{{template "r"}}{{end}}{{template "r"}}')).toEqual({
      out: '.'.repeat(100_000),
      error:
        'template: main:1:26: executing "r" at <{{template "r"}}>: exceeded maximum template depth (100000)',
    });
  });

  it('end when they ask for too much', () => {
    const doubling = '{{$x := "aaaaaaaaaaaaaaaa"}}{{range 60}}{{$x = print $x $x}}{{end}}{{len $x}}';
    expect(ours(doubling).error).toMatch(/^template: main: /);
    expect(ours('{{range 1000000}}{{printf "%100000d" 1}}{{end}}').error).toBe(
      'template: main: output is too long',
    );
  });

  it('are read in linear time', () => {
    inTime(() => {
      for (const text of [
        '{{/*',
        '{{"',
        '{{`',
        '{{- ',
        '\n{{- /* */ -}}\n',
        '{{1}}',
        '{{a',
        ' ',
        '{{$x:=1}}',
        '{{.a|.b',
      ]) {
        ours(text.repeat(30_000));
      }
    });
  });

  it('end in a TemplateError whatever their bytes are', () => {
    const chance = seeded(7);
    for (let round = 0; round < 3000; round++) {
      const bytes = Uint8Array.from({ length: chance.below(30) }, () =>
        chance.below(3) === 0 ? chance.below(256) : chance.pick([...encodeText('{{}}.|$x()"\'`-/*:=1ie \n')]),
      );
      ours(`{{${decodeText(bytes)}}}`, 'all');
    }
  });
});
