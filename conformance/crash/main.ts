// Kills cold downloads of a real project, fills up a disk under one, and lets go and us fill one cache at once: acceptance
// 4 and 5 of the main job. With --packages it kills tidy or vendor in a made-up project instead.
//
//   npx tsx conformance/crash/main.ts [options]
//
// Prints a line for each kill and last `N kills, M problems`; ends with 1 when there was a problem. What a failing kill
// has left stays for a look. Without Go it says so and ends with 0.

import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { goBinary } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { seeded } from '../../tools/testing/seeded.js';
import { fillDisks, insideNamespace, rerunInNamespace } from './disk.js';
import { type KillOptions, type KillResult, killSeries } from './kill.js';
import { makePackageWorld } from './packages.js';
import { togetherSeries } from './together.js';
import { makeWorld, type World } from './world.js';

const usage = `usage: main [options]
  --kills N       how many kills (20)
  --seed S        for the moments (1)
  --signal NAME   other than SIGKILL: then the command has to tidy up
  --project M@V   the project (github.com/gin-gonic/gin@v1.10.0)
  --delay MS      of each answer of the proxy (10); "file": the proxy is a folder
  --run WORDS     what is killed ("mod download")
  --packages C    kill C (tidy, vendor) in a made-up project with everything in its cache, but for
  --cold          which fetches its modules meanwhile
  --command F     our command (bin/gomod.cjs)
  --self          kill go instead, to see what the checks find there
  --folder DIR    where it happens (the folder for temporary files)
  --disk MIB      fill up a disk of this size, so many times, instead of killing (needs root)
  --together      start go and ours at once, so many times, instead of killing
  -q, --quiet     only problems and the last line
`;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    signal: { type: 'string', default: 'SIGKILL' },
    project: { type: 'string', default: 'github.com/gin-gonic/gin@v1.10.0' },
    delay: { type: 'string', default: '10' },
    run: { type: 'string', default: 'mod download' },
    packages: { type: 'string' },
    cold: { type: 'boolean', default: false },
    command: { type: 'string', default: 'bin/gomod.cjs' },
    folder: { type: 'string', default: tmpdir() },
    disk: { type: 'string' },
    together: { type: 'boolean', default: false },
    self: { type: 'boolean', default: false },
    quiet: { type: 'boolean', short: 'q', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

function run(options: KillOptions): Promise<KillResult> {
  if (values.together) return togetherSeries(options);
  if (values.disk !== undefined) return fillDisks({ ...options, mebibytes: Number(values.disk) });
  return killSeries(options);
}

function worldIn(go: string, folder: string): Promise<World> {
  const { packages: command, project, cold } = values;
  if (command === 'tidy' || command === 'vendor')
    return makePackageWorld({ go, command, folder, packages: 12, warm: !cold });
  if (command !== undefined) throw new Error(`--packages ${command}: neither tidy nor vendor`);
  const delay = values.delay === 'file' ? undefined : Number(values.delay);
  return makeWorld({ go, project, folder, delay, words: values.run.split(' ') });
}

async function main(): Promise<number> {
  const go = goBinary();
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  if (go === undefined) {
    process.stdout.write('skipped: no go command here\n');
    return 0;
  }
  if (values.disk !== undefined && process.getuid?.() !== 0) {
    process.stdout.write('skipped: mounting a disk needs root\n');
    return 0;
  }
  if (values.disk !== undefined && !insideNamespace()) return rerunInNamespace();
  mkdirSync(values.folder, { recursive: true });
  const folder = mkdtempSync(join(values.folder, 'crash-'));
  const world = await worldIn(go, folder);
  const report = (line: string) => void (values.quiet || process.stdout.write(`${line}\n`));
  const command = values.self ? [go] : [process.execPath, resolve(values.command)];
  try {
    const random = seeded(Number(values.seed)).next;
    const options = {
      go,
      command,
      world,
      report,
      random,
      kills: Number(values.kills),
      signal: values.signal as NodeJS.Signals,
    };
    const result = await run(options);
    for (const problem of result.problems) process.stdout.write(`PROBLEM ${problem}\n`);
    process.stdout.write(
      `${result.kills} ${values.together || values.disk !== undefined ? 'rounds' : 'kills'}, ${result.problems.length} problems\n`,
    );
    if (result.problems.length > 0) process.stdout.write(`left in ${folder}\n`);
    else removeScratch(folder);
    return result.problems.length > 0 ? 1 : 0;
  } finally {
    await world.close();
  }
}

process.exitCode = await main();
