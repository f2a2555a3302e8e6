// The work of `go mod tidy`.

import { FatalError } from '../../engine/error.js';
import { tidyPolicy } from '../../engine/load/index.js';
import { withLoader } from '../../engine/open-loader.js';
import { tidy } from '../../engine/packages/index.js';
import type { Invocation } from '../command.js';
import type { flags as tidyFlags } from './tidy.js';

/** Tidies the main module. */
export async function run(invocation: Invocation<typeof tidyFlags>): Promise<number> {
  const { args, flags } = invocation;
  if (args.length > 0) throw new FatalError('bad-argument', "'go mod tidy' accepts no arguments");
  const session = await invocation.openSession();
  return await withLoader(session, tidyPolicy, async (loader) => {
    const { e, v, diff, go, compat } = flags;
    const changes = await tidy(loader, { allowErrors: e, verbose: v, diff, goVersion: go, compat });
    invocation.stdout(changes);
    return changes === '' ? 0 : 1;
  });
}
