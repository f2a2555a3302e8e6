// Which requirements force the version of a module that is in use here: each that asks for it, by the shortest way there.
//
//   node why-version.mjs golang.org/x/sys

import { createSession } from 'gomod';
import { formatModule } from 'gomod/module';

const [path] = process.argv.slice(2);
if (!path) throw new Error('usage: why-version.mjs module');

const graph = await createSession().graph();
const selection = graph.why(path);

if (selection === undefined) {
  console.log(`${path} is not needed`);
  process.exitCode = 1;
} else {
  console.log(`${formatModule(selection.module)} is required by`);
  for (const chain of selection.chains) console.log(`  ${chain.slice(0, -1).map(formatModule).join(' > ')}`);
}
