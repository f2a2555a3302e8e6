// The work of `go mod why`.

import { FatalError } from '../../engine/error.js';
import { whyPolicy } from '../../engine/load/index.js';
import { withLoader } from '../../engine/open-loader.js';
import { whyModules, whyPackages } from '../../engine/packages/index.js';
import type { Invocation } from '../command.js';
import type { flags as whyFlags } from './why.js';

/** Prints the chains. */
export async function run(invocation: Invocation<typeof whyFlags>): Promise<number> {
  const { args, flags, stdout } = invocation;
  const session = await invocation.openSession();
  return await withLoader(session, whyPolicy, async (loader, { cache }) => {
    for (const word of flags.m ? args : []) checkModule(word);
    const reasons = flags.m
      ? await whyModules(loader, cache, args, flags.vendor)
      : await whyPackages(loader, args, flags.vendor);
    const kind = flags.m ? 'module' : 'package';
    const reach = flags.vendor ? ' to vendor' : '';
    const stanzas = reasons.map(
      ({ path, chain }) => `# ${path}\n${chain ?? `(main module does not need${reach} ${kind} ${path})\n`}`,
    );
    stdout(stanzas.join('\n'));
    return 0;
  });
}

function checkModule(word: string): void {
  if (!word.includes('@')) return;
  throw new FatalError('bad-argument', `${word}: 'go mod why' requires a module path, not a version query`);
}
