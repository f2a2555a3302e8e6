// A session: everything one run of the module system depends on, as a value.
//
// There is no other state: no module-level variable anywhere in the engine. Two sessions in one process
// never meet unless they are handed the same folder. What a test, a library user or the conformance entry
// point wants to pretend (another transport, another Go release, another file system) it puts here.

import type { DeflateRaw, Ed25519Verify, InflateRaw, Sha256 } from '../core/crypto.js';
import type { Environment } from './env/environment.js';
import type { EventSink } from './events.js';
import type { FileSystem } from './io/filesystem.js';
import type { Locker } from './io/locker.js';
import type { Transport } from './transport.js';
import type { Witness } from './witness.js';

/** Time, as far as the engine needs it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after `ms`; rejects with the reason of `signal` when that aborts first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The pure primitives that core is handed. */
export interface Primitives {
  readonly sha256: Sha256;
  readonly inflateRaw: InflateRaw;
  readonly deflateRaw: DeflateRaw;
  readonly ed25519Verify: Ed25519Verify;
}

/** The flags that module commands share (cmd/go/internal/base: AddModCommonFlags, and -mod, -x). */
export interface ModuleFlags {
  /** `-mod`: '' when not given. */
  readonly mod: '' | 'mod' | 'readonly' | 'vendor';
  /** `-modfile`: '' when not given, else as given. */
  readonly modfile: string;
  /** `-modcacherw`. */
  readonly modcacherw: boolean;
  /** `-overlay`: '' when not given, else as given. */
  readonly overlay: string;
  /** `-x`: send trace events. */
  readonly trace: boolean;
  /** `-offline`, which Go has not: no network; queries are answered from the module cache. */
  readonly offline: boolean;
}

const MODES: readonly string[] = ['', 'mod', 'readonly', 'vendor'];

/** Go's words for a text that is no value of `-mod`. */
export function modFlagProblem(mod: string): string | undefined {
  return MODES.includes(mod)
    ? undefined
    : `-mod=${mod} not supported (can be '', 'mod', 'readonly', or 'vendor')`;
}

/** See the head of this file. */
export interface Session {
  /** Absolute path of the folder the command works in (after `-C`). */
  readonly cwd: string;
  readonly env: Environment;
  readonly fs: FileSystem;
  /** The same files, for what is remembered from run to run: what is read and written here changes no result. */
  readonly asideFs: FileSystem;
  /** Who watches what is read through `fs`. */
  readonly witness?: Witness;
  readonly locker: Locker;
  readonly transport: Transport;
  readonly events: EventSink;
  /** Looked at between steps; its reason is thrown. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Uniform in [0, 1): jitter and names of temporary files. */
  readonly random: () => number;
  readonly primitives: Primitives;
  /** The Go release we claim to be, without "go": `1.26.8`. */
  readonly release: string;
  readonly flags: ModuleFlags;
  /** Whether advice beside Go's own words is wanted: then a failure may be looked into before it is told. */
  readonly advice: boolean;
}
