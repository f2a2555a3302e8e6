// Runs one case by `go` and by us, in worlds at the same path one after the other, and compares everything.

import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { removeScratch } from '../../tools/testing/scratch.js';
import { folderFiles, writeFolder } from '../fixtures/folder.js';
import { type FixtureModule, proxyFiles, type ServedFiles } from '../fixtures/module.js';
import { type FixtureProxy, type SumDatabase, startProxy } from '../fixtures/proxy.js';
import { makeDatabase } from '../fixtures/sumdb.js';
import type { Case, Source, Step } from './case.js';
import { applyEdit } from './edits.js';
import { compareResults, inOrder, type StepResult, withoutDownloads } from './output.js';
import { mirrorFiles } from './projects.js';
import { compareTrees, type Tree } from './tree.js';
import { age, giveAway, makeWorld, runStep, type Surroundings, worldTree } from './world.js';

/** The two commands. `ours` is called by a link named `go`. */
export interface Commands {
  readonly go: string;
  readonly ours: string;
}

/** What came of a case. */
export interface CaseResult {
  readonly name: string;
  /**
   * `unfit`: go itself did not do what the case is about, so that being equal would prove nothing. `deliberate`: it differs, as
   * it is meant to.
   */
  readonly verdict: 'same' | 'different' | 'unfit' | 'deliberate';
  /** One text for each difference, with the command line it belongs to. */
  readonly reasons: readonly string[];
}

/** What a run needs beside the case. */
export interface Setting {
  readonly commands: Commands;
  /** A folder for this run alone; emptied at the end unless `keep`. */
  readonly folder: string;
  readonly gocache: string;
  /** The module cache of the cases that share one. */
  readonly modcache: string;
  readonly sources: SourceStore;
  readonly keep?: boolean;
}

interface Side {
  readonly results: readonly StepResult[];
  readonly requests: readonly number[];
  readonly tree: Tree;
}

/** Runs a case. */
export async function runCase(one: Case, setting: Setting): Promise<CaseResult> {
  mkdirSync(setting.folder, { recursive: true });
  const proxy = await startSource(one, setting);
  try {
    const around = surroundings(one, setting, proxy);
    const root = join(setting.folder, 'run');
    const sides: Side[] = [];
    for (const name of ['go', 'ours'] as const) {
      makeWorld(root, one.project);
      for (const edit of one.start ?? []) applyEdit(root, edit);
      age(root);
      if (one.unprivileged) giveAway(root);
      sides.push(
        await runSide(one, one.steps, setting.commands[name], setting.commands.go, root, around, proxy),
      );
      renameSync(root, join(setting.folder, name));
    }
    const [left, right] = sides as [Side, Side];
    const swapped = await runSwapped(one, setting, root, around, proxy);
    return judge(one, left, right, swapped);
  } finally {
    await proxy?.close();
    if (!setting.keep) removeScratch(setting.folder);
  }
}

/** Made-up modules as files and as a folder: made once for all cases that use them. */
export class SourceStore {
  readonly #folder: string;
  readonly #made = new Map<unknown, { readonly files: ServedFiles; readonly folder: string }>();
  readonly #databases = new Map<unknown, SumDatabase>();

  /** `folder`: where the folders for file:// are put. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What a source serves; `real` serves nothing. */
  open(source: Exclude<Source, 'real'>): { readonly files: ServedFiles; readonly folder: string } {
    const key = source === 'mirror' ? source : source.modules;
    let known = this.#made.get(key);
    if (!known) {
      known =
        source === 'mirror'
          ? { files: folderFiles(mirrorFiles()), folder: mirrorFiles() }
          : this.#write(source);
      this.#made.set(key, known);
    }
    return known;
  }

  /** The checksum database of everything that a source serves: it has recorded all of it, and changes no more. */
  database(source: Exclude<Source, 'real'>): SumDatabase {
    const key = source === 'mirror' ? source : source.modules;
    const known = this.#databases.get(key) ?? makeDatabase(this.open(source).files);
    this.#databases.set(key, known);
    return known;
  }

  #write(source: { readonly modules: readonly FixtureModule[] }) {
    const files = proxyFiles(source.modules);
    const folder = join(this.#folder, `proxy${this.#made.size}`);
    writeFolder(files, folder);
    return { files, folder };
  }
}

async function startSource(one: Case, setting: Setting): Promise<FixtureProxy | undefined> {
  const { source } = one;
  if (source === 'real') return undefined;
  const { files } = setting.sources.open(source);
  const database = () =>
    typeof one.sumdb === 'object' ? makeDatabase(files, one.sumdb) : setting.sources.database(source);
  const sumdb = one.sumdb ? { sumdb: database() } : {};
  return await startProxy({
    files,
    ...sumdb,
    ...(one.faults ? { faults: one.faults } : {}),
    ...(one.credentials ? { credentials: one.credentials } : {}),
  });
}

function surroundings(one: Case, setting: Setting, proxy: FixtureProxy | undefined): Surroundings {
  const folder = one.source === 'real' ? '' : setting.sources.open(one.source).folder;
  const names = { PROXY: proxy?.url ?? '', FILEPROXY: `file://${folder}`, SUMDB: proxy?.gosumdb ?? 'off' };
  if (one.source === 'real') return { ...names, env: { GOCACHE: setting.gocache, ...realEnvironment() } };
  const goproxy = one.transport === 'http' ? names.PROXY : names.FILEPROXY;
  const modcache = one.warm ? { GOMODCACHE: setting.modcache } : {};
  return { ...names, env: { GOCACHE: setting.gocache, GOPROXY: goproxy, GOSUMDB: names.SUMDB, ...modcache } };
}

/** What the machine says about its way to the public module proxy. */
function realEnvironment(): Record<string, string> {
  const names = [
    'GOPROXY',
    'GOSUMDB',
    'GONOSUMDB',
    'HTTPS_PROXY',
    'HTTP_PROXY',
    'NO_PROXY',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
  ];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}

async function runSide(
  one: Case,
  steps: readonly Step[],
  command: string,
  go: string,
  root: string,
  around: Surroundings,
  proxy: FixtureProxy | undefined,
): Promise<Side> {
  const results: StepResult[] = [];
  const requests: number[] = [];
  for (const step of steps) {
    proxy?.reset();
    results.push(await runStep(root, step.by === 'go' ? go : command, step, around, one));
    requests.push(proxy?.requests.length ?? 0);
  }
  return { results, requests, tree: worldTree(root) };
}

/** Each command in the world of the other. */
async function runSwapped(
  one: Case,
  setting: Setting,
  root: string,
  around: Surroundings,
  proxy: FixtureProxy | undefined,
): Promise<readonly Side[]> {
  if (!one.swapped) return [];
  const sides: Side[] = [];
  for (const [name, other] of [
    ['go', 'ours'],
    ['ours', 'go'],
  ] as const) {
    renameSync(join(setting.folder, other), root);
    sides.push(
      await runSide(one, one.swapped, setting.commands[name], setting.commands.go, root, around, proxy),
    );
    renameSync(root, join(setting.folder, other));
  }
  return sides;
}

function judge(one: Case, go: Side, ours: Side, swapped: readonly Side[]): CaseResult {
  const unfit = one.steps.flatMap((step, index) => unfitness(step, go.results[index]!, go.requests[index]!));
  if (unfit.length > 0) return { name: one.name, verdict: 'unfit', reasons: unfit.slice(0, SHOWN) };
  const reasons = differences(one, one.steps, go, ours);
  const [goThere, oursThere] = swapped;
  if (one.swapped && goThere && oursThere) {
    // That go can work in our world is part of what is compared.
    one.swapped.forEach((step, index) => {
      const lines = unfitness(step, goThere.results[index]!, goThere.requests[index]!);
      reasons.push(...lines.map((line) => `(go in our world) ${line}`));
    });
    reasons.push(
      ...differences(one, one.swapped, goThere, oursThere).map((line) => `(worlds exchanged) ${line}`),
    );
  }
  return { name: one.name, ...verdictOf(one, reasons) };
}

function verdictOf({ deliberate }: Case, reasons: readonly string[]): Omit<CaseResult, 'name'> {
  if (deliberate === undefined) return { verdict: reasons.length > 0 ? 'different' : 'same', reasons };
  if (reasons.length > 0) return { verdict: 'deliberate', reasons: [deliberate] };
  return { verdict: 'different', reasons: [`it does not differ, but should: ${deliberate}`] };
}

function differences(one: Case, steps: readonly Step[], go: Side, ours: Side): string[] {
  const reasons = steps.flatMap((step, index) => {
    const command = `[${go.results[index]!.command}]`;
    const lines = compareResults(
      comparable(one, go.results[index]!),
      comparable(one, ours.results[index]!),
    ).map((text) => `${command} ${text}`);
    const requests = ours.requests[index]!;
    if (step.offline && requests > 0) lines.push(`${command} asked the proxy ${requests} times`);
    return lines;
  });
  for (const path of one.absent ?? []) if (ours.tree.has(path)) reasons.push(`${path}: must not be there`);
  const trees = compareTrees(comparableTree(one, go.tree), comparableTree(one, ours.tree));
  reasons.push(...trees.slice(0, SHOWN));
  if (trees.length > SHOWN) reasons.push(`... and ${trees.length - SHOWN} more names`);
  return reasons;
}

/** Differing names, or steps that are unfit, shown of a case. */
const SHOWN = 15;

function comparable({ warm, anyOrder }: Case, result: StepResult): StepResult {
  const compared = warm ? withoutDownloads(result) : result;
  return anyOrder ? inOrder(compared) : compared;
}

function comparableTree(one: Case, tree: Tree): Tree {
  if (!one.cacheDiffers) return tree;
  return new Map([...tree].filter(([path]) => !path.startsWith('gopath/pkg/mod')));
}

function unfitness(step: Step, result: StepResult, requests: number): string[] {
  const expect = step.expect ?? 'ok';
  // A signal, a hang, or a change that could not be made before the step.
  const strange = typeof result.exit === 'string';
  const wrong = strange || (expect === 'ok' ? result.exit !== 0 : expect === 'fail' && result.exit === 0);
  if (wrong)
    return [
      `[${result.command}] go: exit ${result.exit}, the case is about ${expect}\n${result.stderr.slice(0, 600)}`,
    ];
  if (step.offline && requests > 0)
    return [`[${result.command}] go itself asked the proxy ${requests} times`];
  return [];
}
