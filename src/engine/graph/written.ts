// What go.mod says, where the module graph says something else.
//
// Of a go.mod that is not tidy (it requires less than its dependencies do) the graph has the requirements as they would be
// if it were. Whoever reads an explanation has the file before him: chains of requirements begin with its lines.

import { defaultGoModVersion, modCompare } from '../../core/gover/index.js';
import type { ModuleGraph } from '../../core/graph/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { type Loader, type Roots, sorted } from '../load/index.js';

/** The requirements of go.mod in the order of its lines, and before them the go and toolchain lines. */
function lines({ main }: Loader): ModuleVersion[] {
  const { file } = main.single;
  const go = { path: 'go', version: file?.go?.version ?? defaultGoModVersion };
  const toolchain =
    file?.toolchain === undefined ? [] : [{ path: 'toolchain', version: file.toolchain.name }];
  const required = (file?.require ?? []).map(({ mod }) => mod);
  const counts = (mod: ModuleVersion) => !main.excludes(mod) && !main.contains(mod.path);
  return [go, ...toolchain, ...required.filter(counts)];
}

/** The requirements as go.mod has them: the highest version of each, and the go and toolchain lines. */
export function written(loader: Loader): ModuleVersion[] {
  const found = new Map<string, string>();
  for (const { path, version } of lines(loader)) {
    const known = found.get(path);
    if (known === undefined || modCompare(path, known, version) < 0) found.set(path, version);
  }
  return [...found].map(([path, version]) => ({ path, version }));
}

/** What can be walked through. */
type Walk = Pick<ModuleGraph, 'walkBreadthFirst'>;

/** The graphs of the requirements that were raised round by round, until they select themselves. */
async function graphsOnTheWay(start: Roots): Promise<ModuleGraph[]> {
  const graphs: ModuleGraph[] = [];
  for (let rs = start; ; ) {
    const { graph, error } = await rs.graph();
    graphs.push(graph);
    const raised = new Map(rs.roots.map(({ path }) => [path, graph.selected(path)]));
    if (error !== undefined || rs.roots.every(({ path, version }) => raised.get(path) === version))
      return graphs;
    rs = rs.with({ roots: [...raised].map(([path, version]) => ({ path, version })) });
  }
}

/**
 * `graph`, in which the main module requires what go.mod says. Modules that only those requirements lead to are there as
 * well. What no line leads to is required as in `graph`.
 */
export async function graphAsWritten(loader: Loader, graph: ModuleGraph): Promise<Walk> {
  if (loader.inWorkspace) return graph;
  const { mod: main } = loader.main.single;
  const first = sorted(lines(loader));
  const texts = (list: readonly ModuleVersion[] = []) => list.map(formatModule).sort().join(' ');
  if (texts(graph.requiredBy(main)) === texts(first)) return graph;
  const rs = await loader.load();
  // Of a path that is required twice the lower version counts where nothing is pruned.
  const start = rs.with({ roots: rs.pruning === 'unpruned' ? first : written(loader) });
  const graphs = [graph, ...(await graphsOnTheWay(start))];
  const requiredBy = (m: ModuleVersion) =>
    graphs.map((each) => each.requiredBy(m)).find((required) => required !== undefined);
  const walkFrom = (roots: readonly ModuleVersion[]): Walk => ({
    walkBreadthFirst: (visit) => {
      const queue = [main];
      const queued = new Set([formatModule(main)]);
      for (const m of queue) {
        const required = m === main ? roots : requiredBy(m);
        visit(m, required);
        for (const next of required ?? []) {
          const key = formatModule(next);
          if (!queued.has(key)) queue.push(next);
          queued.add(key);
        }
      }
    },
  });
  const found = new Set<string>();
  walkFrom(first).walkBreadthFirst((m) => found.add(formatModule(m)));
  const others = graph.requiredBy(main)?.filter((m) => !found.has(formatModule(m))) ?? [];
  return walkFrom([...first, ...others]);
}
