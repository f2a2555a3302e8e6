// A short series of the real thing on made-up modules; acceptance runs a long one on real projects (main.ts).

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMemoryFolder } from '../../tools/testing/memory-folder.js';
import { goBinary, needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { seeded } from '../../tools/testing/seeded.js';
import type { FixtureModule } from '../fixtures/module.js';
import { type KillOptions, killSeries } from './kill.js';
import { togetherSeries } from './together.js';
import { makeWorld, type World } from './world.js';

const bin = fileURLToPath(new URL('../../bin/gomod.cjs', import.meta.url));
const built = existsSync(fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url)));

const modules: FixtureModule[] = Array.from({ length: 16 }, (_, i) => ({
  path: `example.com/Module${i}`,
  version: `v1.${i}.0`,
  files: Object.fromEntries(
    Array.from({ length: 12 }, (_, j) => [`p${j}/f.go`, `package p${j}\n// ${'z'.repeat(2000 * j)}\n`]),
  ),
}));

const need = needs('go');
const why = built ? '' : ' (skipped: the command is not built)';
describe.skipIf(need.skip || !built)(need.title(`killed and crowded${why}`), () => {
  let folder = '';
  let world: World;
  const options = (kills: number, signal: NodeJS.Signals = 'SIGKILL'): KillOptions => ({
    go: goBinary() ?? '',
    command: [process.execPath, bin],
    world,
    kills,
    signal,
    random: seeded(kills).next,
    report: () => {},
  });
  beforeAll(async () => {
    folder = makeMemoryFolder('gomod-kill-');
    world = await makeWorld({
      go: goBinary() ?? '',
      project: modules,
      folder: join(folder, 'world'),
      delay: 2,
    });
  });
  afterAll(async () => {
    await world.close();
    removeScratch(folder);
  });

  it('leaves a sound cache at the moment of any kill', { timeout: 240_000 }, async () => {
    expect(await killSeries(options(8))).toEqual({ kills: 8, problems: [] });
  });

  it('tidies up when it is asked to end', { timeout: 240_000 }, async () => {
    expect(await killSeries(options(4, 'SIGTERM'))).toEqual({ kills: 4, problems: [] });
  });

  it('shares a cold cache with go', { timeout: 240_000 }, async () => {
    expect(await togetherSeries(options(2))).toEqual({ kills: 2, problems: [] });
  });
});
