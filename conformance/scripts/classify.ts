// Tells from a script's commands what it is about.
//
// A script is one of Go's testscript files: commands line by line, with conditions in brackets and `!` or `?` before
// them, then the files of a txtar archive. The rules look at the subcommands that are run, at which of them is meant
// to succeed, and at the conditions; they are tried in order and the first that fits decides.

import type { Area } from './table.js';

/** What the rules look at. */
export interface ScriptFacts {
  readonly name: string;
  /** Subcommands run, each once, sorted. */
  readonly commands: readonly string[];
  /** A command that compiles, or starts another tool, is meant to succeed. */
  readonly compiler: boolean;
  /** Conditions used, without `!`. */
  readonly conditions: ReadonlySet<string>;
  /** The script's command lines. */
  readonly text: string;
}

const GROUPED = new Set(['mod', 'work']);
const COMPILING = new Set(
  'build run test install vet generate fmt fix tool doc bug telemetry run@ install@'.split(' '),
);

interface Call {
  readonly command: string;
  readonly succeeds: boolean;
}

/** Reads one script. */
export function readScript(name: string, content: string): ScriptFacts {
  const lines = commandLines(content);
  const conditions = new Set<string>();
  const calls: Call[] = [];
  let tools = false;
  for (const line of lines) {
    for (const match of line.matchAll(/\[!?([^\]]+)\]/g)) conditions.add(match[1]!);
    const words = line.replace(/^(\[[^\]]*\]\s*)+/, '').split(/\s+/);
    const negated = words[0] === '!';
    if (words[0] === '!' || words[0] === '?') words.shift();
    if (words[0] === 'go') calls.push({ command: subcommand(words.slice(1)), succeeds: !negated });
    if (words[0] === 'cc' || (words[0] === 'exec' && words[1]?.startsWith('./'))) tools = true;
  }
  const compiler = tools || calls.some((call) => call.succeeds && compiles(call.command));
  const commands = [...new Set(calls.map((call) => call.command))].filter((c) => c !== '').sort();
  return { name, commands, compiler, conditions, text: lines.join('\n') };
}

function commandLines(content: string): string[] {
  const lines: string[] = [];
  for (const line of content.split('\n')) {
    if (/^-- .+ --$/.test(line)) break;
    const text = line.trim();
    if (text !== '' && !text.startsWith('#')) lines.push(text);
  }
  return lines;
}

function subcommand(words: readonly string[]): string {
  const rest = words[0] === '-C' ? words.slice(2) : words[0]?.startsWith('-C=') ? words.slice(1) : words;
  const [first = '', second = ''] = rest;
  if (GROUPED.has(first)) return second === '' ? first : `${first} ${second}`;
  if (first === 'list' && rest.includes('-m')) return 'list -m';
  if (first === 'list' && rest.some((word) => /^-(export|compiled)/.test(word))) return 'list -export';
  if (first === 'clean' && rest.includes('-modcache')) return 'clean -modcache';
  if (first === 'version' && rest.length > 1) return 'version -m';
  if ((first === 'run' || first === 'install') && rest.some((word) => word.includes('@'))) return `${first}@`;
  return first;
}

function compiles(command: string): boolean {
  return COMPILING.has(command) || command === 'list -export' || command === 'version -m';
}

/**
 * What the script is about; undefined when it is not about the module system.
 */
export function areaOf(facts: ScriptFacts): Area | undefined {
  const uses = (...names: string[]) => names.some((name) => facts.commands.includes(name));
  const usesGroup = (group: string) => facts.commands.some((command) => command.startsWith(`${group} `));
  if (!aboutModules(facts)) return undefined;
  if (facts.compiler) return 'build';
  if (
    facts.commands.length > 0 &&
    facts.commands.every((command) => SETTINGS.has(command)) &&
    !/^gotoolchain/.test(facts.name)
  ) {
    return 'command';
  }
  if (fixed.has(facts.name)) return fixed.get(facts.name);
  if (/toolchain|goline|_future/.test(facts.name) || /TESTGO_VERSION/.test(facts.text)) return 'toolchain';
  if (/TESTGOVCS|vcs-test\.golang\.org|GOPROXY=direct/.test(facts.text)) return 'vcs';
  if (['git', 'hg', 'svn', 'bzr', 'fossil'].some((tool) => facts.conditions.has(tool))) return 'vcs';
  if (usesGroup('work') || /^(work|workspace)_/.test(facts.name)) return 'work';
  if (uses('get')) return 'get';
  if (uses('list', 'mod tidy', 'mod vendor', 'mod why')) return 'packages';
  if (uses('list -m', 'mod graph', 'mod init')) return 'graph';
  if (uses('mod download', 'mod verify', 'clean -modcache')) return 'download';
  if (uses('mod edit')) return 'graph';
  return facts.commands.length > 0 ? 'build' : 'packages';
}

function aboutModules(facts: ScriptFacts): boolean {
  if (/^(mod|work|workspace|get|gotoolchain|env|list|govcs|goline)(_|$)/.test(facts.name)) return true;
  return facts.commands.some((c) =>
    /^(mod |work |get$|list -m|clean -modcache|install@|run@|version -m)/.test(c),
  );
}

/** Scripts that list or edit only to look at what a download did. */
const fixed: ReadonlyMap<string, Area> = new Map(
  'mod_clean_cache mod_download mod_load_badmod mod_proxy_https mod_proxy_invalid mod_verify_work work_issue54372'
    .split(' ')
    .map((name) => [name, 'download'] as const),
);

/** Commands that only show settings. */
const SETTINGS = new Set(['env', 'help', 'version']);
