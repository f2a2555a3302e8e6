// The work of `go list` without -m.

import { marshalIndent } from '../core/gostruct/index.js';
import {
  type ListedPackage,
  listPackages,
  type PackageList,
  packagePublicType,
} from '../engine/build/index.js';
import type { ModuleCache } from '../engine/cache/index.js';
import { describeChosen, describeModule, listModules, type ModulePublic } from '../engine/list/index.js';
import { type Loader, listPackagesPolicy } from '../engine/load/index.js';
import { withLoader } from '../engine/open-loader.js';
import { checkBuildFlags, installSuffix, linkFlags, plain, sanitizersOf } from './build-flags.js';
import type { Invocation } from './command.js';
import type { flags as listFlags } from './list.js';
import { ListFormat } from './list-format.js';
import { lossOf, refuseRetracted } from './list-modules-run.js';

type Flags = typeof listFlags;

const EMBED_FIELDS = ['EmbedFiles', 'TestEmbedFiles', 'XTestEmbedFiles'];

/** Lists and prints. */
export async function run(invocation: Invocation<Flags>): Promise<number> {
  const { flags, args } = invocation;
  if (flags.f !== '' && flags.json.enabled) throw plain('go list -f cannot be used with -json');
  if (flags.reuse !== '') throw plain('go list -reuse cannot be used without -m');
  const session = await invocation.openSession();
  return await withLoader(session, listPackagesPolicy, async (loader, { cache }) => {
    const status = checkBuildFlags(invocation, loader);
    if (status !== 0) return status;
    const format = flags.f === '' ? undefined : new ListFormat<ListedPackage>(invocation, packagePublicType);
    refuseFlags(invocation, loader);
    const wants = (...names: readonly string[]) => {
      const { enabled, fields } = flags.json;
      return !enabled || fields.length === 0 || names.some((name) => fields.includes(name));
    };
    const listed: PackageList = await listPackages(loader, args, {
      deps: flags.deps,
      test: flags.test,
      find: flags.find,
      allowErrors: flags.e,
      tags: [...flags.tags, ...sanitizersOf(invocation)],
      link: linkFlags(invocation),
      install: { suffix: installSuffix(invocation), packageFolder: flags.pkgdir },
      profile: flags.pgo,
      embeds: wants(...EMBED_FIELDS),
      depsFields: (flags.json.enabled || flags.f !== '') && wants('Deps', 'DepsErrors'),
      testMains: true,
    });
    const files = flags.retracted || (flags.json.enabled ? wants('Module') : flags.f !== '');
    const items = await listed.describe((m) => describeChosen(loader, cache, m, files));
    if (listed.failed) return 1;
    if (flags.retracted) await addRetractions(invocation, loader, cache, items);
    const print = (text: string, addsNewline: boolean) =>
      invocation.stdout(text, lossOf(invocation, addsNewline));
    if (format !== undefined) {
      await format.print(items, askAbout(loader, cache), print);
    } else {
      const type = packagePublicType();
      const only = flags.json.fields.length === 0 ? undefined : new Set(flags.json.fields);
      for (const item of items) {
        const text = flags.json.enabled ? marshalIndent(type, item, only) : item.pkg.importPath;
        // A package without a path, made up to hold an error, has no line.
        if (text !== '') print(`${text}\n`, true);
      }
    }
    return 0;
  });
}

/** What templates ask about modules: of GOPATH mode there is nothing to tell. */
function askAbout(loader: Loader, cache: ModuleCache): (name: string) => Promise<ModulePublic | undefined> {
  return async (name) => (loader.location.enabled ? await describeModule(loader, cache, name) : undefined);
}

/** Fills in why versions of the modules of packages were retracted. */
async function addRetractions(
  { flags, events }: Invocation<Flags>,
  loader: Loader,
  cache: ModuleCache,
  items: readonly ListedPackage[],
): Promise<void> {
  const modules = new Map<string, ModulePublic[]>();
  for (const m of new Set(items.flatMap(({ module }) => [module, module?.replace]))) {
    if (m?.version === undefined || m.version === '') continue;
    const name = `${m.path}@${m.version}`;
    modules.set(name, [...(modules.get(name) ?? []), m]);
  }
  if (modules.size === 0) return;
  const mode = { versions: false, retracted: true, files: false };
  const names = [...modules.keys()];
  const { modules: found, error } = await listModules(loader, cache, names, {
    mode,
    reuse: '',
    commits: true,
  });
  if (error !== undefined && !flags.e) events({ kind: 'error', error });
  for (const [at, name] of names.entries()) {
    for (const m of modules.get(name) ?? []) {
      const { retracted, error: failure } = found[at] ?? {};
      if (retracted !== undefined) m.retracted = retracted;
      if (failure !== undefined) m.error ??= failure;
    }
  }
}

/** Flags that are for modules, and pairs that mean nothing. */
function refuseFlags({ flags }: Invocation<Flags>, loader: Loader): void {
  refuseRetracted(flags.retracted, loader);
  if (flags.u) throw plain('go list -u can only be used with -m');
  if (flags.versions) throw plain('go list -versions can only be used with -m');
  for (const name of ['deps', 'test', 'export'] as const) {
    if (flags.find && flags[name]) throw plain(`go list -${name} cannot be used with -find`);
  }
}
