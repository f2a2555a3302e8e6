// tidy and vendor, killed; a long series is a line of acceptance (main.ts).

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMemoryFolder } from '../../tools/testing/memory-folder.js';
import { goBinary, needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { seeded } from '../../tools/testing/seeded.js';
import { killSeries } from './kill.js';
import { makePackageWorld, type PackageCommand } from './packages.js';

const bin = fileURLToPath(new URL('../../bin/gomod.cjs', import.meta.url));
const built = existsSync(fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url)));

let folder = '';
beforeAll(() => {
  folder = makeMemoryFolder('gomod-kill-packages-');
});
afterAll(() => removeScratch(folder));

const need = needs('go');
const why = built ? '' : ' (skipped: the command is not built)';
const worlds: readonly [command: PackageCommand, cache: 'cold' | 'warm', signal: NodeJS.Signals][] = [
  ['tidy', 'cold', 'SIGKILL'],
  ['tidy', 'warm', 'SIGKILL'],
  ['vendor', 'cold', 'SIGTERM'],
  ['vendor', 'warm', 'SIGKILL'],
];

describe.skipIf(need.skip || !built)(need.title(`killed at any moment${why}`), () => {
  it.each(worlds)('%s with a %s cache, by %s', { timeout: 120_000 }, async (command, cache, signal) => {
    const place = join(folder, `${command}-${cache}`);
    const options = { go: goBinary() ?? '', command, folder: place, packages: 6, warm: cache === 'warm' };
    const world = await makePackageWorld(options);
    try {
      const result = await killSeries({
        go: options.go,
        command: [process.execPath, bin],
        world,
        kills: 5,
        signal,
        random: seeded(5).next,
        report: () => {},
      });
      expect(result).toEqual({ kills: 5, problems: [] });
    } finally {
      await world.close();
    }
  });
});
