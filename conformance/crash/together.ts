// `go mod download` and ours, started at once on one cold cache. Acceptance 4 of the main job.
//
// In every second round they also share the project, and so write one go.sum. Both must succeed, and leave the tree
// that go leaves alone.

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { checkCache } from './check-cache.js';
import { failureOf, type KillOptions, type KillResult, MOST } from './kill.js';
import { differences, type Place, removePlace, runCommand, runGo } from './world.js';

/** Runs the whole series: `kills` rounds, in which nobody is killed. */
export async function togetherSeries(options: KillOptions): Promise<KillResult> {
  const problems: string[] = [];
  for (let round = 1; round <= options.kills; round++) {
    const place = options.world.place(`together-${round}`);
    const found = await runTogether(options, place, round % 2 === 0);
    options.report(`round ${round}: ${found.length} problems`);
    problems.push(...found.slice(0, MOST).map((problem) => `round ${round}: ${problem}`));
    if (found.length === 0) removePlace(place);
  }
  return { kills: options.kills, problems };
}

async function runTogether(options: KillOptions, place: Place, oneProject: boolean): Promise<string[]> {
  const goPlace = oneProject ? place : { ...place, project: join(place.folder, 'go-project') };
  if (!oneProject) cpSync(place.project, goPlace.project, { recursive: true });
  const [go, ours] = await Promise.all([
    runGo(options.go, goPlace),
    runCommand([...options.command, 'mod', 'download'], place),
  ]);
  return [
    ...failureOf('go', go),
    ...failureOf('ours', ours),
    ...checkCache(place.gomodcache, { reference: options.world.reference.gomodcache }),
    ...differences(options.world, place),
    ...(oneProject ? [] : differences(options.world, goPlace)),
  ];
}
