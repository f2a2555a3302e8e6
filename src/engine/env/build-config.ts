// Settings that only steer compilers, but whose nonsense values every go command refuses
// (internal/buildcfg and cmd/go/internal/cfg).
//
// buildcfg looks at the process environment alone and keeps the last complaint it has; that about GOAMD64 and
// GOARM is lost on the way, because the check of GOARM64 after them starts anew. GOEXPERIMENT in an env file
// is complained about later, with another exit status.

import { basename, isAbsolute } from 'node:path';
import { quote } from '../../core/quote.js';
import { splitQuoted } from '../../core/quoted.js';
import type { Environment } from './environment.js';
import { isPort } from './ports.js';

/** A complaint: Go's words without "go: ", and the exit status that comes with it. */
export interface BuildConfigProblem {
  readonly message: string;
  readonly status: 1 | 2;
}

/** Experiments of Go 1.26 (internal/goexperiment), in lower case as GOEXPERIMENT names them. */
const EXPERIMENTS = `arenas boringcrypto cgocheck2 dwarf5 fieldtrack goroutineleakprofile greenteagc
  heapminimum512kib jsonv2 loopvar newinliner preemptibleloops randomizedheapbase64 regabi regabiargs regabiwrappers
  runtimefreegc runtimesecret simd sizespecializedmalloc staticlockranking`;

const REGABI_ALWAYS = new Set(['amd64', 'arm64', 'loong64', 'ppc64le', 'ppc64', 'riscv64']);

/** What is wrong with a value of GOEXPERIMENT; undefined when nothing is. */
export function experimentProblem(goarch: string, text: string): string | undefined {
  let wrappers = goarch === 's390x';
  let args = wrappers;
  for (const word of text.split(',')) {
    if (word === '') continue;
    const on = !word.startsWith('no');
    const name = on ? word : word.slice(2);
    if (word === 'none') {
      wrappers = false;
      args = false;
    } else if (!EXPERIMENTS.split(/\s+/).includes(name)) {
      return `unknown GOEXPERIMENT ${name}`;
    }
    if (name === 'regabi' || name === 'regabiwrappers') wrappers = on;
    if (name === 'regabi' || name === 'regabiargs') args = on;
  }
  const choosable = goarch === 's390x' && !REGABI_ALWAYS.has(goarch);
  return choosable && args && !wrappers ? 'GOEXPERIMENT regabiargs requires regabiwrappers' : undefined;
}

function oneOf(name: string, values: readonly string[]): (value: string) => string | undefined {
  return (value) => (values.includes(value) ? undefined : `invalid ${name}: must be ${values.join(', ')}`);
}

function checkArm64(value: string): string | undefined {
  const plain = value.replace(/(?:,(?:lse|crypto))*$/, '');
  if (/^v(?:8\.\d|9\.[0-5])$/.test(plain)) return undefined;
  return 'invalid GOARM64: must start with v8.{0-9} or v9.{0-5} and may optionally end in ",lse" and/or ",crypto"';
}

function checkWasm(value: string): string | undefined {
  const unknown = value.split(',').filter((word) => !['', 'satconv', 'signext'].includes(word));
  const last = unknown.at(-1);
  return last === undefined ? undefined : `invalid GOWASM: no such feature ${quote(last)}`;
}

function checkFips(value: string): string | undefined {
  const known = ['off', 'latest', 'inprocess', 'certified'].includes(value);
  if (known || /^v1\.\d+\.\d+(?:-rc\d+|-.{8})?$/s.test(value)) return undefined;
  return 'invalid GOFIPS140: must be off, latest, inprocess, certified, or v1.Y.Z';
}

/** In the order in which buildcfg checks; see the head of this file for the two that are missing. */
const CHECKS: readonly (readonly [name: string, check: (value: string) => string | undefined])[] = [
  ['GOARM64', checkArm64],
  ['GOMIPS', oneOf('GOMIPS', ['hardfloat', 'softfloat'])],
  ['GOMIPS64', oneOf('GOMIPS64', ['hardfloat', 'softfloat'])],
  ['GOPPC64', oneOf('GOPPC64', ['power8', 'power9', 'power10'])],
  ['GORISCV64', oneOf('GORISCV64', ['rva20u64', 'rva22u64', 'rva23u64'])],
  ['GOWASM', checkWasm],
];

/** What every command but `env -w` and `env -u` refuses; undefined when all is well. */
export function buildConfigProblem(env: Environment): BuildConfigProblem | undefined {
  const read = (name: string): string => env.process[name] ?? '';
  let message: string | undefined;
  for (const [name, check] of CHECKS) {
    const value = read(name);
    if (value !== '') message = check(value) ?? message;
  }
  const experiment = read('GOEXPERIMENT');
  const goarch = read('GOARCH') || env.host.arch;
  if (experiment !== '') message = experimentProblem(goarch, experiment) ?? message;
  const fips = read('GOFIPS140');
  if (fips !== '') message = checkFips(fips) ?? message;
  if (message !== undefined) return { message, status: 2 };
  const late = experimentProblem(env.get('GOARCH'), env.get('GOEXPERIMENT'));
  return late === undefined ? undefined : { message: late, status: 1 };
}

/** What is wrong with a pair of GOOS and GOARCH; undefined when Go has such a port. */
export function portProblem(goos: string, goarch: string): string | undefined {
  return isPort(goos, goarch) ? undefined : `unsupported GOOS/GOARCH pair ${goos}/${goarch}`;
}

/** What is wrong with the names of the compilers: they must not be relative to the folder that we are in. Go's words. */
export function compilerProblem(env: Environment): string | undefined {
  for (const name of ['CC', 'CXX', 'FC']) {
    const words = splitQuoted(env.get(name));
    if (typeof words === 'string') return `${name} environment variable could not be parsed: ${words}`;
    const [command = ''] = words;
    if (isAbsolute(command) || command === basename(command)) continue;
    return `${name} environment variable is relative; must be absolute path: ${command}`;
  }
  return undefined;
}
