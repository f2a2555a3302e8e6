// All cases, in the order in which they run.

import type { Case } from '../case.js';
import { downloadCases } from './download.js';
import { editCases } from './edit.js';
import { faultCases } from './faults.js';
import { listCases } from './list.js';
import { projectCases } from './projects.js';
import { queryCases } from './queries.js';
import { settingsCases } from './settings.js';
import { sumCases } from './sums.js';

/** Every case; names are unique. */
export function allCases(): Case[] {
  return [
    ...downloadCases(),
    ...queryCases(),
    ...faultCases(),
    ...sumCases(),
    ...editCases(),
    ...listCases(),
    ...settingsCases(),
    ...projectCases(),
  ];
}
