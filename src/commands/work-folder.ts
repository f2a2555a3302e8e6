// The folder that the go command works in before it asks a C compiler anything.

import { join, resolve } from 'node:path';
import { EnvironmentError, temporaryFolder } from '../engine/env/index.js';
import { describeError, errnoCode, isMachine, realFileSystem } from '../engine/io/index.js';
import type { Invocation } from './command.js';

/**
 * Throws an EnvironmentError, in Go's words, where go could not make its folder in GOTMPDIR or the system's temporary folder
 * (cmd/go/internal/work, NewBuilder; os.MkdirTemp). Makes one and removes it, for only that tells whether it can be
 * made.
 */
export function checkWorkFolder({ cwd, env, fs }: Pick<Invocation, 'cwd' | 'env' | 'fs'>): void {
  const parent = env.get('GOTMPDIR') || temporaryFolder(env.host, (name) => env.process[name] ?? '');
  const path = resolve(cwd, parent);
  const name = `go-build${Math.floor(Math.random() * 2 ** 32)}`;
  // That the folder is there is what a run depends on; what is made in it is gone again, and no observer need see it.
  const isThere = fs.existsSync(path);
  const files = isMachine(fs) ? realFileSystem : fs;
  try {
    files.mkdirSync(join(path, name), 0o700);
    files.rmdirSync(join(path, name));
  } catch (error) {
    const gone = !isThere && errnoCode(error) === 'ENOENT';
    const site = { op: 'mkdir', name: parent.endsWith('/') ? parent + name : `${parent}/${name}` };
    const reason = gone ? `stat ${parent}: no such file or directory` : describeError(error, site);
    throw new EnvironmentError(`creating work dir: ${reason}`);
  }
}
