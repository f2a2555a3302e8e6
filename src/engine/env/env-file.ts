// Env files: lines NAME=VALUE, as `go env -w` writes them and $GOROOT/go.env has them.
//
// Reading ignores every line that has no `=` or does not begin with a capital letter; the last of several
// lines for one name holds (cmd/go/internal/cfg, readEnvFile). Writing keeps every line that is not about a
// name at hand, drops all but the last of repeated names, and sorts each run of neighbouring NAME=VALUE lines
// by name (cmd/go/internal/envcmd, updateEnvFile).

import { compareText } from '../../core/text.js';

/** The settings in a file's text. */
export function parseEnvFile(text: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>();
  for (const line of text.split('\n')) {
    const equals = line.indexOf('=');
    if (equals > 0 && line >= 'A' && line.charAt(0) <= 'Z') {
      settings.set(line.slice(0, equals), line.slice(equals + 1));
    }
  }
  return settings;
}

/** The name that a line sets; '' for comments and everything else. */
function nameOf(line: string): string {
  const equals = line.indexOf('=');
  if (equals < 0) return '';
  const name = line.slice(0, equals);
  return name.includes('#') ? '' : name;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${line}\n`);
}

/** The line number that holds for each name; earlier ones become ''. */
function lastLines(lines: string[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const name = nameOf(line);
    if (name === '') continue;
    const before = last.get(name);
    if (before !== undefined) lines[before] = '';
    last.set(name, at);
  }
  return last;
}

function compareNames(a: string, b: string): number {
  return compareText(nameOf(a), nameOf(b));
}

/** Sorts each run of lines that set something; lines that were emptied end a run, as in go. */
function sortRuns(lines: readonly string[]): string {
  const sorted: string[] = [];
  let run: string[] = [];
  for (const line of lines) {
    if (nameOf(line) !== '') {
      run.push(line);
      continue;
    }
    sorted.push(...run.sort(compareNames), line);
    run = [];
  }
  return [...sorted, ...run.sort(compareNames)].join('');
}

/** The text of an env file after setting `add` and removing `remove`. */
export function editEnvFile(
  text: string,
  add: ReadonlyMap<string, string>,
  remove: ReadonlySet<string> = new Set(),
): string {
  const lines = linesOf(text);
  const last = lastLines(lines);
  for (const [name, value] of add) {
    const at = last.get(name) ?? lines.length;
    lines[at] = `${name}=${value}\n`;
  }
  for (const name of remove) {
    const at = last.get(name);
    if (at !== undefined) lines[at] = '';
  }
  return sortRuns(lines);
}
