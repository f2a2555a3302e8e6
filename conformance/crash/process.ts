// Starting a command so that it can be killed, with all that it has started.

import { spawn } from 'node:child_process';
import type { Place } from './world.js';

/** How a command ended. */
export interface Ended {
  /** Exit status; null when a signal ended it. */
  readonly status: number | null;
  readonly stderr: string;
}

/** A command under way. */
export interface Running {
  readonly ended: Promise<Ended>;
  /** A signal to the command and its children. Answers whether it was still running. */
  kill(signal: NodeJS.Signals): boolean;
}

/** Starts a command line in the project of a place. */
export function startCommand(words: readonly string[], place: Place): Running {
  const [command = '', ...rest] = words;
  const child = spawn(command, rest, {
    cwd: place.project,
    env: place.env,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let stderr = '';
  let running = true;
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      running = false;
    });
    child.on('close', (status) => resolve({ status, stderr }));
  });
  return {
    ended,
    kill(signal) {
      if (!running || child.pid === undefined) return false;
      process.kill(-child.pid, signal);
      return true;
    },
  };
}
