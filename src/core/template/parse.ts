// A template's text as nodes.
//
// Actions that enclose others (`if`, `range`, `with`, `block`, `define`) are kept on a stack of our own while they are
// open, so that they may be nested to any depth. `{{else if}}` opens an action that ends with the one it continues.
// `define` and `block` begin a template of their own, which knows none of the variables around it. Defined by
// text/template/parse.

import { quote } from '../quote.js';
import { trimSpace } from '../text.js';
import { withinLimits } from './error.js';
import { ExpressionParser } from './expressions.js';
import type { BranchNode, Node, PipeNode } from './nodes.js';
import type { Token } from './token.js';
import { newScope, type Scope, TokenStream } from './token-stream.js';

/** What all the templates of a text are called, and what they hold. */
export type Definitions = ReadonlyMap<string, readonly Node[]>;

/** `if`, `with`, `range` that has no `end` yet. */
interface OpenBranch {
  readonly kind: 'branch';
  readonly node: BranchNode;
  list: Node[];
  /** How many variables were known before it. */
  readonly variables: number;
  /** It continues the one below it on the stack, and ends with it. */
  readonly continues: boolean;
}

/** A template that has no `end` yet. */
interface OpenTemplate {
  readonly kind: 'define' | 'block';
  readonly list: Node[];
  /** The scope to go back to. */
  readonly outer: Scope;
  /** What a block leaves in its place. */
  readonly call: Node | undefined;
}

type Open = OpenBranch | OpenTemplate | { readonly kind: 'top'; readonly list: Node[] };

/** Reads `text`. `isFunction` knows which names are functions. Throws TemplateErrors in Go's words. */
export function parse(name: string, text: string, isFunction: (name: string) => boolean): Definitions {
  return withinLimits(name, () => new Parser(name, text, isFunction).run());
}

/** Whether there is nothing in the list but blanks. */
function isEmpty(list: readonly Node[]): boolean {
  return list.every((node) => node.kind === 'text' && trimSpace(node.text) === '');
}

class Parser {
  readonly #tokens: TokenStream;
  readonly #expressions: ExpressionParser;
  readonly #definitions = new Map<string, readonly Node[]>();
  readonly #open: Open[] = [{ kind: 'top', list: [] }];

  constructor(name: string, text: string, isFunction: (name: string) => boolean) {
    this.#tokens = new TokenStream(name, text);
    this.#expressions = new ExpressionParser(this.#tokens, isFunction);
  }

  get #here(): Open {
    return this.#open.at(-1)!;
  }

  run(): Definitions {
    for (;;) {
      const token = this.#tokens.nextNonSpace();
      if (token.kind === 'text') this.#here.list.push({ kind: 'text', text: token.text });
      else if (token.kind === 'leftDelim') this.#action(token);
      else if (token.kind === 'eof') break;
      else this.#tokens.unexpected(token, 'input');
    }
    const { kind, list } = this.#here;
    if (kind !== 'top') this.#tokens.fail('unexpected EOF');
    this.#define(this.#tokens.name, list);
    return this.#definitions;
  }

  /** One template of a name may have content. */
  #define(name: string, list: readonly Node[]): void {
    const known = this.#definitions.get(name);
    if (known === undefined || isEmpty(known)) this.#definitions.set(name, list);
    else if (!isEmpty(list)) this.#tokens.fail(`template: multiple definition of template ${quote(name)}`);
  }

  #action(delimiter: Token): void {
    const tokens = this.#tokens;
    const token = tokens.nextNonSpace();
    if (token.kind === 'define' && this.#here.kind === 'top') {
      this.#openDefinition();
      return;
    }
    tokens.scope.actionLine = delimiter.line;
    switch (token.kind) {
      case 'if':
      case 'range':
      case 'with':
        this.#openBranch(token.kind, false);
        return;
      case 'block':
        this.#openBlock();
        return;
      case 'else':
        this.#else();
        return;
      case 'end':
        tokens.expect('end', 'rightDelim');
        tokens.scope.actionLine = 0;
        this.#end();
        return;
      case 'break':
      case 'continue':
        this.#jump(token.kind);
        break;
      case 'template':
        this.#call();
        break;
      default: {
        tokens.putBack(token);
        const { at } = tokens.peek();
        const pipe = this.#expressions.pipeline('command', 'rightDelim');
        this.#here.list.push({ kind: 'action', at, pipe });
      }
    }
    tokens.scope.actionLine = 0;
  }

  #jump(kind: 'break' | 'continue'): void {
    this.#tokens.expect(`{{${kind}}}`, 'rightDelim');
    if (this.#tokens.scope.ranges === 0) this.#tokens.fail(`{{${kind}}} outside {{range}}`);
    this.#here.list.push({ kind });
  }

  /** The literal that names a template. */
  #templateName(context: string): { at: number; name: string } {
    const token = this.#tokens.expect(context, 'string', 'rawString');
    return { at: token.at, name: this.#expressions.stringValue(token) };
  }

  #call(): void {
    const context = 'template clause';
    const { at, name } = this.#templateName(context);
    const token = this.#tokens.nextNonSpace();
    let pipe: PipeNode | undefined;
    if (token.kind !== 'rightDelim') {
      this.#tokens.putBack(token);
      pipe = this.#expressions.pipeline(context, 'rightDelim');
    }
    this.#here.list.push({ kind: 'template', at, name, pipe });
  }

  #openBranch(kind: BranchNode['kind'], continues: boolean): void {
    const { scope } = this.#tokens;
    const variables = scope.variables.length;
    const pipe = this.#expressions.pipeline(kind, 'rightDelim');
    if (kind === 'range') scope.ranges++;
    const node: BranchNode = { kind, at: pipe.at, pipe, list: [], otherwise: undefined };
    this.#here.list.push(node);
    this.#open.push({ kind: 'branch', node, list: node.list, variables, continues });
  }

  #openDefinition(): void {
    const tokens = this.#tokens;
    const outer = tokens.scope;
    tokens.scope = newScope('');
    const { name } = this.#templateName('define clause');
    tokens.expect('define clause', 'rightDelim');
    this.#openTemplate({ kind: 'define', list: [], outer, call: undefined }, name);
  }

  #openBlock(): void {
    const { scope } = this.#tokens;
    const { at, name } = this.#templateName('block clause');
    const pipe = this.#expressions.pipeline('block clause', 'rightDelim');
    this.#openTemplate(
      { kind: 'block', list: [], outer: scope, call: { kind: 'template', at, name, pipe } },
      name,
    );
  }

  #openTemplate(open: OpenTemplate, name: string): void {
    this.#tokens.scope = { ...newScope(name), line: this.#tokens.scope.line };
    this.#open.push(open);
  }

  #else(): void {
    const tokens = this.#tokens;
    const next = tokens.peekNonSpace();
    const chains = next.kind === 'if' || next.kind === 'with';
    if (!chains) tokens.expect('else', 'rightDelim');
    tokens.scope.actionLine = 0;
    const here = this.#here;
    if (here.kind !== 'branch') this.#misplaced('{{else}}');
    const { node } = here;
    if (node.otherwise !== undefined) tokens.fail('expected end; found {{else}}');
    if (node.kind === 'range') tokens.scope.ranges--;
    here.list = [];
    node.otherwise = here.list;
    if (next.kind !== node.kind) return;
    tokens.next();
    this.#openBranch(node.kind, true);
  }

  #misplaced(what: string): never {
    const here = this.#here;
    if (here.kind === 'top' || here.kind === 'branch') return this.#tokens.fail(`unexpected ${what}`);
    // A block's clause is read for the template around it.
    if (here.kind === 'block') this.#tokens.scope = here.outer;
    return this.#tokens.fail(`unexpected ${what} in ${here.kind} clause`);
  }

  #end(): void {
    const here = this.#here;
    if (here.kind === 'top') this.#misplaced('{{end}}');
    this.#open.pop();
    if (here.kind === 'branch') this.#endBranch(here);
    else this.#endTemplate(here);
  }

  #endTemplate({ list, outer, call }: OpenTemplate): void {
    this.#define(this.#tokens.scope.name, list);
    this.#tokens.scope = outer;
    outer.actionLine = 0;
    if (call !== undefined) this.#here.list.push(call);
  }

  #endBranch(ended: OpenBranch): void {
    const { scope } = this.#tokens;
    let branch = ended;
    for (;;) {
      if (branch.node.kind === 'range' && branch.node.otherwise === undefined) scope.ranges--;
      scope.variables.length = branch.variables;
      if (!branch.continues) return;
      branch = this.#open.pop() as OpenBranch;
    }
  }
}
