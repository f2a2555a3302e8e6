// Vendor mode: vendor/modules.txt stands for the module graph.
//
// Rules and texts: modload.readVendorList, Requirements.initVendor.

import { dirname, join } from 'node:path';
import { type ModuleGraph, vendoredGraph } from '../../core/graph/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { EngineError } from '../error.js';
import { errnoCode, fileError } from '../io/index.js';
import type { Session } from '../session.js';
import type { MainModules } from './main-modules.js';
import type { NewerGo } from './newer-go.js';
import { shortPath } from './read-modfile.js';
import { requirementsOf } from './roots.js';
import type { Summaries } from './summary.js';
import type { Roots } from './update-roots.js';
import { checkVendorConsistency, parseVendorList, type VendorList } from './vendor-list.js';

/** What reading the vendor folder takes. */
export interface VendorHost {
  readonly session: Session;
  readonly main: MainModules;
  readonly summaries: Summaries;
  readonly newer: NewerGo;
}

/**
 * Reads modules.txt of the vendor folder, an empty list where it is missing, and compares it with the main modules.
 * Throws a FatalError where they contradict each other, or the refusal of a go line in it.
 */
export function readVendorFolder(host: VendorHost): VendorList {
  const { session, main } = host;
  const folder = main.workspace === undefined ? main.single.root : dirname(main.workspace.path);
  const file = join(folder, 'vendor', 'modules.txt');
  const list = parseVendorList(readText(session, file));
  for (const { mod, goVersion } of list.meta.values()) {
    if (goVersion === '') continue;
    host.summaries.noteGoVersion(mod, goVersion);
    host.newer.check({ what: `${mod.path} in ${shortPath(session, file)}`, goVersion });
  }
  checkVendorConsistency(main, list, folder, (path) => shortPath(session, path));
  return list;
}

/** -overlay does not count here. */
function readText({ fs }: Session, file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return '';
    throw fileError(error, { op: errnoCode(error) === 'EISDIR' ? 'read' : 'open', name: file });
  }
}

/** What the graph of a vendored build is made from. */
export interface VendoredRun {
  readonly session: Session;
  readonly main: MainModules;
  /** Whether there is a main module at all. */
  readonly hasModule: boolean;
  readonly list: readonly ModuleVersion[];
  /** The error that go.mod would have to change. */
  dirty(): Error;
}

/** The graph for `rs`. Throws where a pruned module does not require all that is vendored. */
export function graphOfVendored(run: VendoredRun, rs: Roots): ModuleGraph {
  const { session, main, list } = run;
  if (main.workspace !== undefined) {
    const require = (m: (typeof main.list)[number]) => requirementsOf(session, m, 'vendor').roots;
    const members = main.list.map((m) => ({ mod: m.mod, require: require(m) }));
    return vendoredGraph({ roots: rs.roots, members, vendored: list });
  }
  const members = [{ mod: main.single.mod, require: rs.roots }];
  if (rs.pruning !== 'pruned') return vendoredGraph({ roots: main.versions, members, vendored: list });
  if (run.hasModule) requireVendored(run, rs);
  // A pruned module lists all that it needs: its requirements are the graph.
  return vendoredGraph({ roots: main.versions, members, vendored: [] });
}

function requireVendored(run: VendoredRun, rs: Roots): void {
  const missing = run.list.filter((m) => rs.selected(m.path) !== m.version);
  for (const m of missing) {
    const text = `vendored module ${formatModule(m)} should be required explicitly in go.mod`;
    run.session.events({ kind: 'error', error: new EngineError('vendor', text) });
  }
  if (missing.length > 0) throw run.dirty();
}
