// The same command lines by `go` and by us, everything compared.
//
//   npm run differential -- [options]
//
// Prints each case that differs, with what differs, and last `N passed, N failed, N skipped`. Without Go it says so and ends
// with 0. Options are in `usage`.

import { chmodSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { goBinary } from '../../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../../tools/testing/scratch.js';
import { globMatcher } from '../fixtures/fault.js';
import { cacheFolder, conformanceFolder } from '../scripts/harness.js';
import type { Case } from './case.js';
import { allCases } from './cases/index.js';
import { realProjects } from './cases/real-projects.js';
import { type CaseResult, runCase, SourceStore } from './execute.js';
import { type ProjectNeeds, prepareProject } from './projects.js';
import { sampleOf } from './sample.js';

const usage = `usage: main [options]
  --all           every case; without: those on made-up modules, which need no network
  --only GLOB     cases whose names match (several: comma)
  --except GLOB   none whose names match (several: comma)
  --sample N      so many of the chosen cases, by seed
  --seed S        for --sample (1)
  --within S      starts no case after so many seconds, and tells how many it left out
  --self          go against go: shows which cases are unfit
  --command F     the executable file that is called as go (conformance/go)
  --folder DIR    where the worlds are made (the folder for temporary files)
  --keep          leave the worlds for a look
  -j, --jobs N    cases at a time (number of CPUs)
  -l, --list      list the names and stop
  -v, --verbose   name each case when it ends, with its time
`;

const { values } = parseArgs({
  options: {
    all: { type: 'boolean' },
    only: { type: 'string' },
    except: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string' },
    within: { type: 'string' },
    self: { type: 'boolean' },
    command: { type: 'string' },
    folder: { type: 'string' },
    keep: { type: 'boolean' },
    jobs: { type: 'string', short: 'j' },
    list: { type: 'boolean', short: 'l' },
    verbose: { type: 'boolean', short: 'v' },
    help: { type: 'boolean', short: 'h' },
  },
});

/** After so many cases the number of those that are done is told on stderr: all of them take an hour. */
const PROGRESS_EVERY = 200;

function chosenCases(): Case[] {
  const globs = values.only?.split(',').map(globMatcher);
  const excepted = values.except?.split(',').map(globMatcher) ?? [];
  const chosen = allCases()
    .filter((one) => (globs ? globs.some((matches) => matches(one.name)) : true))
    .filter((one) => !excepted.some((matches) => matches(one.name)))
    .filter(
      (one) =>
        values.all || globs !== undefined || (typeof one.source === 'object' && !('module' in one.project)),
    );
  return values.sample
    ? sampleOf(
        chosen.filter((one) => !one.large),
        Number(values.sample),
        Number(values.seed ?? 1),
      )
    : chosen;
}

async function runAll(cases: readonly Case[], go: string): Promise<CaseResult[]> {
  const folder = mkdtempSync(join(values.folder ?? tmpdir(), 'differential-'));
  // Some cases are run by another user.
  chmodSync(folder, 0o755);
  const link = join(folder, 'ours', 'go');
  mkdirSync(join(folder, 'ours'));
  symlinkSync(resolve(values.command ?? join(conformanceFolder(), 'go')), link);
  const commands = { go, ours: values.self ? go : link };
  const sources = new SourceStore(folder);
  // What an earlier build of ours remembered is not what is looked at.
  removeTree(join(cacheFolder(), 'modcache/cache/gomod'));
  const queue = [...cases.entries()];
  const results: CaseResult[] = [];
  const end = performance.now() + Number(values.within ?? Infinity) * 1000;
  const worker = async () => {
    for (let next = queue.shift(); next; next = performance.now() < end ? queue.shift() : undefined) {
      const [index, one] = next;
      const setting = {
        commands,
        folder: join(folder, `c${index}`),
        // Kept from run to run: what is compiled has no folder's name in it.
        gocache: one.unprivileged ? join(folder, 'gocache') : join(cacheFolder(), 'gocache'),
        modcache: join(cacheFolder(), 'modcache'),
        keep: values.keep ?? false,
        sources,
      };
      const start = performance.now();
      const result = await runCase(one, setting).catch(
        (error: Error): CaseResult => ({ name: one.name, verdict: 'unfit', reasons: [String(error.stack)] }),
      );
      results.push(result);
      if (results.length % PROGRESS_EVERY === 0)
        process.stderr.write(`differential: ${results.length} of ${cases.length}\n`);
      report(result, (performance.now() - start) / 1000);
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs ?? cpus().length) }, worker));
  if (queue.length > 0) process.stdout.write(`${queue.length} left out: the time is over\n`);
  if (!values.keep) removeScratch(folder);
  else process.stdout.write(`the worlds are in ${folder}\n`);
  return results;
}

function report(result: CaseResult, seconds: number): void {
  if (result.verdict === 'same' && !values.verbose) return;
  const reasons = result.reasons.map((reason) => `  ${reason.replaceAll('\n', '\n  ')}\n`).join('');
  process.stdout.write(`${result.verdict}: ${result.name} (${seconds.toFixed(1)} s)\n${reasons}`);
}

/** What the mirror must have for the cases, by project. */
function needsOf(cases: readonly Case[]): Map<string, ProjectNeeds[]> {
  const byProject = new Map<string, Case[]>();
  for (const one of cases) {
    if (!('module' in one.project)) continue;
    const { module } = one.project;
    byProject.set(module, [...(byProject.get(module) ?? []), one]);
  }
  return new Map([...byProject].map(([module, own]) => [module, needsOfProject(module, own)]));
}

function needsOfProject(module: string, own: readonly Case[]): ProjectNeeds[] {
  const filled = own.flatMap(({ start = [], fills }) => (fills ? [{ all: false, start, fills }] : []));
  const usual = own.filter(({ fills }) => fills === undefined);
  if (usual.length === 0) return filled;
  const start = realProjects.find((project) => project.module === module)?.start;
  const all = values.sample === undefined || usual.some(downloadsAll);
  return [...filled, { all, ...(start ? { start } : {}) }];
}

function downloadsAll({ steps, swapped = [] }: Case): boolean {
  return [...steps, ...swapped].some(({ run }) => run.includes('download') && run.includes('all'));
}

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const cases = chosenCases();
  if (values.list) {
    process.stdout.write(cases.map((one) => `${one.name}\n`).join(''));
    return 0;
  }
  const go = goBinary();
  if (go === undefined) {
    process.stdout.write('differential: skipped: no go command here\n');
    return 0;
  }
  for (const [module, needs] of needsOf(cases)) prepareProject(go, module, ...needs);
  const results = await runAll(cases, go);
  const count = (verdict: string) => results.filter((result) => result.verdict === verdict).length;
  const deliberate = count('deliberate');
  if (deliberate > 0) process.stdout.write(`${deliberate} differ on purpose\n`);
  process.stdout.write(`${count('same')} passed, ${count('different')} failed, ${count('unfit')} unfit\n`);
  return count('different') + count('unfit') > 0 ? 1 : 0;
}

process.exitCode = await main();
