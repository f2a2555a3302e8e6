// The commands that a Go toolchain carries out: compiling, formatting, analysing.
//
// Nothing of these runs is ours, so nothing is looked at: neither flags nor settings. `go clean` is among them unless it
// has to do with the module cache, `go version` where it is asked about files, and `go list` where it is asked for what
// only a build knows.

import { type Command, defineCommand } from './command.js';

/** How Go introduces one of them. */
function handedOver(name: string, words: string, short: string): Command {
  return defineCommand({
    name,
    usage: `go ${name}${words === '' ? '' : ` ${words}`}`,
    short,
    long: `
The Go toolchain does this: the go command of GOROOT, or else the first one on
PATH, runs in our place with the same words. 'go help ${name}' is its help.
`,
    flags: {},
    handedOver: true,
    run: () => {
      throw new Error(`${name} is handed over before it runs`);
    },
  });
}

/** In alphabetical order. */
export const handedOverCommands: readonly Command[] = [
  handedOver('bug', '', 'start a bug report'),
  handedOver('build', '[-o output] [build flags] [packages]', 'compile packages and dependencies'),
  handedOver(
    'doc',
    '[doc flags] [package|[package.]symbol[.methodOrField]]',
    'show documentation for package or symbol',
  ),
  handedOver(
    'fix',
    '[build flags] [-fixtool prog] [fix flags] [packages]',
    'apply fixes suggested by static checkers',
  ),
  handedOver('fmt', '[-n] [-x] [packages]', 'gofmt (reformat) package sources'),
  handedOver(
    'generate',
    '[-run regexp] [-n] [-v] [-x] [build flags] [file.go... | packages]',
    'generate Go files by processing source',
  ),
  handedOver('install', '[build flags] [packages]', 'compile and install packages and dependencies'),
  handedOver('run', '[build flags] [-exec xprog] package [arguments...]', 'compile and run Go program'),
  handedOver('telemetry', '[off|local|on]', 'manage telemetry data and settings'),
  handedOver('test', '[build/test flags] [packages] [build/test flags & test binary flags]', 'test packages'),
  handedOver('tool', '[-n] command [args...]', 'run specified go tool'),
  handedOver(
    'vet',
    '[build flags] [-vettool prog] [vet flags] [packages]',
    'report likely mistakes in packages',
  ),
];

/** The words behind `-C dir` and behind the end of flags. */
function fromName(words: readonly string[]): readonly string[] {
  const [first = ''] = words;
  const rest = /^--?C$/.test(first) ? words.slice(2) : /^--?C=/.test(first) ? words.slice(1) : words;
  return rest[0] === '--' ? rest.slice(1) : rest;
}

/** A run that a toolchain carries out. */
export interface HandedOver {
  /** The command's name: `build`. */
  readonly name: string;
  /** What is done where there is no toolchain: its usage is shown, or the run is ours after all; a failure when left out. */
  readonly otherwise?: 'usage' | 'ours';
}

/**
 * What is handed over of the command line `words`; undefined when it is ours to carry out.
 *
 * @param goflags answers the flags of GOFLAGS
 */
export function handedOverBy(
  words: readonly string[],
  goflags: () => readonly string[],
): HandedOver | undefined {
  const [name = '', ...rest] = fromName(words);
  const [second = ''] = rest;
  switch (name) {
    case 'help':
      return rest.length === 1 && isKnown(second) ? { name: second, otherwise: 'ours' } : undefined;
    case 'version':
      return readsFiles(rest) ? { name, otherwise: 'ours' } : undefined;
    case 'clean':
      if (rest.some(isModcache) || goflags().some(isModcache)) return undefined;
      break;
    case 'list':
      if (!asksForCompiled([...goflags(), ...rest])) return undefined;
      break;
    default:
      if (!isKnown(name)) return undefined;
  }
  return rest.some((word) => /^--?h(?:elp)?$/.test(word)) ? { name, otherwise: 'usage' } : { name };
}

function isKnown(name: string): boolean {
  return handedOverCommands.some((command) => command.name === name);
}

/** Whether `go list` is asked for what only a build knows. */
function asksForCompiled(words: readonly string[]): boolean {
  if (words.some((word) => /^--?m(?:=.*)?$/.test(word))) return false;
  return words.some((word, at) => {
    const [, name = '', value = words[at + 1] ?? ''] = /^--?(\w+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === 'export' || name === 'compiled')
      return !/^(?:0|f|false)$/i.test(/=/.test(word) ? value : '');
    if (name === 'json')
      return /=/.test(word) && value.split(',').some((field) => COMPILED_FIELDS.includes(field));
    return name === 'f' && COMPILED_FIELDS.some((field) => value.includes(`.${field}`));
  });
}

const COMPILED_FIELDS = ['Stale', 'StaleReason', 'Export', 'BuildID'];

function isModcache(word: string): boolean {
  return /^--?modcache\b/.test(word);
}

/** Whether `go version` is asked about files, with flags that it has. */
function readsFiles(words: readonly string[]): boolean {
  const rest = fromName(words);
  const end = rest.findIndex((word) => !/^--?(?:m|v|json)(?:=.*)?$/s.test(word));
  if (end < 0) return false;
  return rest[end] === '--' ? rest.length > end + 1 : !/^-./s.test(rest[end] ?? '');
}
