// What is known of one module, asked for by its path or `path@version`: the function `module` of templates.
//
// Failures are told in the answer, but for a module graph that cannot be read. Rules and texts: modload.ModuleInfo.

import type { ModuleVersion } from '../../core/module/index.js';
import { quote } from '../../core/quote.js';
import type { ModuleCache } from '../cache/index.js';
import { FatalError } from '../error.js';
import type { Loader } from '../load/index.js';
import { type InfoHost, moduleInfo } from './module-info.js';
import type { ModulePublic } from './module-public.js';
import { Retractions } from './retractions.js';
import { noReuse } from './reuse.js';

/** The module `m` that loading chose for a package. `files` as with {@link describeModule}. Reads no graph. */
export async function describeChosen(
  loader: Loader,
  cache: ModuleCache,
  m: ModuleVersion,
  files: boolean,
): Promise<ModulePublic> {
  return await moduleInfo(hostOf(loader, cache, files), await loader.load(), m);
}

function hostOf(loader: Loader, cache: ModuleCache, files: boolean): InfoHost {
  const mode = { versions: false, retracted: false, files };
  return { loader, cache, retractions: new Retractions(loader), mode, reuse: noReuse };
}

/**
 * See the head of this file. Rejects with a FatalError where the graph is needed and cannot be read. `files`: whether the
 * module's files and sums are looked for.
 */
export async function describeModule(
  loader: Loader,
  cache: ModuleCache,
  name: string,
  files = true,
): Promise<ModulePublic> {
  const host = hostOf(loader, cache, files);
  const at = name.indexOf('@');
  if (at >= 0) {
    const version = name.slice(at + 1);
    if (/^[-/]/.test(version)) {
      return { path: '', error: { err: `invalid module version ${quote(version)}` } };
    }
    return await moduleInfo(host, undefined, { path: name.slice(0, at), version });
  }
  const version = await selected(loader, name);
  if (version === 'none') return { path: name, error: { err: 'module not in current build' } };
  return await moduleInfo(host, await loader.load(), { path: name, version });
}

/** The version in use; '' for a main module, `none` without one. */
async function selected(loader: Loader, path: string): Promise<string> {
  const rs = await loader.load();
  if (rs.pruning === 'pruned') {
    const version = loader.main.contains(path) ? '' : rs.selected(path);
    if (version !== undefined) return version;
  }
  const { graph, error } = await rs.graph();
  if (error !== undefined) throw new FatalError('query', error.message, { cause: error });
  return graph.selected(path);
}
