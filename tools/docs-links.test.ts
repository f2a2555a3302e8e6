// What the pages for people name is there: files, links and their anchors, npm scripts and their options, commands and
// their flags, variables, rooms.
//
// A name counts where it stands as code. Paths are recognised by their first element, a folder of this project;
// `dist` is what `npm run build` makes.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import type { Command } from '../src/commands/command.js';
import { parseFlags } from '../src/commands/flags.js';
import { commands } from '../src/commands/index.js';
import { lookup } from '../src/commands/lookup.js';
import { topics } from '../src/commands/topics/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'examples/ci/README.md',
  'examples/docker-vendor/README.md',
  'examples/docker/README.md',
  'examples/docker-need/README.md',
  'examples/library/README.md',
] as const;

const { scripts, version } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  version: string;
};

/** The pieces of a page that are code: spans, and the lines of blocks. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(/^ *```.*\n([\s\S]*?)^ *```$/gm)].flatMap(([, block = '']) =>
    block.split('\n'),
  );
  const prose = text.replace(/^ *```.*\n[\s\S]*?^ *```$/gm, '');
  return [...[...prose.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span), ...blocks];
}

/** How a heading is linked to. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
}

function brokenLinks(page: string, text: string): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => {
    if (/^https?:/.test(target)) return false;
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    if (path !== '' && !existsSync(join(root, file))) return true;
    const anchors = () => headings(path === '' ? text : read(file)).map(anchorOf);
    return anchor !== undefined && !anchors().includes(anchor);
  });
}

const TOP = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['node_modules', '.git', '.scratch'].includes(entry.name))
  .map((entry) => entry.name);

function missingPaths(text: string): string[] {
  const words = codeOf(text).flatMap((piece) => piece.split(/[\s,;'"()]+/));
  const named = words.filter((word) => TOP.includes(word.split('/')[0] ?? '') && word.includes('/'));
  return named.filter((path) => !existsSync(join(root, path)));
}

/** The program behind an npm script or a command line: the last TypeScript file in it. */
const programOf = (line: string): string | undefined => line.match(/[\w./-]+\.ts\b/g)?.at(-1);

/** npm scripts that are not there, and options that their programs do not mention. */
function missingScripts(text: string): string[] {
  return codeOf(text).flatMap((piece) => {
    return piece.split('&&').flatMap((line) => {
      const [, name = ''] = /\bnpm run ([\w-]+)/.exec(line) ?? [];
      if (name !== '' && scripts[name] === undefined) return [line.trim()];
      const program = programOf(scripts[name] ?? (/\bnpx tsx /.test(line) ? line : ''));
      const options = name === '' || line.includes(' -- ') ? (line.match(/(?<= )--[a-z-]+\b/g) ?? []) : [];
      if (program === undefined || !existsSync(join(root, program))) return [];
      return options
        .filter((option) => !read(program).includes(option))
        .map((option) => `${program} ${option}`);
    });
  });
}

/** Whether the words behind `gomod` are a command line that gomod understands. */
function understood(words: readonly string[]): boolean {
  const [first = '', second] = words;
  if (first === '' || first === 'X' || first === '--version' || first === version) return true;
  if (first === 'mod' && second === 'X') return true;
  if (first === 'help') {
    return second === undefined || topics.some(({ name }) => name === second) || understood(words.slice(1));
  }
  const found = lookup(words, 'gomod');
  if (found.kind !== 'command') return false;
  try {
    parseFlags(found.command.flags, words.slice(found.used), [], 'gomod');
    return true;
  } catch {
    return false;
  }
}

function missingCommands(text: string): string[] {
  return codeOf(text).flatMap((piece) => {
    const lines = piece.matchAll(/(?:^|[ (])gomod((?: [^\s()#;&|]+)*)/g);
    return [...lines]
      .map(([, words = '']) => words.trim())
      .filter((words) => !understood(words.replaceAll("'", '').split(' ')))
      .map((words) => `gomod ${words}`);
  });
}

/** Rows of tables as cells. */
function rowsOf(text: string): string[][] {
  const rows = [...text.matchAll(/^\|(.*)\|$/gm)].map(([, row = '']) =>
    row.split('|').map((cell) => cell.trim()),
  );
  return rows.filter(([cell]) => cell !== undefined && !/^-+$/.test(cell));
}

/** Flags that a table of commands claims beside a command, and that it does not have. */
function missingFlags(text: string): string[] {
  return rowsOf(text).flatMap(([first = '', ...rest]) => {
    const [, words = ''] = /^`gomod ([^`]+)`$/.exec(first) ?? [];
    const found = lookup(words.split(' '), 'gomod');
    if (found.kind !== 'command') return [];
    const { flags }: Command = found.command;
    const named = [...rest.join(' ').matchAll(/`-([a-z]+)`/g)].map(([, flag = '']) => flag);
    return named
      .filter((flag) => !Object.hasOwn(flags, flag))
      .map((flag) => `${found.command.name} -${flag}`);
  });
}

function sectionOf(text: string, heading: string): string {
  const at = text.search(new RegExp(`^#+ ${heading}`, 'm'));
  if (at < 0) throw new Error(`no section ${heading}`);
  const after = text.slice(text.indexOf('\n', at));
  const end = after.search(/^#/m);
  return end < 0 ? after : after.slice(0, end);
}

/** Variables of the table of settings that our help does not know. */
function missingVariables(text: string): string[] {
  const known = topics.find(({ name }) => name === 'environment')?.long ?? '';
  const names = rowsOf(sectionOf(text, 'Settings')).flatMap(
    ([, cell = '']) => cell.match(/\b[A-Z][A-Z0-9_]+\b/g) ?? [],
  );
  return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(known));
}

describe.each(PAGES)('%s', (page) => {
  const text = read(page);

  test('links to what is there', () => {
    expect(brokenLinks(page, text)).toEqual([]);
  });

  test('names files that are there', () => {
    expect(missingPaths(text)).toEqual([]);
  });

  test('names npm scripts and options that are there', () => {
    expect(missingScripts(text)).toEqual([]);
  });

  test('names commands and flags that are there', () => {
    expect([...missingCommands(text), ...missingFlags(text)]).toEqual([]);
  });
});

describe('README.md', () => {
  const text = read('README.md');

  test('has the two lines that set everything up', () => {
    const lines = text.split('\n');
    expect(lines).toContain('npm ci --include=dev && npm run example');
    expect(lines).toContain('npm ci --include=dev && npm test');
  });

  test('lists every command that works, and no more', () => {
    const listed = rowsOf(sectionOf(text, 'Commands')).flatMap(([cell = '']) =>
      [...cell.matchAll(/`gomod (\w+)/g)].map(([, name]) => name),
    );
    const known = commands.map(({ name }) => name.replace(/^mod /, '')).filter((name) => name !== 'get');
    expect(listed.sort()).toEqual([...known, 'help'].sort());
  });

  test('names variables that are looked at', () => {
    expect(missingVariables(text)).toEqual([]);
  });

  test('shows the Dockerfile as it is', () => {
    const [, shown = ''] = /```dockerfile\n([\s\S]*?)```/.exec(text) ?? [];
    expect(shown).not.toBe('');
    expect(read('examples/docker/Dockerfile')).toContain(shown.trim());
  });
});

/** Names of the folders in `folder`, nested ones as paths below it. */
function foldersIn(folder: string, nested: boolean): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return entries.flatMap(({ name }) => {
    const below = nested && name !== 'testdata' ? foldersIn(join(folder, name), true) : [];
    return [name, ...below.map((path) => `${name}/${path}`)];
  });
}

describe('ARCHITECTURE.md', () => {
  const text = read('ARCHITECTURE.md');
  const layers = read('tools/layers.test.ts');
  const roomsIn = (heading: string): string[] =>
    rowsOf(sectionOf(text, heading)).flatMap(([cell = '']) => /^`([\w/]+)`$/.exec(cell)?.[1] ?? []);
  /** Names in a table of the layer test, with the number of their line. */
  const rungsOf = (table: string): Map<string, number> => {
    const [, body = ''] = new RegExp(`const ${table} = \`([^\`]*)\``).exec(layers) ?? [];
    const named = (line: string) => (line.split('->')[0] ?? '').trim().split(/\s+/);
    return new Map(
      body.split('\n').flatMap((line, at) => named(line).map((name): [string, number] => [name, at])),
    );
  };

  test.each([
    ['core', 'CORE'],
    ['engine', 'ENGINE'],
  ])('has a sentence for every room of %s, in import order', (layer, table) => {
    const rooms = roomsIn(`src/${layer}`);
    const there = foldersIn(`src/${layer}`, false).filter((name) => name !== 'testdata');
    expect([...rooms].sort()).toEqual(there.sort());
    const rungs = rungsOf(table);
    const order = rooms.map((room) => rungs.get(room) ?? 0);
    expect(order).not.toContain(0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('has a sentence for every other folder', () => {
    expect(roomsIn('src/commands').sort()).toEqual(foldersIn('src/commands', false).sort());
    const listed = roomsIn('conformance, bench, tools');
    const there = ['conformance', 'bench', 'tools'].flatMap((folder) =>
      foldersIn(folder, true).map((path) => `${folder}/${path}`),
    );
    expect(there.filter((path) => !listed.includes(path))).toEqual([]);
  });
});

describe('this test', () => {
  const page = [
    '# One heading, of `two`',
    'See [a](README.md), [b](missing.md), [c](#one-heading-of-two), [d](#other), [e](https://example.com/x).',
    '`src/core/error.ts`, `src/core/gone.ts`, `cache/lock`, and `npm run check`, `npm run nothing`.',
    '`npm run conformance -- --area graph --never`, `npx tsx conformance/crash/main.ts --kills 3 --lives 9`.',
    '```sh',
    'gomod download -x ./... && gomod sync',
    'GOPROXY=file://$(gomod env -q GOMODCACHE)/cache/download gomod help download # gomod bogus',
    '```',
    '| `gomod edit` | `-json`, `-nothing` |',
    '## Settings',
    '| x | GOPROXY, GONOTHING |',
  ].join('\n');

  it('finds what is not there, and nothing else', () => {
    expect(brokenLinks('page.md', page)).toEqual(['missing.md', '#other']);
    expect(missingPaths(page)).toEqual(['src/core/gone.ts']);
    expect(missingScripts(page)).toEqual([
      'npm run nothing',
      'conformance/run.ts --never',
      'conformance/crash/main.ts --lives',
    ]);
    expect(missingCommands(page)).toEqual(['gomod sync', 'gomod env -q GOMODCACHE', 'gomod bogus']);
    expect(missingFlags(page)).toEqual(['mod edit -nothing']);
    expect(missingVariables(page)).toEqual(['GONOTHING']);
  });
});
