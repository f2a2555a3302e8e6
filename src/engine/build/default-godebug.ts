// The GODEBUG settings that a program is built with: what was the default at its go line, and what go.mod and its
// sources say (load.defaultGODEBUG).

import { isValid } from '../../core/gover/index.js';
import { type Directive, parseDebugDirective } from '../../core/imports/index.js';
import { compareText } from '../../core/text.js';
import { godebugs } from '../data/go1.26.js';
import { godebugProblem } from '../load/index.js';

/** What the settings of a program depend on. */
export interface GodebugSetting {
  /** The go line of the main module, or of what stands for it. */
  readonly goVersion: string;
  /** The release whose rules are in force. */
  readonly release: string;
  /** The lines of go.mod or go.work. */
  readonly lines: readonly { readonly key: string; readonly value: string }[];
  /** `//go:` comments above package clauses. */
  readonly directives: readonly Directive[];
}

/** `name=value,...`, sorted; '' for none. */
export function defaultGodebug({ goVersion, release, lines, directives }: GodebugSetting): string {
  const own = new Map<string, string>();
  for (const { key, value } of lines) own.set(key, value);
  for (const { text } of directives) {
    const setting = settingOf(text, release);
    if (setting !== undefined) own.set(...setting);
  }
  const wanted = own.get('default')?.replace(/^go/, '');
  own.delete('default');
  const version = wanted !== undefined && isValid(wanted) ? wanted : goVersion;
  const settings = [...new Map([...defaultsOf(version), ...own])];
  settings.sort(([a], [b]) => compareText(a, b));
  return settings.map(([key, value]) => `${key}=${value}`).join(',');
}

function settingOf(text: string, release: string): [string, string] | undefined {
  let setting: ReturnType<typeof parseDebugDirective>;
  try {
    setting = parseDebugDirective(text);
  } catch {
    return undefined;
  }
  if (setting === undefined) return undefined;
  const { key, value } = setting;
  return godebugProblem('//go:debug setting', key, value, release) === undefined ? [key, value] : undefined;
}

/** What was otherwise at that version. */
function defaultsOf(goVersion: string): [string, string][] {
  const [, minor] = /^1\.(\d+)(?:\.|$)/.exec(goVersion) ?? [];
  if (minor === undefined) return [];
  return Object.entries(godebugs).flatMap(([name, change]): [string, string][] =>
    change !== null && Number(minor) < change[0] ? [[name, change[1]]] : [],
  );
}
