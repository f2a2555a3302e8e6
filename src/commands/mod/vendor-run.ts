// The work of `go mod vendor`.

import { join } from 'node:path';
import { quote } from '../../core/quote.js';
import { findWorkspaceFile } from '../../engine/env/index.js';
import { FatalError } from '../../engine/error.js';
import { loadOverlay, shortPath, vendorPolicy } from '../../engine/load/index.js';
import { withLoader } from '../../engine/open-loader.js';
import { checkVendor, type VendorCheck, vendor } from '../../engine/packages/index.js';
import type { Session } from '../../engine/session.js';
import type { Invocation } from '../command.js';
import type { flags as vendorFlags } from './vendor.js';

const IN_WORKSPACE =
  "'go mod vendor' cannot be run in workspace mode. Run 'go work vendor' to vendor the workspace or set " +
  "'GOWORK=off' to exit workspace mode.";

/** Vendors the main module. */
export async function run(invocation: Invocation<typeof vendorFlags>): Promise<number> {
  const { args, flags, env, fs, cwd } = invocation;
  const overlay = loadOverlay(fs, cwd, flags.overlay);
  if (findWorkspaceFile(env, (path) => overlay.isFile(path), cwd) !== '')
    throw new FatalError('bad-argument', IN_WORKSPACE);
  if (args.length > 0) throw new FatalError('bad-argument', "'go mod vendor' accepts no arguments");
  const session = await invocation.openSession();
  return await withLoader(session, vendorPolicy, async (loader, { cache }) => {
    const { e, v, o, with: additions } = flags;
    const options = { allowErrors: e, verbose: v, folder: o, additions };
    if (flags.check) return report(invocation, session, await checkVendor(loader, cache, options));
    await vendor(loader, cache, options);
    return 0;
  });
}

/** Prints a line for each file that differs. Answers the exit status. */
function report(
  { stdout, conclude }: Pick<Invocation, 'stdout' | 'conclude'>,
  session: Session,
  { folder, differences }: VendorCheck,
): number {
  if (differences.length === 0) return 0;
  const shown = shortPath(session, folder);
  for (const { kind, path } of differences) stdout(`${kind} ${printable(join(shown, path))}\n`);
  const files = differences.length === 1 ? '1 file' : `${differences.length} files`;
  conclude(`${printable(shown)} is not what vendoring makes of it: ${files}`);
  return 1;
}

/** A path that takes one line: quoted where it has characters that do not show. */
function printable(path: string): string {
  const quoted = quote(path);
  return quoted === `"${path}"` ? path : quoted;
}
