// What version selection needs of a dependency's go.mod.
//
// A summary is taken of the module that is really used: the replacement where there is one. The lines of the
// main modules' exclude directives are left out of it. Rules and texts: modload.goModSummary, rawGoModSummary.

import { join } from 'node:path';
import {
  compare,
  goStrictVersion,
  isToolchain,
  modIsValid,
  type TooNewError,
} from '../../core/gover/index.js';
import { summaryOf, toolchainSummary } from '../../core/graph/index.js';
import { type GoModFacts, goModFactsOf, readGoModFacts } from '../../core/modfile/index.js';
import { formatModule, type ModuleVersion, moduleError } from '../../core/module/index.js';
import { EngineError, FatalError, isNotExist, messageOf, rethrowFatal } from '../error.js';
import { goModKey, type SumLedger } from '../fetch/index.js';
import { OnceCache } from '../io/index.js';
import type { Session } from '../session.js';
import type { MainModules } from './main-modules.js';
import type { NewerGo } from './newer-go.js';
import type { Overlay } from './overlay.js';
import { readFileBytes, shortPath } from './read-modfile.js';

/** See the head of this file. */
export interface ModSummary {
  /** The path on the module line; '' without one. */
  readonly modulePath: string;
  /** '' without a go line. */
  readonly goVersion: string;
  /** Whether the module's transitive requirements can be pruned out of graphs. */
  readonly pruned: boolean;
  /** Requirements in file order, and `go` where the go line counts as one. */
  readonly require: readonly ModuleVersion[];
  readonly retract: readonly { readonly low: string; readonly high: string; readonly rationale: string }[];
  readonly deprecated: string;
}

/** A summary, and the error that its go line is newer than we are: retractions count all the same. */
export interface RawSummary {
  readonly summary: ModSummary;
  readonly tooNew: TooNewError | undefined;
}

/** What summaries are made from. */
export interface SummaryHost {
  readonly session: Session;
  readonly overlay: Overlay;
  readonly main: MainModules;
  readonly sums: SumLedger;
  readonly newer: NewerGo;
  /** Whether a module without a sum in go.sum may not be used (-mod=readonly, -mod=vendor). */
  readonly mustHaveSums: boolean;
  /** In vendor mode: what stands for the requirements of any vendored module, undefined for others. */
  vendored(m: ModuleVersion): readonly ModuleVersion[] | undefined;
  readonly vendoring: boolean;
  fetchGoMod(m: ModuleVersion): Promise<Uint8Array>;
  /** See Fetcher.goModFacts. */
  goModFacts(m: ModuleVersion, read: (data: Uint8Array) => GoModFacts): Promise<GoModFacts>;
}

const emptySummary: ModSummary = {
  modulePath: '',
  goVersion: '',
  pruned: true,
  require: [],
  retract: [],
  deprecated: '',
};

function ofToolchain(m: ModuleVersion): ModSummary {
  return { ...emptySummary, modulePath: m.path, ...toolchainSummary(m) };
}

/** Summaries of one run. Safe to call many at once. */
export class Summaries {
  /** Requirements that were read, each once. */
  readonly #requirements = new Map<string, ModuleVersion>();
  readonly #raw = new OnceCache<RawSummary>();
  readonly #goVersions = new Map<string, string>();

  constructor(private readonly host: SummaryHost) {}

  /** The go line of a module whose go.mod was read in this run; undefined for others. */
  knownGoVersion(m: ModuleVersion): string | undefined {
    return this.#goVersions.get(formatModule(m));
  }

  /** States the go line of a module, first statement wins. */
  noteGoVersion(m: ModuleVersion, goVersion: string): void {
    const key = formatModule(m);
    if (!this.#goVersions.has(key)) this.#goVersions.set(key, goVersion);
  }

  /** The summary of `m` as it counts in the graph. Rejects with an error pinned to the module. */
  async summary(m: ModuleVersion): Promise<ModSummary> {
    const { main } = this.host;
    if (isToolchain(m.path)) return ofToolchain(m);
    if (this.host.vendoring) {
      return { ...emptySummary, modulePath: m.path, pruned: true, require: this.host.vendored(m) ?? [] };
    }
    const actual = main.resolve(m);
    await this.#requireSum(m, actual);
    const { summary, tooNew: error } = await this.raw(actual);
    if (error !== undefined) throw error;
    if (actual.version !== '') checkPath(m, actual, summary.modulePath);
    if (!summary.require.some((r) => main.excludes(r))) return summary;
    return { ...summary, require: summary.require.filter((r) => !main.excludes(r)) };
  }

  async #requireSum(m: ModuleVersion, actual: ModuleVersion): Promise<void> {
    if (!this.host.mustHaveSums || actual.version === '') return;
    await this.host.sums.load();
    if (this.host.sums.has(goModKey(actual))) return;
    const message = `missing go.sum entry for go.mod file; to add it:\n\tgo mod download ${m.path}`;
    throw moduleError(actual, new EngineError('checksum', message));
  }

  /** The summary of exactly `m`: no replacements, no exclusions, no sums required. */
  raw(m: ModuleVersion): Promise<RawSummary> {
    if (isToolchain(m.path)) return Promise.resolve({ summary: ofToolchain(m), tooNew: undefined });
    return this.#raw.do(formatModule(m), () => this.#read(m));
  }

  async #read(m: ModuleVersion): Promise<RawSummary> {
    const { main } = this.host;
    const member = m.version === '' ? main.find(m.path) : undefined;
    if (member !== undefined && main.workspace !== undefined) {
      if (member.file === undefined)
        return { summary: { ...emptySummary, modulePath: m.path }, tooNew: undefined };
      return this.#summarize(m, goModFactsOf(member.file));
    }
    if (m.version !== '') {
      requireValid(m);
      return this.#summarize(m, await this.host.goModFacts(m, (data) => this.#facts(m, 'go.mod', data)));
    }
    const { name, data } = await this.data(m);
    return this.#summarize(m, this.#facts(m, name, data));
  }

  #facts(m: ModuleVersion, name: string, data: Uint8Array): GoModFacts {
    try {
      return readGoModFacts(name, data, this.#requirements);
    } catch (error) {
      rethrowFatal(error);
      const shown = name === 'go.mod' ? name : shortPath(this.host.session, name);
      const message = `parsing ${shown}: ${messageOf(error)}`;
      throw moduleError(m, new EngineError('bad-gomod', message, { cause: error }));
    }
  }

  /** The bytes of the go.mod of exactly `m`, and the name that messages give it. */
  async data(m: ModuleVersion): Promise<{ name: string; data: Uint8Array }> {
    if (m.version !== '') {
      requireValid(m);
      return { name: 'go.mod', data: await this.host.fetchGoMod(m) };
    }
    const { session, overlay, main } = this.host;
    const folder = main.replacementFolder(m.path);
    const name = join(folder, 'go.mod');
    try {
      return { name, data: await readFileBytes(session, overlay, name) };
    } catch (error) {
      const message = `reading ${shortPath(session, name)}: ${messageOf(error)}`;
      const hint = isNotExist(error) ? missingFolderHint(shortPath(session, name)) : undefined;
      // Without its cause: to Go, a missing folder does not mean that the module does not exist.
      throw moduleError(m, new EngineError('io', message, hint === undefined ? {} : { hint }));
    }
  }

  #summarize(
    m: ModuleVersion,
    { modulePath, goVersion, require, retract, deprecated }: GoModFacts,
  ): RawSummary {
    if (goVersion !== '') this.noteGoVersion(m, goVersion);
    const strict = goVersion !== '' && compare(goVersion, goStrictVersion) >= 0;
    return {
      summary: { modulePath, goVersion, ...summaryOf(goVersion, require), retract, deprecated },
      tooNew: strict ? this.host.newer.refusal({ what: `module ${formatModule(m)}`, goVersion }) : undefined,
    };
  }
}

function requireValid(m: ModuleVersion): void {
  if (modIsValid(m.path, m.version)) return;
  const text = `internal error: ${formatModule(m)}: unexpected invalid semantic version`;
  throw new FatalError('bad-argument', text);
}

/** What to do where a directory replacement is not there yet, as in a layer made of go.mod and go.sum alone. */
function missingFolderHint(goMod: string): string {
  return (
    'a replace line points to a folder that is not here\n' +
    `only its go.mod is needed for now: bring ${goMod} before downloading; the sources may come later`
  );
}

/** A fetched module must call itself by the path under which it is required, or under which it was fetched. */
function checkPath(m: ModuleVersion, actual: ModuleVersion, declared: string): void {
  if (declared === '') {
    throw moduleError(actual, new EngineError('bad-gomod', 'parsing go.mod: missing module line'));
  }
  if (declared === m.path || declared === actual.path) return;
  const message =
    `parsing go.mod:\n\tmodule declares its path as: ${declared}\n` +
    `\t        but was required as: ${m.path}`;
  throw moduleError(actual, new EngineError('bad-gomod', message));
}
