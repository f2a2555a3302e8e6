// The command line that makes a go.need: read from the file and written into it, so that it can be repeated.
//
//   [CGO_ENABLED=0|1] gomod need [-test] [-tags=a,b] -platforms=os/arch,... package ...
//
// Words are separated by one blank; one that a shell would not take as it is stands in quotes, single ones if it can.

import { quote } from '../quote.js';
import { joinQuoted, splitQuoted } from '../quoted.js';

/** What packages are built for. */
export interface Platform {
  readonly goos: string;
  readonly goarch: string;
}

/** What the modules of a go.need depend on, beside the project itself. */
export interface NeedCommand {
  /** CGO_ENABLED; '' where each platform counts with cgo and without. */
  readonly cgo: '' | '0' | '1';
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

const PLAIN = /^[\w@%+=:,./^-]+$/;

/** The command line. Undefined for packages or tags whose names nobody could read back. */
export function commandLine({ cgo, tests, tags, platforms, packages }: NeedCommand): string | undefined {
  const words = [
    ...(tests ? ['-test'] : []),
    ...(tags.length > 0 ? [`-tags=${tags.join(',')}`] : []),
    `-platforms=${platforms.map(platformName).join(',')}`,
    ...packages,
  ].map(quoted);
  if (words.includes(undefined) || !tags.every(isTag) || packages.some(isFlag)) return undefined;
  const setting = cgo === '' ? '' : `CGO_ENABLED=${cgo} `;
  return `${setting}gomod need ${words.join(' ')}`;
}

/** A word for a shell; undefined for one that has both kinds of quotes, or what is no text of one line. */
function quoted(word: string): string | undefined {
  if (PLAIN.test(word)) return word;
  if (word === '' || /[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]/u.test(word)) return undefined;
  return word.includes("'") ? joinQuoted([word]) : `'${word}'`;
}

function isFlag(word: string): boolean {
  return word.startsWith('-');
}

function isTag(tag: string): boolean {
  return /^[^\s,'"]+$/.test(tag);
}

/** What a command line says, or what is wrong with it. */
export function parseCommandLine(line: string): NeedCommand | string {
  const match = /^(?:CGO_ENABLED=([01]) )?gomod need (.*)$/.exec(line);
  if (match === null) return "expected the command line, '// gomod need ...'";
  const words = splitQuoted(match[2] ?? '');
  if (typeof words === 'string') return words;
  const { tests, tags, names, packages } = sortWords(words);
  const bad = names.find((name) => parsePlatform(name) === undefined);
  if (bad !== undefined) return `${quote(bad)} is no platform`;
  const platforms = names.map(parsePlatform).filter((each) => each !== undefined);
  if (platforms.length === 0) return 'the command line has no -platforms';
  if (packages.length === 0) return 'the command line names no packages';
  const unknown = packages.find(isFlag);
  if (unknown !== undefined) return `unknown flag ${unknown}`;
  const command = { cgo: cgoOf(match[1]), tests, tags, platforms, packages };
  return commandLine(command) === line ? command : 'the command line is not written as gomod need writes it';
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
