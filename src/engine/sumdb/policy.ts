// Which modules the checksum database is asked about.
//
// All but those that GONOSUMDB (by default GOPRIVATE) names, unless GOSUMDB is off. Toolchains are always asked
// about, whatever these say, because no go.sum lists them: off is an error then. They are not where GOPROXY is a
// single file:// URL, with which a release is tried out, and within the public proxy's own fetches.
// Rules: cmd/go/internal/modfetch/sumdb.go (useSumDB).

import { matchPrefixPatterns } from '../../core/module/index.js';
import type { Environment } from '../env/index.js';

const TOOLCHAIN = 'golang.org/toolchain';

/** Whether a module that go.sum does not list has to be verified by the database. */
export function usesSumDatabase(env: Environment, path: string): boolean {
  if (path === TOOLCHAIN && mustVerifyToolchain(env)) return true;
  return env.get('GOSUMDB') !== 'off' && !matchPrefixPatterns(env.get('GONOSUMDB'), path);
}

function mustVerifyToolchain(env: Environment): boolean {
  const goproxy = env.get('GOPROXY');
  if (goproxy.startsWith('file://') && !/[,|]/.test(goproxy)) return false;
  return !(env.process.GIT_HTTP_USER_AGENT ?? '').includes('proxy.golang.org');
}
