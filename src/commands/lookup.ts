// Which command a command line names.
//
// As `go`: `go list`, `go mod download`. As `gomod` also the flat names: `gomod download` is `go mod download`
// where `go` has no command of that name itself.

import type { Command, CommandGroup, Face } from './command.js';
import { commands, groups } from './index.js';

/** What the head of a command line leads to, and how many words that took. */
export type Lookup =
  | { readonly kind: 'command'; readonly command: Command; readonly used: number }
  /** Only the name of a group, or a group and a word that it does not know; `used` is then 1. */
  | { readonly kind: 'group'; readonly group: CommandGroup; readonly used: number }
  | { readonly kind: 'none'; readonly used: 0 };

function shown(command: Command, face: Face): boolean {
  return command.faces === undefined || command.faces.includes(face);
}

/** The command that Go calls `name`, if the face has it. */
export function findCommand(name: string, face: Face): Command | undefined {
  return commands.find((command) => command.name === name && shown(command, face));
}

/** The group `name`, if the face has any command in it. */
export function findGroup(name: string, face: Face): CommandGroup | undefined {
  return groups.find((group) => group.name === name && commandsOf(group, face).length > 0);
}

/** The commands of a group, in order. */
export function commandsOf(group: CommandGroup, face: Face): readonly Command[] {
  return commands.filter((command) => command.name.startsWith(`${group.name} `) && shown(command, face));
}

/** See the head of this file. */
export function lookup(words: readonly string[], face: Face): Lookup {
  const [first, second] = words;
  if (first === undefined) return { kind: 'none', used: 0 };
  const top = findCommand(first, face);
  if (top !== undefined) return { kind: 'command', command: top, used: 1 };
  const group = findGroup(first, face);
  if (group !== undefined) {
    const command = second === undefined ? undefined : findCommand(`${first} ${second}`, face);
    return command === undefined ? { kind: 'group', group, used: 1 } : { kind: 'command', command, used: 2 };
  }
  const flat = face === 'gomod' ? findCommand(`mod ${first}`, face) : undefined;
  return flat === undefined ? { kind: 'none', used: 0 } : { kind: 'command', command: flat, used: 1 };
}
