// The work of `go mod graph`.

import { formatGraph } from '../../core/graph/index.js';
import { FatalError } from '../../engine/error.js';
import { requirementGraph } from '../../engine/graph/index.js';
import { graphPolicy } from '../../engine/load/index.js';
import { withLoader } from '../../engine/open-loader.js';
import type { Invocation } from '../command.js';
import type { flags as graphFlags } from './graph.js';

/** Reads the graph and prints it. */
export async function run(invocation: Invocation<typeof graphFlags>): Promise<number> {
  const { args, flags, stdout } = invocation;
  if (args.length > 0) throw new FatalError('bad-argument', "'go mod graph' accepts no arguments");
  const session = await invocation.openSession();
  return await withLoader(session, graphPolicy, async (loader) => {
    stdout(formatGraph(await requirementGraph(loader, flags.go)));
    return 0;
  });
}
