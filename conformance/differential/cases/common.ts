// What the case lists share.

import { PROJECT_GO_MOD, PROJECT_MAIN, universe } from '../../fixtures/universe.js';
import type { Case, Project, Source } from '../case.js';

/** The made-up modules. */
export const made: Source = { modules: universe };

/** A consistent project on them, without go.sum. */
export const project: Project = { files: { 'go.mod': PROJECT_GO_MOD, 'main.go': PROJECT_MAIN } };

/** A folder without a module. */
export const nothing: Project = { files: { 'readme.txt': 'no module here\n' } };

/** A project with a go.mod of this text and nothing else. */
export function goMod(text: string): Project {
  return { files: { 'go.mod': text } };
}

/** The same case over both transports. */
export function overBoth(one: Omit<Case, 'transport'>): Case[] {
  return (['http', 'file'] as const).map((transport) => ({
    ...one,
    transport,
    name: `${one.name}/${transport}`,
  }));
}

/** A case on made-up modules over http, in the usual project. */
export function onMade(name: string, more: Partial<Case> & Pick<Case, 'steps'>): Case {
  return { name, project, source: made, transport: 'http', ...more };
}
