// A module graph as text, one requirement a line: `path@version path@version`, main modules without a version.
//
// The lines come in the order of the walk, breadth first from the main modules; those of one module in the order
// of its go.mod. Rule: cmd/go/internal/modcmd (graph.go).

import { formatModule } from '../module/index.js';
import type { ModuleGraph } from './module-graph.js';

/** See the head of this file. */
export function formatGraph(graph: Pick<ModuleGraph, 'walkBreadthFirst'>): string {
  const lines: string[] = [];
  graph.walkBreadthFirst((m, required) => {
    if (required === undefined) return;
    const from = formatModule(m);
    for (const to of required) lines.push(`${from} ${formatModule(to)}\n`);
  });
  return lines.join('');
}
