// What a version query asks for, before anything is looked up.
//
// Forms: `latest`, `upgrade`, `patch`, a full version, a prefix (`v1`, `v1.2`), a range (`<v1.2.3`, `<=`, `>`,
// `>=`), anything else is a revision (branch, tag, hash) that only the origin can resolve.
// Rules: cmd/go/internal/modload/query.go.

import { modCompare, modIsPrefix, modIsValid, modMajorMinor } from '../../core/gover/index.js';
import { checkPathMajor, isPseudoVersion, splitPathVersion } from '../../core/module/index.js';
import { canonical } from '../../core/semver/index.js';
import { EngineError } from '../error.js';
import { NoPatchBaseError } from './errors.js';

/** A query over the list of known versions. */
export interface VersionMatcher {
  readonly kind: 'versions';
  /** Every match begins with this. */
  readonly prefix: string;
  readonly filter: (version: string) => boolean;
  /** The query is one complete version: it can be asked for by name, without a list. */
  readonly exact: boolean;
  /** The lowest match is wanted, not the highest. */
  readonly lowest: boolean;
  /** Without a match, the newest untagged revision will do. */
  readonly orLatest: boolean;
  /** +incompatible versions count even where compatible ones are there. */
  readonly preferIncompatible: boolean;
}

/** A query that names a revision. */
export interface RevisionMatcher {
  readonly kind: 'revision';
}

/** Whether `query` names one revision, as opposed to choosing among versions. */
export function isRevisionQuery(path: string, query: string): boolean {
  if (query === 'latest' || query === 'upgrade' || query === 'patch') return false;
  if (query.startsWith('<') || query.startsWith('>')) return false;
  return !(modIsValid(path, query) && modIsPrefix(path, query));
}

/**
 * Understands `query` for the module `path`, selected now at `current` ('' unknown, 'none' not at all). Throws
 * EngineError for a malformed range and NoPatchBaseError.
 */
export function matcherFor(path: string, query: string, current: string): VersionMatcher | RevisionMatcher {
  const any: VersionMatcher = {
    kind: 'versions',
    prefix: '',
    filter: () => true,
    exact: false,
    lowest: false,
    orLatest: false,
    preferIncompatible: current.endsWith('+incompatible'),
  };
  if (query === 'latest') return { ...any, orLatest: true };
  if (query === 'upgrade' || query === 'patch') return upgradeMatcher(any, path, query, current);
  const range = /^[<>]=?/.exec(query)?.[0];
  if (range !== undefined) return rangeMatcher(any, path, query, range);
  if (!modIsValid(path, query)) return { kind: 'revision' };
  const preferIncompatible = any.preferIncompatible || !fitsMajor(path, query);
  if (modIsPrefix(path, query)) {
    const filter = (v: string) => modCompare(path, v, query) >= 0;
    return { ...any, preferIncompatible, prefix: `${query}.`, filter };
  }
  const filter = (v: string) => modCompare(path, v, query) === 0;
  return { ...any, preferIncompatible, prefix: canonical(query), filter, exact: true };
}

function upgradeMatcher(any: VersionMatcher, path: string, query: string, current: string): VersionMatcher {
  if (current === '' || current === 'none') {
    if (query === 'patch') throw new NoPatchBaseError(path);
    return { ...any, orLatest: true };
  }
  return {
    ...any,
    orLatest: isPseudoVersion(current),
    prefix: query === 'patch' ? `${modMajorMinor(path, current)}.` : '',
    filter: (v) => modCompare(path, v, current) >= 0,
  };
}

function rangeMatcher(any: VersionMatcher, path: string, query: string, operator: string): VersionMatcher {
  const bound = query.slice(operator.length);
  if (!modIsValid(path, bound)) {
    throw new EngineError('query', `invalid semantic version "${bound}" in range "${query}"`);
  }
  // A prefix bound is ambiguous where it would have to say whether v1.2.3 lies within v1.2.
  if ((operator === '<=' || operator === '>') && modIsPrefix(path, bound)) {
    throw new EngineError('query', `ambiguous semantic version "${bound}" in range "${query}"`);
  }
  const tests: Record<string, (order: number) => boolean> = {
    '<': (order) => order < 0,
    '<=': (order) => order <= 0,
    '>': (order) => order > 0,
    '>=': (order) => order >= 0,
  };
  const test = tests[operator] as (order: number) => boolean;
  return {
    ...any,
    lowest: operator.startsWith('>'),
    preferIncompatible: any.preferIncompatible || !fitsMajor(path, bound),
    filter: (v) => test(modCompare(path, v, bound)),
  };
}

/** Whether `version` may stand beside the major suffix of `path`. */
function fitsMajor(path: string, version: string): boolean {
  const { pathMajor, ok } = splitPathVersion(path);
  if (!ok) return false;
  try {
    checkPathMajor(version, pathMajor);
    return true;
  } catch {
    return false;
  }
}
