// The build tags that follow from settings: experiments, features of the processor, releases (Go's go/build and
// internal/buildcfg).

import { architectureTags, releaseTags as tagsUpTo } from '../../core/imports/index.js';
import type { Environment } from './environment.js';
import { architectureVariable } from './known.js';

/** Experiments of Go 1.26 in the order of internal/goexperiment. */
const ORDER =
  `fieldtrack preemptibleloops staticlockranking boringcrypto regabiwrappers regabiargs heapminimum512kib
  arenas cgocheck2 loopvar newinliner dwarf5 jsonv2 greenteagc randomizedheapbase64 runtimefreegc sizespecializedmalloc
  goroutineleakprofile simd runtimesecret`.split(/\s+/);

const REGABI = ['regabiwrappers', 'regabiargs'];
const REGABI_ALWAYS = ['amd64', 'arm64', 'loong64', 'ppc64le', 'ppc64', 'riscv64'];

/** The experiments that are on. GOEXPERIMENT has been checked before. */
function experiments(env: Environment): string[] {
  const arch = env.get('GOARCH');
  const registers = REGABI_ALWAYS.includes(arch) || arch === 's390x';
  const on = new Set(['randomizedheapbase64', 'greenteagc', ...(registers ? REGABI : [])]);
  if (!['darwin', 'ios', 'aix'].includes(env.get('GOOS'))) on.add('dwarf5');
  for (const word of env.get('GOEXPERIMENT').split(',')) {
    if (word === 'none') on.clear();
    const off = word.startsWith('no');
    const name = off ? word.slice(2) : word;
    for (const each of name === 'regabi' ? REGABI : [name]) {
      if (off) on.delete(each);
      else on.add(each);
    }
  }
  for (const name of REGABI) {
    if (REGABI_ALWAYS.includes(arch)) on.add(name);
    else if (!registers) on.delete(name);
  }
  return ORDER.filter((name) => on.has(name));
}

/** Tags of the toolchain's configuration (ToolTags). */
export function toolTags(env: Environment): string[] {
  const arch = env.get('GOARCH');
  const variable = architectureVariable(arch);
  const level = variable === undefined ? '' : env.get(variable);
  return [...experiments(env).map((name) => `goexperiment.${name}`), ...architectureTags(arch, level)];
}

/** A tag for each release up to ours (ReleaseTags). */
export function releaseTags(release: string): string[] {
  return tagsUpTo(Number(release.split('.')[1] ?? 0));
}
