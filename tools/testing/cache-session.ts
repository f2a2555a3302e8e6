// A session for tests of the module cache: real or faulty file system, no network, and an unpacker that knows the
// module's files instead of reading its zip.

import { dirname } from 'node:path';
import { sumOf } from '../../conformance/crash/check-cache.js';
import { type FixtureModule, fixtureGoMod, fixtureZip } from '../../conformance/fixtures/module.js';
import type { Unpack } from '../../src/engine/cache/index.js';
import type { EngineEvent } from '../../src/engine/events.js';
import {
  createLocker,
  type FileSystem,
  mkdirAll,
  realFileSystem,
  writeAll,
} from '../../src/engine/io/index.js';
import type { Session } from '../../src/engine/session.js';

/** What a test may choose. */
export interface CacheSessionOptions {
  readonly gomodcache: string;
  readonly fs?: FileSystem;
  readonly signal?: AbortSignal;
  readonly modcacherw?: boolean;
  /** Receives events. */
  readonly events?: EngineEvent[];
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
    locker: createLocker({ fs }),
    events: (event) => options.events?.push(event),
    signal: options.signal ?? new AbortController().signal,
    random: Math.random,
    flags: { mod: '', modfile: '', modcacherw: options.modcacherw ?? false, overlay: '', trace: false },
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

/** Unpacks fixtures step by step through the file system that is handed in. */
export function fixtureUnpack(fs: FileSystem, modules: readonly FixtureModule[]): Unpack {
  return async (job) => {
    const m = modules.find(({ path, version }) => path === job.module.path && version === job.module.version);
    if (m === undefined) throw new Error(`no fixture ${job.module.path}`);
    if (job.zipFile !== undefined) writeNew(fs, job.zipFile, fixtureZip(m), 0o666);
    if (job.folder !== undefined) fillFolder(fs, job.folder, m, job.readOnlyFolders);
    return { sum: fixtureSum(m), refusal: undefined };
  };
}

function fillFolder(fs: FileSystem, folder: string, m: FixtureModule, readOnly: boolean): void {
  const folders = new Set([folder]);
  mkdirAll(fs, folder);
  for (const [name, data] of fixtureEntries(m)) {
    const path = folder + name.slice(`${m.path}@${m.version}`.length);
    for (let above = dirname(path); above !== folder; above = dirname(above)) folders.add(above);
    mkdirAll(fs, dirname(path));
    writeNew(fs, path, data, 0o444);
  }
  if (!readOnly) return;
  for (const path of [...folders].sort().reverse()) fs.chmodSync(path, 0o555);
}

function writeNew(fs: FileSystem, path: string, data: Uint8Array, mode: number): void {
  const fd = fs.openSync(path, 'wx', mode);
  try {
    writeAll(fs, fd, data);
  } finally {
    fs.closeSync(fd);
  }
}
