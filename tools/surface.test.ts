// What is public is explained, made of public types only, and what docs/library.md says.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { libraryPage } from './library-page.js';
import { type Declaration, hiddenTypes, publicSurface } from './surface.js';

const entries = publicSurface();

/** Words that mean something only to who reads the source. */
const INSIDE = /head of this file|this room|this file/;

/** Names that comments link to, and errors that they name, which none of the entries offers. */
function missing({ doc, members }: Declaration): string[] {
  const offered = new Set(entries.flatMap(({ declarations }) => declarations.map(({ name }) => name)));
  const text = [doc, ...members.map((member) => member.doc)].join('\n');
  const named = [...text.matchAll(/\{@link (\w+)|\b([A-Z]\w*Error)\b/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
  return named.filter((name) => !offered.has(name) && !/^(?:Type|Range)?Error$/.test(name));
}

function unexplained({ name, kind, doc, members }: Declaration): string[] {
  const told = (text: string) => text !== '' && !INSIDE.test(text);
  const methods = members.filter(
    ({ text }) => kind === 'class' || /^(?:readonly )?\w+\??(?:<[^(]*>)?\(/.test(text),
  );
  const bad = methods.filter((member) => !told(member.doc)).map(({ text }) => `${name}: ${text}`);
  return told(doc) ? bad : [name, ...bad];
}

test('the entries are found', () => {
  expect(entries.map(({ name }) => name)).toContain('gomod/modfile');
  const named = entries.flatMap(({ declarations }) => declarations.map(({ name }) => name));
  expect(named).toEqual(
    expect.arrayContaining(['createSession', 'parseWork', 'hashZip', 'ModFile', 'SUM_GOLANG_ORG']),
  );
});

describe.each(entries)('$name', ({ doc, declarations }) => {
  it('says what it is', () => {
    expect(doc).toMatch(/^`gomod/);
  });

  it('explains every export, and every member of a class', () => {
    expect(declarations.flatMap(unexplained)).toEqual([]);
  });

  it('shows no type that is not public', () => {
    const hidden = declarations.flatMap((each) =>
      hiddenTypes(entries, each).map((name) => `${each.name}: ${name}`),
    );
    expect(hidden).toEqual([]);
  });
});

test('comments name nothing that is not public', () => {
  const wrong = entries.flatMap(({ declarations }) =>
    declarations.flatMap((each) => missing(each).map((name) => `${each.name}: ${name}`)),
  );
  expect(wrong).toEqual([]);
});

test('docs/library.md is up to date: npm run docs', () => {
  const page = readFileSync(fileURLToPath(new URL('../docs/library.md', import.meta.url)), 'utf8');
  expect(libraryPage() === page).toBe(true);
});

describe('this test', () => {
  const declaration = (text: string, doc = ''): Declaration => ({
    name: 'x',
    kind: 'function',
    doc,
    text,
    members: [],
    file: '',
  });

  it('finds what is not explained, and types that are hidden', () => {
    expect(unexplained(declaration('function x(): void;'))).toEqual(['x']);
    expect(unexplained(declaration('function x(): void;', 'See the head of this file.'))).toEqual(['x']);
    expect(unexplained(declaration('function x(): void;', 'Does it.'))).toEqual([]);
    expect(missing(declaration('', 'See {@link Hidden.part}; rejects with a NoSuchError.'))).toEqual([
      'Hidden',
      'NoSuchError',
    ]);
    const shown = declaration('function x<T extends ModFile>(a: Hidden, b: T, c: Promise<ZipError>): void;');
    expect(hiddenTypes(entries, shown)).toEqual(['Hidden']);
  });
});
