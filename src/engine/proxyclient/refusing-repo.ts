// A repository that has nothing: GOPROXY=off, and direct access until there is any.

import type { ModuleRepo } from './client.js';

/** A repository that answers every question with the same error (modfetch.errRepo). */
export function refusingRepo(modulePath: string, error: () => Error): ModuleRepo {
  const refuse = async (): Promise<never> => {
    throw error();
  };
  return {
    modulePath,
    checkReuse: refuse,
    versions: refuse,
    stat: refuse,
    latest: refuse,
    goMod: refuse,
    zip: refuse,
  };
}
