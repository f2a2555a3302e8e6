// The packages of the main modules: every folder with Go files that count for the tags, and the tools of go.mod.
//
// Rules: modload.matchPackages.

import { ImportsError } from '../../core/imports/index.js';
import { ignoreFolders, PackagePattern } from '../../core/search/index.js';
import { compareText } from '../../core/text.js';
import { findCause, rethrowFatal } from '../error.js';
import type { Workbench } from './workbench.js';

/** Their paths, sorted, and behind them the tools. */
export function mainPackages(bench: Workbench): string[] {
  const { loader, sources, scanner } = bench;
  const pattern = new PackagePattern('all');
  const paths: string[] = [];
  for (const { mod, root, file } of loader.main.list) {
    if (root === '') continue;
    const place = {
      tree: sources.tree(root),
      prefix: mod.path,
      endsAtGoMod: true,
      endsAtVendor: true,
      ignores: ignoreFolders((file?.ignore ?? []).map((line) => line.path)),
    };
    for (const { importPath, folder } of pattern.foldersIn(place)) {
      if (hasSources(() => scanner.scan(folder === '' ? root : `${root}/${folder}`))) paths.push(importPath);
    }
  }
  paths.sort(compareText);
  return [...paths, ...loader.main.tools];
}

/** Whether files of a folder count: a folder where something is wrong does. */
function hasSources(scan: () => unknown): boolean {
  try {
    scan();
    return true;
  } catch (error) {
    rethrowFatal(error);
    return findCause(error, ImportsError)?.code !== 'no-go-files';
  }
}
