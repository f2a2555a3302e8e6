// The build list of the module in this folder, from .mod files alone: no Go, no network.
//
//   node build-list.mjs ~/go/pkg/mod/cache/download
//
// The folder is laid out as module proxies and Go's own cache are: example.com/m/@v/v1.0.0.mod.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readGraph } from 'gomod/graph';
import { parse } from 'gomod/modfile';
import { escapePath, escapeVersion, formatModule } from 'gomod/module';

const [folder = '.'] = process.argv.slice(2);

const graph = await readGraph({
  goMod: parse('go.mod', readFileSync('go.mod')),
  // A module without a version is a folder, from a line like `replace example.com/m => ../m`.
  readGoMod: ({ path, version }) =>
    version === ''
      ? readFile(join(path, 'go.mod'))
      : readFile(join(folder, escapePath(path), '@v', `${escapeVersion(version)}.mod`)),
});

for (const module of graph.buildList()) console.log(formatModule(module));
