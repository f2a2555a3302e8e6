// What `go help`, `go help topic` and a bare `go` print.
//
// The layout is Go's (cmd/go/internal/help), the prose is ours. Only what the face has is listed.

import { type Command, type CommandGroup, type Face, usageLine } from './command.js';
import { commands, groups } from './index.js';
import { commandsOf, findCommand, findGroup } from './lookup.js';
import { topics } from './topics/index.js';

const ROOT: Readonly<Record<Face, string>> = {
  go: 'Go is a tool for managing Go source code.',
  gomod: `Gomod is the Go module system as a command of its own. 'gomod X' means what
'go mod X' means, or 'go X' where there is no such command.`,
};

interface Entry {
  readonly name: string;
  readonly short: string;
}

function table(entries: readonly Entry[], width: number): string {
  return entries.map(({ name, short }) => `\t${name.padEnd(width)} ${short}\n`).join('');
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}

function listed(face: Face): (command: Command) => boolean {
  return (command) => command.hidden !== true && (command.faces ?? [face]).includes(face);
}

/** The commands a user can name with one word, in alphabetical order; Go has its groups behind `list`. */
function topLevel(face: Face): readonly Entry[] {
  const single = commands
    .filter(listed(face))
    .filter((command) => !command.name.includes(' ') || (face === 'gomod' && command.name.startsWith('mod ')))
    .map(({ name, short }) => ({ name: lastWord(name), short }));
  const sorted = single.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  if (face !== 'go') return sorted;
  const behind = sorted.findIndex(({ name }) => name > 'list');
  return sorted.toSpliced(behind, 0, ...groups.filter((group) => findGroup(group.name, face)));
}

function usage(long: string, line: string, name: string, face: Face, entries: readonly Entry[]): string {
  const topic = name === '' ? '' : ` ${name}`;
  return `${long.trim()}

Usage:

\t${line} <command> [arguments]

The commands are:

${table(entries, 11)}
Use "${face} help${topic} <command>" for more information about a command.
`;
}

/** What a bare `go` prints. */
export function overview(face: Face): string {
  return `${usage(ROOT[face], face, '', face, topLevel(face))}
Additional help topics:

${table(topics, 15)}
Use "${face} help <topic>" for more information about that topic.

`;
}

/** What the bare name of a group prints. */
export function groupPage(group: CommandGroup, face: Face): string {
  const entries = commandsOf(group, face)
    .filter(listed(face))
    .map(({ name, short }) => ({ name: lastWord(name), short }));
  return `${usage(group.long, usageLine(group, face), group.name, face, entries)}\n`;
}

function commandPage(command: Command, face: Face): string {
  return `usage: ${usageLine(command, face)}\n\n${command.long.trim()}\n`;
}

/** A page, and the pages below it. */
interface Page {
  readonly text: string;
  /** Whether it lists commands. */
  readonly isList: boolean;
  readonly below: (word: string) => Page | undefined;
}

function leaf(text: string): Page {
  return { text, isList: false, below: () => undefined };
}

function pageOf(name: string, face: Face): Page | undefined {
  const command = findCommand(name, face);
  if (command !== undefined) return leaf(commandPage(command, face));
  const group = findGroup(name, face);
  if (group !== undefined) {
    return { text: groupPage(group, face), isList: true, below: (word) => pageOf(`${name} ${word}`, face) };
  }
  const topic = topics.find((each) => each.name === name);
  if (topic !== undefined) return leaf(`${topic.long.trim()}\n`);
  const flat = face === 'gomod' ? findCommand(`mod ${name}`, face) : undefined;
  return flat === undefined ? undefined : leaf(commandPage(flat, face));
}

/** The page that a list of words names; `found` is false when there is none, and the text then says so. */
export function helpPage(
  words: readonly string[],
  face: Face,
): Omit<Page, 'below'> & { readonly found: boolean } {
  let page: Page = { text: overview(face), isList: true, below: (word) => pageOf(word, face) };
  for (const [at, word] of words.entries()) {
    const next = page.below(word);
    if (next === undefined) {
      const known = [face, 'help', ...words.slice(0, at)].join(' ');
      const text = `${face} help ${words.join(' ')}: unknown help topic. Run '${known}'.\n`;
      return { found: false, text, isList: false };
    }
    page = next;
  }
  return { found: true, text: page.text, isList: page.isList };
}
