// Whether a version was retracted or its module deprecated, which only the newest version can say.
//
// Rules and texts: modload.CheckRetractions, CheckDeprecation, queryLatestVersionIgnoringRetractions.

import { modCompare } from '../../core/gover/index.js';
import { formatModule, ModuleError, type ModuleVersion, moduleError } from '../../core/module/index.js';
import { EngineError, findCause, messageOf, rethrowFatal } from '../error.js';
import { OnceCache } from '../io/index.js';
import type { Loader } from '../load/index.js';
import { type Allowed, ExcludedError, RetractedError } from '../query/index.js';

/** See the head of this file. Safe to call many at once. */
export class Retractions {
  readonly #latest = new OnceCache<ModuleVersion>();

  constructor(private readonly loader: Loader) {}

  /** Rejects for versions that the main modules exclude or that were retracted (modload.CheckAllowed). */
  readonly checkAllowed: Allowed = async (m) => {
    await this.checkExclusions(m);
    await this.checkRetractions(m);
  };

  /** Rejects for versions that the main modules exclude. */
  readonly checkExclusions: Allowed = async (m) => {
    if (this.loader.main.excludes(m)) throw moduleError(m, new ExcludedError());
  };

  /** Rejects with a RetractedError for versions that their author retracted. */
  readonly checkRetractions: Allowed = async (m) => {
    if (!this.#checkable(m)) return;
    try {
      const { summary } = await this.loader.summaries.raw(await this.#newest(m.path));
      const hits = summary.retract.filter(
        ({ low, high }) =>
          modCompare(m.path, low, m.version) <= 0 && modCompare(m.path, m.version, high) <= 0,
      );
      if (hits.length === 0) return;
      const rationales = hits.map((hit) => hit.rationale).filter((text) => text !== '');
      throw moduleError(m, new RetractedError(rationales));
    } catch (error) {
      rethrowFatal(error);
      if (findCause(error, RetractedError) !== undefined) throw error;
      const reason = findCause(error, ModuleError)?.cause ?? error;
      const text = `loading module retractions for ${formatModule(m)}: ${messageOf(reason)}`;
      throw new EngineError('query', text, { cause: error });
    }
  };

  /** The deprecation message of a module; '' without one. */
  async deprecation(m: ModuleVersion): Promise<string> {
    if (!this.#checkable(m)) return '';
    try {
      const { summary } = await this.loader.summaries.raw(await this.#newest(m.path));
      return summary.deprecated;
    } catch (error) {
      rethrowFatal(error);
      throw new EngineError('query', `loading deprecation for ${m.path}: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }

  /** Main modules, directories and modules that are replaced as a whole have nobody who could retract them. */
  #checkable(m: ModuleVersion): boolean {
    return m.version !== '' && this.loader.main.replacement({ path: m.path, version: '' }) === undefined;
  }

  #newest(path: string): Promise<ModuleVersion> {
    return this.#latest.do(path, async () => {
      const { version } = await this.loader.querier.newest(path);
      return this.loader.main.resolve({ path, version });
    });
  }
}
