// The work of `go mod init`.

import { FatalError } from '../../engine/error.js';
import { createGoMod } from '../../engine/init/index.js';
import type { Invocation } from '../command.js';
import type { flags as initFlags } from './init.js';

/** Makes the module. */
export async function run(invocation: Invocation<typeof initFlags>): Promise<number> {
  const { args, face } = invocation;
  if (args.length > 1) throw new FatalError('bad-argument', "'go mod init' accepts at most one argument");
  const session = await invocation.openSession();
  await createGoMod(session, { path: args[0] ?? '', fromOrigin: face === 'gomod' });
  return 0;
}
