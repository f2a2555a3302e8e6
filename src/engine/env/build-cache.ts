// Where the build cache is not, and why. Rules and texts: cmd/go/internal/cache (DefaultDir, initDefaultCache).

import type { Environment } from './environment.js';
import { userCacheFolder } from './host.js';

/** Go's words for a GOCACHE that is off, whoever or whatever made it so; undefined where there is a folder. */
export function buildCacheProblem(env: Environment): string | undefined {
  if (env.get('GOCACHE') !== 'off') return undefined;
  if (env.source('GOCACHE') !== 'default') {
    const isOff = (env.process.GOCACHE || 'off') === 'off';
    if (isOff) return 'build cache is disabled by GOCACHE=off, but required as of Go 1.12';
    return 'build cache is required, but could not be located: GOCACHE is not an absolute path';
  }
  const folder = userCacheFolder(env.host, (name) => env.process[name] ?? '');
  const reason = 'missing' in folder ? folder.missing : '';
  return `build cache is required, but could not be located: GOCACHE is not defined and ${reason}`;
}
