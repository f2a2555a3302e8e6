// The public surface of the library: what package.json exports, with the declarations and their comments.
//
// Read from the declaration files that the build made, whose form is always the same: one declaration at the beginning of
// a line, members indented by four, a comment right above what it is about. Re-exports are followed to where a name is
// declared.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A function, class, interface, type or constant. */
export interface Declaration {
  /** The name under which it is public. */
  readonly name: string;
  readonly kind: 'function' | 'class' | 'interface' | 'type' | 'const';
  /** The comment without its marks; '' where there is none. */
  readonly doc: string;
  /** The declaration, without `export` and comments. */
  readonly text: string;
  /** What belongs to a class or an interface and is public. */
  readonly members: readonly Member[];
  /** The declaration file, relative to the project. */
  readonly file: string;
}

/** A property or method. */
export interface Member {
  readonly doc: string;
  readonly text: string;
}

/** One entry of the package. */
export interface Entry {
  /** `gomod/zip`. */
  readonly name: string;
  /** The head of its source. */
  readonly doc: string;
  /** By name. */
  readonly declarations: readonly Declaration[];
}

interface Package {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

const COMMENT = String.raw`(?:/\*\*(?:(?!\*/)[\s\S])*\*/\n\s*)?`;
const DECLARED = new RegExp(
  String.raw`^(${COMMENT})export (?:declare )?(?:abstract )?(function|class|interface|type|const) (\w+)`,
  'gm',
);
const PARTS = /^export (?:type )?\{([^}]*)\} from '([^']+)';$/gm;
const STARS = /^export \* from '([^']+)';$/gm;

/** The text of a comment, without marks. */
function plain(comment: string): string {
  const inner = comment
    .trim()
    .replace(/^\/\*\*/, '')
    .replace(/\*\/$/, '');
  return inner
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join('\n')
    .trim();
}

/** A declaration from `start` to its end: of those with a body the brace in the first column, else the semicolon. */
function declarationAt(text: string, start: number): string {
  const lines = text.slice(start).split('\n');
  const body = lines[0]?.endsWith('{');
  const last = body
    ? lines.indexOf('}')
    : lines.findIndex((line) => line.endsWith(';') && !/^ {4}/.test(line));
  const end = !body && lines[0]?.endsWith(';') ? 0 : last;
  return lines.slice(0, end + 1).join('\n');
}

function membersOf(text: string): Member[] {
  const members = text.matchAll(
    new RegExp(String.raw`^ {4}(${COMMENT})(\S[^\n]*(?:\n {5,}[^\n]*|\n {4}\}[^\n]*)*)`, 'gm'),
  );
  return [...members]
    .map(([, comment = '', member = '']) => ({ doc: plain(comment), text: member }))
    .filter(({ text: member }) => !/^(?:#|private |protected |constructor\b|\*|\/\*)/.test(member));
}

/** Every name that a declaration file exports. */
function exportsOf(file: string, seen: Map<string, Map<string, Declaration>>): Map<string, Declaration> {
  const known = seen.get(file);
  if (known !== undefined) return known;
  const found = new Map<string, Declaration>();
  seen.set(file, found);
  const text = readFileSync(join(root, file), 'utf8');
  const follow = (from: string) => exportsOf(join(dirname(file), from.replace(/\.js$/, '.d.ts')), seen);
  for (const [, from = ''] of text.matchAll(STARS))
    for (const [name, each] of follow(from)) found.set(name, each);
  for (const [, list = '', from = ''] of text.matchAll(PARTS)) {
    for (const part of list
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean)) {
      const [own = '', name = own] = part.replace(/^type /, '').split(' as ');
      const declaration = follow(from).get(own);
      if (declaration === undefined) throw new Error(`${file}: ${own} is not in ${from}`);
      found.set(name, { ...declaration, name });
    }
  }
  for (const match of text.matchAll(DECLARED)) {
    const [whole, comment = '', kind = '', name = ''] = match;
    const start = match.index + comment.length;
    const declaration = declarationAt(text, start).replace(/^export (?:declare )?/, '');
    const members = kind === 'class' || kind === 'interface' ? membersOf(declaration) : [];
    found.set(name, { name, kind, doc: plain(comment), text: declaration, members, file } as Declaration);
    if (whole === '') break;
  }
  return found;
}

/** The comment at the head of a source. */
function headOf(source: string): string {
  const lines = readFileSync(join(root, source), 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^\/\/ ?/, ''))
    .join('\n');
}

/** The entries, in the order of package.json. Needs the build. */
export function publicSurface(): Entry[] {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
  const seen = new Map<string, Map<string, Declaration>>();
  return Object.entries(exports).flatMap(([name, target]) => {
    const types = typeof target === 'string' ? undefined : target.types;
    if (types === undefined) return [];
    const file = types.replace(/^\.\//, '');
    const declarations = [...exportsOf(file, seen).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    const source = file.replace(/^dist/, 'src').replace(/\.d\.ts$/, '.ts');
    return [{ name: name.replace(/^\./, 'gomod'), doc: headOf(source), declarations }];
  });
}

const GLOBAL = new Set(
  (
    'Array ArrayBuffer ArrayLike AbortSignal Error Generator Iterable Map Omit Partial Pick Promise Readonly ' +
    'ReadonlyArray ReadonlyMap ReadonlySet Record RequestInit Response Set Uint8Array'
  ).split(' '),
);

/** Names of types that a declaration uses and that none of the entries offers; not those of type parameters. */
export function hiddenTypes(entries: readonly Entry[], declaration: Declaration): string[] {
  const all = entries.flatMap(({ declarations }) => declarations);
  const offered = new Set(all.map(({ name }) => name));
  const whole = declaration.kind !== 'class' && declaration.kind !== 'interface';
  const code = [declaration.text.split('\n')[0] ?? '', ...declaration.members.map((member) => member.text)]
    .concat(whole ? declaration.text : [])
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(['"`]).*?\1/g, '');
  const parameters = new Set([...code.matchAll(/[<,] ?(\w+) (?:extends|=) /g)].map(([, name]) => name));
  const used = new Set([...code.matchAll(/(?<![\w.])[A-Z]\w*\b(?!\??:)/g)].map(([name]) => name));
  return [...used].filter((name) => !offered.has(name) && !GLOBAL.has(name) && !parameters.has(name));
}
