// The work of `gomod need`.

import { resolve } from 'node:path';
import { print } from '../core/need/index.js';
import { inGoflags } from '../engine/env/index.js';
import {
  compareNeeds,
  neededModules,
  platformOf,
  readNeed,
  remakingAdvice,
  requestOf,
  seenFrom,
} from '../engine/need/index.js';
import type { Invocation } from './command.js';
import { UsageError } from './flags.js';
import type { flags as needFlags } from './need.js';

type Run = Invocation<typeof needFlags>;

/** Prints a go.need, or looks whether one is up to date. */
export async function run(invocation: Run): Promise<number> {
  const { args, flags, stdout } = invocation;
  if (flags.check) return await check(invocation);
  const platforms = flags.platforms === '' ? [] : flags.platforms.split(',').map(platformOf);
  const session = await invocation.openSession();
  const command = requestOf(session, { packages: args, tags: flags.tags, tests: flags.test, platforms });
  const need = await neededModules(session, command, 'session');
  if (need === undefined) return 1;
  stdout(print(need));
  return 0;
}

async function check(invocation: Run): Promise<number> {
  const { args, conclude, stdout } = invocation;
  refuseFlags(invocation);
  const name = args[0] ?? 'go.need';
  const session = await invocation.openSession();
  const file = readNeed(session, name);
  const now = await neededModules(session, file.command, 'root');
  if (now === undefined) return 1;
  const { missing, superfluous } = compareNeeds(file, now);
  for (const line of missing) stdout(`missing: ${line}\n`);
  for (const line of superfluous) stdout(`superfluous: ${line}\n`);
  if (missing.length + superfluous.length === 0) return 0;
  const path = resolve(session.cwd, name);
  conclude(`${seenFrom(now.root, path)} is out of date; ${remakingAdvice(file.command, now.root, path)}`);
  return 1;
}

/** What is built stands in the file. */
function refuseFlags({ args, given, goflags }: Run): void {
  const flag = ['platforms', 'tags', 'test'].find((name) => given.has(name) && !inGoflags(goflags, name));
  if (flag !== undefined) throw new UsageError(`-check takes no -${flag}: what is built stands in the file`);
  if (args.length > 1) throw new UsageError('-check takes one file');
}
