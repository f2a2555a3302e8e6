// The work of `go mod verify`.

import { EngineError, FatalError } from '../../engine/error.js';
import { verifyPolicy } from '../../engine/load/index.js';
import { withLoader } from '../../engine/open-loader.js';
import { verifyModules } from '../../engine/verify/index.js';
import type { Invocation } from '../command.js';
import type { flags as verifyFlags } from './verify.js';

/** Verifies and tells. */
export async function run(invocation: Invocation<typeof verifyFlags>): Promise<number> {
  if (invocation.args.length > 0) throw new FatalError('bad-argument', 'verify takes no arguments');
  const session = await invocation.openSession();
  return await withLoader(session, verifyPolicy, async (loader, { cache, pool }) => {
    const lines = await verifyModules(loader, cache, pool);
    for (const line of lines) {
      invocation.events({ kind: 'error', error: new EngineError('checksum', line, { bare: true }) });
    }
    if (lines.length === 0) invocation.stdout('all modules verified\n');
    return lines.length === 0 ? 0 : 1;
  });
}
