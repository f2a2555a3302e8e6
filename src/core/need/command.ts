// The command line that makes a go.need: read from the file and written into it, so that it can be repeated.
//
//   [CGO_ENABLED=0|1] [SETTING=value ...] gomod need [-test] [-tags=a,b] -platforms=os/arch,... package ...
//
// Words are separated by one blank; one that a shell would not take as it is stands in single quotes.

import { quote } from '../quote.js';
import { splitQuoted } from '../quoted.js';

/** What packages are built for. */
export interface Platform {
  readonly goos: string;
  readonly goarch: string;
}

/** A variable, and its value. */
export type Setting = readonly [name: string, value: string];

/** What the modules of a go.need depend on, beside the project itself. */
export interface NeedCommand {
  /** CGO_ENABLED; '' where each platform counts with cgo and without. */
  readonly cgo: '' | '0' | '1';
  /** Other settings that tell which files are built, as GOAMD64, where they are not the default; by their names, sorted. */
  readonly settings: readonly Setting[];
  /** Whether the tests of the packages are built, too. */
  readonly tests: boolean;
  readonly tags: readonly string[];
  /** One at least. */
  readonly platforms: readonly Platform[];
  /** The packages, as the command line names them; one at least. */
  readonly packages: readonly string[];
}

/** `os/arch`. */
export function platformName({ goos, goarch }: Platform): string {
  return `${goos}/${goarch}`;
}

/** The platform that is written like this; undefined for what is none in form. */
export function parsePlatform(text: string): Platform | undefined {
  const match = /^([a-z0-9]+)\/([a-z0-9]+)$/.exec(text);
  return match === null ? undefined : { goos: match[1] ?? '', goarch: match[2] ?? '' };
}

/** Settings that refine an architecture, and that choose experiments of Go's. */
export const SETTINGS: readonly string[] = [
  'GO386',
  'GOAMD64',
  'GOARM',
  'GOARM64',
  'GOEXPERIMENT',
  'GOMIPS',
  'GOMIPS64',
  'GOPPC64',
  'GORISCV64',
  'GOWASM',
];

const VALUE = /^[\w.,-]+$/;
const PLAIN = /^[\w@%+=:,./^-]+$/;

/** The command line. Undefined for packages or tags whose names nobody could read back. */
export function commandLine({
  cgo,
  settings,
  tests,
  tags,
  platforms,
  packages,
}: NeedCommand): string | undefined {
  const words = [
    ...(tests ? ['-test'] : []),
    ...(tags.length > 0 ? [`-tags=${tags.join(',')}`] : []),
    `-platforms=${platforms.map(platformName).join(',')}`,
    ...packages,
  ].map(quoted);
  if (words.includes(undefined) || !tags.every(isTag) || packages.some(isFlag)) return undefined;
  if (!settings.every(([, value]) => VALUE.test(value))) return undefined;
  const assigned = [...(cgo === '' ? [] : [['CGO_ENABLED', cgo]]), ...settings];
  return `${assigned.map(([name, value]) => `${name}=${value} `).join('')}gomod need ${words.join(' ')}`;
}

/** A word for a shell; undefined for one that has single quotes, or what is no text of one line. */
function quoted(word: string): string | undefined {
  if (PLAIN.test(word)) return word;
  if (word === '' || /[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]/u.test(word)) return undefined;
  return word.includes("'") ? undefined : `'${word}'`;
}

function isFlag(word: string): boolean {
  return word.startsWith('-');
}

function isTag(tag: string): boolean {
  return /^[^\s,'"]+$/.test(tag);
}

/** What a command line says, or what is wrong with it. */
export function parseCommandLine(line: string): NeedCommand | string {
  const match = /^(?:CGO_ENABLED=([01]) )?((?:[A-Z0-9]+=[\w.,-]+ )*)gomod need (.*)$/.exec(line);
  if (match === null) return "expected the command line, '// gomod need ...'";
  const settings = settingsOf(match[2] ?? '');
  const unknownName = settings.find(([name]) => !SETTINGS.includes(name));
  if (unknownName !== undefined) return `unknown setting ${unknownName[0]}`;
  const words = splitQuoted(match[3] ?? '');
  if (typeof words === 'string') return words;
  const { tests, tags, names, packages } = sortWords(words);
  const bad = names.find((name) => parsePlatform(name) === undefined);
  if (bad !== undefined) return `${quote(bad)} is no platform`;
  const platforms = names.map(parsePlatform).filter((each) => each !== undefined);
  if (platforms.length === 0) return 'the command line has no -platforms';
  if (packages.length === 0) return 'the command line names no packages';
  const unknown = packages.find(isFlag);
  if (unknown !== undefined) return `unknown flag ${unknown}`;
  const command = { cgo: cgoOf(match[1]), settings, tests, tags, platforms, packages };
  return commandLine(command) === line ? command : 'the command line is not written as gomod need writes it';
}

function settingsOf(text: string): Setting[] {
  return text
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => each.split('=') as [string, string]);
}

function cgoOf(text: string | undefined): NeedCommand['cgo'] {
  return text === '0' || text === '1' ? text : '';
}

/** Takes the flags off in the order in which they are written. */
function sortWords(words: readonly string[]) {
  const packages = [...words];
  const take = (prefix: string): string[] => {
    const word = packages[0] ?? '';
    if (!word.startsWith(prefix)) return [];
    packages.shift();
    return word.slice(prefix.length).split(',');
  };
  const tests = packages[0] === '-test';
  if (tests) packages.shift();
  const tags = take('-tags=');
  const names = take('-platforms=');
  return { tests, tags, names, packages };
}

/** A text as a word for a shell, for advice. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
