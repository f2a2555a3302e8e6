// The build tags that follow from settings: experiments, features of the processor, releases (Go's go/build and
// internal/buildcfg).

import type { Environment } from './environment.js';

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

function upTo(prefix: string, first: number, last: number): string[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => `${prefix}${first + index}`);
}

/** The features of the processor that GOAMD64 and its like promise. */
function features(env: Environment): string[] {
  const arch = env.get('GOARCH');
  const number = (name: string) => Number(/\d+/.exec(env.get(name))?.[0] ?? 0);
  switch (arch) {
    case '386':
      return [`386.${env.get('GO386')}`];
    case 'amd64':
      return upTo('amd64.v', 1, number('GOAMD64'));
    case 'arm':
      return upTo('arm.', 5, number('GOARM'));
    case 'arm64':
      return arm64(env.get('GOARM64'));
    case 'mips':
    case 'mipsle':
      return [`${arch}.${env.get('GOMIPS')}`];
    case 'mips64':
    case 'mips64le':
      return [`${arch}.${env.get('GOMIPS64')}`];
    case 'ppc64':
    case 'ppc64le':
      return upTo(`${arch}.power`, 8, number('GOPPC64'));
    case 'riscv64':
      return [20, 22, 23]
        .filter((year) => year === 20 || year <= number('GORISCV64'))
        .map((year) => `riscv64.rva${year}u64`);
    case 'wasm':
      return ['wasm.satconv', 'wasm.signext'];
    default:
      return [];
  }
}

/** A processor of version 9.n has what one of 8.(n+5) has. */
function arm64(setting: string): string[] {
  const [, major = '8', minor = '0'] = /^v(\d)\.(\d)/.exec(setting) ?? [];
  const own = upTo(`arm64.v${major}.`, 0, Number(minor));
  return major === '9' ? [...own, ...upTo('arm64.v8.', 0, Math.min(Number(minor) + 5, 9))] : own;
}

/** Tags of the toolchain's configuration (ToolTags). */
export function toolTags(env: Environment): string[] {
  return [...experiments(env).map((name) => `goexperiment.${name}`), ...features(env)];
}

/** A tag for each release up to ours (ReleaseTags). */
export function releaseTags(release: string): string[] {
  return upTo('go1.', 1, Number(release.split('.')[1] ?? 0));
}
