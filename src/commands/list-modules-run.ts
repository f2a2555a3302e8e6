// The work of `go list -m`.

import { marshalIndent } from '../core/gostruct/index.js';
import { EngineError, FatalError } from '../engine/error.js';
import {
  describeModule,
  listModules,
  type ModulePublic,
  modulePublicDescriptor,
  modulePublicString,
  modulePublicType,
} from '../engine/list/index.js';
import { type Loader, listPolicy } from '../engine/load/index.js';
import { withLoader } from '../engine/open-loader.js';
import type { Loss } from '../engine/recall/index.js';
import { checkBuildFlags, plain } from './build-flags.js';
import type { Invocation } from './command.js';
import type { flags as listFlags } from './list.js';
import type { ListFormat } from './list-format.js';

type Flags = typeof listFlags;

/** Lists and prints. */
export async function run(invocation: Invocation<Flags>): Promise<number> {
  const { flags, args } = invocation;
  if (flags.f !== '' && flags.json.enabled) throw plain('go list -f cannot be used with -json');
  const session = await invocation.openSession();
  return await withLoader(session, listPolicy, async (loader, { cache }) => {
    if (flags.reuse !== '' && loader.hasModule) {
      throw plain('go list -reuse cannot be used inside a module');
    }
    const status = checkBuildFlags(invocation, loader);
    if (status !== 0) return status;
    const format = await formatOf(invocation);
    refuseFlags(invocation, loader);
    await loader.load();
    refuseVendored(loader, invocation);
    if (flags.reuse !== '' && args.length === 0) {
      throw new FatalError('bad-argument', 'list -m -reuse only has an effect with module@version arguments');
    }
    const files = flags.json.enabled || flags.f !== '';
    const mode = { versions: flags.versions, retracted: flags.retracted, updates: flags.u, files };
    const { modules, error } = await listModules(loader, cache, args, {
      mode,
      reuse: flags.reuse,
      commits: true,
    });
    if (!flags.e) {
      reportFailures(invocation, modules, error);
      if (invocation.failed()) return 1;
    }
    const print = (text: string, addsNewline: boolean) =>
      invocation.stdout(text, lossOf(invocation, addsNewline));
    if (format !== undefined) {
      await format.print(modules, (name) => describeModule(loader, cache, name), print);
    } else {
      for (const m of modules) {
        const line = text(invocation, m);
        // As for templates: no line for what prints nothing.
        if (line !== '') print(`${line}\n`, true);
      }
    }
    return 0;
  });
}

/** So many bytes go collects before it writes them. */
const COLLECTED = 4096;

/** Templates stop when they cannot write; a newline that is put behind them is not theirs. */
export function lossOf({ flags }: Invocation<Flags>, addsNewline: boolean): Loss | undefined {
  return flags.json.enabled ? undefined : { said: '', held: COLLECTED + Number(addsNewline) };
}

/** What prints the modules by a template, where there is one. */
async function formatOf(invocation: Invocation<Flags>): Promise<ListFormat<ModulePublic> | undefined> {
  if (invocation.flags.f === '') return undefined;
  const { ListFormat } = await import('./list-format.js');
  return new ListFormat(invocation, modulePublicType);
}

/** Refuses -retracted, if it is given, where nobody can be asked. */
export function refuseRetracted(given: boolean, loader: Loader): void {
  // What a vendor folder implies is not known yet: only -mod=vendor counts here.
  if (given && loader.mode.mod === 'vendor') {
    throw plain('go list -retracted cannot be used when vendoring is enabled');
  }
  if (given && !loader.location.enabled) {
    throw plain('go list -retracted can only be used in module-aware mode');
  }
}

/** Combinations that mean nothing. */
function refuseFlags({ flags }: Invocation<Flags>, loader: Loader): void {
  refuseRetracted(flags.retracted, loader);
  for (const name of ['compiled', 'deps', 'export', 'find', 'test'] as const) {
    if (flags[name]) throw plain(`go list -${name} cannot be used with -m`);
  }
  if (!loader.location.enabled) {
    throw new FatalError('disabled', 'list -m cannot be used with GO111MODULE=off');
  }
}

/** A vendor folder does not say what these ask for. */
function refuseVendored(loader: Loader, { flags, args }: Invocation<Flags>): void {
  if (loader.mode.mod !== 'vendor') return;
  const refuse = (what: string) =>
    new FatalError(
      'vendor',
      `can't ${what} using the vendor directory\n\t(Use -mod=mod or -mod=readonly to bypass.)`,
    );
  if (flags.versions) throw refuse('determine available versions');
  if (flags.u) throw refuse('determine available upgrades');
  for (const arg of args) {
    if (arg === 'all') throw refuse("compute 'all'");
    if (arg.includes('...')) throw refuse('match module patterns');
  }
}

function reportFailures(
  { events }: Invocation<Flags>,
  modules: readonly ModulePublic[],
  error: Error | undefined,
): void {
  const failures = modules.filter((m) => m.error !== undefined);
  for (const m of failures) events({ kind: 'error', error: new EngineError('query', m.error?.err ?? '') });
  if (error !== undefined) events({ kind: 'error', error });
}

function text({ flags }: Invocation<Flags>, m: ModulePublic): string {
  if (flags.json.enabled) {
    const { fields } = flags.json;
    const only = fields.length === 0 ? undefined : new Set(fields);
    return marshalIndent(modulePublicDescriptor, m, only);
  }
  if (!flags.versions) return modulePublicString(m);
  const versions = (m.versions ?? []).map((v) => ` ${v}`).join('');
  return `${m.path}${versions}${m.deprecated ? ' (deprecated)' : ''}`;
}
