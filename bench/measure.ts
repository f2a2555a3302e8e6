// One process, measured from outside: wall time, CPU time of all its threads, peak memory, and what it printed.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { StepResult } from '../conformance/differential/output.js';

/** What a run cost. */
export interface Cost {
  /** Milliseconds from start to end of the process. */
  readonly wall: number;
  /** Milliseconds of user and system time, of all threads; in steps of a clock tick (10 ms). */
  readonly cpu: number;
  /** Peak of the memory in use, megabytes (VmHWM); 0 when the process was too short to be looked at. */
  readonly memory: number;
}

/** A run. */
export interface Run {
  readonly cost: Cost;
  readonly result: StepResult;
}

const TICK_MS = 10;
/** Looking takes a lock that the process needs for its memory: runs of some 30 ms, in which it would be felt, are not looked at. */
const LOOK_MS = 50;

/** User and system time of the children that have ended, in milliseconds (proc(5): cutime and cstime). */
function childrenTime(): number {
  const text = readFileSync('/proc/self/stat', 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}

/** VmHWM of a process in megabytes; undefined once it has ended. */
function peakMemory(pid: number): number | undefined {
  try {
    const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Number(match[1]) / 1024 : undefined;
  } catch {
    return undefined;
  }
}

/** Runs a command and waits. No other child of this process may end meanwhile. */
export async function measure(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Run> {
  const cpuBefore = childrenTime();
  const start = performance.now();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on('data', (chunk: Buffer) => texts.stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => texts.stderr.push(chunk));
  let memory = 0;
  const look = setInterval(() => {
    memory = Math.max(memory, peakMemory(child.pid ?? 0) ?? 0);
  }, LOOK_MS);
  let wall = 0;
  const exit = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      wall = performance.now() - start;
    });
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  }).finally(() => clearInterval(look));
  const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');
  return {
    cost: { wall, cpu: childrenTime() - cpuBefore, memory },
    result: { command: `go ${args.join(' ')}`, stdout: text(texts.stdout), stderr: text(texts.stderr), exit },
  };
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
