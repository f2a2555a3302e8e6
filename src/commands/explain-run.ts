// The work of `gomod explain`.

import { marshalIndent } from '../core/gostruct/index.js';
import { explainModule } from '../engine/graph/index.js';
import { graphPolicy } from '../engine/load/index.js';
import { withLoader } from '../engine/open-loader.js';
import type { Invocation } from './command.js';
import type { flags as explainFlags } from './explain.js';
import { explanationJson, plainExplanation } from './explain-json.js';
import { explanationText } from './explain-text.js';
import { UsageError } from './flags.js';

/** `module[@version]`, taken apart; the version is '' where there is none. */
function parseArgument(arg: string): { path: string; query: string } {
  const at = arg.indexOf('@');
  if (at < 0 && arg !== '') return { path: arg, query: '' };
  if (at <= 0 || at === arg.length - 1) {
    throw new UsageError(`${arg}: not of the form module[@version]`);
  }
  return { path: arg.slice(0, at), query: arg.slice(at + 1) };
}

/** Explains one module. */
export async function run(invocation: Invocation<typeof explainFlags>): Promise<number> {
  const { args, flags, stdout } = invocation;
  const [arg] = args;
  if (arg === undefined || args.length > 1) throw new UsageError('explain needs one module[@version]');
  const { path, query } = parseArgument(arg);
  const session = await invocation.openSession();
  return await withLoader(session, graphPolicy, async (loader) => {
    const explanation = await explainModule(loader, path, query);
    if (flags.json) stdout(`${marshalIndent(explanationJson, plainExplanation(explanation))}\n`);
    else stdout(explanationText(explanation));
    return 0;
  });
}
