// What `npm run example` does after the build: downloads the modules of examples/hello, as a user would.
//
// They land in the module cache of whoever runs it. Where the environment names no place for one (no HOME, no
// GOPATH, no GOMODCACHE), that is .scratch/modcache of this project.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const environment = { ...process.env };
const home = environment.HOME || environment.USERPROFILE || environment.GOPATH || environment.GOMODCACHE;
if (!home) environment.GOMODCACHE = join(root, '.scratch', 'modcache');

const { status, signal } = spawnSync(
  process.execPath,
  [join(root, 'bin', 'gomod.cjs'), '-C', join(root, 'examples', 'hello'), 'download'],
  { env: environment, stdio: 'inherit' },
);
process.exitCode = status ?? (signal === null ? 1 : 130);
