// Whether an older release, which prunes the module graph in another way, would load the same packages.
//
// Each package is looked for again in the graph as that release reads it. Rules and texts: modload.checkTidyCompatibility.

import { compare, goStrictVersion, prev } from '../../core/gover/index.js';
import type { ModuleGraph } from '../../core/graph/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { EngineError, FatalError, messageOf, rethrowFatal } from '../error.js';
import type { Roots } from '../load/index.js';
import { ImportMissingError } from './errors.js';
import type { PackageLoad } from './load.js';
import type { LoadedPackage } from './package.js';

/** What is found instead. */
interface Mismatch {
  readonly module: ModuleVersion | undefined;
  readonly error: unknown;
}

/** What would help. */
interface Advice {
  upgrade: boolean;
  allowErrors: boolean;
}

/** Tells what would be loaded from elsewhere, and what can be done. Rejects where this ends the run. */
export async function checkCompatibility(load: PackageLoad, rs: Roots, version: string): Promise<void> {
  const advice: Advice = { upgrade: false, allowErrors: false };
  const { graph, error } = await rs.graph();
  if (error !== undefined) {
    load.fail(
      new EngineError('query', `error loading go ${version} module graph: ${error.message}`, {
        cause: error,
      }),
    );
  } else {
    const mismatches = await findMismatches(load, rs, graph);
    if (mismatches.size === 0) {
      requireSelected(load, rs, graph, version);
      return;
    }
    for (const pkg of load.packages) {
      const found = mismatches.get(pkg);
      // Of a test nothing else could be said than of its package.
      if (found !== undefined && pkg.testOf === undefined) tell({ load, graph, version, advice }, pkg, found);
    }
  }
  if (!load.options.allowErrors) advise(load, rs, version, advice);
  load.endIfFailed();
}

async function findMismatches(
  load: PackageLoad,
  rs: Roots,
  graph: ModuleGraph,
): Promise<Map<LoadedPackage, Mismatch>> {
  const { importer } = load.parts;
  const mismatches = new Map<LoadedPackage, Mismatch>();
  await Promise.all(
    load.packages.map(async (pkg) => {
      if (pkg.module === undefined && pkg.error === undefined) return;
      let found: Mismatch;
      try {
        found = {
          module: (await importer.find(pkg.path, rs, graph, load.skipGoMod)).module,
          error: undefined,
        };
      } catch (error) {
        rethrowFatal(error);
        found = { module: undefined, error };
      }
      if (nameOf(found.module) !== nameOf(pkg.module)) mismatches.set(pkg, found);
    }),
  );
  return mismatches;
}

function nameOf(m: ModuleVersion | undefined): string {
  return m === undefined ? '' : formatModule(m);
}

/** Where every package is the same, the older release has nothing to change either. */
function requireSelected(load: PackageLoad, rs: Roots, graph: ModuleGraph, version: string): void {
  const odd = load.requirements.roots.find((m) => graph.selected(m.path) !== m.version);
  if (odd === undefined) return;
  load.parts.loader.session.events({ kind: 'message', text: '' });
  throw new FatalError(
    'bad-gomod',
    `internal error: failed to diagnose selected-version mismatch for module ${odd.path}: go ${rs.goVersion} selects ` +
      `${odd.version}, but go ${version} selects ${graph.selected(odd.path)}\n` +
      '\tPlease report this at https://golang.org/issue.',
  );
}

interface Telling {
  readonly load: PackageLoad;
  readonly graph: ModuleGraph;
  readonly version: string;
  readonly advice: Advice;
}

function tell({ load, graph, version, advice }: Telling, pkg: LoadedPackage, found: Mismatch): void {
  const fail = (text: string) => load.fail(new EngineError('query', text));
  const loaded = `${pkg.stackText} loaded from ${nameOf(pkg.module)},\n\tbut go ${version} would`;
  if (found.error !== undefined) {
    if (found.error instanceof ImportMissingError) {
      const path = pkg.module?.path ?? '';
      fail(`${loaded} fail to locate it in ${path}@${graph.selected(path)}`);
    } else {
      fail(`${loaded} fail to locate it:\n\t${messageOf(found.error)}`);
    }
    advice.allowErrors = true;
    // An older release refuses a go.mod whose lines it does not select, whatever is imported.
    advice.upgrade ||= load.requirements.roots.some((m) => graph.selected(m.path) !== m.version);
  } else if (pkg.error !== undefined) {
    advice.upgrade = true;
    fail(
      `${pkg.path} failed to load from any module,\n\tbut go ${version} would load it from ${nameOf(found.module)}`,
    );
  } else {
    advice.upgrade = true;
    fail(`${loaded} select ${found.module?.version ?? ''}\n`);
  }
}

function advise(load: PackageLoad, rs: Roots, version: string, advice: Advice): void {
  const { main, session } = load.parts.loader;
  const say = (text: string) => session.events({ kind: 'message', text });
  const { goVersion } = rs;
  const go = goVersion === main.single.goVersion ? '' : ` -go=${goVersion}`;
  const compat = version === prev(goVersion) ? '' : ` -compat=${version}`;
  const e = advice.allowErrors ? ' -e' : '';
  say('');
  if (advice.upgrade) {
    const left = advice.allowErrors ? ', leaving some packages unresolved' : '';
    say(
      `To upgrade to the versions selected by go ${version}${left}:\n` +
        `\tgo mod tidy${e} -go=${version} && go mod tidy${e} -go=${goVersion}${compat}`,
    );
  } else if (advice.allowErrors) {
    say(`To proceed despite packages unresolved in go ${version}:\n\tgo mod tidy -e${go}${compat}`);
  }
  say(`If reproducibility with go ${version} is not needed:\n\tgo mod tidy${go} -compat=${goVersion}`);
  say("For information about 'go mod tidy' compatibility, see:\n\thttps://go.dev/ref/mod#graph-pruning");
}

/** The release whose way to read the graph counts: the one asked for, or the one before the go line. */
export function compatibleVersion(goVersion: string, wanted: string): string {
  const usual = compare(goVersion, goStrictVersion) < 0 ? prev(goVersion) : goVersion;
  const version = wanted === '' ? usual : wanted;
  return compare(version, goVersion) > 0 ? goVersion : version;
}
