// What a source of the Go tree says of itself, up to the end of its imports: package, imports, constraint.
//
// The Go specification defines the tokens, `go help buildconstraint` the `//go:build` lines, the packages embed and
// cmd/cgo their directives. This is for files that compile: what it cannot read, it throws at, and what
// `go list` says of the same tree is compared with it (go.test.ts).

/** What a Go source says of itself. */
export interface SourceFacts {
  /** The name behind `package`. */
  readonly package: string;
  /** Sorted, each once. */
  readonly imports: readonly string[];
  /** What follows `#cgo`, a line each. */
  readonly cgo: readonly string[];
  /** Patterns of `//go:embed`, unquoted. */
  readonly embeds: readonly string[];
}

const TOKEN =
  /[ \t\r\n]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+'|[\p{L}_][\p{L}\p{N}_]*|./gsu;

/** Comments of the form that tools read and documentation does not show. */
const DIRECTIVE = /^\/\/(?:line |extern |export |[a-z0-9]+:[a-z0-9])/;

const isComment = (token: string): boolean => token.startsWith('//') || token.startsWith('/*');

/** The text of adjacent comments: without marks, and without blank lines at its ends. */
function textOf(comments: readonly string[]): string {
  const lines = comments.flatMap((comment) => {
    if (comment.startsWith('/*')) return comment.slice(2, -2).split('\n');
    return DIRECTIVE.test(comment) ? [] : [comment.slice(2).replace(/^ /, '')];
  });
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

interface Token {
  readonly text: string;
  /** The comment that ends on the line before it. */
  readonly lead: string;
}

/** The tokens that are neither space nor comments. */
function* tokensOf(source: string): Generator<Token> {
  let comments: string[] = [];
  let newlines = 0;
  for (const [text] of source.matchAll(TOKEN)) {
    if (/^\s/.test(text)) {
      newlines = text.split('\n').length - 1;
      if (newlines > 1 && comments.length > 0) comments = [...comments, ''];
    } else if (isComment(text)) {
      comments = comments.at(-1) === '' ? [text] : [...comments, text];
      newlines = 0;
    } else {
      yield { text, lead: newlines === 1 && comments.at(-1) !== '' ? textOf(comments) : '' };
      comments = [];
      newlines = 0;
    }
  }
}

const unquoted = (literal: string): string => literal.slice(1, -1);
const isLiteral = (token: string): boolean => /^["`]/.test(token);

function cgoLines(comment: string): string[] {
  const lines = comment.split('\n').map((line) => /^\s*#cgo[ \t]+(.*?)\s*$/.exec(line)?.[1]);
  return lines.filter(
    (line) => line !== undefined && !/^(?:noescape|nocallback)\s+\S+$/.test(line),
  ) as string[];
}

function embedsOf(source: string): string[] {
  const comments = [...source.matchAll(TOKEN)].map(([text]) => /^\/\/go:embed[ \t]+(.*)$/.exec(text)?.[1]);
  return comments.flatMap((list) => {
    const words = [...(list ?? '').matchAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|\S+/g)].map(([word]) => word);
    return words.map((word) => (isLiteral(word) ? unquoted(word) : word));
  });
}

/** Reads a Go source. */
export function scanSource(source: string): SourceFacts {
  const tokens = tokensOf(source.replace(/^\uFEFF/, ''));
  const next = (): Token => tokens.next().value ?? { text: '', lead: '' };
  const first = next();
  if (first.text !== 'package')
    throw new Error(`${JSON.stringify(first.text)} where a package clause was expected`);
  const name = next().text;
  const imports = new Set<string>();
  const cgo: string[] = [];
  const take = (spec: Token, lead: string): void => {
    const literal = isLiteral(spec.text) ? spec.text : next().text;
    if (!isLiteral(literal)) throw new Error(`${JSON.stringify(literal)} where an import path was expected`);
    const path = unquoted(literal);
    imports.add(path);
    if (path === 'C') cgo.push(...cgoLines(lead));
  };
  for (let token = next(); token.text === 'import' || token.text === ';'; token = next()) {
    if (token.text === ';') continue;
    const spec = next();
    if (spec.text !== '(') {
      take(spec, token.lead);
      continue;
    }
    const specs: Token[] = [];
    for (let each = next(); each.text !== ')'; each = next()) {
      if (each.text === ';') continue;
      if (each.text === '') throw new Error('the imports do not end');
      take(each, each.lead);
      specs.push(each);
    }
    if (specs.length === 1 && specs[0]?.lead === '' && imports.has('C')) cgo.push(...cgoLines(token.lead));
  }
  return {
    package: name,
    imports: [...imports].sort(),
    cgo,
    embeds: imports.has('embed') ? embedsOf(source) : [],
  };
}

/** The expression of the `//go:build` line at the head of a source of any language; empty where there is none. */
export function constraintOf(source: string): string {
  let expression = '';
  for (const [text] of source.matchAll(TOKEN)) {
    if (!/^\s/.test(text) && !isComment(text)) break;
    const found = /^\/\/go:build[ \t]+(.*?)\s*$/.exec(text)?.[1];
    if (found !== undefined) expression = found;
    else if (/^\/\/\s*\+build\s/.test(text) && expression === '') throw new Error('+build without go:build');
    else if (text.startsWith('//go:binary-only-package')) throw new Error('a binary-only package');
  }
  return expression;
}
