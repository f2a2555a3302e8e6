// The work of `go version`. Source of texts and statuses: cmd/go/internal/version.

import { GomodError } from '../core/error.js';
import { inGoflags } from '../engine/env/index.js';
import type { Invocation } from './command.js';
import type { flags as versionFlags } from './version.js';

/** Flags that make sense with files only, in the order in which Go complains about them. */
const FILE_FLAGS = ['m', 'v', 'json'] as const;

/** Prints the release. Files are read by a toolchain (handed-over.ts): what comes here lacks one. */
export function run(invocation: Invocation<typeof versionFlags>): number {
  const { args, env, flags, goflags } = invocation;
  if (args.length > 0) return readFiles(invocation);
  const given = FILE_FLAGS.find((name) => flags[name] && !inGoflags(goflags, name));
  if (given !== undefined) {
    invocation.stderr(`go: 'go version' only accepts -${given} flag with arguments\n`);
    return 2;
  }
  invocation.stdout(`go version ${env.get('GOVERSION')} ${env.get('GOHOSTOS')}/${env.get('GOHOSTARCH')}\n`);
  return 0;
}

function readFiles({ flags, stderr }: Invocation<typeof versionFlags>): number {
  if (flags.json && !flags.m) {
    stderr(`go: 'go version' with -json flag requires -m flag\n`);
    return 2;
  }
  throw new GomodError(
    'unsupported',
    'reading the build information of files needs a Go toolchain, and none was found',
    {
      hint: 'install Go (https://go.dev/dl/), and put its bin folder on PATH or set GOROOT to where it is',
    },
  );
}
