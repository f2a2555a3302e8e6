// The work of `go mod vendor`.

import { findWorkspaceFile } from '../../engine/env/index.js';
import { FatalError } from '../../engine/error.js';
import { vendorPolicy } from '../../engine/load/index.js';
import { withLoader } from '../../engine/open-loader.js';
import { vendor } from '../../engine/packages/index.js';
import type { Invocation } from '../command.js';
import type { flags as vendorFlags } from './vendor.js';

const IN_WORKSPACE =
  "'go mod vendor' cannot be run in workspace mode. Run 'go work vendor' to vendor the workspace or set " +
  "'GOWORK=off' to exit workspace mode.";

/** Vendors the main module. */
export async function run(invocation: Invocation<typeof vendorFlags>): Promise<number> {
  const { args, flags, env, fs, cwd } = invocation;
  const isFile = (path: string) => fs.statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  if (findWorkspaceFile(env, isFile, cwd) !== '') throw new FatalError('bad-argument', IN_WORKSPACE);
  if (args.length > 0) throw new FatalError('bad-argument', "'go mod vendor' accepts no arguments");
  const session = await invocation.openSession();
  return await withLoader(session, vendorPolicy, async (loader, { cache }) => {
    await vendor(loader, cache, { allowErrors: flags.e, verbose: flags.v, folder: flags.o });
    return 0;
  });
}
