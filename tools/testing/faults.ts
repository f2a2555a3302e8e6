// A file system in which one step goes wrong.
//
// Every call is a step and has a number, from 0. A plan names one step, and whether the fault comes before it (the
// call has no effect) or after it (it has). Two kinds of fault: `error`, after which all goes on (the caller sees a failed
// system call), and `death`, after which nothing changes any more: every later call throws, and all open
// descriptors are closed, as the kernel does when it ends a process, which releases their locks.

import type { FileSystem } from '../../src/engine/io/index.js';
import { realFileSystem } from '../../src/engine/io/index.js';

/** Where and how it goes wrong. */
export interface FaultPlan {
  readonly step: number;
  readonly moment: 'before' | 'after';
  readonly kind: 'error' | 'death';
  /** Error name of kind `error`; EIO when not given. */
  readonly code?: string;
}

/** What every call throws from a death on. */
export class Died extends Error {}

/** The file system with the fault, and what was asked of it. */
export interface FaultyFileSystem {
  readonly fs: FileSystem;
  /** `name path` of each step so far. */
  readonly steps: readonly string[];
  /** Whether the planned step was reached. */
  readonly hit: boolean;
}

type Call = (...words: unknown[]) => unknown;

/** Wraps a file system; without a plan it only counts. */
export function faultyFileSystem(plan?: FaultPlan, base: FileSystem = realFileSystem): FaultyFileSystem {
  const steps: string[] = [];
  const open = new Set<number>();
  let hit = false;
  let dead = false;

  function strike(name: string, words: unknown[]): never {
    hit = true;
    if (plan?.kind === 'death') {
      dead = true;
      for (const fd of open) base.closeSync(fd);
      open.clear();
      throw new Died('died');
    }
    const code = plan?.code ?? 'EIO';
    const path = typeof words[0] === 'string' ? { path: words[0] } : {};
    throw Object.assign(new Error(`${code}: injected`), { code, syscall: name.replace('Sync', ''), ...path });
  }

  function wrap(name: string, call: Call): Call {
    return (...words) => {
      if (dead) throw new Died('dead');
      const step = steps.push(`${name} ${String(words[0])}`) - 1;
      const planned = plan !== undefined && step === plan.step;
      if (planned && plan.moment === 'before') strike(name, words);
      let result: unknown;
      try {
        result = call(...words);
      } catch (error) {
        // A step that fails by itself: a death after it is still to come.
        if (!planned) throw error;
        hit = true;
        if (plan.kind === 'death') strike(name, words);
        throw error;
      }
      if (name === 'openSync') open.add(result as number);
      if (name === 'closeSync') open.delete(words[0] as number);
      if (planned) strike(name, words);
      return result;
    };
  }

  const fs = Object.fromEntries(
    Object.entries(base)
      .filter(([name, call]) => name.endsWith('Sync') && typeof call === 'function')
      .map(([name, call]) => [name, wrap(name, call as Call)]),
  ) as unknown as FileSystem;
  return {
    fs,
    steps,
    get hit() {
      return hit;
    },
  };
}

/** Every fault of the given kinds for an operation of `count` steps. */
export function allFaults(count: number, kinds: readonly FaultPlan['kind'][]): FaultPlan[] {
  return Array.from({ length: count }, (_, step) => step).flatMap((step) =>
    kinds.flatMap((kind) =>
      (['before', 'after'] as const).map((moment): FaultPlan => ({ step, moment, kind })),
    ),
  );
}
