// The work of `go clean`, as far as it concerns modules. Order of checks and texts: cmd/go/internal/clean.

import { GomodError } from '../core/error.js';
import { removeModuleCache } from '../engine/cache/index.js';
import { findWorkspaceFile, isFileOn } from '../engine/env/index.js';
import { realFileSystem } from '../engine/io/index.js';
import { cleanPolicy, loadOverlay, locate } from '../engine/load/index.js';
import { runChild } from '../engine/toolchain/index.js';
import type { flags as cleanFlags } from './clean.js';
import type { Invocation } from './command.js';
import { statusOf, toolchainFor } from './hand-over.js';

type CleanInvocation = Invocation<typeof cleanFlags>;

/** The caches, in the order in which Go complains about them. */
const CACHES = ['cache', 'testcache', 'fuzzcache', 'modcache'] as const;

/** Removes the module cache, or says why not. Nothing is removed when a part of what is asked for is not ours to do. */
export async function run(invocation: CleanInvocation): Promise<number> {
  const { args, env, flags, cwd, stdout } = invocation;
  // Go looks for a workspace first, and a bad GOWORK ends it.
  findWorkspaceFile(env, isFileOn(realFileSystem), cwd);
  const cache = CACHES.find((name) => flags[name]);
  if (cache !== undefined && args.length > 0) {
    throw new GomodError('usage', `clean -${cache} cannot be used with package arguments`);
  }
  const session = await invocation.openSession();
  locate(session, loadOverlay(session.fs, cwd, session.flags.overlay), cleanPolicy);
  const status = await cleanBuildParts(invocation);
  if (status !== 0 || !flags.modcache) return status;
  const gomodcache = env.get('GOMODCACHE');
  if (gomodcache === '') throw new GomodError('usage', 'cannot clean -modcache without a module cache');
  if (flags.n || flags.x) stdout(`rm -rf ${gomodcache}\n`);
  if (!flags.n) await removeModuleCache({ cwd, fs: realFileSystem, signal: invocation.signal }, gomodcache);
  return 0;
}

/**
 * Object files, build caches and what packages left beside their sources are made by the toolchain, which removes
 * them. It comes first, as packages are looked for before caches go.
 */
async function cleanBuildParts(invocation: CleanInvocation): Promise<number> {
  const { args, cwd, env, flags, sequence } = invocation;
  const others = ['i', 'r', 'cache', 'testcache', 'fuzzcache'] as const;
  if (flags.modcache && args.length === 0 && !others.some((name) => flags[name])) return 0;
  const words = sequence
    .filter(({ name }) => name !== 'modcache')
    .map(({ name, text }) => `-${name}=${text}`);
  const command = toolchainFor({ env, fs: realFileSystem }, 'clean');
  return statusOf(await runChild(command, ['clean', ...words, ...args], { cwd }));
}
