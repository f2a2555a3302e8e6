// The work of `go mod why`.

import { FatalError } from '../../engine/error.js';
import { whyPolicy } from '../../engine/load/index.js';
import { withLoader } from '../../engine/open-loader.js';
import { loadNeeded, whyModule, whyPackage } from '../../engine/packages/index.js';
import type { Invocation } from '../command.js';
import type { flags as whyFlags } from './why.js';

/** Loads all packages and prints the chains. */
export async function run(invocation: Invocation<typeof whyFlags>): Promise<number> {
  const { args, flags, stdout } = invocation;
  const session = await invocation.openSession();
  return await withLoader(session, whyPolicy, async (loader) => {
    for (const word of flags.m ? args : []) checkModule(word);
    const load = await loadNeeded(loader, flags.vendor);
    const kind = flags.m ? 'module' : 'package';
    const reach = flags.vendor ? ' to vendor' : '';
    const stanzas = args.map((path) => {
      const chain = flags.m ? whyModule(load, path) : whyPackage(load, path);
      return `# ${path}\n${chain ?? `(main module does not need${reach} ${kind} ${path})\n`}`;
    });
    stdout(stanzas.join('\n'));
    return 0;
  });
}

function checkModule(word: string): void {
  if (!word.includes('@')) return;
  throw new FatalError('bad-argument', `${word}: 'go mod why' requires a module path, not a version query`);
}
