// Runs the go command's own script tests with this project's command in the place of `go`.
//
//   npm run conformance -- [options] [SCRIPT ...]
//
// Prints the failing names by area and, last, `N passed, N failed, N skipped`; exit 1 if any failed. Needs an installed
// Go with its sources, and no C compiler. Without Go it says so and ends with 0.

import { accessSync, constants, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { goBinary } from '../tools/testing/requirements.js';
import { areaOf, readScript } from './scripts/classify.js';
import { conformanceFolder, type GoTree, goTree, runHarness, scriptFolder } from './scripts/harness.js';
import { compatibilityPage, lost, readRecord, summary, updateRecord } from './scripts/report.js';
import { isArea, readTable, type Script, writeTable } from './scripts/table.js';
import { type Outcome, readTranscript } from './scripts/transcript.js';

const usage = `usage: run [options] [SCRIPT ...]
  SCRIPT            names without .txt; none: every script of the table that the stock go passes
  -a, --area LIST   only these areas: command download graph packages get work vcs toolchain build
  -c, --command F   an executable file to be called as go (conformance/go)
  --self            Go's own test binary: what a perfect score looks like on this machine
  --no-compiler     leave out the area build
  -j, --jobs N      scripts at a time (number of CPUs)
  -o, --log FILE    keep the transcript
  -l, --list        list the names and stop
  --write           record what passed (passed.json) and write COMPATIBILITY.md
  --ratchet         fail only when a script that passed before (passed.json) does not
  --classify        make scripts.json anew from the installed Go tree (runs everything with --self)
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    area: { type: 'string', short: 'a' },
    command: { type: 'string', short: 'c' },
    self: { type: 'boolean' },
    'no-compiler': { type: 'boolean' },
    jobs: { type: 'string', short: 'j' },
    log: { type: 'string', short: 'o' },
    list: { type: 'boolean', short: 'l' },
    write: { type: 'boolean' },
    ratchet: { type: 'boolean' },
    classify: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

const jobs = Number(values.jobs ?? cpus().length);

function wantedScripts(): string[] {
  if (positionals.length > 0) return positionals;
  const wanted = values.area?.split(',') ?? [];
  for (const name of wanted) if (!isArea(name)) throw new Error(`unknown area ${name}\n${usage}`);
  return readTable()
    .scripts.filter((script) => script.stock === 'pass')
    .filter((script) => wanted.length === 0 || wanted.includes(script.area))
    .filter((script) => !values['no-compiler'] || script.area !== 'build')
    .map((script) => script.name);
}

function standIn(): string | undefined {
  if (values.self) return undefined;
  const command = resolve(values.command ?? join(conformanceFolder(), 'go'));
  accessSync(command, constants.X_OK);
  if (!statSync(command).isFile()) throw new Error(`${command} is not an executable file`);
  return command;
}

async function runScripts(
  tree: GoTree,
  command: string | undefined,
  scripts: readonly string[],
): Promise<Outcome[]> {
  const transcript = await runHarness({ tree, command, scripts, jobs });
  if (values.log) writeFileSync(values.log, transcript);
  const outcomes = readTranscript(transcript);
  if (outcomes.length === 0) throw new Error(`no script ran:\n${transcript.slice(-2000)}`);
  return outcomes;
}

async function classify(tree: GoTree): Promise<void> {
  const folder = scriptFolder(tree);
  const names = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  const facts = names.map((file) => readScript(file.slice(0, -4), readFileSync(join(folder, file), 'utf8')));
  const ours = facts.flatMap((fact) => {
    const area = areaOf(fact);
    return area === undefined ? [] : [{ fact, area }];
  });
  const outcomes = await runScripts(
    tree,
    undefined,
    ours.map(({ fact }) => fact.name),
  );
  const verdicts = new Map(outcomes.map((outcome) => [outcome.script, outcome.verdict]));
  const scripts: Script[] = ours.map(({ fact, area }) => ({
    name: fact.name,
    area,
    compiler: fact.compiler,
    stock: verdicts.get(fact.name) ?? 'fail',
    commands: fact.commands,
  }));
  writeTable({ version: tree.version, scripts });
  process.stdout.write(summary(readTable(), outcomes));
}

async function main(): Promise<number> {
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (values.list) {
    process.stdout.write(`${wantedScripts().join('\n')}\n`);
    return 0;
  }
  const go = goBinary();
  if (go === undefined) {
    process.stdout.write(
      'conformance: skipped: no go command here, and the scripts are part of its sources\n',
    );
    return 0;
  }
  const tree = goTree(go);
  if (values.classify) {
    await classify(tree);
    return 0;
  }
  return await compare(tree);
}

async function compare(tree: GoTree): Promise<number> {
  const table = readTable();
  if (tree.version !== table.version) {
    process.stdout.write(
      `conformance: the table is of ${table.version}, the scripts are of ${tree.version}\n`,
    );
  }
  const scripts = wantedScripts();
  const outcomes = await runScripts(tree, standIn(), scripts);
  const before = readRecord();
  if (values.write) {
    const record = updateRecord(tree.version, outcomes);
    writeFileSync(join(dirname(conformanceFolder()), 'COMPATIBILITY.md'), compatibilityPage(table, record));
  }
  const text = summary(table, outcomes);
  if (values.ratchet) {
    const missing = lost(before, scripts, outcomes);
    if (missing.length > 0) process.stdout.write(`passed before and not now: ${missing.join(' ')}\n`);
    process.stdout.write(text);
    return missing.length > 0 ? 1 : 0;
  }
  process.stdout.write(text);
  return outcomes.some((outcome) => outcome.verdict === 'fail') || outcomes.length < scripts.length ? 1 : 0;
}

process.exitCode = await main();
