// Another program as a child of this process, as if it were this process.
//
// It has our streams, environment, folder and process group. While it runs, the signals that end or stop a process
// are passed on to it, and we live as long as it does. A terminal sends its signals to the whole group, so the child may
// get one of them twice: losing one that was meant for us alone would be worse, and go takes the second for nothing new.

import { spawn } from 'node:child_process';
import { FatalError } from '../error.js';
import { errnoText } from '../io/errno.js';

/** How a process ended: by itself, having been passed a signal or not, or by a signal. */
export type Ending =
  | { readonly status: number; readonly interrupted: boolean }
  | { readonly signal: NodeJS.Signals };

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGHUP', 'SIGUSR1', 'SIGUSR2'] as const;

/** Runs the command, an absolute path, until it ends. Throws a FatalError when it cannot be started. */
export function runChild(
  command: string,
  words: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<Ending> {
  const windows = process.platform === 'win32';
  let interrupted = false;
  return new Promise((resolve, reject) => {
    const handlers: [NodeJS.Signals, () => void][] = (windows ? PASSED_ON.slice(0, 1) : PASSED_ON).map(
      (signal) => [
        signal,
        // On Windows all processes of a console are told, and a signal that is sent ends its receiver at once.
        () => {
          interrupted = true;
          if (!windows) child.kill(signal);
        },
      ],
    );
    const stop = () => {
      child.kill('SIGTSTP');
      process.removeListener('SIGTSTP', stop);
      // Without a listener this stops us. What follows is done when somebody has us go on.
      process.kill(process.pid, 'SIGTSTP');
      process.on('SIGTSTP', stop);
    };
    if (!windows) handlers.push(['SIGTSTP', stop], ['SIGCONT', () => child.kill('SIGCONT')]);
    for (const [signal, handler] of handlers) process.on(signal, handler);
    const child = spawn(command, words, { stdio: 'inherit', ...options });
    const rest = () => {
      for (const [signal, handler] of handlers) process.removeListener(signal, handler);
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      rest();
      const why = errnoText(error.code ?? '') ?? error.message;
      reject(new FatalError('io', `fork/exec ${command}: ${why}`, { cause: error }));
    });
    child.on('exit', (status, signal) => {
      rest();
      resolve(signal === null ? { status: status ?? 1, interrupted } : { signal });
    });
  });
}
