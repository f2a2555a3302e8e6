// When V8 may optimize code: later than it would by itself.
//
// V8 compiles again, with a thread of its own, what has run for a while. Our runs last for tenths of a second and
// spread over many functions, so most of that work never pays, and on two cores it takes time from the run itself.
// With fifteen times the patience (Node 20.20, CPU time) `list -m all` takes 0.65 s instead of 0.82 s cold (894
// requests) and 0.36 s instead of 0.64 s warm (879 modules); a cold download of 879 modules 6.7 s instead of 7.3 s.
// Long runs get their optimized code all the same. Node 22 and 24 gain a tenth.

import { setFlagsFromString } from 'node:v8';

/** The flags by major version of Node: V8 complains on stderr about one that it does not know. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  20: ['--interrupt-budget=1000000'],
  22: later(),
  24: later(),
};

function later(): string[] {
  return [
    '--invocation-count-for-maglev=6000',
    '--invocation-count-for-maglev-osr=1500',
    '--invocation-count-for-turbofan=45000',
  ];
}

/** The flags for a version of Node; none for one that nobody has tried. */
export function patientFlags(node: string): readonly string[] {
  return FLAGS[node.split('.', 1)[0] ?? ''] ?? [];
}

/** Makes this process optimize later. Loading the setter takes 1.5 ms, so it is not for runs that do next to nothing. */
export function optimizeLater(): void {
  for (const flag of patientFlags(process.versions.node)) setFlagsFromString(flag);
}
