// Direct access: fetching a module from where its source lives. Not there yet.
//
// Until it is, the error says which host would have been asked (cmd/go/internal/vcs: RepoRootForImportPath: a few
// hosts are known by name, all others are asked for a go-import tag). It is final: "not there" would let a query
// conclude that the module does not exist.

import type { ModuleRepo } from './client.js';
import { ProxyClientError } from './errors.js';
import { refusingRepo } from './refusing-repo.js';

/** The repository of `path` at its origin. Throws nothing; every question is refused. */
export function directRepo(path: string): ModuleRepo {
  return refusingRepo(path, () => directError(path));
}

/** The refusal. */
export function directError(path: string): ProxyClientError {
  const host = path.split('/', 1)[0]!;
  return new ProxyClientError(
    'unsupported',
    `module ${path}: direct access is not supported yet: ${host} would have been asked`,
    { hint: 'set GOPROXY to a module proxy that has the module, and see GOPRIVATE and GONOPROXY' },
  );
}
