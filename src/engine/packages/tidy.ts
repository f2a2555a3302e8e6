// `go mod tidy`: go.mod and go.sum as the imports of the main module need them.
//
// These are two files, each replaced whole. First go.sum gets what it lacks, then go.mod is written, then what nobody needs
// any more leaves go.sum: whoever dies in between, go.sum has the sums for the go.mod that is there, and the next tidy
// takes out what is too much. (Go, which writes go.sum once and first, may leave a go.mod without its sums.)
//
// Rules: cmd/go/internal/modcmd (runTidy), modload.LoadPackages.

import { unifiedDiff } from '../../core/diff.js';
import { compare } from '../../core/gover/index.js';
import { NONE, type VersionSet } from '../../core/mvs/index.js';
import { type Loader, pruningFor, type Roots } from '../load/index.js';
import { loadAll } from './all.js';
import { checkCompatibility, compatibleVersion } from './compatibility.js';
import type { PackageLoad } from './load.js';
import { packageSums } from './sums.js';

/** How to tidy. */
export interface TidyOptions {
  /** -e: go on although packages cannot be loaded. */
  readonly allowErrors: boolean;
  /** -diff: write nothing. */
  readonly diff: boolean;
  /** -v: tell which requirements are not used. */
  readonly verbose: boolean;
  /** -go: the go line to be; '' for that of go.mod. */
  readonly goVersion: string;
  /** -compat: the release whose checksums are kept; '' for the one before the go line. */
  readonly compat: string;
}

/**
 * Tidies, and writes; with `diff` answers what would be written, '' for nothing. Rejects where packages cannot be loaded,
 * which was told.
 */
export async function tidy(loader: Loader, options: TidyOptions): Promise<string> {
  const { load, start } = await loadAll(loader, {
    tests: true,
    resolveMissing: true,
    tidy: { goVersion: options.goVersion },
    vendorAll: false,
    allowErrors: options.allowErrors,
    silence: { packageErrors: false, missingStandard: true },
  });
  if (options.verbose) await tellUnused(load, start);
  const keep = await packageSums(load, load.requirements, false);
  loader.requirements = load.requirements;
  const version = compatibleVersion(load.requirements.goVersion, options.compat);
  const pruning = pruningFor(version);
  if (pruning !== load.requirements.pruning) {
    const compatible = load.requirements.with({ pruning });
    await checkCompatibility(load, compatible, version);
    await packageSums(load, compatible, false, keep);
  }
  await loader.sums.load();
  loader.sums.trim(keep);
  if (options.diff) return await differences(load, compare(version, '1.16') > 0 ? undefined : keep);
  await loader.addSums(keep);
  await loader.writeGoMod(load.requirements, true);
  await loader.writeSums(keep);
  await loader.writeSums(await packageSums(load, load.requirements, true));
  return '';
}

/** What would change, as unified diffs; '' for nothing. */
async function differences(load: PackageLoad, kept: VersionSet | undefined): Promise<string> {
  const { loader } = load.parts;
  const goMod = loader.goModChange(load.requirements);
  const keep = kept ?? (await packageSums(load, load.requirements, true));
  const goSum = await loader.sums.change(keep);
  const diffs = [
    unifiedDiff('current/go.mod', goMod.before, 'tidy/go.mod', goMod.after),
    unifiedDiff('current/go.sum', goSum.before, 'tidy/go.sum', goSum.after),
  ];
  return diffs.map((diff) => (diff === '' ? '' : `${diff}\n`)).join('');
}

async function tellUnused(load: PackageLoad, start: Roots): Promise<void> {
  const rs = load.requirements;
  const { graph } = await rs.graph();
  for (const { path } of start.roots) {
    const unused =
      rs.pruning === 'unpruned' ? graph.selected(path) === NONE : rs.selected(path) === undefined;
    if (unused) load.parts.loader.session.events({ kind: 'message', text: `unused ${path}` });
  }
}
