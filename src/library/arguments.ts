// What callers hand in, held to its type: whoever writes JavaScript is told, with code `bad-argument`, which argument
// it was and what it should have been.
//
// An option that is undefined is not given. Options that nobody knows are passed over.

import { EngineError } from '../engine/error.js';
import type { FileSystem } from '../engine/io/index.js';

/** One type of arguments. */
interface Kind {
  /** As messages name it: `a string`. */
  readonly name: string;
  readonly holds: (value: unknown) => boolean;
}

/** The types of options, by their names. */
type Kinds = Readonly<Record<string, Kind>>;

type Fields = Readonly<Record<string, unknown>>;

/** The error of an argument that cannot be. */
export function refuse(text: string): EngineError {
  return new EngineError('bad-argument', text);
}

function basic(type: 'boolean' | 'function' | 'string'): Kind {
  return { name: `a ${type}`, holds: (value) => typeof value === type };
}

const boolean = basic('boolean');
export const callable = basic('function');
export const string = basic('string');

const object: Kind = {
  name: 'an object',
  holds: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
};

export const strings: Kind = {
  name: 'a string or an array of strings',
  // A copy, because `every` passes over elements that are not there.
  holds: (value) => (Array.isArray(value) ? Array.from(value).every(string.holds) : string.holds(value)),
};

const stringList: Kind = {
  name: 'an array of strings',
  holds: (value) => Array.isArray(value) && strings.holds(value),
};

function withMethods(name: string, methods: readonly string[]): Kind {
  return {
    name,
    holds: (value) => object.holds(value) && methods.every((each) => callable.holds((value as Fields)[each])),
  };
}

const environment: Kind = {
  name: 'an object whose values are strings',
  holds: (value) =>
    object.holds(value) &&
    Object.values(value as Fields).every((each) => each === undefined || string.holds(each)),
};

const FILE_SYSTEM: Readonly<Record<keyof FileSystem, true>> = {
  chmodSync: true,
  closeSync: true,
  existsSync: true,
  fchmodSync: true,
  fchownSync: true,
  fstatSync: true,
  fsyncSync: true,
  ftruncateSync: true,
  lstatSync: true,
  mkdirSync: true,
  openSync: true,
  readFileSync: true,
  readSync: true,
  readdirSync: true,
  readlinkSync: true,
  realpathSync: true,
  renameSync: true,
  rmdirSync: true,
  statSync: true,
  symlinkSync: true,
  unlinkSync: true,
  utimesSync: true,
  writeFileSync: true,
  writeSync: true,
};

/** Options of every call. */
export const CALL = { signal: withMethods('an AbortSignal', ['addEventListener', 'throwIfAborted']) };

/** Options of a session. */
export const SESSION = {
  ...CALL,
  dir: string,
  env: environment,
  flags: object,
  onEvent: callable,
  fetch: callable,
  fs: withMethods('a FileSystem', Object.keys(FILE_SYSTEM)),
  locker: withMethods('a Locker', ['lock', 'tryLock']),
};

/** Flags of a session. */
export const FLAGS = { mod: string, modfile: string, overlay: string, modcacherw: boolean };

export const LIST = { ...CALL, versions: boolean, retracted: boolean, updates: boolean, partial: boolean };
export const DOWNLOAD = { ...CALL, need: string };
export const NEED = { ...CALL, tests: boolean, tags: stringList, platforms: stringList };
export const GRAPH = { ...CALL, go: string };
export const EDIT = { ...CALL, path: string };

function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'this array';
  return typeof value === 'object' ? 'this object' : `a ${typeof value}`;
}

/** Throws an error with code `bad-argument` where `value`, which callers know as `name`, is not of its type. */
export function check(name: string, value: unknown, kind: Kind): void {
  if (!kind.holds(value)) throw refuse(`${name} should be ${kind.name}, not ${shown(value)}`);
}

/** As {@link check}, for an object of options: each that is given has the type that `kinds` states. */
export function checkOptions(name: string, options: unknown, kinds: Kinds): void {
  check(name, options, object);
  for (const [key, kind] of Object.entries(kinds)) {
    const value = (options as Fields)[key];
    if (value !== undefined) check(`${name}.${key}`, value, kind);
  }
}
