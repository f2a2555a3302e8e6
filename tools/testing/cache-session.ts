// A session for tests of the module cache: real or faulty file system, no network, no worker threads.

import { dirname } from 'node:path';
import { sumOf } from '../../conformance/crash/check-cache.js';
import { type FixtureModule, fixtureGoMod } from '../../conformance/fixtures/module.js';
import type { Unpack } from '../../src/engine/cache/index.js';
import type { SessionEvent } from '../../src/engine/events.js';
import { createLocker, type FileSystem, realFileSystem } from '../../src/engine/io/index.js';
import type { Session } from '../../src/engine/session.js';
import { createScratch, runUnpack } from '../../src/engine/unpack/index.js';

/** What a test may choose. */
export interface CacheSessionOptions {
  readonly gomodcache: string;
  readonly fs?: FileSystem;
  readonly signal?: AbortSignal;
  readonly modcacherw?: boolean;
  /** Receives events. */
  readonly events?: SessionEvent[];
}

/** A session that has what the cache needs, and nothing else. */
export function cacheSession(options: CacheSessionOptions): Session {
  const fs = options.fs ?? realFileSystem;
  const parts: Partial<Session> = {
    cwd: dirname(options.gomodcache),
    env: {
      get: (name: string) => (name === 'GOMODCACHE' ? options.gomodcache : ''),
      source: () => 'process',
      process: {},
    } as unknown as Session['env'],
    fs,
    asideFs: fs,
    locker: createLocker({ fs }),
    events: (event) => options.events?.push(event),
    signal: options.signal ?? new AbortController().signal,
    random: Math.random,
    flags: {
      mod: '',
      modfile: '',
      modcacherw: options.modcacherw ?? false,
      overlay: '',
      trace: false,
      offline: false,
    },
  };
  return parts as Session;
}

/** The files of a fixture as its zip has them, by full name. */
export function fixtureEntries(m: FixtureModule): Map<string, Buffer> {
  const files = { ...m.files, 'go.mod': fixtureGoMod(m) };
  return new Map(
    Object.entries(files).map(([name, data]) => [`${m.path}@${m.version}/${name}`, Buffer.from(data)]),
  );
}

/** The sum of a fixture's zip. */
export function fixtureSum(m: FixtureModule): string {
  return sumOf(fixtureEntries(m));
}

/** Makes what unpacks in this thread, through the file system that is handed in; all share the large buffers. */
export function inlineUnpacker(): (fs: FileSystem) => Unpack {
  const scratch = createScratch();
  return (fs) => async (job, signal) => runUnpack(fs, job, scratch, () => signal.throwIfAborted());
}
