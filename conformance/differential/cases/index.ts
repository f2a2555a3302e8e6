// All cases, in the order in which they run.

import type { Case } from '../case.js';
import { argumentCases } from './arguments.js';
import { commandLineCases } from './command-lines.js';
import { databaseCases } from './database.js';
import { downloadCases } from './download.js';
import { editCases } from './edit.js';
import { faultCases } from './faults.js';
import { graphCases } from './graph.js';
import { initCases } from './init.js';
import { listCases } from './list.js';
import { moduleStateCases } from './module-states.js';
import { offlineCases } from './offline.js';
import { packageProjectCases } from './package-projects.js';
import { packageMadeCases } from './packages.js';
import { placeCases } from './places.js';
import { projectStateCases } from './project-states.js';
import { projectCases } from './projects.js';
import { proxyCases } from './proxies.js';
import { queryCases } from './queries.js';
import { rememberedCases } from './remembered.js';
import { settingsCases } from './settings.js';
import { stateCases } from './states.js';
import { straightCases } from './straight.js';
import { sumCases } from './sums.js';
import { surroundingsCases } from './surroundings.js';
import { workspaceCases } from './workspaces.js';

const ALIASED =
  'vendor -e with one requirement missing: go sorts its copy of the requirements over the original, and takes go.mod for changed';
const KEPT = 'a vendor folder that cannot be made stays as it was; go leaves a part of the new one';

/** Cases in which ours differs on purpose, and why. */
const DELIBERATE: Readonly<Record<string, string>> = {
  'packages/made/no-indirect/vendor-e': ALIASED,
  'packages/made/replaced/vendor-e': ALIASED,
  'packages/made/three-removed/vendor-e': ALIASED,
  'packages/spf13_cobra@v1.8.1/go-1.17/vendor-e': ALIASED,
  'packages/spf13_cobra@v1.8.1/go-1.21/vendor-e': ALIASED,
  'packages/spf13_cobra@v1.8.1/go-1.26/vendor-e': ALIASED,
  'packages/odd/of-module/badcgo/vendor': KEPT,
  'packages/odd/of-module/empty/vendor': KEPT,
  'packages/odd/of-module/syntax/vendor': KEPT,
};

/** Cases in which go's lines come in another order each time: tools that are not found, requests at the same time. */
const ANY_ORDER: readonly string[] = [
  'packages/odd/modules/tool/list',
  'packages/odd/modules/tool/readonly',
  'packages/odd/modules/tool/tidy',
  'packages/odd/modules/tool/vendor',
  'packages/line/-x_.....',
];

function annotated(one: Case): Case {
  const deliberate = DELIBERATE[one.name];
  return {
    ...one,
    ...(deliberate !== undefined && { deliberate }),
    ...(ANY_ORDER.includes(one.name) && { anyOrder: true as const }),
  };
}

/** The names above, which have to be those of cases. */
export const NAMED: readonly string[] = [...Object.keys(DELIBERATE), ...ANY_ORDER];

/** Every case; names are unique. */
export function allCases(): Case[] {
  return [
    ...downloadCases(),
    ...stateCases(),
    ...placeCases(),
    ...queryCases(),
    ...faultCases(),
    ...databaseCases(),
    ...proxyCases(),
    ...offlineCases(),
    ...sumCases(),
    ...editCases(),
    ...listCases(),
    ...graphCases(),
    ...initCases(),
    ...settingsCases(),
    ...moduleStateCases(),
    ...argumentCases(),
    ...workspaceCases(),
    ...surroundingsCases(),
    ...rememberedCases(),
    ...commandLineCases(),
    ...projectCases(),
    ...projectStateCases(),
    ...straightCases(),
    ...[...packageMadeCases(), ...packageProjectCases()].map(annotated),
  ];
}
