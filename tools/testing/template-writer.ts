// Templates made by chance, for comparing with Go's text/template.

import type { Chance } from './seeded.js';
import type { Question } from './template-oracle.js';
import { TEMPLATE_TABLE } from './template-table.js';

const words = (text: string) => text.split(' ');

const TEXTS = words('S Uni Module.Path Module.Version Module.Plain Empty Raw Module.Error.Err');
const NUMBERS = words('One Zero Neg');
const LISTS = words('Ints Strs Nest Module.Versions EmptySlice NilSlice');
const OTHERS = words(
  'Map Module Nil Missing F C NilModule Module.Replace Module.Time Map.a NilMap True False',
);
const WRONG = words('.Nope $y nil $.Module.Nope $.S.x $.Nil.x $.NilModule.Path nosuch $x.y 3i "%d"');

/** Calls that succeed where their arguments do: T is a text, N a number, L a list, A anything. */
const CALLS = [
  'print A A',
  'printf "%v-%s" A A',
  'printf "%5d|%q" N T',
  'println T N',
  'len L',
  'len T',
  'index $.Ints 1',
  'index $.Map T',
  'slice L',
  'slice $.S 1 2',
  'eq N N N',
  'eq T T',
  'ne N N',
  'lt N N',
  'le T T',
  'gt N N',
  'ge N N',
  'and A A',
  'or A A A',
  'not A',
  'html A',
  'js T',
  'urlquery T N',
  'call $.Fn N',
  'join $.Strs T',
  'mod T',
  'none',
  'iface 1',
  '$.Module.Add N N',
  '$.Module.Join T T',
  '$.Module.Echo A',
  'index A A',
  'slice A N',
  'eq A A',
  'lt A A',
  'len A',
  'call A',
  'join A T',
  'printf A A',
];

/** Templates that mostly parse, and often succeed. They print no addresses, whose length would be seen. */
export class TemplateWriter {
  constructor(private readonly chance: Chance) {}

  /** Actions within actions up to `depth`. */
  template(depth: number): string {
    return Array.from({ length: 1 + this.chance.below(3) }, () => this.#node(depth)).join('');
  }

  #action(text: string): string {
    const open = this.chance.pick(['{{', '{{', '{{', '{{- ', ' {{- ']);
    return open + text + this.chance.pick(['}}', '}}', '}}', ' -}}', ' -}} \n']);
  }

  #node(depth: number): string {
    const { chance } = this;
    switch (chance.below(depth > 0 ? 9 : 3)) {
      case 0:
        return chance.pick(['text', ' \n', 'a\nb', '{{/* c */}}', '}}', '']);
      case 1:
        return this.#action(this.#pipeline(depth));
      case 2:
        return this.#action(`$x ${chance.pick([':=', '='])} ${this.#pipeline(depth)}`);
      case 3:
      case 4:
        return this.#branch('if', depth, '');
      case 5:
        return this.#branch('with', depth, chance.pick(['', '', '$y := ', '$x = ']));
      case 6:
        return this.#range(depth);
      case 7: {
        const head = `block "${chance.pick(['p', 'q', 'r'])}" ${this.#pipeline(depth)}`;
        return this.#action(head) + this.template(depth - 1) + this.#action('end');
      }
      default:
        return this.#action(`template "p"${chance.pick(['', ' .', ' $x'])}`);
    }
  }

  #branch(kind: 'if' | 'with', depth: number, variable: string): string {
    const { chance } = this;
    const body = () => this.template(depth - 1);
    const more = chance.below(3) === 0 ? this.#action(`else ${kind} ${this.#pipeline(depth)}`) + body() : '';
    return (
      this.#action(`${kind} ${variable}${this.#pipeline(depth)}`) +
      body() +
      more +
      this.#otherwise(depth) +
      this.#action('end')
    );
  }

  #otherwise(depth: number): string {
    return this.chance.below(3) === 0 ? `{{else}}${this.template(depth - 1)}` : '';
  }

  #range(depth: number): string {
    const { chance } = this;
    const variables = chance.pick(['', '', '$x := ', '$x = ', '$x, $y := ']);
    const over = chance.pick([...LISTS, 'Map', 'IntMap', 'Seq', 'Seq2', 'S', 'Nil', 'One']);
    const jump = chance.pick(['', '', '', '{{break}}', '{{continue}}', '{{if eq $x 1}}{{break}}{{end}}']);
    const head = this.#action(`range ${variables}$.${over}`);
    return head + this.template(depth - 1) + jump + this.#otherwise(depth) + this.#action('end');
  }

  #pipeline(depth: number): string {
    const { chance } = this;
    const rest = chance.pick([
      '',
      '',
      '',
      '',
      ' | print',
      '|html',
      ' | printf "%v"',
      '| len',
      ' | eq 1',
      ' | index $.Ints',
    ]);
    return (chance.below(2) === 0 ? this.#operand('A', depth) : this.#call(depth)) + rest;
  }

  #call(depth: number): string {
    return this.chance.pick(CALLS).replace(/\b[TNLA]\b/g, (kind) => this.#operand(kind, depth));
  }

  #operand(kind: string, depth: number): string {
    const { chance } = this;
    if (chance.below(40) === 0) return chance.pick(WRONG);
    if (depth > 0 && chance.below(6) === 0) {
      return `(${this.#pipeline(depth - 1)})${chance.pick(['', '', '', '.Path'])}`;
    }
    if (kind === 'A' && chance.below(4) === 0)
      return chance.pick(['$x', '.', '"a"', '`raw`', '2.5', "'c'", 'true', '-1']);
    const names = { T: TEXTS, N: NUMBERS, L: LISTS }[kind] ?? [...TEXTS, ...NUMBERS, ...LISTS, ...OTHERS];
    return `$.${chance.pick(names)}`;
  }
}

const TOKENS = [
  ...words(
    '{{ }} {{ }} {{- -}} ( ) | := = , $x $ . .S .Foo print if else end range with define block template break',
  ),
  ...words(
    'continue nil true 1 0x1p4 1+2i "a" " \' ` \\ /* */ {{/* */}} - + # 世 \0 {{end}} {{else}} 1e 0x .. .5 x.y',
  ),
  ...[
    ' ',
    ' ',
    ' ',
    '\n',
    ' -}}',
    '{{- ',
    '{{if .S}}',
    '{{range .Ints}}',
    '{{define "p"}}',
    '{{template "p" .}}',
  ],
];

/** Templates that mostly do not parse. */
export function tokenSoup(chance: Chance): Question {
  const text = Array.from({ length: 1 + chance.below(14) }, () => chance.pick(TOKENS)).join('');
  return { text, data: 'all' };
}

const SHORT = TEMPLATE_TABLE.filter(({ text }) => text.length < 400);

/** A template of the table with a few changes. */
export function mutatedTemplate(chance: Chance): Question {
  const { text, data } = chance.pick(SHORT);
  const chars = [...text];
  for (let left = 1 + chance.below(3); left > 0; left--) {
    const other = [...chance.pick(SHORT).text.slice(0, 60)];
    const piece = other.slice(chance.below(20), chance.below(24));
    chars.splice(chance.below(chars.length + 1), chance.below(4), ...piece);
  }
  return { text: chars.join(''), data };
}

/** Whether it loops over a number that may be too long even for Go. */
export function loopsLong({ text }: Question): boolean {
  return /range[^}]*(?:\.Big|\.U|\.I64|\.Dur|\.Code|Unix|\d\d)/.test(text);
}
