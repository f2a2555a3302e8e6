// Real go.mod files, as `go mod edit` prints and explains them and as we do.
//
//   npx tsx conformance/go-mod.ts [--count 300] [--seed 1]
//
// The files come from the mirror of the conformance tools, which a large project fills from the module proxy where it has too
// few. One version of each module is taken, by chance; so are the modules. Compared are stdout, stderr and exit status of
// `-print` and `-json`, and that printing again changes nothing.

import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { projects } from '../bench/scenario.js';
import { format, parse } from '../src/core/modfile/index.js';
import { quietHome } from '../tools/testing/quiet-home.js';
import { goBinary } from '../tools/testing/requirements.js';
import { runGo, runOurs } from '../tools/testing/run-program.js';
import { removeScratch } from '../tools/testing/scratch.js';
import { seeded } from '../tools/testing/seeded.js';
import { mirrorFiles, prepareProject } from './differential/projects.js';

const { values } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

const usage = `usage: go-mod [options]
  --count N   so many files; 300 when not given
  --seed N    which ones; 1 when not given
`;

/** The .mod files of the mirror by the folder that holds the versions of a module, both sorted. */
function modFiles(): Map<string, string[]> {
  let names: string[] = [];
  try {
    names = readdirSync(mirrorFiles(), { recursive: true, encoding: 'utf8' });
  } catch {
    // Nothing was ever mirrored.
  }
  const found = new Map<string, string[]>();
  for (const name of names.filter((each) => each.endsWith('.mod')).sort()) {
    const versions = found.get(dirname(name)) ?? [];
    found.set(dirname(name), [...versions, name]);
  }
  return found;
}

/** `count` files, each of another module. */
function choose(found: ReadonlyMap<string, readonly string[]>, count: number, seed: number): string[] {
  const chance = seeded(seed);
  const modules = [...found.values()];
  const chosen: string[] = [];
  while (chosen.length < count && modules.length > 0) {
    const [versions = []] = modules.splice(chance.below(modules.length), 1);
    chosen.push(chance.pick(versions));
  }
  return chosen;
}

/** What differs about one file; undefined where nothing does, `refused` where both refuse it in the same words. */
async function difference(folder: string, data: Uint8Array): Promise<string | undefined> {
  const path = join(folder, 'go.mod');
  const environment = {
    PATH: process.env.PATH ?? '',
    HOME: quietHome(folder),
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
  };
  for (const flag of ['-print', '-json']) {
    writeFileSync(path, data);
    const words = ['mod', 'edit', flag, 'go.mod'];
    const theirs = runGo({ cwd: folder, environment }, words);
    const ours = await runOurs({ cwd: folder, environment }, words);
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      return `${flag}\n--- go\n${theirs.stdout}${theirs.stderr}\n--- ours\n${ours.stdout}${ours.stderr}`;
    }
    if (theirs.status !== 0) return 'refused';
  }
  const printed = format(parse('go.mod', data).syntax);
  const again = format(parse('go.mod', printed).syntax);
  return Buffer.compare(printed, again) === 0 ? undefined : 'printed twice, it is another file';
}

/** Compares the files and says what differs. Answers how many do, and how many no main module may have. */
async function compareAll(names: readonly string[]): Promise<{ failed: number; refused: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'go-mod-'));
  let [failed, refused] = [0, 0];
  try {
    for (const name of names) {
      const data = readFileSync(join(mirrorFiles(), name));
      const found = await difference(folder, data);
      if (found === 'refused') refused++;
      if (found === undefined || found === 'refused') continue;
      failed++;
      process.stdout.write(`${name}: ${found}\n`);
    }
  } finally {
    removeScratch(folder);
  }
  return { failed, refused };
}

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const go = goBinary();
  if (go === undefined) {
    process.stderr.write('no go command here\n');
    return 1;
  }
  const count = Number(values.count ?? 300);
  if (modFiles().size < count) prepareProject(go, projects.large, { all: false });
  const chosen = choose(modFiles(), count, Number(values.seed ?? 1));
  const { failed, refused } = await compareAll(chosen);
  const missing = count - chosen.length;
  if (missing > 0) process.stdout.write(`${missing} files are missing\n`);
  if (refused > 0) process.stdout.write(`${refused} of them both refuse as that of a main module\n`);
  process.stdout.write(`${chosen.length - failed} passed, ${failed + missing} failed\n`);
  return failed + missing > 0 ? 1 : 0;
}

process.exitCode = await main();
